"""One picture, as large as there is room for it, never larger than twice its size."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_LARGEST_SCALE = 2.0


class PictureView(QWidget):
    """Shows a picture in the middle of itself; nothing when there is none."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setMinimumSize(120, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def image(self) -> QImage:
        """The picture on show."""
        return self._image

    def show_image(self, image: QImage, description: str) -> None:
        """Show a picture; `description` is what screen readers get."""
        self._image = image
        self.setAccessibleName(description)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, 360)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(fitted(self._image.size(), QRectF(self.rect())), self._image)


def fitted(size: QSize, room: QRectF) -> QRectF:
    """Return where a picture of `size` goes: in the middle of `room`, as large as it fits, at most twice its size."""
    most = QSizeF(size) * _LARGEST_SCALE
    fitting = QSizeF(size).scaled(room.size().boundedTo(most), Qt.AspectRatioMode.KeepAspectRatio)
    corner = room.center() - QPointF(fitting.width() / 2.0, fitting.height() / 2.0)
    return QRectF(corner, fitting)
