"""The Predict page without a mouse: every control is reached with Tab, and pressed with Space."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.prediction.page import PredictPage
from gui.prediction.pictures_model import PicturesModel
from gui.session import Session
from gui.worker.workers import Workers

MissedByTab = Callable[[QWidget], list[str]]


@pytest.fixture
def page(qtbot: QtBot, session: Session, scripted_workers: Workers) -> PredictPage:
    made = PredictPage(session=session, workers=scripted_workers)
    qtbot.addWidget(made)
    made.resize(1080, 740)
    made.show()
    return made


def test_an_empty_page_says_what_to_do_and_how_to_get_there(page: PredictPage, missed_by_tab: MissedByTab) -> None:
    said = " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())

    assert "no model yet" in said
    assert "Train" in said
    assert missed_by_tab(page) == []


@pytest.mark.parametrize("grid", [False, True])
def test_every_control_is_reached_with_tab(
    qtbot: QtBot,
    page: PredictPage,
    session: Session,
    pictures: tuple[Path, ...],
    missed_by_tab: MissedByTab,
    grid: bool,
) -> None:
    # Given pictures of which one is explained
    session.select_run(Path("/runs/sure"))
    page.predict_sources(list(pictures))
    qtbot.waitUntil(lambda: page.findChildren(PicturesModel)[0].rowCount() == 3)
    page.show_grid(grid)
    why = page.findChildren(QPushButton, "explain_answer")[0]
    why.setFocus()
    qtbot.keyClick(why, Qt.Key.Key_Space)
    nearest = page.findChildren(QListView, "nearest_images")[0]
    qtbot.waitUntil(lambda: nearest.isVisible() and nearest.model().rowCount() > 0)
    # Then nothing on the page needs a mouse
    assert missed_by_tab(page) == []
    assert page.findChildren(QWidget, "explanation_view")[0].isVisible()
