"""The worker's log: appended to, put aside when large, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.worker.log_file import LARGEST_LOG_FILE, log_file, open_log_file


def test_a_second_worker_writes_behind_the_first() -> None:
    for words in (b"first\n", b"second\n"):
        with open_log_file("tested") as log:
            log.write(words)

    assert log_file("tested").read_bytes() == b"first\nsecond\n"


def test_a_large_log_is_put_aside_and_the_oldest_goes() -> None:
    for letter in (b"a", b"b", b"c", b"d"):
        with open_log_file("tested") as log:
            log.write(letter * LARGEST_LOG_FILE)

    kept = [log_file("tested"), *(log_file("tested").with_name(f"tested.log.{number}") for number in (1, 2))]
    assert [file.read_bytes()[:1] for file in kept] == [b"d", b"c", b"b"]
    assert sorted(log_file("tested").parent.iterdir()) == sorted(kept)


def test_a_folder_that_cannot_be_made_costs_only_the_log(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("")
    monkeypatch.setenv("FROSTLINE_HOME", str(in_the_way))

    with open_log_file("tested") as log:
        assert log.write(b"lost") == 4
