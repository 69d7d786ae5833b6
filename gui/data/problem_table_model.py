"""The table of files that can't be used, each with the reason. Adapts `FileProblem` records."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.messages import FileProblem
from gui.language.core_sentences import said_by_core
from gui.language.translate import tr

#: The `FileProblem` of a row.
PROBLEM_ROLE = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, from left to right."""

    FILE = 0
    REASON = 1


HEADERS = {Column.FILE: tr("File"), Column.REASON: tr("Why it can't be used")}


class ProblemTableModel(QAbstractTableModel):
    """One row for each file."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self._problems: tuple[FileProblem, ...] = ()

    def show_problems(self, folder: Path, problems: Sequence[FileProblem]) -> None:
        """Show the problems of `folder` in place of those before."""
        self.beginResetModel()
        self._folder, self._problems = folder, tuple(problems)
        self.endResetModel()

    def add_problems(self, folder: Path, problems: Sequence[FileProblem]) -> None:
        """Show some more of `folder`, below those before."""
        self._folder = folder
        self.beginInsertRows(QModelIndex(), len(self._problems), len(self._problems) + len(problems) - 1)
        self._problems = (*self._problems, *problems)
        self.endInsertRows()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._problems)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADERS[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        problem = self._problems[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._short_name(problem.file) if index.column() == Column.FILE else said_by_core(problem.reason)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{problem.file}\n{said_by_core(problem.reason)}"
        if role == PROBLEM_ROLE:
            return problem
        return None

    def _short_name(self, file: Path) -> str:
        return file.relative_to(self._folder).as_posix() if file.is_relative_to(self._folder) else str(file)
