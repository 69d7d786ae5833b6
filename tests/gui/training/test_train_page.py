from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.messages import FolderScan, Train
from core.places import runs_folder
from gui.session import Session
from gui.training.page import TrainPage
from gui.window.message_bar import Level, MessageBar
from gui.worker.workers import Workers


@pytest.fixture
def page(qtbot: QtBot, session: Session, scripted_workers: Workers) -> TrainPage:
    made = TrainPage(session=session, workers=scripted_workers)
    qtbot.addWidget(made)
    made.resize(1100, 720)
    made.show()
    return made


@pytest.fixture
def ready(page: TrainPage, session: Session, scan: FolderScan) -> TrainPage:
    """Give the page with a folder that can be trained on, random weights and three epochs."""
    session.open_folder(scan.folder)
    session.set_scan(scan)
    find(page, QComboBox, "weights_choice").setCurrentIndex(1)
    find(page, QSpinBox, "epochs").setValue(3)
    return page


def find(page: QWidget, kind: type[Any], name: str) -> Any:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def start(qtbot: QtBot, page: TrainPage, run_name: str = "finish") -> None:
    find(page, QLineEdit, "run_name").setText(run_name)
    qtbot.mouseClick(find(page, QPushButton, "start_training"), Qt.MouseButton.LeftButton)


def until_over(qtbot: QtBot, session: Session, timeout: int = 5000) -> Any:
    """Wait for the run that is selected when its training is over; the first one is in use before."""
    return qtbot.waitSignal(
        session.run_selected, timeout=timeout, check_params_cb=lambda _run: session.training is None
    )


def status(page: TrainPage) -> str:
    return str(find(page, QProgressBar, "training_progress").format())


def message(page: TrainPage) -> MessageBar:
    return page.findChildren(MessageBar)[0]


def test_starting_waits_for_a_folder_and_says_so(page: TrainPage, session: Session, scan: FolderScan) -> None:
    button, reason = find(page, QPushButton, "start_training"), find(page, QLabel, "why_not_start")
    assert not button.isEnabled()
    assert reason.text() == "Choose a folder of pictures on the Data page first."

    session.open_folder(scan.folder)
    assert reason.text() == "The folder is still being checked."

    session.set_scan(scan)
    assert button.isEnabled()
    assert not reason.isVisible()


def test_a_training_is_shown_to_its_end(qtbot: QtBot, ready: TrainPage, session: Session) -> None:
    with until_over(qtbot, session) as selected:
        start(qtbot, ready)

    assert selected.args == [runs_folder() / "finish"]
    assert status(ready) == "Finished after epoch 3"
    bar = find(ready, QProgressBar, "training_progress")
    assert bar.value() == bar.maximum()
    assert find(ready, QLabel, "freezing_proof").text() == "106 of 106 frozen layers unchanged"
    assert find(ready, QPushButton, "start_training").isEnabled()
    assert not find(ready, QPushButton, "stop_training").isEnabled()


def test_the_request_has_the_folder_the_run_and_the_settings(
    qtbot: QtBot, ready: TrainPage, session: Session, scripted_workers: Workers, scan: FolderScan
) -> None:
    start(qtbot, ready, run_name="")

    (job,) = scripted_workers.trainer.jobs
    assert isinstance(job.request, Train)
    asked = job.request.specification
    assert (asked.folder, asked.epochs, asked.weights, asked.thaw) == (scan.folder, 3, "random", "head")
    assert asked.run.parent == runs_folder()
    assert asked.run.name.startswith("insects 20")
    until_over(qtbot, session).wait()


def test_the_run_appears_in_the_table_and_is_the_one_in_use(qtbot: QtBot, ready: TrainPage, session: Session) -> None:
    table = find(ready, QTableView, "run_table")
    with until_over(qtbot, session):
        start(qtbot, ready, "first")
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    with until_over(qtbot, session):
        start(qtbot, ready, "second")
    qtbot.waitUntil(lambda: table.model().rowCount() == 2)
    assert table.currentIndex().siblingAtColumn(0).data() == "second"

    other = next(row for row in range(2) if table.model().index(row, 0).data() == "first")
    with until_over(qtbot, session) as selected:
        table.selectRow(other)

    assert selected.args == [runs_folder() / "first"]


def test_stop_keeps_the_best_epoch(qtbot: QtBot, ready: TrainPage, session: Session) -> None:
    start(qtbot, ready, "until stopped")
    stop = find(ready, QPushButton, "stop_training")
    qtbot.waitUntil(lambda: status(ready).startswith("Computing"))

    with until_over(qtbot, session):
        qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
        assert status(ready).startswith("Stopping")
        assert not stop.isEnabled()

    assert status(ready).startswith("Stopped after epoch")


def test_pause_and_resume(qtbot: QtBot, ready: TrainPage, session: Session) -> None:
    start(qtbot, ready, "until stopped")
    pause = find(ready, QPushButton, "pause_training")
    qtbot.waitUntil(lambda: status(ready).startswith("Computing"))

    qtbot.mouseClick(pause, Qt.MouseButton.LeftButton)
    assert pause.text() == "Resume"
    assert status(ready).startswith("Paused")

    qtbot.mouseClick(pause, Qt.MouseButton.LeftButton)
    assert pause.text() == "Pause"
    with until_over(qtbot, session):
        find(ready, QPushButton, "stop_training").click()


