"""Everything that can be done from the menu bar, as data: name, words, shortcut, icon, and what it calls.

A thing that a user can do exists once; menu, button, shortcut and test share it. What the actions do is the window's.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from gui.commands.command import NOT_LISTED
from gui.commands.page_action import NEEDS
from gui.language.translate import tr
from gui.window.icons import themed_icon
from gui.window.steps import STEPS


class ProjectWish(Enum):
    """What may be wished of projects."""

    NEW = "new"
    OPEN = "open"
    SAVE_AS = "save as"
    CLOSE = "close"


class Commands(Protocol):
    """What a window must be able to do for the actions."""

    def wish_of_project(self, wish: ProjectWish) -> None:
        """Make, open, save or close a project."""

    def choose_folder(self) -> None:
        """Ask for a data folder and open it."""

    def open_sample_pictures(self) -> None:
        """Draw the sample pictures and open them."""

    def show_step(self, name: str) -> None:
        """Show the page of a step."""

    def open_plan(self) -> None:
        """Ask for a freeze plan and open it."""

    def save_plan(self) -> None:
        """Ask for a file and save the freeze plan in it."""

    def show_settings(self) -> None:
        """Show what can be chosen for the whole program."""

    def save_report(self) -> None:
        """Ask for a file and save the report of the evaluation in it."""

    def find_command(self) -> None:
        """Open the command search."""

    def show_glossary(self) -> None:
        """Open the glossary at the word for what has the focus."""

    def show_tour(self) -> None:
        """Begin the tour for new users."""

    def ask_whats_this(self) -> None:
        """Let the user point at something to have it explained."""

    def show_shortcuts(self) -> None:
        """List what every key does."""

    def undo(self) -> None:
        """Take back the last change of the freeze plan."""

    def redo(self) -> None:
        """Do again what was taken back."""

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop doing so."""

    def open_log_folder(self) -> None:
        """Show the log files in the file manager."""

    def show_about(self) -> None:
        """Say what this program is."""

    def close(self) -> bool:
        """End the program."""


@dataclass(frozen=True)
class ActionDescription:
    """One action; `menu` is where it stands. needs: what must be so before it can be done, as a sentence."""

    name: str
    menu: str
    text: str
    shortcut: str
    icon: str
    call: Callable[[Commands], object]
    tip: str = ""
    starts_group: bool = False
    role: QAction.MenuRole = QAction.MenuRole.NoRole
    needs: str = ""


def _go_to(name: str) -> Callable[[Commands], object]:
    return lambda window: window.show_step(name)


#: The menus in the order of the bar. Those of the steps are filled with what their page offers.
MENUS = {
    "file": tr("&File"),
    "edit": tr("&Edit"),
    "view": tr("&View"),
    "data": tr("&Data"),
    "layers": tr("&Layers"),
    "train": tr("&Train"),
    "evaluate": tr("Eval&uate"),
    "predict": tr("&Predict"),
    "export": tr("E&xport"),
    "help": tr("&Help"),
}

_NEEDS_NETWORK = tr("Keras is being loaded; the network follows in a moment.")

