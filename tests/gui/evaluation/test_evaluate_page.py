from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QListView,
    QPushButton,
    QTableView,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.messages import Evaluate
from core.places import runs_folder
from core.training.run_record import MODEL_FILE, RunRecord, write_run_record
from core.training.specification import TrainingSpecification
from gui.evaluation.page import EvaluatePage
from gui.evaluation.report_saving import ALL_PROBABILITIES
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
    facts = {"75.0 %", "3 of 12", "0.250", "72.0 %", "11.0 %", "held out by the run", "3 mistakes"}
    qtbot.waitUntil(lambda: facts <= said(page))
    assert matrix(page).model().rowCount() == 3
    assert find(page, QTableView, "class_metrics").model().rowCount() == 3
    gallery = find(page, QListView, "mistake_gallery").model()
    assert gallery.index(0, 0).data() == "ants → wasps 95 %"
    assert message(page).text == "Left out: one picture."
    assert "Mean of the classes: precision 70.0 %" in find(page, QLabel, "average_metrics").text()
    assert "surer than it is right" in find(page, QLabel, "calibration_words").text()
    curve = find(page, QWidget, "calibration_curve")
    assert (
        curve.accessibleDescription()
        == "2 pictures at 65 % sureness: 50 % right. 10 pictures at 90 % sureness: 80 % right."
    )
    curve.grab()


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


def test_enter_on_a_cell_goes_to_its_pictures_and_enter_there_asks_why(
    qtbot: QtBot, page: EvaluatePage, session: Session
) -> None:
    session.select_run(Path("/runs/one"))
    evaluate(qtbot, page)
    qtbot.waitUntil(lambda: matrix(page).model().rowCount() == 3)
    find(page, QTabWidget, "evaluation_galleries").setCurrentIndex(1)
    page.activateWindow()
    matrix(page).setFocus()
    matrix(page).setCurrentIndex(matrix(page).model().index(0, 0))

    qtbot.keyClick(matrix(page), Qt.Key.Key_Return)

    gallery = find(page, QListView, "mistake_gallery")
    qtbot.waitUntil(lambda: gallery.isVisible() and gallery.hasFocus())
    assert "2 pictures of ants, rightly called so" in said(page)
    qtbot.keyClick(gallery, Qt.Key.Key_Home)
    with qtbot.waitSignal(page.explanation_wanted) as wanted:
        qtbot.keyClick(gallery, Qt.Key.Key_Return)
    assert wanted.args == [Path("/runs/one"), Path("/pictures/insects/ants/0.png")]


def a_run(folder: Path, accuracy: float) -> None:
    specification = TrainingSpecification(folder=folder.parent, run=folder)
    record = RunRecord(
        specification=specification,
        state="finished",
        created="2026-03-01T12:00:00+00:00",
        class_names=("ants", "bees"),
        trainable_layers=(),
        cut_layer="avg_pool",
        dataset_digest="",
        training_files=(),
        validation_files=(),
        val_accuracy=accuracy,
    )
    write_run_record(record, folder)
    (folder / MODEL_FILE).write_bytes(b"model")


def test_another_run_can_be_measured_without_using_it(
    qtbot: QtBot, page: EvaluatePage, session: Session, scripted_workers: Workers
) -> None:
    session.select_run(Path("/runs/one"))
    a_run(runs_folder() / "other", 0.93)
    page.measured.read_runs()
    models = find(page, QComboBox, "evaluation_model")
    qtbot.waitUntil(lambda: models.findText("other (93.0 %)") > 0)
    assert models.currentText() == "In use: one"

    models.setCurrentIndex(models.findText("other (93.0 %)"))
    models.activated.emit(models.currentIndex())
    evaluate(qtbot, page)

    qtbot.waitUntil(lambda: "other" in said(page))
    request = next(job.request for job in scripted_workers.trainer.jobs) if scripted_workers.trainer.jobs else None
    assert request is None or request == Evaluate(model=runs_folder() / "other")
    assert session.run == Path("/runs/one")
    # A model that comes into use later does not take away what is said of this one.
    session.select_run(Path("/runs/two"))
    assert matrix(page).model().rowCount() == 3


def test_a_model_file_can_be_measured(page: EvaluatePage, tmp_path: Path) -> None:
    page.measured.choose_model(tmp_path / "mine.keras")

    assert find(page, QComboBox, "evaluation_model").currentText() == "mine.keras"
    assert find(page, QPushButton, "start_evaluation").isEnabled()
    page.measured.choose_model(None)
    assert find(page, QComboBox, "evaluation_model").currentText() == "No model in use yet"


def test_the_report_is_saved_where_the_dialog_says(
    qtbot: QtBot, page: EvaluatePage, session: Session, tmp_path: Path
) -> None:
    save = find(page, QPushButton, "save_report")
    assert not save.isEnabled()
    session.select_run(Path("/runs/one"))
    page.evaluate_on(tmp_path)
    evaluate(qtbot, page)
    qtbot.waitUntil(save.isEnabled)

    qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    dialog = find(page, QFileDialog, "report_dialog")
    assert Path(dialog.selectedFiles()[0]).name == f"one on {tmp_path.name}.html"
    dialog.selectNameFilter(ALL_PROBABILITIES)
    dialog.filterSelected.emit(ALL_PROBABILITIES)
    dialog.fileSelected.emit(str(tmp_path / "answers.csv"))
    dialog.done(0)

    qtbot.waitUntil(lambda: "answers.csv" in message(page).text)
    assert (tmp_path / "answers.csv").read_text() == f"/runs/one {tmp_path} True"


def test_a_report_that_can_not_be_written_says_why(
    qtbot: QtBot, page: EvaluatePage, session: Session, tmp_path: Path
) -> None:
    session.select_run(Path("/runs/one"))
    evaluate(qtbot, page)
    qtbot.waitUntil(find(page, QPushButton, "save_report").isEnabled)

    qtbot.mouseClick(find(page, QPushButton, "save_report"), Qt.MouseButton.LeftButton)
    dialog = find(page, QFileDialog, "report_dialog")
    dialog.fileSelected.emit(str(tmp_path / "full" / "report.html"))
    dialog.done(0)

    qtbot.waitUntil(lambda: message(page).text == "The report can't be written. Make room on the disk.")


def test_a_report_of_nothing_says_what_to_do_first(page: EvaluatePage) -> None:
    page.save_report()

    assert message(page).text == "There is nothing to report yet. Evaluate a model first."


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


def test_what_is_asked_of_a_model_in_training_is_asked_again_of_the_trained_one(
    qtbot: QtBot, page: EvaluatePage, session: Session, scripted_workers: Workers
) -> None:
    run = Path("/runs/endless")
    session.select_run(run)
    evaluate(qtbot, page)
    qtbot.waitUntil(lambda: "Evaluating 1 of 4" in said(page))
    (first,) = scripted_workers.trainer.jobs

    session.select_run(run)

    qtbot.waitUntil(lambda: [job.request for job in scripted_workers.trainer.jobs if job is not first] != [])
    (second,) = scripted_workers.trainer.jobs
    assert second.request == Evaluate(model=run)
    # But not what the user has given up.
    session.select_run(run)
    page.stop()
    qtbot.waitUntil(find(page, QPushButton, "start_evaluation").isEnabled)
    assert scripted_workers.trainer.jobs == ()


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
