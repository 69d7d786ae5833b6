"""The table of runs under its title, with the buttons and the menu of what can be done with a run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from gui.commands.page_action import NEEDS
from gui.language.translate import tr
from gui.training.run_commands import RunCommands
from gui.training.run_list import RunSummary
from gui.training.run_table import RunTable
from gui.window.icons import themed_icon
from gui.window.theme import HEADING_SCALE, SMALL, TIGHT, scaled_font


@dataclass(frozen=True)
class _Command:
    """One action: its object name, its words, its keys, its icon, and what it calls."""

    name: str
    words: str
    shortcut: str
    icon: str
    call: Callable[[RunCommands], None]
    tip: str
    fits: Callable[[RunSummary], bool] = lambda _run: True


_COMMANDS = (
    _Command(
        "reopen_run", tr("&Open this run"), "Return", "train", RunCommands.reopen,
        tr("Use this run: its model, its curves and its result"),
    ),
    _Command(
        "resume_run", tr("R&esume"), "Ctrl+U", "play", RunCommands.resume,
        tr("Go on with the training of this run, which was broken off"), lambda run: run.broken_off,
    ),
    _Command(
        "compare_run", tr("&Compare its curves"), "Space", "compare", RunCommands.compare,
        tr("Lay the curves of this run over those on show, or take them away"),
    ),
    _Command(
        "regressions_of_run", tr("What got worse…"), "Ctrl+W", "evaluate", RunCommands.see_what_got_worse,
        tr("Images that an earlier run had right and this one has wrong"),
    ),
    _Command("edit_run_notes", tr("&Notes…"), "Ctrl+Shift+N", "notes", RunCommands.edit_notes,
        tr("Write down what was tried")),
    _Command("rename_run", tr("Rename"), "F2", "rename", RunCommands.edit_name, tr("Give the run another name")),
    _Command(
        "show_run_folder", tr("Show in file manager"), "Ctrl+Shift+R", "folder_open", RunCommands.show_folder,
        tr("Show the folder of the run"),
    ),
    _Command(
        "trash_run", tr("Move to trash"), "Del", "trash", RunCommands.trash,
        tr("Move the run to the trash of the desktop, from where it can be taken back"),
    ),
)  # fmt: skip


class RunsPanel(QWidget):
    """Title, buttons, table. The commands are given once they exist, by `offer`."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = RunTable()
        self._actions: list[QAction] = []
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(TIGHT)
        self._lay_out()
        self.table.selection_changed.connect(self._show_what_is_possible)
        self.table.runs.dataChanged.connect(self._show_what_is_possible)

    def _lay_out(self) -> None:
        title = QLabel(tr("Runs"))
        title.setFont(scaled_font(self.font(), HEADING_SCALE, strong=True))
        title.setBuddy(self.table)
        header = QHBoxLayout()
        header.addWidget(title, 1)
        header.addLayout(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(header)
        column.addWidget(self.table, 1)

    def offer(self, commands: RunCommands) -> None:
        """Offer these commands in buttons, in the menu of a row, and by key while the table has the focus."""
        for description in _COMMANDS:
            action = _action(description, commands, self)
            self._actions.append(action)
            self.table.addAction(action)
            self._buttons.addWidget(_button(description, action))
        self._show_what_is_possible()

    @property
    def actions_of_a_run(self) -> tuple[QAction, ...]:
        """What can be done with the selected run."""
        return tuple(self._actions)

    def _show_what_is_possible(self) -> None:
        run = self.table.selected_run
        for action, description in zip(self._actions, _COMMANDS, strict=False):
            action.setEnabled(run is not None and description.fits(run))


def _action(description: _Command, commands: RunCommands, parent: QWidget) -> QAction:
    action = QAction(themed_icon(description.icon), description.words, parent)
    action.setObjectName(description.name)
    action.setShortcut(QKeySequence(description.shortcut))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    keys = f" ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})" if description.shortcut else ""
    action.setToolTip(description.tip + keys)
    action.setStatusTip(description.tip)
    action.setProperty(NEEDS, tr("Select a run in the table first."))
    action.triggered.connect(lambda _checked: description.call(commands))
    return action


def _button(description: _Command, action: QAction) -> QToolButton:
    button = QToolButton()
    button.setObjectName(f"{description.name}_button")
    button.setDefaultAction(action)
    button.setAccessibleName(description.words.replace("&", "").removesuffix("…"))
    button.setAccessibleDescription(description.tip)
    button.setAutoRaise(True)
    button.setIconSize(QSize(18, 18))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
