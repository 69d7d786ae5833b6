"""Messages appear in the window, say what they must, and go away when asked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gui.window.message_bar import Level, MessageBar


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    made = MessageBar()
    qtbot.addWidget(made)
    return made


def _found(bar: MessageBar, kind: type[QPushButton] | type[QToolButton]) -> QWidget:
    button = bar.findChild(kind)
    assert button is not None
    return button


def test_nothing_is_shown_before_there_is_a_message(bar: MessageBar) -> None:
    assert bar.isHidden()


def test_message_shows_sentence_and_hint_and_names_itself_to_screen_readers(bar: MessageBar) -> None:
    bar.show_message(Level.ERROR, "The folder is gone.", "Choose another one.")
    assert bar.isVisible()
    assert bar.text == "The folder is gone. Choose another one."
    assert bar.accessibleName() == bar.text
    assert bar.level is Level.ERROR


def test_button_of_a_message_does_its_work_and_puts_the_message_away(bar: MessageBar, qtbot: QtBot) -> None:
    done: list[str] = []
    bar.show_message(Level.WARNING, "The worker died.", "", [("Start again", lambda: done.append("started"))])
    QTest.mouseClick(_found(bar, QPushButton), Qt.MouseButton.LeftButton)
    assert done == ["started"]
    assert bar.isHidden()


def test_action_may_show_the_next_message(bar: MessageBar, qtbot: QtBot) -> None:
    bar.show_message(Level.WARNING, "First.", "", [("Go on", lambda: bar.show_message(Level.INFORMATION, "Second."))])
    QTest.mouseClick(_found(bar, QPushButton), Qt.MouseButton.LeftButton)
    assert bar.isVisible()
    assert bar.text == "Second."


def test_message_replaces_the_one_before_with_its_buttons(bar: MessageBar, qtbot: QtBot) -> None:
    bar.show_message(Level.WARNING, "First.", "", [("Try again", lambda: None)])
    bar.show_message(Level.INFORMATION, "Second.")
    assert [button for button in bar.findChildren(QPushButton) if button.isVisibleTo(bar)] == []


def test_message_can_be_dismissed(bar: MessageBar, qtbot: QtBot) -> None:
    bar.show_message(Level.INFORMATION, "Something was skipped.")
    with qtbot.waitSignal(bar.dismissed):
        QTest.mouseClick(_found(bar, QToolButton), Qt.MouseButton.LeftButton)
    assert bar.isHidden()


def test_markup_in_a_file_name_is_shown_as_it_is(bar: MessageBar) -> None:
    bar.show_message(Level.ERROR, "<b>bold</b>.jpg can't be read.")
    assert bar.text == "<b>bold</b>.jpg can't be read."
