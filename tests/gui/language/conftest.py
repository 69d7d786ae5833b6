"""The language of the window is found out once for each process; here it can be another for a test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gui.language import core_sentences, translate


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What is said within the test is said in German; constants of modules were made in English before."""
    monkeypatch.setenv("FROSTLINE_LANGUAGE", "de")
    forget()
    yield
    monkeypatch.undo()
    forget()


def forget() -> None:
    for found_once in (
        translate.spoken_language,
        translate._translator,
        core_sentences._translated,
        core_sentences._templates,
    ):
        found_once.cache_clear()
