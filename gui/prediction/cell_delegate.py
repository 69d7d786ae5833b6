"""A delegate for galleries: every item takes its whole cell, so that captions have all the room there is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.window.icons import tinted_pixmap
from gui.window.theme import blend

_ICON, _ROUNDING = 24, 6


class CellDelegate(QStyledItemDelegate):
    """Items of one size, in pixels; an item whose picture is still to come has a placeholder."""

    def __init__(self, *, size: QSize, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._size = size

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return self._size

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Keep the colours of a selected picture, which styles would tint, and the place of one that is to come."""
        super().initStyleOption(option, index)
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if not isinstance(picture, QPixmap):
            picture = QPixmap(option.decorationSize)
            picture.fill(Qt.GlobalColor.transparent)
        icon = QIcon(picture)
        icon.addPixmap(picture, QIcon.Mode.Selected)
        option.icon = icon
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if index.data(Qt.ItemDataRole.DecorationRole) is None:
            whole = QStyleOptionViewItem(option)
            self.initStyleOption(whole, index)
            style = whole.widget.style()
            area = style.subElementRect(QStyle.SubElement.SE_ItemViewItemDecoration, whole, whole.widget)
            _paint_placeholder(painter, area, option.palette)


def _paint_placeholder(painter: QPainter, area: QRect, palette: QPalette) -> None:
    text, ground = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(blend(text, ground, 0.06))
    painter.drawRoundedRect(QRectF(area), _ROUNDING, _ROUNDING)
    icon = tinted_pixmap("picture", _ICON, palette, blend(text, ground, 0.35), painter.device().devicePixelRatioF())
    painter.drawPixmap(area.center() - QPoint(_ICON // 2, _ICON // 2), icon)
    painter.restore()
