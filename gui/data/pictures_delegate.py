"""A cell that shows the first pictures of a group side by side."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from gui.data.duplicate_table_model import PICTURES_IN_A_ROW, PIXMAPS_ROLE
from gui.window.theme import SMALL, TIGHT, blend

#: Edge of a picture in a row, in device-independent pixels.
EDGE = 36
CELL = QSize(PICTURES_IN_A_ROW * (EDGE + TIGHT) + 2 * SMALL, EDGE + 2 * TIGHT)


class PicturesDelegate(QStyledItemDelegate):
    """Paints `PIXMAPS_ROLE`; a square of the ground's own tone stands for a picture that is not here yet."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return CELL

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ground = blend(
            option.palette.color(QPalette.ColorRole.Text), option.palette.color(QPalette.ColorRole.Base), 0.1
        )
        corner = QPoint(option.rect.left() + SMALL, option.rect.center().y() - EDGE // 2)
        for pixmap in index.data(PIXMAPS_ROLE):
            square = QRect(corner, QSize(EDGE, EDGE))
            if isinstance(pixmap, QPixmap):
                inside = QRect(QPoint(), pixmap.size().scaled(square.size(), Qt.AspectRatioMode.KeepAspectRatio))
                inside.moveCenter(square.center())
                painter.drawPixmap(inside, pixmap)
            else:
                painter.fillRect(square, ground)
            corner += QPoint(EDGE + TIGHT, 0)
        painter.restore()
