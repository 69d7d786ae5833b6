"""Draws the rows of the layer tree: more height than the platform gives, and what has no weights in a quieter tone.

Rows without a check box or an icon keep the place of these, so that the names of one level stand under one another.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from gui.layers.layer_tree_model import NODE_ROLE, Column
from gui.layers.tree_node import TreeNode
from gui.window.theme import SMALL, muted_text

_Index = QModelIndex | QPersistentModelIndex


class LayerDelegate(QStyledItemDelegate):
    """For all columns."""

    def __init__(self, *, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), self._view.fontMetrics().height() + SMALL)

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        node = index.data(NODE_ROLE)
        if isinstance(node, TreeNode) and not (node.can_be_thawed or node.is_head):
            option.palette.setColor(QPalette.ColorRole.Text, muted_text(option.palette))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        missing = self._missing_width(option, index) if index.column() == Column.NAME else 0
        if missing:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(option.rect, option.palette.highlight())
            option.rect.setLeft(option.rect.left() + missing)
        super().paint(painter, option, index)

    def _missing_width(self, option: QStyleOptionViewItem, index: _Index) -> int:
        style = self._view.style()
        margins = 2 * (style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1)
        width = 0
        if index.data(Qt.ItemDataRole.CheckStateRole) is None:
            width += style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth) + margins
        if index.data(Qt.ItemDataRole.DecorationRole) is None:
            width += option.decorationSize.width() + margins
        return width
