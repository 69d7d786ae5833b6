from __future__ import annotations

import sys
from pathlib import Path

import pytest

from core.errors import FrostlineError, UnusableInput
from gui.training.run_folder import NOTES_FILE, move_to_trash, read_notes, rename_run, write_notes


@pytest.fixture
def run(tmp_path: Path) -> Path:
    folder = tmp_path / "runs" / "first"
    folder.mkdir(parents=True)
    (folder / "model.keras").write_bytes(b"model")
    return folder


def test_notes_are_kept_in_the_runs_folder(run: Path) -> None:
    assert read_notes(run) == ""

    write_notes(run, "more pictures:\nbetter – much")

    assert read_notes(run) == "more pictures:\nbetter – much"
    assert [file.name for file in run.iterdir() if file.name != "model.keras"] == [NOTES_FILE]


def test_notes_without_words_leave_no_file(run: Path) -> None:
    write_notes(run, "something")

    write_notes(run, " \n")

    assert not (run / NOTES_FILE).exists()


def test_notes_are_not_written_for_a_run_that_is_gone(run: Path, tmp_path: Path) -> None:
    with pytest.raises(FrostlineError, match="gone"):
        write_notes(tmp_path / "nowhere", "words")

    assert not (tmp_path / "nowhere").exists()


def test_a_run_gets_another_name(run: Path) -> None:
    renamed = rename_run(run, " better ")

    assert renamed == run.with_name("better")
    assert (renamed / "model.keras").read_bytes() == b"model"
    assert not run.exists()


def test_the_same_name_changes_nothing(run: Path) -> None:
    assert rename_run(run, "first") == run


def test_a_name_that_is_taken_is_refused(run: Path) -> None:
    (run.parent / "second").mkdir()

    with pytest.raises(UnusableInput, match=r"“second” in .* already"):
        rename_run(run, "second")

    assert run.is_dir()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "empty"),
        ("a/b", "can't have /"),
        ("a\\b", "can't have"),
        ("..", "needs a letter or a digit"),
        (".hidden", "begin with a dot"),
        ("com1", "on Windows"),
        ("NUL.txt", "on Windows"),
        ("ends with a dot.", "on Windows"),
        ("é" * 200, "too long"),
    ],
)
def test_a_name_that_no_folder_can_have_is_refused_in_a_sentence(run: Path, name: str, why: str) -> None:
    with pytest.raises(UnusableInput, match=why):
        rename_run(run, name)

    assert run.is_dir()


def test_a_run_that_is_gone_can_not_be_renamed(tmp_path: Path) -> None:
    with pytest.raises(FrostlineError, match="can't be renamed"):
        rename_run(tmp_path / "gone", "better")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the trash of other desktops can't be put elsewhere")
def test_a_run_goes_to_the_trash_whole(run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    move_to_trash(run)

    assert not run.exists()
    assert (tmp_path / "data/Trash/files/first/model.keras").read_bytes() == b"model"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the trash of other desktops can't be taken away")
def test_without_a_trash_the_run_stays_and_it_is_said(
    run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "no folder").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "no folder"))

    with pytest.raises(FrostlineError, match="could not be moved to the trash") as failed:
        move_to_trash(run)

    assert "no trash" in failed.value.hint
    assert (run / "model.keras").read_bytes() == b"model"


def test_what_is_gone_can_not_go_to_the_trash(tmp_path: Path) -> None:
    with pytest.raises(FrostlineError, match="gone already"):
        move_to_trash(tmp_path / "gone")
