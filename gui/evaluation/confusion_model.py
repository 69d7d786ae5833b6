"""The confusion matrix as a table model: a row for each true class, a column for each answer."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.messages import Evaluation
from gui.evaluation.class_order import order_by_confusion
from gui.language.translate import tr
from gui.training.progress_words import percentage

Index = QModelIndex | QPersistentModelIndex

#: The roles that return a cell's count; its share of the row, 0 to 1; and whether the answer was right.
COUNT_ROLE = Qt.ItemDataRole.UserRole
RATE_ROLE = Qt.ItemDataRole.UserRole + 1
RIGHT_ROLE = Qt.ItemDataRole.UserRole + 2


class ConfusionModel(QAbstractTableModel):
    """Counts of pictures, or their shares of all pictures of the true class."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._counts: tuple[tuple[int, ...], ...] = ()
        self._totals: tuple[int, ...] = ()
        self._order: tuple[int, ...] = ()
        self._as_rates = False
        self._by_confusion = False

    @property
    def class_names(self) -> tuple[str, ...]:
        """The classes, in the order of rows and columns."""
        return tuple(self._names[number] for number in self._order)

    def show_evaluation(self, evaluation: Evaluation | None) -> None:
        """Show the matrix of an evaluation; None shows none."""
        self.beginResetModel()
        self._names = evaluation.class_names if evaluation else ()
        self._counts = evaluation.confusion if evaluation else ()
        self._totals = tuple(map(sum, self._counts))
        self._order = self._ordered()
        self.endResetModel()

    def show_rates(self, as_rates: bool) -> None:
        """Show shares of the true class rather than counts."""
        self._as_rates = as_rates
        if self._counts:
            last = len(self._counts) - 1
            self.dataChanged.emit(self.index(0, 0), self.index(last, last), [Qt.ItemDataRole.DisplayRole])

    def sort_by_confusion(self, by_confusion: bool) -> None:
        """Put what is confused most first, or (False) keep the order of the classes."""
        if by_confusion != self._by_confusion:
            self.beginResetModel()
            self._by_confusion = by_confusion
            self._order = self._ordered()
            self.endResetModel()

    def _ordered(self) -> tuple[int, ...]:
        return order_by_confusion(self._counts) if self._by_confusion else tuple(range(len(self._counts)))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._counts)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._counts)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        name = self._names[self._order[section]]
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.ToolTipRole:
            return (
                tr("Called {name}", name=name)
                if orientation is Qt.Orientation.Horizontal
                else tr("Pictures of {name}", name=name)
            )
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._order[index.row()], self._order[index.column()]
        count, total = self._counts[row][column], self._totals[row]
        rate = share_of_row(count, total)
        if role == Qt.ItemDataRole.DisplayRole:
            return percentage(rate, 0) if self._as_rates else str(count)
        if role == COUNT_ROLE:
            return count
        if role == RATE_ROLE:
            return rate
        if role == RIGHT_ROLE:
            return row == column
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            true, called = self._names[row], self._names[column]
            return tr(
                "{count} of {total} pictures of {true} were called {called} ({percentage})",
                count=count,
                total=total,
                true=true,
                called=called,
                percentage=percentage(rate),
            )
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        return None


def share_of_row(count: int, total: int) -> float:
    """Return a cell's share of its row, 0 to 1; 0 where the row is empty."""
    return count / total if total else 0.0
