"""The actions as data: each thing once, no shortcut twice, every menu reached by keyboard."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QMessageBox

from gui.window.actions import ACTIONS, MENUS
from gui.window.main_window import MainWindow
from gui.window.steps import STEPS


def test_names_and_shortcuts_are_used_once() -> None:
    names = [action.name for action in ACTIONS]
    shortcuts = [QKeySequence(action.shortcut).toString() for action in ACTIONS if action.shortcut]
    assert len(set(names)) == len(names)
    assert len(set(shortcuts)) == len(shortcuts)
    assert all(shortcuts), "a shortcut that Qt can't read"


def test_each_step_has_a_number_to_press() -> None:
    by_name = {action.name: action for action in ACTIONS}
    for number, step in enumerate(STEPS, start=1):
        assert by_name[f"go_to_{step.name}"].shortcut == f"Ctrl+{number}"


def test_letters_under_the_words_of_a_menu_are_used_once(window: MainWindow) -> None:
    for title in MENUS.values():
        menu = next(menu for menu in window.menuBar().findChildren(QMenu) if menu.title() == title)
        letters = [action.text().split("&", 1)[1][0].lower() for action in menu.actions() if "&" in action.text()]
        assert len(set(letters)) == len(letters), title


def test_every_action_is_in_the_menu_bar(window: MainWindow) -> None:
    shown = {action for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()}
    assert set(window.actions_by_name.values()) <= shown
    assert set(window.actions_by_name) == {action.name for action in ACTIONS}


def test_about_says_what_leaves_the_machine(window: MainWindow) -> None:
    window.actions_by_name["about"].trigger()
    about = window.findChild(QMessageBox, "about")
    assert about is not None
    assert "never leave this machine" in about.informativeText()
    about.close()
