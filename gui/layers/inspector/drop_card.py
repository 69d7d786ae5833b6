"""A card on which one picture can be dropped: the ground of the inspector."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QWidget

from gui.language.core_sentences import said_by_core
from gui.layers.inspector.dropped_picture import may_be_a_picture, picture_in
from gui.window.theme import HAIR, card_surface, hairline


class DropCard(QWidget):
    """Its edge lights up while letting go would do something. Folders and freeze plans are left to the window."""

    picture_dropped = Signal(object)  # Path | bytes
    drop_refused = Signal(str)  # why, in a sentence

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hovered = False
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if may_be_a_picture(event.mimeData()):
            event.acceptProposedAction()
            self._set_hovered(True)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if may_be_a_picture(event.mimeData()):
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._set_hovered(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_hovered(False)
        event.acceptProposedAction()
        picture = picture_in(event.mimeData())
        if isinstance(picture, (Path, bytes)):
            self.picture_dropped.emit(picture)
        else:
            self.drop_refused.emit(said_by_core(picture.reason))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        highlight = palette.color(QPalette.ColorRole.Highlight)
        painter.setPen(QPen(highlight, HAIR, Qt.PenStyle.DashLine) if self._hovered else QPen(hairline(palette), 1))
        painter.setBrush(card_surface(palette))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _set_hovered(self, hovered: bool) -> None:
        self._hovered = hovered
        self.update()
