from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton, QToolTip
from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.training.page import TrainPage


@pytest.fixture
def active(qtbot: QtBot, train_page: TrainPage) -> TrainPage:
    """Give the page with the keyboard."""
    with qtbot.waitActive(train_page):
        train_page.activateWindow()
    train_page.setFocus()
    return train_page


def find(page: TrainPage, kind: type[Any], name: str) -> Any:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def test_a_training_is_begun_paused_and_stopped_with_keys(qtbot: QtBot, active: TrainPage, session: Session) -> None:
    find(active, QLineEdit, "run_name").setText("until stopped")
    with qtbot.waitSignal(session.epoch_finished):
        QTest.keyClick(active, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    pause = find(active, QPushButton, "pause_training")

    QTest.keyClick(active, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    paused = pause.text()
    QTest.keyClick(active, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    assert paused == "Resume"
    with qtbot.waitSignal(session.run_selected):
        QTest.keyClick(active, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)


def test_the_rarer_settings_unfold_with_a_key(active: TrainPage) -> None:
    QTest.keyClick(active, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)

    assert find(active, QToolButton, "more_settings").accessibleDescription() == "unfolded"


def test_a_key_presses_nothing_that_can_not_be_pressed(active: TrainPage) -> None:
    QTest.keyClick(active, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)

    assert find(active, QPushButton, "start_training").isEnabled()


@pytest.mark.qt_log_ignore("This plugin does not support raise")  # Of the tool tip; said offscreen.
def test_the_tool_tip_tells_the_key(qtbot: QtBot, active: TrainPage) -> None:
    stop = find(active, QPushButton, "stop_training")

    QApplication.sendEvent(stop, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), stop.mapToGlobal(QPoint(5, 5))))

    assert QToolTip.text() == "End the training now. The best epoch is kept. (Ctrl+.)"
    QToolTip.hideText()
