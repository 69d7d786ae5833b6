"""The picture as the network saw it, with what speaks for a class laid over it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.messages import Explained
from gui.language.translate import tr
from gui.layers.inspector.waiting_ground import waiting_ground
from gui.prediction.explanation_words import heat_in_words
from gui.prediction.pictures_model import image_of

#: Edge of the square, in device-independent pixels.
EDGE = 184
_ROUNDING = 6

#: Colours over the picture from weak to strong, after the upper half of matplotlib's `inferno`, whose lightness rises
#: with the value, so that it reads the same for colour-blind people; where nothing speaks, the picture stays as it is.
_COLOURS = (QColor(120, 28, 109, 0), QColor(188, 55, 84, 170), QColor(237, 105, 37, 225), QColor(252, 255, 164, 255))


class HeatMapView(QWidget):
    """A square; empty while an explanation is waited for."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture, self._heat = QImage(), QImage()
        self._opacity = 1.0
        self.setObjectName("heat_map")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_explained(None)

    @property
    def picture(self) -> QImage:
        """The picture under the map; null while it is waited for."""
        return self._picture

    @property
    def heat(self) -> QImage:
        """The map in colours that let the picture through, at its own resolution; null while it is waited for."""
        return self._heat

    @property
    def opacity(self) -> float:
        """How much of the map is seen, 0 to 1."""
        return self._opacity

    def show_explained(self, explained: Explained | None) -> None:
        """Show a picture with its map; None: it is waited for."""
        self._picture, self._heat = QImage(), QImage()
        if explained is not None:
            self._picture = image_of(explained.picture, explained.picture_edge, explained.picture_edge)
            self._heat = coloured_heat(explained.heat, explained.heat_width, explained.heat_height)
        self.setAccessibleName(tr("Heat map") if explained is None else heat_in_words(explained))
        self.update()

    def set_opacity(self, opacity: float) -> None:
        """Show the map at this strength, 0 to 1."""
        self._opacity = opacity
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(EDGE, EDGE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        square = QRectF(self.rect())
        rounded = QPainterPath()
        rounded.addRoundedRect(square, _ROUNDING, _ROUNDING)
        if self._picture.isNull():
            painter.fillPath(rounded, waiting_ground(self.palette()))
            return
        painter.setClipPath(rounded)
        painter.drawImage(square, self._picture)
        painter.setOpacity(self._opacity)
        painter.drawImage(square, self._enlarged_heat())

    def _enlarged_heat(self) -> QImage:
        """Return the map at the size of the screen, smooth over its edges; QPainter would leave out half a point."""
        edge = max(1, round(self.width() * self.devicePixelRatioF()))
        return self._heat.scaled(
            edge, edge, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )


def coloured_heat(heat: bytes, width: int, height: int) -> QImage:
    """Return a map of one byte a point in colours that let through what lies under them, the weaker the more."""
    indexed = QImage(heat, width, height, width, QImage.Format.Format_Indexed8)
    indexed.setColorTable([_colour_of(value / 255.0).rgba() for value in range(256)])
    return indexed.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _colour_of(value: float) -> QColor:
    place = value * (len(_COLOURS) - 1)
    lower = min(int(place), len(_COLOURS) - 2)
    share = place - lower
    one, other = _COLOURS[lower], _COLOURS[lower + 1]
    parts = zip(one.toTuple(), other.toTuple(), strict=True)  # type: ignore[call-overload]
    return QColor(*(round((1.0 - share) * first + share * second) for first, second in parts))