def test_the_keyboard_stays_with_the_buttons_of_the_training(qtbot: QtBot, ready: TrainPage, session: Session) -> None:
    find(ready, QLineEdit, "run_name").setText("until stopped")
    begin = find(ready, QPushButton, "start_training")
    with qtbot.waitActive(ready):
        ready.activateWindow()
    begin.setFocus()

    qtbot.keyClick(begin, Qt.Key.Key_Space)

    assert ready.focusWidget() is find(ready, QPushButton, "pause_training")
    qtbot.waitUntil(lambda: status(ready).startswith("Computing"))
    with until_over(qtbot, session):
        find(ready, QPushButton, "stop_training").click()


def test_a_failure_is_a_sentence_with_its_remedy(qtbot: QtBot, ready: TrainPage) -> None:
    start(qtbot, ready, "no pictures")

    qtbot.waitUntil(lambda: message(ready).isVisible())

    assert message(ready).level is Level.ERROR
    assert message(ready).text == "There are no pictures. Add some."
    assert find(ready, QPushButton, "start_training").isEnabled()


def test_missing_weights_can_be_answered_with_random_ones(qtbot: QtBot, ready: TrainPage, session: Session) -> None:
    find(ready, QComboBox, "weights_choice").setCurrentIndex(0)
    start(qtbot, ready, "no weights")
    way_out = find(ready, QPushButton, "use_random_weights")
    qtbot.waitUntil(way_out.isVisible)
    assert not message(ready).isVisible()

    with until_over(qtbot, session):
        qtbot.mouseClick(way_out, Qt.MouseButton.LeftButton)

    assert find(ready, QComboBox, "weights_choice").currentData() == "random"
    assert not way_out.isVisible()


def test_trying_the_weights_again_asks_the_worker_again(qtbot: QtBot, ready: TrainPage) -> None:
    find(ready, QComboBox, "weights_choice").setCurrentIndex(0)
    start(qtbot, ready, "no weights")
    retry = find(ready, QPushButton, "retry_weights")
    qtbot.waitUntil(retry.isVisible)

    qtbot.mouseClick(retry, Qt.MouseButton.LeftButton)

    assert status(ready) == "Waiting for the worker"
    qtbot.waitUntil(retry.isVisible)


def test_after_a_crash_the_same_training_can_be_started_again(
    qtbot: QtBot, ready: TrainPage, session: Session, scripted_workers: Workers
) -> None:
    start(qtbot, ready, "die")
    qtbot.waitUntil(lambda: message(ready).isVisible(), timeout=10_000)
    assert status(ready) == "The training was cut off"
    again = next(button for button in message(ready).findChildren(QPushButton) if button.text() == "Start again")

    find(ready, QLineEdit, "run_name").setText("finish")
    with until_over(qtbot, session, timeout=10_000):
        qtbot.mouseClick(again, Qt.MouseButton.LeftButton)

    assert status(ready) == "Finished after epoch 3"
    assert not message(ready).isVisible()


def test_a_changed_frozen_layer_is_said_loudly(qtbot: QtBot, ready: TrainPage, session: Session) -> None:
    with until_over(qtbot, session):
        start(qtbot, ready, "thawing")

    assert message(ready).level is Level.ERROR
    assert message(ready).text.startswith("1 of 106 frozen layers changed")


def test_a_run_name_that_can_be_no_folder_prevents_a_start(ready: TrainPage) -> None:
    find(ready, QLineEdit, "run_name").setText("a/b")

    assert not find(ready, QPushButton, "start_training").isEnabled()
    assert "can't have /" in find(ready, QLabel, "why_not_start").text()


def test_what_will_be_trained_is_said(page: TrainPage) -> None:
    assert "head" in find(page, QLabel, "plan_in_words").text()


def test_the_page_is_one_window(ready: TrainPage) -> None:
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == [ready]


def test_runs_of_earlier_days_are_listed_when_the_page_is_shown(
    qtbot: QtBot, session: Session, scripted_workers: Workers, ready: TrainPage
) -> None:
    with until_over(qtbot, session):
        start(qtbot, ready, "yesterday")

    later = TrainPage(session=Session(), workers=scripted_workers)
    qtbot.addWidget(later)
    later.show()

    table = find(later, QTableView, "run_table")
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    assert table.model().index(0, 0).data() == "yesterday"
    assert not table.selectionModel().hasSelection()


def test_a_run_is_announced_after_its_first_epoch_and_when_it_is_over(
    qtbot: QtBot, ready: TrainPage, session: Session
) -> None:
    announced: list[Path] = []
    session.run_selected.connect(announced.append)

    with until_over(qtbot, session):
        start(qtbot, ready)
    table = find(ready, QTableView, "run_table")
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)

    assert announced == [runs_folder() / "finish"] * 2
