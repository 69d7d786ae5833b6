"""A label that shows an icon, crisp on every screen and in the colours of its palette."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.window.icons import tinted_pixmap


def _text_colour(palette: QPalette) -> QColor:
    return palette.color(QPalette.ColorRole.WindowText)


class IconLabel(QWidget):
    """An icon of `size` x `size` device-independent pixels; decoration, so it has no name for screen readers."""

    def __init__(self, *, name: str, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._size = name, size
        self._colour: Callable[[QPalette], QColor] = _text_colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, *, colour: Callable[[QPalette], QColor] | None = None) -> None:
        """Show another icon, in the colour that `colour` picks for a palette (None: the text's)."""
        self._name = name
        self._colour = colour or _text_colour
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self.palette()
        pixmap = tinted_pixmap(self._name, self._size, palette, self._colour(palette), self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, pixmap)
