"""Every action in a menu, with keys and a letter; no key means two things, wherever the focus is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from gui.app import create_window
from gui.commands.command import commands_of, plain
from gui.commands.page_action import ButtonAction
from gui.window.actions import MENUS
from gui.window.main_window import MainWindow
from gui.window.steps import STEPS

#: Filled with what there is: classes, folders, presets. Their entries have a digit or a name rather than keys.
_LISTS = ("Open recent", "Presets", "Networks", "Count as another class")


@pytest.fixture
def window(qtbot: QtBot, frostline_home: Path) -> Iterator[MainWindow]:
    """Give a window with all its pages that is not shown."""
    made = create_window()
    qtbot.addWidget(made)
    yield made
    made.close()


def menu_actions(window: MainWindow) -> list[QAction]:
    """Return the actions of the menu bar; those of lists, which change, are left out."""
    found: list[QAction] = []
    for top in window.menuBar().actions():
        menu = top.menu()
        assert isinstance(menu, QMenu)
        menu.aboutToShow.emit()
        found += [one for one in menu.actions() if not one.isSeparator() and one.menu() is None]
    return found


def test_every_action_of_a_menu_has_keys(window: MainWindow) -> None:
    assert [one.text() for one in menu_actions(window) if one.shortcut().isEmpty()] == []


def test_every_menu_has_entries_and_its_letters_are_used_once(window: MainWindow) -> None:
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == list(MENUS.values())
    assert len({title.split("&", 1)[1][0].lower() for title in titles}) == len(titles)
    for top in window.menuBar().actions():
        menu = top.menu()
        assert isinstance(menu, QMenu)
        marked = [one.text().split("&", 1)[1][0].lower() for one in menu.actions() if "&" in one.text()]
        assert marked, top.text()
        assert [letter for letter, count in Counter(marked).items() if count > 1] == [], top.text()


def test_what_buttons_do_is_in_the_menu_of_their_page(window: MainWindow) -> None:
    offered = {one.button for one in menu_actions(window) if isinstance(one, ButtonAction)}
    for name in (
        "start_training",
        "stop_training",
        "start_evaluation",
        "paste_pictures",
        "export_button",
        "rescan_folder",
    ):
        button = window.findChild(QAbstractButton, name)
        assert button in offered, name


def test_no_key_means_two_things_wherever_the_focus_is(window: MainWindow) -> None:
    everywhere = [one for one in menu_actions(window) if one.shortcutContext() == Qt.ShortcutContext.WindowShortcut]
    pages = [window.page(step.name) for step in STEPS]
    for page, focus in [(one, inner) for one in pages for inner in (one, *one.findChildren(QWidget))]:
        keys = [one.shortcut().toString() for one in everywhere]
        keys += list(_keys_there(focus, page, set(everywhere)))
        doubled = [key for key, count in Counter(filter(None, keys)).items() if count > 1]
        assert doubled == [], (focus.objectName(), type(focus).__name__)


def _keys_there(focus: QWidget, page: QWidget, counted: set[QAction]) -> Iterator[str]:
    """Give the keys that hold with the focus there, beside those of the whole window."""
    seen: set[object] = set(counted)
    widget: QWidget | None = focus
    while widget is not None:
        held: list[QAction | QShortcut] = [*widget.actions(), *_shortcuts_of(widget)]
        for one in held:
            context = one.shortcutContext() if isinstance(one, QAction) else one.context()
            reaches = widget is focus or context == Qt.ShortcutContext.WidgetWithChildrenShortcut
            if one not in seen and reaches:
                seen.add(one)
                keys = one.shortcut() if isinstance(one, QAction) else one.key()
                yield keys.toString()
        widget = None if widget is page else widget.parentWidget()


def _shortcuts_of(widget: QWidget) -> list[QShortcut]:
    return [one for one in widget.findChildren(QShortcut) if one.parent() is widget]


def test_the_letters_of_a_page_are_not_those_of_the_menu_bar(window: MainWindow) -> None:
    bar = [title.split("&", 1)[1][0].lower() for title in MENUS.values()]
    for page in (window.page(step.name) for step in STEPS):
        marked: list[QAbstractButton | QLabel] = [*page.findChildren(QAbstractButton), *page.findChildren(QLabel)]
        letters = [letter for one in marked if (letter := _letter(one)) and one.isVisibleTo(page)]
        assert [letter for letter, count in Counter(bar + letters).items() if count > 1] == [], page.objectName()


def _letter(widget: QAbstractButton | QLabel) -> str:
    if isinstance(widget, QLabel) and widget.buddy() is None:
        return ""
    text = widget.text().replace("&&", "")
    return text.split("&", 1)[1][0].lower() if "&" in text else ""


def test_an_action_of_a_page_brings_the_page_and_presses_its_button(qtbot: QtBot, window: MainWindow) -> None:
    more = window.findChild(QAbstractButton, "more_settings")
    assert more is not None
    assert window.rail.step == "data"

    next(one for one in menu_actions(window) if isinstance(one, ButtonAction) and one.button is more).trigger()

    assert window.rail.step == "train"
    assert more.accessibleDescription() == "unfolded"


def test_an_action_is_possible_exactly_when_its_button_can_be_pressed(window: MainWindow) -> None:
    pause = window.findChild(QAbstractButton, "pause_training")
    assert pause is not None
    action = next(one for one in menu_actions(window) if isinstance(one, ButtonAction) and one.button is pause)
    assert not action.isEnabled()

    holder = pause.parentWidget()
    assert holder is not None

    pause.setEnabled(True)
    assert action.isEnabled()
    holder.hide()
    assert not action.isEnabled()
    holder.show()
    assert action.isEnabled()


def test_the_list_of_shortcuts_has_all_of_them_and_is_filtered(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_by_name["shortcuts"].trigger()
    tree = window.findChild(QTreeView, "shortcut_tree")
    words = window.findChild(QLineEdit, "shortcut_filter")
    assert tree is not None
    assert words is not None

    def keys() -> set[str]:
        model = tree.model()
        groups = [model.index(row, 0) for row in range(model.rowCount())]
        return {model.index(row, 1, group).data() for group in groups for row in range(model.rowCount(group))}

    native = QKeySequence.SequenceFormat.NativeText
    assert {one.shortcut().toString(native) for one in menu_actions(window)} <= keys()
    words.setText("ctrl+shift+e")
    assert keys() == {QKeySequence("Ctrl+Shift+E").toString(native)}


def test_commands_have_plain_names_and_say_why_they_can_not_be_done(window: MainWindow) -> None:
    commands = list(commands_of(window.menuBar()))

    assert all("&" not in command.title and command.title for command in commands)
    by_title = {command.title: command for command in commands}
    assert by_title["Pause or resume"].why_not == "No training is under way."
    assert by_title["Start training"].why_not
    assert not by_title["Open folder"].why_not
    assert plain("Save && &go…") == "Save & go"
