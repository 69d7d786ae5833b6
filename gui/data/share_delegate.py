"""A cell that shows a share as a bar with the percentage beside it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.data.class_table_model import SHARE_ROLE
from gui.window.theme import SMALL, accents, blend

_TEXT_WIDTH, _BAR_HEIGHT, _WIDTH = 40, 8, 140


class ShareDelegate(QStyledItemDelegate):
    """Paints `SHARE_ROLE` (0 to 1)."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(_WIDTH, super().sizeHint(option, index).height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        active = bool(option.state & QStyle.StateFlag.State_Active)
        group = QPalette.ColorGroup.Active if active else QPalette.ColorGroup.Inactive
        palette = option.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text = palette.color(group, QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
        if selected:
            painter.fillRect(option.rect, palette.brush(group, QPalette.ColorRole.Highlight))
        area = QRectF(option.rect).adjusted(SMALL, 0, -SMALL, 0)
        painter.setPen(text)
        words = QRectF(area.right() - _TEXT_WIDTH, area.top(), _TEXT_WIDTH, area.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        track = QRectF(
            area.left(), area.center().y() - _BAR_HEIGHT / 2, area.width() - _TEXT_WIDTH - SMALL, _BAR_HEIGHT
        )
        ground = palette.color(group, QPalette.ColorRole.Highlight if selected else QPalette.ColorRole.Base)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(text, ground, 0.12))
        painter.drawRoundedRect(track, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
        track.setWidth(max(_BAR_HEIGHT, track.width() * float(index.data(SHARE_ROLE))))
        painter.setBrush(text if selected else accents(palette).ice)
        painter.drawRoundedRect(track, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
        painter.restore()