ACTIONS: tuple[ActionDescription, ...] = (
    ActionDescription(
        "new_project", "file", tr("&New project…"), "Ctrl+N", "project",
        lambda window: window.wish_of_project(ProjectWish.NEW),
        tr("Begin a piece of work in a folder of its own, with all its runs and settings"),
    ),
    ActionDescription(
        "open_project", "file", tr("Open projec&t…"), "Ctrl+F12", "project",
        lambda window: window.wish_of_project(ProjectWish.OPEN), tr("Go on where a project was left"),
    ),
    ActionDescription(
        "save_project_as", "file", tr("Save project &as…"), "Ctrl+F11", "plan_save",
        lambda window: window.wish_of_project(ProjectWish.SAVE_AS),
        tr("Keep what is open, with copies of its runs, as a project"),
    ),
    ActionDescription(
        "close_project", "file", tr("&Close project"), "Ctrl+F4", "close",
        lambda window: window.wish_of_project(ProjectWish.CLOSE), tr("Leave the project; all of it is saved"),
        needs=tr("No project is open."),
    ),
    ActionDescription(
        "open_folder", "file", tr("&Open folder…"), "Ctrl+O", "folder_open", lambda window: window.choose_folder(),
        tr("Open a folder whose sub-folders are classes of pictures"), starts_group=True,
    ),
    ActionDescription(
        "sample_pictures", "file", tr("Try &sample pictures"), "Ctrl+D", "sample_pictures",
        lambda window: window.open_sample_pictures(), tr("Draw a small data set of four classes and open it"),
    ),
    ActionDescription(
        "open_plan", "file", tr("Open &freeze plan…"), "Ctrl+Shift+O", "plan_open", lambda window: window.open_plan(),
        tr("Freeze and thaw the layers as a saved plan says"), starts_group=True, needs=_NEEDS_NETWORK,
    ),
    ActionDescription(
        "save_plan", "file", tr("Save freeze &plan…"), "Ctrl+S", "plan_save", lambda window: window.save_plan(),
        tr("Keep which layers are thawed in a small file that can be read and sent"), needs=_NEEDS_NETWORK,
    ),
    ActionDescription(
        "save_report", "file", tr("Save &report…"), "Ctrl+Shift+S", "plan_save", lambda window: window.save_report(),
        tr("Write down what the evaluation found, as a page or as tables"),
    ),
    ActionDescription(
        "quit", "file", tr("&Quit"), "Ctrl+Q", "quit", lambda window: window.close(),
        tr("Close the window and its workers"),
        starts_group=True, role=QAction.MenuRole.QuitRole,
    ),
    ActionDescription(
        "undo", "edit", tr("&Undo"), "Ctrl+Z", "undo", lambda window: window.undo(),
        needs=tr("Nothing was changed on this page that could be taken back."),
    ),
    ActionDescription(
        "redo", "edit", tr("&Redo"), "Ctrl+Shift+Z", "redo", lambda window: window.redo(),
        needs=tr("Nothing was taken back on this page."),
    ),
    ActionDescription(
        "find_command", "edit", tr("&Find a command…"), "Ctrl+K", "search", lambda window: window.find_command(),
        tr("Type what you want to do"), starts_group=True,
    ),
    ActionDescription(
        "settings", "edit", tr("&Settings…"), "Ctrl+,", "device", lambda window: window.show_settings(),
        tr("Choose the framework that Keras computes with"), starts_group=True, role=QAction.MenuRole.PreferencesRole,
    ),
    *(
        ActionDescription(
            f"go_to_{step.name}", "view", f"&{number} {step.title}", f"Ctrl+{number}", step.icon, _go_to(step.name),
            step.purpose,
        )
        for number, step in enumerate(STEPS, start=1)
    ),
    ActionDescription(
        "full_screen", "view", tr("&Full screen"), "F11", "full_screen", lambda window: window.toggle_full_screen(),
        starts_group=True,
    ),
    ActionDescription(
        "glossary", "help", tr("&Glossary"), "F1", "info", lambda window: window.show_glossary(),
        tr("What the words mean; at the word for what has the focus"),
    ),
    ActionDescription(
        "tour", "help", tr("Take the &tour"), "Ctrl+F2", "play", lambda window: window.show_tour(),
        tr("Three steps: pictures, layers, training"),
    ),
    ActionDescription(
        "whats_this", "help", tr("&What is this?"), "Shift+F1", "search", lambda window: window.ask_whats_this(),
        tr("Point at something to have it explained"),
    ),
    ActionDescription(
        "shortcuts", "help", tr("&Keyboard shortcuts"), "Ctrl+F1", "notes", lambda window: window.show_shortcuts(),
        tr("What every key does"),
    ),
    ActionDescription(
        "log_folder", "help", tr("Open the &log folder"), "Ctrl+Shift+F1", "folder_log",
        lambda window: window.open_log_folder(),
        tr("Where Frostline writes down what went wrong"), starts_group=True,
    ),
    ActionDescription(
        "about", "help", tr("&About Frostline"), "Shift+F12", "info", lambda window: window.show_about(),
        role=QAction.MenuRole.AboutRole,
    ),
)  # fmt: skip


def add_menus(window: QMainWindow) -> dict[str, QMenu]:
    """Give `window` a menu bar, and return its menus by name."""
    menus = {name: window.menuBar().addMenu(title) for name, title in MENUS.items()}
    for name, menu in menus.items():
        menu.setObjectName(f"menu_{name}")
    return menus


def add_actions(window: QMainWindow, menus: dict[str, QMenu], commands: Commands) -> dict[str, QAction]:
    """Put every action of the window into its menu, and return the actions by name."""
    actions: dict[str, QAction] = {}
    for description in ACTIONS:
        if description.starts_group:
            menus[description.menu].addSeparator()
        action = _action(description, window, commands)
        menus[description.menu].addAction(action)
        actions[description.name] = action
    return actions


def _action(description: ActionDescription, window: QMainWindow, commands: Commands) -> QAction:
    action = QAction(themed_icon(description.icon), description.text, window)
    action.setObjectName(f"action_{description.name}")
    action.setShortcut(QKeySequence(description.shortcut))
    action.setStatusTip(description.tip)
    action.setProperty(NEEDS, description.needs)
    action.setProperty(NOT_LISTED, description.name == "find_command")
    action.setMenuRole(description.role)
    action.triggered.connect(lambda _checked=False: description.call(commands))
    return action
