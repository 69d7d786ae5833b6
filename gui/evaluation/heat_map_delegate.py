"""Paints the cells of the confusion matrix: the larger the share, the fuller the colour; right and wrong differ."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.evaluation.confusion_model import COUNT_ROLE, RATE_ROLE, RIGHT_ROLE
from gui.window.theme import accents, blend, contrast_ratio, muted_text, scaled_font

Index = QModelIndex | QPersistentModelIndex


class HeatMapDelegate(QStyledItemDelegate):
    """Right answers in the colour of ice, wrong ones in that of embers, nothing where there is none."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette: QPalette = option.palette
        area = QRectF(option.rect)
        ground = heat(palette, index.data(RATE_ROLE), right=index.data(RIGHT_ROLE))
        painter.save()
        painter.fillRect(area, ground)
        nothing = not index.data(COUNT_ROLE)
        painter.setPen(muted_text(palette) if nothing else readable_on(ground, palette))
        painter.setFont(scaled_font(option.font, 1.0, strong=index.data(RIGHT_ROLE)))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, index.data())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Text), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        painter.restore()


def heat(palette: QPalette, rate: float, *, right: bool) -> QColor:
    """Return the ground of a cell that holds `rate` (0 to 1) of its row."""
    chosen = accents(palette)
    base = palette.color(QPalette.ColorRole.Base)
    if rate <= 0.0:
        return base
    return blend(chosen.ice if right else chosen.ember, base, 0.15 + 0.75 * rate)


def readable_on(ground: QColor, palette: QPalette) -> QColor:
    """Return whichever of the palette's text and base colours stands out more from `ground`."""
    candidates = (palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base))
    return max(candidates, key=lambda colour: contrast_ratio(colour, ground))
