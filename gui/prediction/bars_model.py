"""The classes of one picture with their probabilities, as a list model for the bars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.training.progress_words import percentage

Index = QModelIndex | QPersistentModelIndex

#: The role that returns a class's probability, 0 to 1.
PROBABILITY_ROLE = Qt.ItemDataRole.UserRole


class BarsModel(QAbstractListModel):
    """Classes, the likeliest first."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._classes: tuple[tuple[str, float], ...] = ()

    def show_classes(self, classes: Sequence[tuple[str, float]]) -> None:
        """Show these classes with their probabilities (0 to 1) in place of those before."""
        if tuple(classes) != self._classes:
            self.beginResetModel()
            self._classes = tuple(classes)
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._classes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        class_name, probability = self._classes[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return class_name
        if role == PROBABILITY_ROLE:
            return probability
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{class_name}: {percentage(probability, 2)}"
        return None
