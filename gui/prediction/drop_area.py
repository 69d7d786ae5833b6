"""Where pictures are dropped: an invitation while there is none, then the current picture in large."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gui.language.translate import tr
from gui.prediction.dropped_sources import may_hold_pictures, read_sources
from gui.prediction.empty_state import EmptyState
from gui.prediction.picture_view import PictureView
from gui.window.theme import MEDIUM, hairline, muted_text, tinted_surface


class DropArea(QWidget):
    """Takes dropped files, folders, pictures and addresses; shows a picture or says what to do."""

    sources_dropped = Signal(object)  # DroppedSources

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("predict_drop_area")
        self.setAccessibleName(tr("Drop pictures here"))
        self.setAcceptDrops(True)
        self.setMinimumSize(280, 240)
        self._hovered = False
        self._invitation = EmptyState(icon="picture")
        self._picture = PictureView()
        self._lay_out()

    def _lay_out(self) -> None:
        self._layers = QStackedWidget()
        self._layers.addWidget(self._invitation)
        self._layers.addWidget(self._picture)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        frame.addWidget(self._layers)

    @property
    def shows_picture(self) -> bool:
        """Whether a picture is on show, rather than the invitation."""
        return self._layers.currentWidget() is self._picture

    @property
    def picture(self) -> QImage:
        """The picture on show, in the size that is kept of it."""
        return self._picture.image if self.shows_picture else QImage()

    def invite(self, title: str, hint: str) -> None:
        """Say what to do, in place of a picture."""
        self._invitation.say(title, hint)
        self._layers.setCurrentWidget(self._invitation)
        self.update()

    def show_picture(self, image: QImage, description: str) -> None:
        """Show a picture; `description` is what screen readers get."""
        self._picture.show_image(image, description)
        self._layers.setCurrentWidget(self._picture)
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if may_hold_pictures(event.mimeData()):
            event.acceptProposedAction()
            self._set_hovered(True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if may_hold_pictures(event.mimeData()):
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._set_hovered(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_hovered(False)
        event.acceptProposedAction()
        self.sources_dropped.emit(read_sources(event.mimeData()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        highlight = palette.color(QPalette.ColorRole.Highlight)
        base = palette.color(QPalette.ColorRole.Base)
        painter.setBrush(tinted_surface(palette, highlight) if self._hovered else base)
        painter.setPen(self._edge(palette))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _edge(self, palette: QPalette) -> QPen:
        if self._hovered:
            return QPen(palette.color(QPalette.ColorRole.Highlight), 2, Qt.PenStyle.DashLine)
        if self.shows_picture:
            return QPen(hairline(palette), 1)
        return QPen(muted_text(palette), 1.5, Qt.PenStyle.DashLine)

    def _set_hovered(self, hovered: bool) -> None:
        self._hovered = hovered
        self.update()
