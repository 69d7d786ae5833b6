"""The icons of `assets`, drawn in the colours of the palette that holds when they are painted.

So an icon set once follows the desktop from light to dark by itself. Which icon stands for what is decided by those
who use them.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QImage, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from assets import icon_file
from gui.window.theme import accents, blend

#: The colours that the files have for the two accents.
_ICE_IN_FILE, _EMBER_IN_FILE = b"#2f8fd8", b"#e8702a"


def themed_icon(name: str) -> QIcon:
    """Return the icon `name` in the text colour of the application's palette, now and after it changes."""
    return QIcon(_ThemedIconEngine(name))


def application_icon() -> QIcon:
    """Return the icon of the program, which has colours of its own."""
    icon = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        icon.addPixmap(tinted_pixmap("frostline", size, QPalette(), QColor("black")))
    return icon


def tinted_pixmap(
    name: str, size: int, palette: QPalette, colour: QColor, ratio: float = 1.0, *, plain: bool = False
) -> QPixmap:
    """Return the icon `name` in `colour`, its accents made for `palette`.

    size: edge of the square in device-independent pixels. ratio: pixels of the screen for each of these. plain: the
    accents are in `colour` too, since the icon lies on one of them.
    """
    chosen = accents(palette)
    ice, ember = (colour, colour) if plain else (chosen.ice, chosen.ember)
    if name == "frostline":
        ice, ember = QColor(_ICE_IN_FILE.decode()), QColor(_EMBER_IN_FILE.decode())
    pixmap = QPixmap.fromImage(_drawn(name, round(size * ratio), colour.name(), ice.name(), ember.name()))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


class _ThemedIconEngine(QIconEngine):
    """Draws an icon of `assets` in the colours of the moment."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float) -> QPixmap:
        """Return the icon for a size in device-independent pixels, as Qt has it since 6.8."""
        palette = QGuiApplication.palette()
        edge = max(1, min(size.width(), size.height()))
        on_highlight = mode == QIcon.Mode.Selected
        return tinted_pixmap(self._name, edge, palette, _colour(palette, mode), scale, plain=on_highlight)

    def clone(self) -> QIconEngine:
        return _ThemedIconEngine(self._name)

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:
        edge = min(size.width(), size.height())
        return QSize(edge, edge)

    def key(self) -> str:
        return "frostline"


def _colour(palette: QPalette, mode: QIcon.Mode) -> QColor:
    if mode == QIcon.Mode.Selected:
        return palette.color(QPalette.ColorRole.HighlightedText)
    text = palette.color(QPalette.ColorRole.ButtonText)
    if mode == QIcon.Mode.Disabled:
        return blend(text, palette.color(QPalette.ColorRole.Window), 0.4)
    return text


@lru_cache(maxsize=512)
def _drawn(name: str, pixels: int, colour: str, ice: str, ember: str) -> QImage:
    svg = icon_file(name).read_bytes().replace(b"currentColor", colour.encode())
    svg = svg.replace(_ICE_IN_FILE, ice.encode()).replace(_EMBER_IN_FILE, ember.encode())
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(QPoint(0, 0), QSize(pixels, pixels)))
    painter.end()
    return image
