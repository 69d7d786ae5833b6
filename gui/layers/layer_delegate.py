"""Draws the rows of the layer tree: with more height than the platform gives, and quieter what has no weights.

What moved in training gets a square in the colour of its movement. Rows without a check box or an icon keep the place
of these, so that the names of one level stand under one another.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from gui.layers.layer_tree_model import MOVED_ROLE, NODE_ROLE, Column
from gui.layers.map.movement import movement_colour
from gui.layers.tree_node import TreeNode
from gui.window.theme import SMALL, hairline, is_dark, muted_text

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
        moved = index.data(MOVED_ROLE) if index.column() == Column.NAME else None
        if moved:
            option.icon = QIcon(self._swatch(moved, option))

    def _swatch(self, moved: float, option: QStyleOptionViewItem) -> QPixmap:
        """Return a small square in the colour of a movement, with an edge that shows on every ground."""
        ratio = self._view.devicePixelRatioF()
        pixmap = QPixmap(option.decorationSize * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(hairline(option.palette))
        painter.setBrush(movement_colour(moved, on_dark=is_dark(option.palette)))
        room = QRectF(0, 0, option.decorationSize.width(), option.decorationSize.height())
        painter.drawRoundedRect(room.adjusted(1.5, 1.5, -1.5, -1.5), 3, 3)
        painter.end()
        return pixmap

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
