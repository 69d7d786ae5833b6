"""Pictures selected on the Data page are left out, put into other classes, renamed and trashed, and all is undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QListView, QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from core.data.corrections import read_corrections
from gui.data.correction_history import CorrectionHistory
from gui.data.name_dialog import NameDialog
from gui.data.page import DataPage
from gui.data.thumbnail_model import EXCLUDED_ROLE
from gui.session import Session
from gui.window.message_bar import MessageBar
from gui.worker.workers import Workers


@pytest.fixture
def insects(tmp_path: Path) -> Path:
    """A folder of ants and bees, three pictures each."""
    folder = tmp_path / "insects"
    for name in ("ants", "bees"):
        (folder / name).mkdir(parents=True)
        for number in range(3):
            Image.new("RGB", (8, 8), (80 * number, 200 * (name == "ants"), 9)).save(folder / name / f"{number}.png")
    return folder


@pytest.fixture
def page(qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[DataPage]:
    monkeypatch.setenv("FROSTLINE_HOME", str(tmp_path / "home"))
    (tmp_path / "share").mkdir()  # where the trash is
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    workers = Workers()
    made = DataPage(session=session, workers=workers)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    yield made
    workers.close()


def opened(qtbot: QtBot, page: DataPage, session: Session, folder: Path) -> QListView:
    with qtbot.waitSignal(session.folder_scanned, timeout=60_000):
        session.open_folder(folder)
    strip = page.findChild(QListView, "thumbnail_strip")
    assert strip is not None
    return strip


def action(page: DataPage, name: str) -> QAction:
    found = page.findChild(QAction, name)
    assert found is not None, name
    return found


def history(page: DataPage) -> CorrectionHistory:
    found = page.findChild(CorrectionHistory)
    assert found is not None
    return found


def totals(page: DataPage) -> str:
    label = page.findChild(QLabel, "data_totals")
    assert label is not None
    return label.text()


def name_dialog(page: DataPage, name: str) -> NameDialog:
    found = page.findChild(NameDialog, name)
    assert found is not None
    return found


def name_edit(dialog: NameDialog) -> QLineEdit:
    found = dialog.findChild(QLineEdit, "name_edit")
    assert found is not None
    return found


def complaint(dialog: NameDialog) -> str:
    label = dialog.findChild(QLabel, "why_not")
    assert label is not None
    return label.text()


def select(strip: QListView, row: int) -> None:
    strip.setCurrentIndex(strip.model().index(row, 0))


def test_pictures_are_corrected_with_the_keyboard(
    page: DataPage, session: Session, insects: Path, qtbot: QtBot
) -> None:
    strip = opened(qtbot, page, session, insects)
    assert not action(page, "exclude_pictures").isEnabled()

    # When a picture is left out, it stays in sight and is counted as such
    select(strip, 1)
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Delete)
    assert totals(page) == "2 classes, 5 images, 1 left out"
    assert strip.model().rowCount() == 3
    assert [strip.model().index(row, 0).data(EXCLUDED_ROLE) for row in range(3)] == [False, True, False]
    assert strip.currentIndex().row() == 1
    assert not strip.grab().isNull()

    # And the quiet check afterwards finds the same
    qtbot.waitSignal(session.folder_scanned, timeout=60_000).wait()
    assert totals(page) == "2 classes, 5 images, 1 left out"
    QTest.keyClick(strip, Qt.Key.Key_Insert)
    assert totals(page) == "2 classes, 6 images"

    # When it counts as another class, chosen from the menu
    menu = action(page, "change_class").menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert [one.text() for one in menu.actions() if one.text()] == ["ants", "bees", "New class…"]
    menu.actions()[1].trigger()
    assert [(one.class_name, one.images) for one in session.scan.classes] == [("ants", 2), ("bees", 4)]  # type: ignore[union-attr]
    assert strip.model().rowCount() == 2
    history(page).stack.undo()
    assert strip.model().rowCount() == 3


def test_files_are_only_renamed_and_trashed_where_that_is_asked_for(
    page: DataPage, session: Session, insects: Path, qtbot: QtBot
) -> None:
    strip = opened(qtbot, page, session, insects)
    select(strip, 0)
    action(page, "exclude_pictures").trigger()
    content = (insects / "ants" / "0.png").read_bytes()

    # When it is renamed, what is corrected about it goes along
    action(page, "rename_picture").trigger()
    dialog = name_dialog(page, "new_name")
    assert name_edit(dialog).text() == "ants/0.png"
    assert name_edit(dialog).selectedText() == "0"
    with qtbot.waitSignal(session.folder_scanned, timeout=60_000):
        name_edit(dialog).setText("bees/from ants.png")
        dialog.accept()
    assert (insects / "bees" / "from ants.png").read_bytes() == content
    assert read_corrections(insects).excluded == {"bees/from ants.png"}
    history(page).stack.undo()
    assert (insects / "ants" / "0.png").read_bytes() == content
    assert read_corrections(insects).excluded == {"ants/0.png"}

    # When it goes to the trash, it returns from there
    qtbot.waitSignal(session.folder_scanned, timeout=60_000).wait()
    select(strip, 0)
    action(page, "trash_pictures").trigger()
    box = page.findChild(QMessageBox, "confirm_trash")
    assert box is not None
    (move,) = [button for button in box.buttons() if button.text() == "Move to trash"]
    move.click()
    assert not (insects / "ants" / "0.png").exists()
    history(page).stack.undo()
    assert (insects / "ants" / "0.png").read_bytes() == content


def test_it_is_asked_once_how_inner_folders_are_read(
    page: DataPage, session: Session, insects: Path, qtbot: QtBot
) -> None:
    (insects / "ants" / "red").mkdir()
    (insects / "ants" / "0.png").rename(insects / "ants" / "red" / "0.png")
    opened(qtbot, page, session, insects)
    bar = page.findChild(MessageBar, "data_messages")
    assert bar is not None
    (answer,) = [one for one in bar.findChildren(QPushButton) if one.text() == "Use the inner folders as classes"]

    with qtbot.waitSignal(session.folder_scanned, timeout=60_000):
        answer.click()

    assert session.scan is not None
    assert [one.class_name for one in session.scan.classes] == ["ants", "bees", "red"]
    assert session.scan.inner_classes
    assert bar.isHidden()


def test_a_name_that_cannot_be_is_not_taken_and_it_is_said_why(
    page: DataPage, session: Session, insects: Path, qtbot: QtBot
) -> None:
    strip = opened(qtbot, page, session, insects)
    select(strip, 0)
    action(page, "rename_picture").trigger()
    dialog = name_dialog(page, "new_name")
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    ok = box.button(QDialogButtonBox.StandardButton.Ok)

    name_edit(dialog).setText("ants/1.png")
    assert "There is ants/1.png already" in complaint(dialog)
    assert not ok.isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    name_edit(dialog).setText("ants/other.png")
    assert complaint(dialog) == ""
    assert ok.isEnabled()
    dialog.reject()

    menu = action(page, "change_class").menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    menu.actions()[-1].trigger()
    dialog = name_dialog(page, "new_class")
    QTest.keyClick(name_edit(dialog), Qt.Key.Key_Return)
    assert complaint(dialog) == "Type the name of a class."
    assert dialog.isVisible()
    name_edit(dialog).setText("Ants")
    assert "There is a class 'ants' already" in complaint(dialog)
    name_edit(dialog).setText(" wasps ")
    dialog.accept()
    assert session.scan is not None
    assert [one.class_name for one in session.scan.classes] == ["ants", "bees", "wasps"]


def test_folders_that_a_move_made_go_when_it_is_undone(
    page: DataPage, session: Session, insects: Path, qtbot: QtBot
) -> None:
    strip = opened(qtbot, page, session, insects)
    select(strip, 0)
    action(page, "rename_picture").trigger()
    name_edit(name_dialog(page, "new_name")).setText("wasps/red/0.png")
    name_dialog(page, "new_name").accept()
    assert (insects / "wasps" / "red" / "0.png").is_file()

    history(page).stack.undo()

    assert (insects / "ants" / "0.png").is_file()
    assert not (insects / "wasps").exists()
