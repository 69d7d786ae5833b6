from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QListView, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from core.messages import Evaluate
from gui.evaluation.page import EvaluatePage
from gui.session import Session
from gui.window.message_bar import Level, MessageBar
from gui.worker.workers import Workers


@pytest.fixture
def page(qtbot: QtBot, session: Session, scripted_workers: Workers) -> EvaluatePage:
    made = EvaluatePage(session=session, workers=scripted_workers)
    qtbot.addWidget(made)
    made.resize(1100, 720)
    made.show()
    return made


def find(page: QWidget, kind: type[Any], name: str) -> Any:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def evaluate(qtbot: QtBot, page: EvaluatePage) -> None:
    qtbot.mouseClick(find(page, QPushButton, "start_evaluation"), Qt.MouseButton.LeftButton)


def said(page: EvaluatePage) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def matrix(page: EvaluatePage) -> QTableView:
    view: QTableView = find(page, QTableView, "confusion_matrix")
    return view


def message(page: EvaluatePage) -> MessageBar:
    return page.findChildren(MessageBar)[0]


def test_without_a_model_there_is_nothing_to_evaluate(page: EvaluatePage) -> None:
    assert not find(page, QPushButton, "start_evaluation").isEnabled()
    assert "There is no model yet" in said(page)


def test_an_evaluation_is_shown_in_numbers_matrix_classes_and_mistakes(
    qtbot: QtBot, page: EvaluatePage, session: Session
) -> None:
    session.select_run(Path("/runs/one"))
    evaluate(qtbot, page)

    # Qt shows a label that joins a visible row in the next turn of the loop.
    facts = {"75.0 %", "3 of 12", "0.250", "held out by the run", "3 mistakes"}
    qtbot.waitUntil(lambda: facts <= said(page))
    assert matrix(page).model().rowCount() == 3
    assert find(page, QTableView, "class_metrics").model().rowCount() == 3
    gallery = find(page, QListView, "mistake_gallery").model()
    assert gallery.index(0, 0).data() == "ants → wasps 95 %"
    assert message(page).text == "Left out: one picture."


def test_choosing_a_cell_filters_the_mistakes(qtbot: QtBot, page: EvaluatePage, session: Session) -> None:
    session.select_run(Path("/runs/one"))
    evaluate(qtbot, page)
    qtbot.waitUntil(lambda: matrix(page).model().rowCount() == 3)
    gallery = find(page, QListView, "mistake_gallery").model()

    cell = matrix(page).visualRect(matrix(page).model().index(0, 1))
    qtbot.mouseClick(matrix(page).viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    assert [gallery.index(row, 0).data() for row in range(gallery.rowCount())] == ["ants → bees 90 %"]

    qtbot.mouseClick(find(page, QPushButton, "show_all_mistakes"), Qt.MouseButton.LeftButton)
    assert gallery.rowCount() == 3


def test_another_folder_can_be_evaluated_on(
    qtbot: QtBot, page: EvaluatePage, session: Session, scripted_workers: Workers, tmp_path: Path
) -> None:
    session.select_run(Path("/runs/one"))

    page.evaluate_on(tmp_path / "spring")
    evaluate(qtbot, page)

    (job,) = scripted_workers.trainer.jobs
    assert job.request == Evaluate(model=Path("/runs/one"), folder=tmp_path / "spring")
    assert find(page, QComboBox, "evaluation_pictures").currentText() == "Folder: spring"
    qtbot.waitUntil(lambda: "spring" in said(page))


def test_the_pictures_that_the_run_held_out_can_be_chosen_again(page: EvaluatePage, tmp_path: Path) -> None:
    page.evaluate_on(tmp_path / "spring")

    page.evaluate_on(None)

    choice = find(page, QComboBox, "evaluation_pictures")
    assert choice.currentText() == "Pictures held out by the run"
    assert choice.itemText(1) == "Another folder…"


def test_an_evaluation_can_be_stopped(qtbot: QtBot, page: EvaluatePage, session: Session) -> None:
    session.select_run(Path("/runs/endless"))
    evaluate(qtbot, page)
    stop = find(page, QPushButton, "stop_evaluation")
    qtbot.waitUntil(lambda: "Evaluating 1 of 4" in said(page))

    qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: not stop.isVisible())
    assert find(page, QPushButton, "start_evaluation").isEnabled()
    assert "Not evaluated yet" in said(page)


def test_another_model_clears_what_was_said_of_the_one_before(
    qtbot: QtBot, page: EvaluatePage, session: Session
) -> None:
    session.select_run(Path("/runs/one"))
    evaluate(qtbot, page)
    qtbot.waitUntil(lambda: matrix(page).model().rowCount() == 3)

    session.select_run(Path("/runs/two"))

    assert matrix(page).model().rowCount() == 0
    assert "Not evaluated yet" in said(page)


def test_a_failure_is_a_sentence_with_its_remedy(qtbot: QtBot, page: EvaluatePage, session: Session) -> None:
    session.select_run(Path("/runs/damaged"))

    evaluate(qtbot, page)

    qtbot.waitUntil(lambda: message(page).isVisible())
    assert message(page).level is Level.ERROR
    assert message(page).text == "/runs/damaged is damaged. Train again."
