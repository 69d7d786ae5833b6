"""The cell in which a run gets another name: a box with the name, which screen readers announce."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.language.translate import tr

Index = QModelIndex | QPersistentModelIndex

#: So that a name can be read while it is written, in a column of any width.
_LEAST_WIDTH = 200


class RunNameDelegate(QStyledItemDelegate):
    """Draws as every table does; what is written is the model's to refuse."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("new_run_name")
        editor.setAccessibleName(tr("New name for {data}", data=index.data()))
        editor.setFrame(True)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        cell: QRect = option.rect
        cell.setWidth(max(cell.width(), _LEAST_WIDTH))
        editor.setGeometry(cell)
