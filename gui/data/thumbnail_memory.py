"""The thumbnails that this window holds, bounded in bytes; those not looked at for longest go first.

Views of the same pictures share one memory. Having thumbnails made is `gui.data.thumbnail_loader`'s work.
"""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPixmap

from core.messages import ThumbnailMade

#: Edge of the square in which a thumbnail is shown, in device-independent pixels.
EDGE = 112
#: What a worker is asked for: enough for screens of two pixels a point, and for the middle of a wide picture.
MADE_EDGE = 2 * EDGE
#: Bytes held at most: several hundred thumbnails, which is some screens full.
LIMIT_BYTES = 40 * 1024 * 1024
_BYTES_PER_PIXEL = 4


class ThumbnailMemory(QObject):
    """Thumbnails by file. A file that turned out to be unreadable is remembered as such."""

    thumbnail_arrived = Signal(object)  # Path

    def __init__(self, *, limit: int = LIMIT_BYTES, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limit = limit
        self._held: OrderedDict[Path, QPixmap | None] = OrderedDict()
        self._bytes = 0

    def __contains__(self, file: Path) -> bool:
        return file in self._held

    def find(self, file: Path) -> QPixmap | None:
        """Return the thumbnail of `file`; None where there is none yet, and of an unreadable file."""
        return self._held.get(file)

    def is_unreadable(self, file: Path) -> bool:
        """Return whether `file` turned out to be unreadable."""
        return file in self._held and self._held[file] is None

    def touch(self, file: Path) -> bool:
        """Note that `file` is in sight, so that its thumbnail stays longest; return whether it is here."""
        if file not in self._held:
            return False
        self._held.move_to_end(file)
        return True

    def take_thumbnail(self, made: ThumbnailMade) -> None:
        """Hold a thumbnail that arrived, and let go of the oldest for it."""
        self._bytes -= _size(self._held.pop(made.file, None))
        pixmap = self._held[made.file] = _as_pixmap(made)
        self._bytes += _size(pixmap)
        while self._bytes > self._limit and len(self._held) > 1:
            self._bytes -= _size(self._held.popitem(last=False)[1])
        self.thumbnail_arrived.emit(made.file)

    def clear(self) -> None:
        """Let go of everything: the files may have changed."""
        self._held.clear()
        self._bytes = 0


def _as_pixmap(made: ThumbnailMade) -> QPixmap | None:
    """Return the picture, no larger than it is shown: its shorter edge fills the square on this machine's screens."""
    if not made.pixels:
        return None
    image = QImage(made.pixels, made.width, made.height, 3 * made.width, QImage.Format.Format_RGB888)
    edge = round(EDGE * _screen_ratio())
    if min(made.width, made.height) > edge:
        keeping = Qt.AspectRatioMode.KeepAspectRatioByExpanding
        image = image.scaled(edge, edge, keeping, Qt.TransformationMode.SmoothTransformation)
    return QPixmap.fromImage(image)


def _screen_ratio() -> float:
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0


def _size(pixmap: QPixmap | None) -> int:
    return 0 if pixmap is None else pixmap.width() * pixmap.height() * _BYTES_PER_PIXEL
