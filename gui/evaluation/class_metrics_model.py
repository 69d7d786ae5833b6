"""The measures of each class as a table model: precision, recall, F1 and the number of pictures."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.messages import ClassMetrics
from gui.language.translate import tr
from gui.training.progress_words import percentage

Index = QModelIndex | QPersistentModelIndex

#: The role by which columns are sorted.
SORT_ROLE = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """The columns of the table."""

    CLASS = 0
    PRECISION = 1
    RECALL = 2
    F1 = 3
    SUPPORT = 4


_TITLES = {
    Column.CLASS: (tr("Class"), ""),
    Column.PRECISION: (
        tr("Precision"),
        tr("Of the pictures that were called this class, the part that belongs to it."),
    ),
    Column.RECALL: (tr("Recall"), tr("Of the pictures of this class, the part that was called so.")),
    Column.F1: ("F1", tr("The harmonic mean of precision and recall.")),
    Column.SUPPORT: (tr("Pictures"), tr("How many pictures of this class were looked at.")),
}


class ClassMetricsModel(QAbstractTableModel):
    """A row for each class."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._classes: tuple[ClassMetrics, ...] = ()

    def show_classes(self, classes: Sequence[ClassMetrics]) -> None:
        """Show these classes in place of those before."""
        self.beginResetModel()
        self._classes = tuple(classes)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._classes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        title, explanation = _TITLES[Column(section)]
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == Qt.ItemDataRole.ToolTipRole:
            return explanation or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = Column(index.column())
        value = _value(self._classes[index.row()], column)
        if role == Qt.ItemDataRole.DisplayRole:
            return percentage(value) if isinstance(value, float) else str(value)
        if role == SORT_ROLE:
            return value.casefold() if isinstance(value, str) else value
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None


def _value(one: ClassMetrics, column: Column) -> str | float | int:
    values: dict[Column, str | float | int] = {
        Column.CLASS: one.class_name,
        Column.PRECISION: float(one.precision),
        Column.RECALL: float(one.recall),
        Column.F1: float(one.f1),
        Column.SUPPORT: one.support,
    }
    return values[column]


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column is Column.CLASS else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
