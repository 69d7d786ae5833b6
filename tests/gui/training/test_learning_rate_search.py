from __future__ import annotations

import math
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from core.messages import FindLearningRate
from gui.session import Session
from gui.training.learning_rate_dialog import LearningRateDialog
from gui.training.page import TrainPage
from gui.window.message_bar import MessageBar
from gui.worker.workers import Workers


def find(page: QWidget, kind: type[Any], name: str) -> Any:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def open_search(qtbot: QtBot, page: TrainPage, word: str = "search") -> LearningRateDialog:
    find(page, QLineEdit, "run_name").setText(word)
    qtbot.mouseClick(find(page, QPushButton, "find_learning_rate"), Qt.MouseButton.LeftButton)
    dialog: LearningRateDialog = find(page, LearningRateDialog, "learning_rate_dialog")
    return dialog


def said(dialog: LearningRateDialog) -> str:
    return str(find(dialog, QProgressBar, "search_progress").format())


@pytest.fixture
def found(qtbot: QtBot, train_page: TrainPage) -> LearningRateDialog:
    """Give the dialog when the search is over."""
    dialog = open_search(qtbot, train_page)
    qtbot.waitUntil(lambda: not dialog.working)
    return dialog


def test_the_search_is_made_with_the_settings_of_the_form(
    qtbot: QtBot, train_page: TrainPage, scripted_workers: Workers
) -> None:
    dialog = open_search(qtbot, train_page, "until stopped")

    (job,) = scripted_workers.trainer.jobs
    assert isinstance(job.request, FindLearningRate)
    assert (job.request.specification.weights, job.request.specification.epochs) == ("random", 3)
    assert not dialog.isModal()
    dialog.close()


def test_what_was_found_is_drawn_with_the_suggestion_marked(found: LearningRateDialog) -> None:
    plot = find(found, QWidget, "learning_rate_plot")
    (curve,) = (item for item in plot.getPlotItem().listDataItems())
    (line,) = (item for item in plot.items() if type(item).__name__ == "InfiniteLine")

    assert [float(x) for x in curve.getData()[0]] == pytest.approx([-6, -5, -4, -3, -2, -1, 0])
    assert line.isVisible()
    assert line.value() == pytest.approx(math.log10(3e-3))
    assert line.label.toPlainText() == "0.003"
    assert said(found) == "The suggestion for these settings is 0.003"


def test_using_the_suggestion_puts_it_into_the_box(
    qtbot: QtBot, train_page: TrainPage, found: LearningRateDialog
) -> None:
    use = find(found, QPushButton, "use_learning_rate")
    assert use.text() == "Use 0.003"

    qtbot.mouseClick(use, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: not isValid(found))
    assert find(train_page, QDoubleSpinBox, "learning_rate").value() == pytest.approx(3e-3)


def test_a_search_can_be_stopped_and_begun_again(qtbot: QtBot, train_page: TrainPage) -> None:
    dialog = open_search(qtbot, train_page, "until stopped")
    qtbot.waitUntil(lambda: said(dialog).startswith("Trying learning rate 40 of 100"))

    qtbot.mouseClick(find(dialog, QPushButton, "stop_search"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.working)
    stopped = said(dialog)
    find(dialog, QPushButton, "search_again").click()

    assert stopped == "The search was stopped"
    assert dialog.working
    assert not find(dialog, QPushButton, "use_learning_rate").isEnabled()
    dialog.close()


def test_a_failure_is_a_sentence_in_the_dialog(qtbot: QtBot, train_page: TrainPage) -> None:
    dialog = open_search(qtbot, train_page, "no pictures")
    qtbot.waitUntil(lambda: not dialog.working)

    (message,) = dialog.findChildren(MessageBar)
    assert message.isVisible()
    assert message.text == "There are no pictures. Add some."


def test_closing_the_dialog_ends_the_search(qtbot: QtBot, train_page: TrainPage, scripted_workers: Workers) -> None:
    dialog = open_search(qtbot, train_page, "until stopped")

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: not isValid(dialog))
    qtbot.waitUntil(lambda: not scripted_workers.trainer.jobs)


def test_a_second_search_takes_the_place_of_the_first(qtbot: QtBot, train_page: TrainPage) -> None:
    first = open_search(qtbot, train_page, "until stopped")

    train_page.find_learning_rate()

    qtbot.waitUntil(lambda: not isValid(first))
    (second,) = train_page.findChildren(LearningRateDialog)
    assert second.isVisible()
    second.close()


def test_there_is_no_search_while_a_training_runs_and_the_button_says_so(
    qtbot: QtBot, train_page: TrainPage, session: Session
) -> None:
    dialog = open_search(qtbot, train_page, "until stopped")

    with qtbot.waitSignal(session.epoch_finished):
        find(train_page, QPushButton, "start_training").click()
    qtbot.waitUntil(lambda: not isValid(dialog))

    button = find(train_page, QPushButton, "find_learning_rate")
    assert not button.isEnabled()
    assert button.toolTip() == "A training is under way."
    with qtbot.waitSignal(session.run_selected):
        find(train_page, QPushButton, "stop_training").click()
    assert button.isEnabled()


def test_the_search_says_what_stands_before_it(train_page: TrainPage, session: Session) -> None:
    assert session.folder is not None
    session.open_folder(session.folder)

    button = find(train_page, QPushButton, "find_learning_rate")
    assert not button.isEnabled()
    assert button.toolTip() == "The folder is still being checked."
