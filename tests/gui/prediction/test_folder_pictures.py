from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.prediction.dropped_sources import DroppedSources, Refusal
from gui.prediction.folder_pictures import FolderOpener, open_folders


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with pictures, by their names, in two levels, and what is none."""
    made = tmp_path / "holiday"
    (made / "beach").mkdir(parents=True)
    for name in ("b.png", "a.jpg", "beach/c.webp", "notes.txt", ".hidden.png"):
        (made / name).write_bytes(b"")
    return made


def test_a_folder_becomes_its_pictures_in_order(folder: Path) -> None:
    opened = open_folders([folder])

    assert opened.sources == (folder / "a.jpg", folder / "b.png", folder / "beach/c.webp")
    assert opened.refusals == ()


def test_pictures_keep_their_place_beside_a_folder(folder: Path) -> None:
    opened = open_folders([Path("/first.png"), folder / "beach", b"pasted"])

    assert opened.sources == (Path("/first.png"), folder / "beach/c.webp", b"pasted")


def test_an_empty_folder_is_refused_by_name(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()

    opened = open_folders([empty])

    assert opened.sources == ()
    assert opened.refusals == (Refusal(name="empty", reason="There is no picture in this folder."),)


def test_too_many_pictures_are_cut_and_that_is_said(folder: Path) -> None:
    opened = open_folders([folder], most=2)

    assert opened.sources == (folder / "a.jpg", folder / "b.png")
    assert "first 2 of 3" in opened.refusals[0].reason


def test_folders_are_opened_in_a_thread_and_what_was_refused_before_stays(qtbot: QtBot, folder: Path) -> None:
    opener = FolderOpener()
    before = Refusal(name="https://example.org", reason="Not fetched.")

    with qtbot.waitSignal(opener.opened) as opened:
        opener.open(DroppedSources(sources=(folder,), refusals=(before,)))

    assert opened.args[0].sources == open_folders([folder]).sources
    assert opened.args[0].refusals == (before,)


def test_without_folders_nothing_is_waited_for(qtbot: QtBot) -> None:
    opener = FolderOpener()
    told: list[DroppedSources] = []
    opener.opened.connect(told.append)
    dropped = DroppedSources(sources=(Path("/ant.png"),))

    opener.open(dropped)

    assert told == [dropped]
