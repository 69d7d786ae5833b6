from __future__ import annotations

import pytest

from gui.language.choice import language_to_speak
from gui.language.translate import counted, local_number, tr


def test_in_english_a_text_is_itself() -> None:
    assert tr("Runs") == "Runs"
    assert tr("{images:,} images", images=1200) == "1,200 images"
    assert tr("Half of {{it}} and {what}", what="more") == "Half of {it} and more"
    assert counted(1, "1 file", "{count:,} files") == "1 file"
    assert counted(1200, "1 file", "{count:,} files") == "1,200 files"
    assert local_number("1,234.5") == "1,234.5"


@pytest.mark.usefixtures("german")
def test_in_german_texts_and_numbers_are_german() -> None:
    assert tr("Runs") == "Läufe"
    assert counted(1, "1 picture", "{count:,} pictures") == "1 Bild"
    assert counted(1200, "1 picture", "{count:,} pictures") == "1.200 Bilder"
    assert local_number("1,234.5 MB") == "1.234,5 MB"


@pytest.mark.usefixtures("german")
def test_a_text_without_a_translation_stays_english_and_keeps_its_values() -> None:
    assert tr("Nobody translated {this}", this="v1.2.3.txt") == "Nobody translated v1.2.3.txt"


@pytest.mark.parametrize(("forced", "spoken"), [("de", "de"), ("en", "en")])
def test_the_variable_decides(monkeypatch: pytest.MonkeyPatch, forced: str, spoken: str) -> None:
    monkeypatch.setenv("FROSTLINE_LANGUAGE", forced)

    assert language_to_speak() == spoken


def test_what_was_chosen_is_spoken_else_what_the_desktop_asks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FROSTLINE_LANGUAGE", "")
    monkeypatch.setattr("gui.language.choice.language_of_desktop", lambda: "de")

    from gui.window.settings import WindowSettings

    settings = WindowSettings()
    assert language_to_speak() == "de"
    settings.keep_language("en")
    assert WindowSettings().language == "en"
    assert language_to_speak() == "en"
    settings.keep_language("")
    assert language_to_speak() == "de"


def test_a_language_that_is_not_there_is_not_spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FROSTLINE_LANGUAGE", "tlh")
    monkeypatch.setattr("gui.language.choice.language_of_desktop", lambda: "en")

    assert language_to_speak() == "en"
