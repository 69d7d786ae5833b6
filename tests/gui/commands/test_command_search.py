"""The command search as a person uses it: Ctrl+K, type, Enter, with key events alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from gui.commands.command import Command
from gui.commands.command_model import CommandModel, FoundCommands
from gui.window.main_window import MainWindow


@pytest.fixture
def window(window_on_screen: MainWindow) -> MainWindow:
    return window_on_screen


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


def type_words(words: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


def open_search(window: MainWindow) -> QFrame:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    search = window.findChild(QFrame, "command_search")
    assert search is not None
    assert search.isVisible()
    return search


def titles(window: MainWindow) -> list[str]:
    view = window.findChild(QListView, "command_list")
    assert view is not None
    model: QAbstractItemModel = view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_typing_and_enter_carry_out_a_command(window: MainWindow) -> None:
    search = open_search(window)

    type_words("layers find")
    assert titles(window)[0] == "Find a layer"
    press(Qt.Key.Key_Return)

    assert search.isHidden()
    assert window.rail.step == "layers"


def test_what_can_not_be_done_stays_and_says_why(window: MainWindow) -> None:
    search = open_search(window)
    type_words("stop training")

    words = window.findChild(QLineEdit, "command_words")
    assert words is not None
    assert "No training is under way." in words.accessibleDescription()
    press(Qt.Key.Key_Return)
    assert search.isVisible()


def test_escape_gives_the_focus_back(window: MainWindow) -> None:
    window.rail.setFocus()
    search = open_search(window)

    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Escape)

    assert search.isHidden()
    assert QApplication.focusWidget() is window.rail


def test_focus_elsewhere_closes_the_search(window: MainWindow) -> None:
    search = open_search(window)
    window.rail.setFocus()
    assert search.isHidden()


def test_recent_folders_are_listed(window: MainWindow, tmp_path: Path) -> None:
    folder = tmp_path / "insects"
    folder.mkdir()
    window._settings.keep_folder(folder)

    open_search(window)
    type_words("insects")

    assert titles(window) == [str(folder)]


def test_the_best_comes_first_and_what_is_impossible_last(qtbot: QtBot) -> None:
    model = CommandModel()
    found = FoundCommands(commands=model)
    QAbstractItemModelTester(found)

    def command(title: str, why_not: str = "") -> Command:
        return Command(title, "Menu", lambda: None, why_not=why_not)

    model.show_commands([command("Restart"), command("Start", "Not now."), command("Start it")])
    found.show_matching("start")

    assert [found.index(row, 0).data() for row in range(found.rowCount())] == ["Start it", "Restart", "Start"]
    found.show_matching("")
    assert [found.index(row, 0).data() for row in range(found.rowCount())] == ["Restart", "Start", "Start it"]
