"""The model of the table of runs: a row for each run, the newest first. It holds what was read and reads nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from gui.language.translate import tr
from gui.training.run_list import RunSummary
from gui.training.run_words import Column, cell, column_tip, column_title, is_number, sort_key, tool_tip
from gui.window.icons import themed_icon

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

#: The role that returns a row's `RunSummary`, and the one by which columns are sorted.
RUN_ROLE = Role.UserRole
SORT_ROLE = Role.UserRole + 1


class RunTableModel(QAbstractTableModel):
    """Runs as rows; those that are ticked are to be compared."""

    compared_changed = Signal(object)  # tuple[Path, ...]: the ticked runs, in the order in which they were ticked
    rename_wanted = Signal(object, str)  # Path: the run; the name that the user wrote

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs: list[RunSummary] = []
        self._compared: list[Path] = []

    # ------------------------------------------------------------------ runs

    @property
    def runs(self) -> tuple[RunSummary, ...]:
        """The runs on show."""
        return tuple(self._runs)

    def show_runs(self, runs: Sequence[RunSummary]) -> None:
        """Show these runs; rows that stay the same keep their selection."""
        if [run.folder for run in runs] == [run.folder for run in self._runs]:
            self._update_rows(runs)
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        rows = {run.folder: row for row, run in enumerate(runs)}
        folders = [self._runs[index.row()].folder for index in before]
        self._runs = list(runs)
        after = [
            self.index(rows[folder], index.column()) if folder in rows else QModelIndex()
            for folder, index in zip(folders, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
        self.compare([folder for folder in self._compared if folder in rows])

    def _update_rows(self, runs: Sequence[RunSummary]) -> None:
        for row, run in enumerate(runs):
            if run != self._runs[row]:
                self._runs[row] = run
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def row_of(self, folder: Path) -> int:
        """Return the row of the run in `folder`, or -1."""
        return next((row for row, run in enumerate(self._runs) if run.folder == folder), -1)

    # ------------------------------------------------------------------ comparison

    @property
    def compared(self) -> tuple[Path, ...]:
        """The ticked runs, in the order in which they were ticked."""
        return tuple(self._compared)

    def compare(self, folders: Sequence[Path]) -> None:
        """Tick these runs and no others."""
        changed = set(self._compared) ^ set(folders)
        if not changed:
            return
        self._compared = list(dict.fromkeys(folders))
        for folder in changed:
            row = self.row_of(folder)
            if row >= 0:
                self.dataChanged.emit(self.index(row, Column.COMPARE), self.index(row, Column.COMPARE))
        self.compared_changed.emit(self.compared)

    def follow_renamed(self, before: Path, after: Path) -> None:
        """Keep a ticked run ticked under its new name; call it before the runs are shown anew."""
        self._compared = [after if folder == before else folder for folder in self._compared]

    # ------------------------------------------------------------------ what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._runs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = Column(section)
        if role == Role.DisplayRole:
            return column_title(column)
        if role == Role.ToolTipRole:
            return column_tip(column)
        if role == Role.DecorationRole and column is Column.COMPARE:
            return themed_icon("compare")
        if role == Role.AccessibleTextRole and column is Column.COMPARE:
            return tr("Compare")
        return _alignment(column) if role == Role.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren | Qt.ItemFlag.ItemIsSelectable
        if index.column() == Column.NAME:
            flags |= Qt.ItemFlag.ItemIsEditable
        elif index.column() == Column.COMPARE and self._runs[index.row()].epochs:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        run, column = self._runs[index.row()], Column(index.column())
        if role == RUN_ROLE:
            return run
        if role == Role.TextAlignmentRole:
            return _alignment(column)
        if column is Column.COMPARE and role == Role.CheckStateRole:
            ticked = run.folder in self._compared
            return (Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked) if run.epochs else None
        return self._words(run, column, role)

    def _words(self, run: RunSummary, column: Column, role: int) -> Any:
        if role in (Role.DisplayRole, Role.EditRole):
            return cell(run, column)
        if role == SORT_ROLE:
            return run.folder in self._compared if column is Column.COMPARE else sort_key(run, column)
        if role == Role.ToolTipRole:
            return tool_tip(run, column)
        if role == Role.AccessibleTextRole and column is Column.COMPARE:
            return tr("Compare {name}", name=run.folder.name)
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if not index.isValid():
            return False
        folder = self._runs[index.row()].folder
        if index.column() == Column.COMPARE and role == Role.CheckStateRole:
            others = [one for one in self._compared if one != folder]
            self.compare([*others, folder] if Qt.CheckState(value) is Qt.CheckState.Checked else others)
            return True
        if index.column() == Column.NAME and role == Role.EditRole and str(value) != folder.name:
            # The folder's name changes, or doesn't, when whoever hears this has tried.
            self.rename_wanted.emit(folder, str(value))
        return False


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if is_number(column) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
