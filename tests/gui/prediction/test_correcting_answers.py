"""Pictures get their right class, join the data, and lead to a training that is compared with the one before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView, QPushButton
from pytestqt.qtbot import QtBot

from core.data.collection import list_collection
from core.data.scan import scan_folder
from core.job_control import JobControl
from core.training.run_record import MODEL_FILE, RunRecord, write_run_record
from core.training.specification import TrainingSpecification
from gui.data.correction_history import CorrectionHistory
from gui.evaluation.mistake_gallery import MistakeGallery
from gui.evaluation.regressions_dialog import RegressionsDialog
from gui.improvement import Improvement
from gui.prediction.page import PredictPage
from gui.prediction.pictures_model import PicturesModel
from gui.session import Session
from gui.window.message_bar import Level
from gui.worker.workers import Workers


@pytest.fixture
def insects(tmp_path: Path) -> Path:
    folder = tmp_path / "insects"
    for name in ("ants", "bees"):
        for number in range(2):
            file = folder / name / f"{number}.png"
            file.parent.mkdir(parents=True, exist_ok=True)
            Image.new("RGB", (8, 8), (80 * number, 200 * (name == "ants"), 9)).save(file)
    return folder


@pytest.fixture
def run(tmp_path: Path, insects: Path) -> Path:
    """Give a run of which the scripted worker calls every picture ants."""
    folder = tmp_path / "runs" / "unsure"
    folder.mkdir(parents=True)
    record = RunRecord(
        specification=TrainingSpecification(folder=insects, run=folder, epochs=3, seed=7),
        state="finished",
        created="2026-03-01T12:00:00+00:00",
        class_names=("ants", "bees"),
        trainable_layers=(),
        cut_layer="avg_pool",
        dataset_digest="",
        training_files=("ants/0.png", "bees/0.png"),
        validation_files=("ants/1.png", "bees/1.png"),
    )
    write_run_record(record, folder)
    (folder / MODEL_FILE).write_bytes(b"model")
    return folder


@pytest.fixture
def history(qtbot: QtBot, session: Session) -> Iterator[CorrectionHistory]:
    made = CorrectionHistory(session=session, parent=session)
    yield made
    shiboken6.delete(made)


@pytest.fixture
def page(
    qtbot: QtBot, session: Session, scripted_workers: Workers, history: CorrectionHistory, run: Path, insects: Path
) -> PredictPage:
    made = PredictPage(session=session, workers=scripted_workers, corrections=history)
    qtbot.addWidget(made)
    made.resize(1080, 740)
    made.show()
    session.open_folder(insects)
    session.set_scan(scan_folder(insects, JobControl()))
    session.select_run(run)
    return made


def button(page: PredictPage, name: str) -> QPushButton:
    found: QPushButton = page.findChildren(QPushButton, name)[0]
    return found


def right_classes(page: PredictPage) -> list[str]:
    return [picture.right_class for picture in page.findChildren(PicturesModel)[0].pictures]


def predict_all(qtbot: QtBot, page: PredictPage, pictures: tuple[Path, ...]) -> QListView:
    page.predict_sources(list(pictures))
    view: QListView = page.findChildren(QListView, "predicted_pictures")[0]
    qtbot.waitUntil(lambda: page.findChildren(PicturesModel)[0].rowCount() == len(pictures))
    qtbot.waitUntil(button(page, "right_class").isEnabled)
    return view


def test_a_key_gives_the_right_class_and_undo_takes_it_back(
    qtbot: QtBot, page: PredictPage, history: CorrectionHistory, insects: Path, pictures: tuple[Path, ...]
) -> None:
    view = predict_all(qtbot, page, pictures)

    qtbot.keyClick(view, Qt.Key.Key_2)

    qtbot.waitUntil(lambda: right_classes(page) == ["bees", "", ""])
    assert [len(names) for names in list_collection(insects).values()] == [1]
    assert button(page, "train_again").isVisible()

    history.stack.undo()
    assert right_classes(page) == ["", "", ""]
    assert list_collection(insects) == {}
    history.stack.redo()
    assert right_classes(page) == ["bees", "", ""]


def test_several_pictures_are_corrected_at_once_from_the_menu(
    qtbot: QtBot, page: PredictPage, insects: Path, pictures: tuple[Path, ...]
) -> None:
    predict_all(qtbot, page, pictures).selectAll()
    menu = button(page, "right_class").menu()
    assert button(page, "right_class").text() == "&These 3 are…"

    menu.actions()[1].trigger()

    qtbot.waitUntil(lambda: right_classes(page) == ["bees"] * 3)
    assert len(list_collection(insects)["bees"]) == 3


def test_a_picture_of_the_folder_itself_is_counted_in_its_class(
    qtbot: QtBot, page: PredictPage, history: CorrectionHistory, insects: Path
) -> None:
    view = predict_all(qtbot, page, (insects / "ants" / "0.png",))

    qtbot.keyClick(view, Qt.Key.Key_2)

    assert right_classes(page) == ["bees"]
    assert history.corrections.moved == {"ants/0.png": "bees"}
    history.stack.undo()
    assert right_classes(page) == [""]


def test_the_folder_of_the_run_must_be_open_and_can_be_opened(
    qtbot: QtBot, page: PredictPage, session: Session, insects: Path, pictures: tuple[Path, ...], tmp_path: Path
) -> None:
    predict_all(qtbot, page, pictures)
    session.open_folder(tmp_path)
    assert not button(page, "right_class").isEnabled()

    with qtbot.waitSignal(page.folder_wanted) as wanted:
        button(page, "open_folder_of_run").click()
    assert wanted.args == [insects]


def test_training_again_holds_out_the_same_pictures_and_leads_to_what_got_worse(
    qtbot: QtBot,
    page: PredictPage,
    session: Session,
    scripted_workers: Workers,
    run: Path,
    insects: Path,
    pictures: tuple[Path, ...],
) -> None:
    said: list[Any] = []
    begun: list[TrainingSpecification] = []
    improvement = Improvement(
        session=session,
        workers=scripted_workers,
        window=page,
        show_message=lambda *message: said.append(message),
        train=begun.append,
    )
    page.training_wanted.connect(improvement.train_again)
    view = predict_all(qtbot, page, pictures)
    qtbot.keyClick(view, Qt.Key.Key_2)
    qtbot.waitUntil(button(page, "train_again").isVisible)

    button(page, "train_again").click()

    [specification] = begun
    assert specification.held_out == ("ants/1.png", "bees/1.png")
    assert (specification.folder, specification.epochs, specification.seed) == (insects, 3, 7)
    assert specification.run.parent != run

    improvement.show_regressions(specification.run, [run])
    [dialog] = page.findChildren(RegressionsDialog)
    words = dialog.findChildren(QLabel, "regressions_words")[0]
    qtbot.waitUntil(lambda: "2 got worse" in words.text())
    assert dialog.findChildren(MistakeGallery)[0].mistakes.rowCount() == 2

    session.select_run(specification.run)
    dialog.findChildren(QPushButton, "go_back_to_earlier")[0].click()
    assert session.run == run
    level, sentence, _hint, actions = said[-1]
    assert (level, sentence) == (Level.INFORMATION, "“unsure” is the run in use again.")
    actions[0][1]()
    assert session.run == specification.run
