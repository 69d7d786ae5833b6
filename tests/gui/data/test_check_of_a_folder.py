"""The Data page while a folder is checked, and with what the check found, answered by a scripted worker."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLabel, QPushButton, QTableView, QTabWidget
from pytestqt.qtbot import QtBot

from core.worker.client import WorkerClient
from core.worker.launch import worker_command
from gui.data.page import DataPage
from gui.session import Session
from gui.window.message_bar import MessageBar
from gui.worker.bridge import ClientMaker
from gui.worker.workers import Workers


@pytest.fixture
def workers(qtbot: QtBot) -> Iterator[Workers]:
    """Give workers in real processes that answer as `scripted_scans` says."""

    def maker(name: str) -> ClientMaker:
        command = worker_command(name=name, answers="scripted_scans:answer")
        return partial(WorkerClient, name=name, command=command, environment={"PYTHONPATH": str(Path(__file__).parent)})

    made = Workers(trainer=maker("trainer"), viewer=maker("viewer"))
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, session: Session, workers: Workers) -> DataPage:
    made = DataPage(session=session, workers=workers)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def _table(page: DataPage, name: str) -> QTableView:
    table = page.findChild(QTableView, name)
    assert isinstance(table, QTableView)
    return table


def _button(page: DataPage, name: str) -> QPushButton:
    button = page.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    return button


def test_problems_come_in_while_the_check_goes_on_and_escape_ends_it(
    page: DataPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    # When a folder is checked that takes for ever
    session.open_folder(tmp_path / "endless")
    problems = _table(page, "problem_table")
    qtbot.waitUntil(lambda: problems.model().rowCount() == 2)
    # Then what was found so far is there and counted, and the check goes on
    assert problems.isVisible()
    assert problems.model().index(1, 0).data() == "ants/1.jpg"
    assert _table(page, "class_table").model().index(0, 2).data() == "2"
    totals = page.findChild(QLabel, "data_totals")
    assert isinstance(totals, QLabel)
    assert totals.text() == "2 classes, 10 images, 2 files that can't be used"
    assert _button(page, "cancel_scan").isVisible()
    # When Escape is pressed
    QTest.keyClick(_table(page, "class_table"), Qt.Key.Key_Escape)
    # Then it ends
    bar = page.findChild(MessageBar, "data_messages")
    assert isinstance(bar, MessageBar)
    qtbot.waitUntil(bar.isVisible)
    assert "cancelled" in bar.text
    assert not _button(page, "cancel_scan").isVisible()


def test_class_weights_are_turned_on_for_the_next_training(
    page: DataPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.folder_scanned):
        session.open_folder(tmp_path / "doubtful")
    tabs = page.findChild(QTabWidget, "check_panel")
    assert isinstance(tabs, QTabWidget)
    assert [tabs.tabText(tab) for tab in range(3) if tabs.isTabVisible(tab)] == ["Can't be used (1)", "To know (2)"]
    tabs.setCurrentIndex(1)
    button = _button(page, "use_class_weights")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert session.settings.class_weights
    assert button.text() == "Class weights are on"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not session.settings.class_weights


def test_raised_limit_checks_again_and_holds_for_training(
    page: DataPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    # Given a folder with a picture that is too large
    with qtbot.waitSignal(session.folder_scanned):
        session.open_folder(tmp_path / "doubtful")
    assert _table(page, "problem_table").model().rowCount() == 1
    # When the limit is raised to what is suggested
    with qtbot.waitSignal(session.folder_scanned):
        QTest.mouseClick(_button(page, "raise_pixel_limit"), Qt.MouseButton.LeftButton)
    # Then the picture can be used
    assert session.settings.pixel_limit == 400_000_000
    assert _table(page, "problem_table").model().rowCount() == 0
    with qtbot.waitSignal(session.folder_scanned):
        QTest.mouseClick(_button(page, "usual_pixel_limit"), Qt.MouseButton.LeftButton)
    assert session.settings.pixel_limit is None
    assert _table(page, "problem_table").model().rowCount() == 1


def test_every_view_has_a_name_and_can_be_reached_with_the_keyboard(
    page: DataPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.folder_scanned):
        session.open_folder(tmp_path / "doubtful")
    for view in page.findChildren(QAbstractItemView):
        if view.objectName():
            assert view.accessibleName(), view.objectName()
            assert view.focusPolicy() & Qt.FocusPolicy.TabFocus, view.objectName()
    for button in page.findChildren(QPushButton):
        assert button.accessibleName(), button.text()


def test_f6_goes_round_classes_pictures_and_what_was_found(
    page: DataPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.folder_scanned):
        session.open_folder(tmp_path / "doubtful")
    page.activateWindow()
    views = [page.findChild(QAbstractItemView, name) for name in ("class_table", "thumbnail_strip", "problem_table")]
    first = views[0]
    assert first is not None
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    for view in (*views[1:], first):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_F6)
        assert page.focusWidget() is view
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert page.focusWidget() is views[2]


def test_scan_that_a_correction_changed_is_shown_where_a_person_was(
    page: DataPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    # Given a person at the fifth picture of a class
    with qtbot.waitSignal(session.folder_scanned):
        session.open_folder(tmp_path / "doubtful")
    strip = page.findChild(QAbstractItemView, "thumbnail_strip")
    assert strip is not None
    strip.setCurrentIndex(strip.model().index(4, 0))
    # When pictures are left out, until fewer are there
    scan = session.scan
    assert scan is not None
    fewer = dataclasses.replace(scan, files=(("ants/a.jpg",) * 8, ("bees/b.jpg",)), problems=())
    session.set_scan(fewer)
    assert strip.currentIndex().row() == 4
    assert strip.model().rowCount() == 8
    assert _table(page, "problem_table").model().rowCount() == 0
    session.set_scan(dataclasses.replace(scan, files=(("ants/a.jpg",) * 3, ("bees/b.jpg",))))
    assert strip.currentIndex().row() == 2
