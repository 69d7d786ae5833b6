"""A path that is opened is a run, a freeze plan or a folder of pictures, wherever it comes from."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.project.open_project import make_project
from gui.app import create_window
from gui.launch import why_folder_is_no_use
from gui.opened_path import OpenedAs, opened_as
from gui.session import Session


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A folder that looks like a run; its record is read by the pages alone, which say if it is none."""
    folder = tmp_path / "run"
    folder.mkdir()
    for name in ("run.json", "model.keras"):
        (folder / name).write_text("{}")
    return folder


def test_kinds_are_told_by_what_is_there(run: Path, tmp_path: Path) -> None:
    plan = tmp_path / "conv5.frostplan.json"
    plan.write_text("{}")
    picture = tmp_path / "cat.jpg"
    picture.touch()

    assert opened_as(run) is OpenedAs.RUN
    assert opened_as(make_project(tmp_path / "mine.frostline")) is OpenedAs.PROJECT
    assert opened_as(plan) is OpenedAs.PLAN
    assert opened_as(tmp_path) is OpenedAs.DATA
    assert opened_as(picture) is None
    assert opened_as(tmp_path / "none.frostplan.json") is None


def test_a_folder_with_a_record_alone_is_data(tmp_path: Path) -> None:
    (tmp_path / "run.json").write_text("{}")

    assert opened_as(tmp_path) is OpenedAs.DATA


def test_the_program_takes_runs_and_plans(run: Path, tmp_path: Path) -> None:
    plan = tmp_path / "conv5.frostplan.json"
    plan.write_text("{}")

    assert why_folder_is_no_use([str(run)]) == ""
    assert why_folder_is_no_use([str(plan)]) == ""


def test_a_run_is_used_and_shown_by_the_window_that_is_opened_on_it(qtbot: QtBot, run: Path) -> None:
    # Given a program that was started with the folder of a run
    window = create_window(run)
    qtbot.addWidget(window)
    # When its window has come to the screen
    window.show()
    session = window.findChild(Session)
    assert session is not None
    # Then the run is in use, on the page that shows runs, and no folder was opened as data
    qtbot.waitUntil(lambda: session.run == run)
    assert window.rail.step == "train"
    assert session.folder is None
    window.close()
