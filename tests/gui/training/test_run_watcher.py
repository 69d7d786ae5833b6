from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.whole_files import write_text
from gui.training.run_watcher import RunWatcher


@pytest.fixture
def run(tmp_path: Path) -> Path:
    folder = tmp_path / "runs" / "first"
    folder.mkdir(parents=True)
    (folder / "run.json").write_text("{}", encoding="utf-8")
    return folder


@pytest.fixture
def watcher(qtbot: QtBot, run: Path) -> RunWatcher:
    made = RunWatcher(runs_folder=run.parent)
    made.watch([run])
    return made


def test_a_record_that_is_written_anew_is_noticed(qtbot: QtBot, watcher: RunWatcher, run: Path) -> None:
    with qtbot.waitSignal(watcher.changed):
        write_text(run / "run.json", "{ }")


def test_a_run_that_comes_and_one_that_goes_are_noticed(qtbot: QtBot, watcher: RunWatcher, run: Path) -> None:
    with qtbot.waitSignal(watcher.changed):
        (run.parent / "second").mkdir()
    watcher.watch([run, run.parent / "second"])

    with qtbot.waitSignal(watcher.changed):
        shutil.rmtree(run)
    watcher.watch([run.parent / "second"])


def test_the_record_of_a_run_that_has_just_come_is_noticed(qtbot: QtBot, watcher: RunWatcher, run: Path) -> None:
    with qtbot.waitSignal(watcher.changed):
        (run.parent / "second").mkdir()
    watcher.watch([run])  # since it is no run yet

    with qtbot.waitSignal(watcher.changed):
        write_text(run.parent / "second" / "run.json", "{}")


def test_a_folder_of_runs_that_is_not_there_yet_is_no_trouble(qtbot: QtBot, tmp_path: Path) -> None:
    watcher = RunWatcher(runs_folder=tmp_path / "later")

    watcher.watch([])

    with qtbot.assertNotEmitted(watcher.changed):
        (tmp_path / "later").mkdir()
