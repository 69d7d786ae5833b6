"""The frost line in the layer map: a line across all columns, with a grip on which its place is written.

The item keeps its size at every zoom; the scene moves it from cut point to cut point.
"""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.layers.map.node_painting import paint_text
from gui.layers.map.style import MapStyle
from gui.window.theme import SMALL, TIGHT

#: How far from the line the pointer takes hold of it, in pixels.
REACH = 5.0
_HALF_GRIP = 7.5
_LINE, _HELD_LINE = 2.0, 3.0
_ARROW = 3.0


class FrostLineItem(QGraphicsItem):
    """The line. Its own units are pixels, from its left end."""

    def __init__(self) -> None:
        super().__init__()
        self._width = 0.0
        self._words = ""
        self._style: MapStyle | None = None
        self._is_held = self._is_hovered = False
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(2)

    @property
    def words(self) -> str:
        """What is written on the grip."""
        return self._words

    def take_style(self, width: float, style: MapStyle) -> None:
        """Take the width of the map and a style."""
        self.prepareGeometryChange()
        self._width, self._style = width, style
        self.update()

    def show_at(self, down: float, words: str) -> None:
        """Stand `down` units from the top of the map."""
        if (down, words) != (self.pos().y(), self._words):
            self._words = words
            self.setPos(0.0, down)
            self.update()

    def show_pointer(self, *, held: bool, hovered: bool) -> None:
        """Show whether the line is being dragged, or could be."""
        if (held, hovered) != (self._is_held, self._is_hovered):
            self._is_held, self._is_hovered = held, hovered
            self.update()

    def grip(self) -> QRectF:
        """Return the grip, in pixels from the left end of the line."""
        if self._style is None:
            return QRectF()
        words = QFontMetricsF(self._style.small).horizontalAdvance(self._words)
        return QRectF(TIGHT, -_HALF_GRIP, words + 4 * SMALL, 2 * _HALF_GRIP)

    def reaches(self, point: QPointF) -> bool:
        """Return whether a pointer at `point`, in pixels from the left end, takes hold of the line."""
        return abs(point.y()) <= REACH or self.grip().contains(point)

    def boundingRect(self) -> QRectF:
        return QRectF(0.0, -_HALF_GRIP - 2, self._width, 2 * _HALF_GRIP + 4)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        if self._style is None:
            return
        colours = self._style.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.ice, _HELD_LINE if self._is_held or self._is_hovered else _LINE))
        painter.drawLine(QLineF(0, 0, self._width, 0))
        grip = self.grip()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.ice)
        painter.drawRoundedRect(grip, _HALF_GRIP, _HALF_GRIP)
        painter.setBrush(colours.on_ice)
        middle = QPointF(grip.left() + SMALL + _ARROW, 0)
        for side in (-1, 1):
            tip, foot = side * (_ARROW + 2.0), side * 1.5
            corners = [QPointF(0, tip), QPointF(-_ARROW, foot), QPointF(_ARROW, foot)]
            painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
        room = grip.adjusted(2 * SMALL + TIGHT, 0, 0, 0)
        paint_text(painter, room, self._words, self._style.small, colours.on_ice, Qt.AlignmentFlag.AlignLeft)
