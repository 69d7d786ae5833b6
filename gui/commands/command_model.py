"""The commands as a list for a view, and the same list as what somebody types leaves it, the best first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from gui.commands.command import Command
from gui.commands.matching import Match, match

Index = QModelIndex | QPersistentModelIndex

COMMAND_ROLE = Qt.ItemDataRole.UserRole
#: frozenset[int]: the letters of the title that were typed.
PLACES_ROLE = Qt.ItemDataRole.UserRole + 1

#: What can't be done now comes after all that can.
_IMPOSSIBLE = 1000.0


class CommandModel(QAbstractListModel):
    """One row for each command."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands: tuple[Command, ...] = ()

    def show_commands(self, commands: Sequence[Command]) -> None:
        """Take the place of what was listed before."""
        self.beginResetModel()
        self._commands = tuple(commands)
        self.endResetModel()

    def command(self, row: int) -> Command:
        """Return the command of a row."""
        return self._commands[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._commands)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let what is impossible be chosen too, since its row says why."""
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        command = self._commands[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return command.title
        if role == Qt.ItemDataRole.DecorationRole:
            return command.icon
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(command)
        return command if role == COMMAND_ROLE else None


def spoken(command: Command) -> str:
    """Return what a screen reader says of a command."""
    parts = (command.title, command.where, command.keys, command.why_not)
    return ", ".join(part for part in parts if part)


class FoundCommands(QSortFilterProxyModel):
    """The commands that are meant by what was typed, the best first; all of them in their order while nothing is."""

    def __init__(self, *, commands: CommandModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self._typed = ""
        self._matches: dict[int, Match | None] = {}
        self.setSourceModel(commands)
        commands.modelAboutToBeReset.connect(self._matches.clear)
        self.sort(0)

    def show_matching(self, typed: str) -> None:
        """Leave only what is meant by `typed`."""
        self._typed = typed.strip()
        self._matches.clear()
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, _source_parent: Index) -> bool:
        return self._match(source_row) is not None

    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        left, right = self._rank(source_left.row()), self._rank(source_right.row())
        return left > right if left != right else source_left.row() < source_right.row()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == PLACES_ROLE:
            found = self._match(self.mapToSource(index).row())
            return frozenset() if found is None else found.places
        return super().data(index, role)

    def _match(self, row: int) -> Match | None:
        if row not in self._matches:
            command = self._commands.command(row)
            self._matches[row] = match(self._typed, command.title, f"{command.where} {command.also}")
        return self._matches[row]

    def _rank(self, row: int) -> float:
        found = self._match(row)
        if not self._typed or found is None:
            return 0.0
        return found.score - (_IMPOSSIBLE if self._commands.command(row).why_not else 0.0)
