"""The Evaluate page without a mouse: every control is reached with Tab, and pressed with Space."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from gui.evaluation.page import EvaluatePage
from gui.session import Session
from gui.worker.workers import Workers

MissedByTab = Callable[[QWidget], list[str]]


@pytest.fixture
def page(qtbot: QtBot, session: Session, scripted_workers: Workers) -> EvaluatePage:
    made = EvaluatePage(session=session, workers=scripted_workers)
    qtbot.addWidget(made)
    made.resize(1100, 720)
    made.show()
    return made


def said(page: EvaluatePage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_an_empty_page_says_what_to_do_and_how_to_get_there(
    page: EvaluatePage, session: Session, missed_by_tab: MissedByTab
) -> None:
    assert "There is no model yet" in said(page)
    assert "Train" in said(page)
    assert missed_by_tab(page) == []

    session.select_run(Path("/runs/one"))

    assert "There is no model yet" not in said(page)
    assert "Evaluate" in said(page)


@pytest.mark.parametrize("tab", [0, 1])
def test_every_control_is_reached_with_tab(
    qtbot: QtBot, page: EvaluatePage, session: Session, missed_by_tab: MissedByTab, tab: int
) -> None:
    # Given an evaluation that was begun with the keyboard
    session.select_run(Path("/runs/one"))
    start = page.findChildren(QPushButton, "start_evaluation")[0]
    start.setFocus()
    qtbot.keyClick(start, Qt.Key.Key_Space)
    matrix = page.findChildren(QTableView, "confusion_matrix")[0]
    qtbot.waitUntil(lambda: matrix.model().rowCount() == 3 and start.isEnabled())
    for name in ("evaluation_galleries", "evaluation_measures"):
        page.findChildren(QTabWidget, name)[0].setCurrentIndex(tab)
    # Then nothing on the page needs a mouse
    assert missed_by_tab(page) == []
