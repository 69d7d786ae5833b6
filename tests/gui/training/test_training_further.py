from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from core.messages import Train
from core.places import runs_folder
from core.training.run_record import MODEL_FILE, read_run_record, write_run_record
from gui.session import Session
from gui.training.page import TrainPage
from gui.worker.workers import Workers


def find(page: QWidget, kind: type[Any], name: str) -> Any:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


@pytest.fixture
def extend(train_page: TrainPage) -> QPushButton:
    button: QPushButton = find(train_page, QPushButton, "extend_training")
    return button


@pytest.fixture
def train(qtbot: QtBot, train_page: TrainPage, session: Session, extend: QPushButton) -> Callable[[str], Path]:
    """Give a function that trains a run to its end and returns its folder when its record is read."""

    def run(name: str) -> Path:
        find(train_page, QLineEdit, "run_name").setText(name)
        with qtbot.waitSignal(session.run_selected) as selected:
            find(train_page, QPushButton, "start_training").click()
        qtbot.waitUntil(extend.isEnabled)
        folder: Path = selected.args[0]
        return folder

    return run


def test_a_finished_run_goes_on_and_its_curves_with_it(
    qtbot: QtBot,
    train_page: TrainPage,
    session: Session,
    extend: QPushButton,
    train: Callable[[str], Path],
    scripted_workers: Workers,
) -> None:
    run = train("finish")
    find(train_page, QSpinBox, "more_epochs").setValue(4)
    assert extend.accessibleName() == "Train 4 more epochs"

    with qtbot.waitSignal(session.run_selected) as selected:
        qtbot.mouseClick(extend, Qt.MouseButton.LeftButton)
        (job,) = scripted_workers.trainer.jobs

    assert isinstance(job.request, Train)
    assert (job.request.specification.run, job.request.more_epochs) == (run, 4)
    assert selected.args == [run]
    assert [epoch.epoch for epoch in read_run_record(run).history] == [1, 2, 3, 4, 5, 6, 7]
    items: list[Any] = find(train_page, QWidget, "accuracy_plot").getPlotItem().listDataItems()
    longest = max((list(item.getData()[0]) for item in items if item.getData()[0] is not None), key=len)
    assert [int(x) for x in longest] == [1, 2, 3, 4, 5, 6, 7]


def test_the_run_goes_on_in_its_own_folder_wherever_that_is_now(
    qtbot: QtBot, session: Session, extend: QPushButton, train: Callable[[str], Path], scripted_workers: Workers
) -> None:
    run = train("finish")
    moved = run.rename(run.with_name("moved"))
    with qtbot.waitSignal(session.run_selected):
        session.select_run(moved)
    qtbot.waitUntil(extend.isEnabled)

    with qtbot.waitSignal(session.run_selected) as selected:
        extend.click()

    assert selected.args == [moved]


def test_without_a_run_there_is_nothing_to_go_on_with(train_page: TrainPage, extend: QPushButton) -> None:
    assert not extend.isEnabled()
    assert extend.toolTip() == "Choose a run in the table first."
    assert find(train_page, QLabel, "run_in_use").text() == "No run is in use"


def test_the_run_in_use_is_named(train_page: TrainPage, train: Callable[[str], Path]) -> None:
    train("finish")

    assert find(train_page, QLabel, "run_in_use").text() == "Run in use: finish"


def test_a_run_whose_model_is_gone_cannot_go_on_and_says_so(
    qtbot: QtBot, session: Session, extend: QPushButton, train: Callable[[str], Path]
) -> None:
    run = train("finish")
    (run / MODEL_FILE).unlink()

    session.select_run(run)

    qtbot.waitUntil(lambda: extend.toolTip() == "There is no model in this run to go on from.")
    assert not extend.isEnabled()


def test_a_run_that_is_not_over_cannot_go_on(
    qtbot: QtBot, session: Session, extend: QPushButton, train: Callable[[str], Path]
) -> None:
    run = train("finish")
    write_run_record(replace(read_run_record(run), state="running"), run)

    session.select_run(run)

    qtbot.waitUntil(lambda: extend.toolTip() == "The training of this run is not over.")


def test_nothing_goes_on_while_a_training_is_under_way(
    qtbot: QtBot, train_page: TrainPage, session: Session, extend: QPushButton, train: Callable[[str], Path]
) -> None:
    train("finish")
    find(train_page, QLineEdit, "run_name").setText("until stopped")

    with qtbot.waitSignal(session.epoch_finished):
        find(train_page, QPushButton, "start_training").click()

    assert not extend.isEnabled()
    assert extend.toolTip() == "A training is under way."
    with qtbot.waitSignal(session.run_selected):
        find(train_page, QPushButton, "stop_training").click()


def test_the_run_of_an_earlier_day_can_go_on(
    qtbot: QtBot, session: Session, scripted_workers: Workers, train: Callable[[str], Path]
) -> None:
    run = train("finish")
    tomorrow = Session()
    tomorrow.select_run(run)

    page = TrainPage(session=tomorrow, workers=scripted_workers)
    qtbot.addWidget(page)

    qtbot.waitUntil(find(page, QPushButton, "extend_training").isEnabled)
    assert run.parent == runs_folder()
