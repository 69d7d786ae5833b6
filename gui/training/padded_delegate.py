"""A delegate that gives the cells of a table some air at both sides, so that columns don't run into each other."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from gui.window.theme import MEDIUM


class PaddedDelegate(QStyledItemDelegate):
    """Asks for wider cells; numbers and words keep their side."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + MEDIUM, hint.height())
