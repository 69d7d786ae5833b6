"""Suspected labels: dealt with by button and by key, as corrections that can be undone and are remembered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QListView, QPushButton, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from core.data.corrections import read_corrections
from core.data.scan import scan_folder
from core.job_control import JobControl
from gui.data.correction_history import CorrectionHistory
from gui.evaluation.page import EvaluatePage
from gui.session import Session
from gui.window.message_bar import MessageBar
from gui.worker.workers import Workers


@pytest.fixture
def insects(tmp_path: Path) -> Path:
    """The pictures that the scripted worker suspects, and one of each other class."""
    folder = tmp_path / "insects"
    for name in ("ants/2.png", "ants/3.png", "bees/4.png", "wasps/8.png"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (8, 8), (9, 90, 200)).save(folder / name)
    return folder


@pytest.fixture
def history(qtbot: QtBot, session: Session, insects: Path) -> Iterator[CorrectionHistory]:
    made = CorrectionHistory(session=session)
    session.open_folder(insects)
    session.set_scan(scan_folder(insects, JobControl()))
    yield made
    shiboken6.delete(made)


@pytest.fixture
def page(
    qtbot: QtBot, session: Session, scripted_workers: Workers, history: CorrectionHistory, insects: Path
) -> EvaluatePage:
    made = EvaluatePage(session=session, workers=scripted_workers, corrections=history)
    qtbot.addWidget(made)
    made.resize(1100, 720)
    made.show()
    session.select_run(Path("/runs/one"))
    made.evaluate_on(insects)
    made.evaluate()
    qtbot.waitUntil(lambda: find(made, QListView, "suspect_gallery").model().rowCount() == 2)
    find(made, QTabWidget, "evaluation_galleries").setCurrentIndex(1)
    return made


def find(page: QWidget, kind: type[Any], name: str) -> Any:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def gallery(page: EvaluatePage) -> QListView:
    view: QListView = find(page, QListView, "suspect_gallery")
    return view


def captions(page: EvaluatePage) -> list[str]:
    model = gallery(page).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def click(qtbot: QtBot, page: EvaluatePage, name: str) -> None:
    qtbot.mouseClick(find(page, QPushButton, name), Qt.MouseButton.LeftButton)


def test_nothing_can_be_done_until_a_picture_is_chosen(page: EvaluatePage) -> None:
    assert captions(page) == ["ants, or wasps 95 %?", "ants, or bees 90 %?"]
    assert find(page, QTabWidget, "evaluation_galleries").tabText(1) == "Suspected labels (2)"
    for name in ("relabel_suspects", "exclude_suspects", "keep_suspects", "explain_suspect"):
        assert not find(page, QPushButton, name).isEnabled(), name

    gallery(page).setCurrentIndex(gallery(page).model().index(0, 0))

    assert find(page, QPushButton, "relabel_suspects").isEnabled()


def test_a_label_is_changed_to_the_suggested_one_and_back(
    qtbot: QtBot, page: EvaluatePage, history: CorrectionHistory, insects: Path
) -> None:
    gallery(page).setCurrentIndex(gallery(page).model().index(0, 0))

    click(qtbot, page, "relabel_suspects")

    assert read_corrections(insects).moved == {"ants/3.png": "wasps"}
    assert captions(page) == ["ants, or bees 90 %?"]
    # The next one is chosen, so that the keyboard can go on.
    assert gallery(page).currentIndex().row() == 0
    assert "1 label was dealt with" in page.findChildren(MessageBar)[0].text
    history.stack.undo()
    assert read_corrections(insects).moved == {}
    assert len(captions(page)) == 2


def test_a_label_is_changed_to_any_class(qtbot: QtBot, page: EvaluatePage, insects: Path) -> None:
    gallery(page).setCurrentIndex(gallery(page).model().index(0, 0))
    classes = find(page, QComboBox, "relabel_class")
    classes.setCurrentIndex(classes.findText("bees"))

    click(qtbot, page, "relabel_suspects")

    assert read_corrections(insects).moved == {"ants/3.png": "bees"}
    assert classes.currentText() == "the suggested class"


def test_several_labels_are_one_step_to_undo(
    qtbot: QtBot, page: EvaluatePage, history: CorrectionHistory, insects: Path
) -> None:
    gallery(page).selectAll()

    click(qtbot, page, "relabel_suspects")

    assert read_corrections(insects).moved == {"ants/3.png": "wasps", "ants/2.png": "bees"}
    assert "Every suspected label was dealt with" in {label.text() for label in page.findChildren(QLabel)}
    assert history.stack.undoText() == "count 2 pictures as suggested"
    history.stack.undo()
    assert read_corrections(insects).moved == {}


def test_keys_exclude_and_keep(qtbot: QtBot, page: EvaluatePage, history: CorrectionHistory, insects: Path) -> None:
    page.activateWindow()
    gallery(page).setFocus()
    qtbot.waitUntil(gallery(page).hasFocus)
    gallery(page).setCurrentIndex(gallery(page).model().index(0, 0))

    qtbot.keyClick(gallery(page), Qt.Key.Key_Delete)
    assert read_corrections(insects).excluded == {"ants/3.png"}
    qtbot.keyClick(gallery(page), Qt.Key.Key_K)
    assert read_corrections(insects).kept == {"ants/2.png"}

    assert history.stack.undoText() == "keep the class of 1 picture"
    history.stack.undo()
    history.stack.undo()
    assert not read_corrections(insects)
    assert len(captions(page)) == 2


def test_why_a_label_is_suspected_is_asked_with_enter(qtbot: QtBot, page: EvaluatePage, insects: Path) -> None:
    gallery(page).setCurrentIndex(gallery(page).model().index(1, 0))

    with qtbot.waitSignal(page.explanation_wanted) as wanted:
        qtbot.keyClick(gallery(page), Qt.Key.Key_Return)

    assert wanted.args == [Path("/runs/one"), insects / "ants" / "2.png"]


def test_labels_of_another_folder_say_how_to_get_at_them(
    page: EvaluatePage, session: Session, insects: Path, tmp_path: Path
) -> None:
    session.open_folder(tmp_path)

    assert not find(page, QPushButton, "relabel_suspects").isVisible()
    assert f"open {insects} as data" in find(page, QLabel, "suspects_remark").text()

    session.open_folder(insects)
    assert find(page, QPushButton, "relabel_suspects").isVisible()
