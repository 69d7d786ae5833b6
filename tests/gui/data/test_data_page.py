"""The Data page with real workers: folders are scanned, drawn, given up, vanish."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from core.messages import FolderScan
from core.places import sample_pictures_folder
from gui.data.page import DataPage
from gui.session import Session
from gui.window.message_bar import MessageBar
from gui.worker.workers import Workers

_MILLISECONDS = 60_000


@pytest.fixture
def workers(qtbot: QtBot) -> Iterator[Workers]:
    made = Workers()
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, session: Session, workers: Workers) -> DataPage:
    made = DataPage(session=session, workers=workers)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


@pytest.fixture
def make_folder(tmp_path: Path) -> Callable[..., Path]:
    """Return what draws a small folder of classes: `make_folder("insects", ants=3, bees=2)`."""

    def make(name: str, **classes: int) -> Path:
        for class_name, count in classes.items():
            (tmp_path / name / class_name).mkdir(parents=True)
            for number in range(count):
                file = tmp_path / name / class_name / f"{class_name}_{number}.png"
                Image.new("RGB", (20, 16), (10 * number, 100, 50)).save(file)
        return tmp_path / name

    return make


def _part(page: DataPage, kind: type[QWidget], name: str) -> QWidget:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def _column(page: DataPage, table: str, column: int = 0) -> list[str]:
    view = _part(page, QTableView, table)
    assert isinstance(view, QTableView)
    return [view.model().index(row, column).data() for row in range(view.model().rowCount())]


def _message(page: DataPage) -> MessageBar:
    bar = _part(page, MessageBar, "data_messages")
    assert isinstance(bar, MessageBar)
    return bar


def test_empty_page_invites(page: DataPage, qtbot: QtBot) -> None:
    assert _part(page, QPushButton, "try_sample_pictures").isVisible()
    with qtbot.waitSignal(page.folder_wanted):
        QTest.mouseClick(_part(page, QPushButton, "choose_folder"), Qt.MouseButton.LeftButton)


def test_opened_folder_shows_its_classes_and_what_cannot_be_used(
    page: DataPage, session: Session, make_folder: Callable[..., Path], qtbot: QtBot
) -> None:
    # Given a folder with a file that is no picture
    folder = make_folder("insects", ants=3, bees=2)
    (folder / "ants" / "zero.jpg").touch()
    # When it is opened
    with qtbot.waitSignal(session.folder_scanned, timeout=_MILLISECONDS):
        session.open_folder(folder)
    # Then
    assert _column(page, "class_table") == ["ants", "bees"]
    assert _column(page, "class_table", 1) == ["3", "2"]
    assert _column(page, "problem_table") == ["ants/zero.jpg"]
    assert _part(page, QTableView, "problem_table").isVisible()
    totals = _part(page, QLabel, "data_totals")
    assert isinstance(totals, QLabel)
    assert totals.text() == "2 classes, 5 images, 1 file that can't be used"
    assert _part(page, QPushButton, "go_to_layers").isEnabled()
    assert _part(page, QPushButton, "choose_folder").isVisible()
    assert not _part(page, QPushButton, "cancel_scan").isVisible()


def test_selected_class_shows_its_pictures(
    page: DataPage, session: Session, make_folder: Callable[..., Path], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.folder_scanned, timeout=_MILLISECONDS):
        session.open_folder(make_folder("insects", ants=3, bees=2))
    table, strip = _part(page, QTableView, "class_table"), _part(page, QListView, "thumbnail_strip")
    assert isinstance(table, QTableView)
    assert isinstance(strip, QListView)
    table.selectionModel().select(
        table.model().index(1, 0),
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
    )
    names = [strip.model().index(row, 0).data() for row in range(strip.model().rowCount())]
    assert names == ["bees_0.png", "bees_1.png"]
    qtbot.waitUntil(
        lambda: strip.model().index(1, 0).data(Qt.ItemDataRole.DecorationRole) is not None, timeout=_MILLISECONDS
    )


def test_folder_of_one_class_is_shown_with_what_stands_in_the_way(
    page: DataPage, session: Session, make_folder: Callable[..., Path], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.folder_scanned, timeout=_MILLISECONDS):
        session.open_folder(make_folder("insects", ants=3))
    assert _message(page).isVisible()
    assert not _part(page, QPushButton, "go_to_layers").isEnabled()


def test_folder_that_vanished_is_answered_with_a_sentence_and_another_try(
    page: DataPage, session: Session, make_folder: Callable[..., Path], qtbot: QtBot
) -> None:
    # Given a folder that is gone when it is looked at
    folder = make_folder("insects", ants=2, bees=2)
    elsewhere = folder.with_name("moved")
    shutil.move(folder, elsewhere)
    session.open_folder(folder)
    qtbot.waitUntil(_message(page).isVisible, timeout=_MILLISECONDS)
    assert str(folder) in _message(page).text
    # When it comes back and another try is made
    shutil.move(elsewhere, folder)
    again = next(button for button in _message(page).findChildren(QPushButton) if button.text() == "Try again")
    with qtbot.waitSignal(session.folder_scanned, timeout=_MILLISECONDS):
        QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    # Then
    assert _column(page, "class_table") == ["ants", "bees"]
    assert not _message(page).isVisible()


def test_second_folder_gives_up_the_scan_of_the_first(
    page: DataPage, session: Session, make_folder: Callable[..., Path], qtbot: QtBot
) -> None:
    first, second = make_folder("first", ants=2, bees=2), make_folder("second", cats=2, dogs=1)
    scans: list[FolderScan] = []
    session.folder_scanned.connect(scans.append)
    session.open_folder(first)
    session.open_folder(second)
    qtbot.waitUntil(lambda: bool(scans), timeout=_MILLISECONDS)
    assert [scan.folder for scan in scans] == [second]
    assert _column(page, "class_table") == ["cats", "dogs"]


def test_cancelled_check_says_so_and_can_be_made_up_for(
    page: DataPage, session: Session, make_folder: Callable[..., Path], qtbot: QtBot
) -> None:
    session.open_folder(make_folder("insects", ants=3, bees=3))
    QTest.mouseClick(_part(page, QPushButton, "cancel_scan"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(_message(page).isVisible, timeout=_MILLISECONDS)
    assert "cancelled" in _message(page).text
    assert not _part(page, QPushButton, "cancel_scan").isVisible()
    assert not _part(page, QPushButton, "go_to_layers").isEnabled()
    now = next(button for button in _message(page).findChildren(QPushButton) if button.text() == "Check it now")
    with qtbot.waitSignal(session.folder_scanned, timeout=_MILLISECONDS):
        QTest.mouseClick(now, Qt.MouseButton.LeftButton)


def test_check_again_finds_new_files(
    page: DataPage, session: Session, make_folder: Callable[..., Path], qtbot: QtBot
) -> None:
    folder = make_folder("insects", ants=2, bees=2)
    with qtbot.waitSignal(session.folder_scanned, timeout=_MILLISECONDS):
        session.open_folder(folder)
    Image.new("RGB", (9, 9)).save(folder / "bees" / "new.png")
    with qtbot.waitSignal(session.folder_scanned, timeout=_MILLISECONDS):
        QTest.mouseClick(_part(page, QPushButton, "rescan_folder"), Qt.MouseButton.LeftButton)
    assert _column(page, "class_table", 1) == ["2", "3"]


def test_sample_pictures_are_drawn_and_opened(page: DataPage, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.folder_scanned, timeout=120_000):
        QTest.mouseClick(_part(page, QPushButton, "try_sample_pictures"), Qt.MouseButton.LeftButton)
    assert session.folder == sample_pictures_folder()
    assert _column(page, "class_table", 1) == ["50"] * 4


def test_folders_opened_before_are_offered(qtbot: QtBot, session: Session, workers: Workers, tmp_path: Path) -> None:
    page = DataPage(session=session, workers=workers, recent_folders=(tmp_path,))
    qtbot.addWidget(page)
    button = next(one for one in page.findChildren(QPushButton) if one.toolTip() == str(tmp_path))
    with qtbot.waitSignal(session.folder_opened) as opened:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened.args == [tmp_path]


def test_projects_opened_before_are_offered_before_folders(
    qtbot: QtBot, session: Session, workers: Workers, tmp_path: Path
) -> None:
    projects = tuple(tmp_path / f"{number}.frostline" for number in range(3))
    page = DataPage(session=session, workers=workers, recent_folders=(tmp_path, tmp_path), recent_projects=projects)
    qtbot.addWidget(page)
    offered = [one for one in page.findChildren(QPushButton) if one.toolTip().startswith(str(tmp_path))]

    with qtbot.waitSignal(page.project_wanted) as wanted:
        QTest.mouseClick(offered[1], Qt.MouseButton.LeftButton)

    assert [one.text() for one in offered] == ["0", "1", "2", tmp_path.name]
    assert wanted.args == [projects[1]]
