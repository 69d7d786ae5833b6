"""Whole windows as the program opens them, with workers in real processes that need no Keras (`light_answers`)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PIL import Image
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from core.training.run_record import RunRecord, write_run_record
from core.training.specification import TrainingSpecification
from core.worker.client import WorkerClient
from core.worker.launch import worker_command
from gui.app import create_window
from gui.project.project_desk import ProjectDesk
from gui.session import Session
from gui.window.main_window import MainWindow
from gui.window.message_bar import MessageBar
from gui.worker.bridge import ClientMaker
from gui.worker.workers import Workers

OpenWindow = Callable[..., MainWindow]
_Part = TypeVar("_Part", bound=QObject)


def part(window: MainWindow, kind: type[_Part]) -> _Part:
    """Return the one part of a window of that kind."""
    found = window.findChild(kind)
    assert found is not None
    return found


def session_of(window: MainWindow) -> Session:
    return part(window, Session)


def desk_of(window: MainWindow) -> ProjectDesk:
    return part(window, ProjectDesk)


def message_of(window: MainWindow) -> str:
    """Return what the strip says, '' while it says nothing."""
    bar = window.findChild(MessageBar, "message_bar")
    assert bar is not None
    return "" if bar.isHidden() else bar.text


def press(window: MainWindow, words: str) -> None:
    """Press a button of the strip."""
    bar = window.findChild(MessageBar, "message_bar")
    assert bar is not None
    (button,) = (one for one in bar.findChildren(QPushButton) if one.text() == words and not one.isHidden())
    button.click()


def windows() -> list[MainWindow]:
    """Return the windows that are open."""
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]


def _light_workers(parent: QObject, *, environment: Any = None) -> Workers:
    here = Path(__file__).parent
    path = os.pathsep.join((str(here), str(here.parent)))

    def maker(name: str) -> ClientMaker:
        command = worker_command(name=name, answers="light_answers:answer")
        return partial(WorkerClient, name=name, command=command, environment={"PYTHONPATH": path})

    return Workers(parent, trainer=maker("trainer"), viewer=maker("viewer"))


@pytest.fixture
def open_window(qtbot: QtBot, frostline_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenWindow]:
    """Return what opens a window as `frostline [PATH]` does, and waits until what was asked for is open."""
    monkeypatch.setattr("gui.app.Workers", _light_workers)

    def open_one(path: Path | None = None) -> MainWindow:
        window = create_window(path, remembers=True)
        window.resize(1280, 800)
        with qtbot.waitSignal(window.first_painted):
            window.show()
        return window

    yield open_one
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow):
            window.close()
            window.deleteLater()


@pytest.fixture
def insects(tmp_path: Path) -> Path:
    """A data folder of two classes of four pictures each, in a folder of its own."""
    folder = tmp_path / "here" / "insects"
    for number, name in enumerate(("ants", "bees")):
        (folder / name).mkdir(parents=True)
        for one in range(4):
            noise = Image.effect_noise((32, 32), 10.0 + 20 * one + 5 * number)
            noise.convert("RGB").save(folder / name / f"{one}.png")
    return folder


@pytest.fixture
def write_run() -> Callable[[Path, Path], Path]:
    """Return what writes a finished run, of a model that nobody opens, into a folder of runs."""

    def write(run: Path, pictures: Path) -> Path:
        run.mkdir(parents=True)
        (run / "model.keras").write_bytes(b"no model")
        record = RunRecord(
            specification=TrainingSpecification(folder=pictures, run=run),
            state="finished",
            created="2026-03-01T12:00:00+01:00",
            class_names=("ants", "bees"),
            trainable_layers=(),
            cut_layer="avg_pool",
            dataset_digest="",
            training_files=("ants/0.png", "bees/0.png"),
            validation_files=("ants/1.png",),
            val_accuracy=0.9,
        )
        write_run_record(record, run)
        return run

    return write
