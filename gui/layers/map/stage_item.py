"""A stage of several blocks in the layer map: the card under its rows, with its name and state at the left edge."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.layers.map.columns import Columns
from gui.layers.map.node_painting import mark_size, paint_band, paint_marks, paint_text
from gui.layers.map.row_item import pixels_of_slot
from gui.layers.map.row_look import NodeLook, NodeMarks
from gui.layers.map.style import MapColours, MapStyle
from gui.layers.tree_node import TreeNode
from gui.window.theme import HAIR, MEDIUM, SMALL, TIGHT

_RADIUS = 6.0
_MOST_LINES = 2.0


class StageItem(QGraphicsItem):
    """Shows one stage. row_height: units of its uppermost row, beside which the name stands."""

    def __init__(self, *, node: TreeNode, look: NodeLook, marks: NodeMarks) -> None:
        super().__init__()
        self.node = node
        self.look = look
        self.marks = marks
        self._height = self._row_height = self._line = 0.0
        self._columns: Columns | None = None
        self._style: MapStyle | None = None
        self.setZValue(-1)

    def place(self, top: float, height: float, row_height: float, columns: Columns, style: MapStyle) -> None:
        """Take a place in the layout, and a style."""
        self.prepareGeometryChange()
        self._height, self._row_height, self._columns, self._style = height, row_height, columns, style
        self.setPos(0.0, top)
        self.update()

    def show_line(self, down: float) -> None:
        """Take the height of the frost line, in units from the top of the item; the scene repaints what it passed."""
        self._line = down

    def show_look(self, look: NodeLook) -> None:
        """Show this state; only the left edge is repainted."""
        if look != self.look:
            self.look = look
            self.update(self._edge())

    def show_marks(self, marks: NodeMarks) -> None:
        """Show these marks."""
        if marks != self.marks:
            self.marks = marks
            self.update(self._edge())

    def boundingRect(self) -> QRectF:
        return QRectF(0.0, 0.0, 0.0 if self._columns is None else self._columns.width, self._height)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        if self._columns is None or self._style is None:
            return
        transform = painter.worldTransform()
        left, top, height = pixels_of_slot(transform.dx(), transform.dy(), self._height * transform.m22())
        row_height = self._row_height * transform.m22()
        painter.setWorldTransform(QTransform.fromTranslate(left, top))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(TIGHT, HAIR, self._columns.width - SMALL, height - 2 * HAIR)
        _paint_card(painter, card, round(self._line * transform.m22()), self._style.colours)
        if self._columns.has_stages:
            self._paint_edge(painter, self._columns, self._style, card, row_height)

    def _paint_edge(
        self, painter: QPainter, columns: Columns, style: MapStyle, card: QRectF, row_height: float
    ) -> None:
        edge = QRectF(card.left(), card.top(), columns.words.left - 2 * TIGHT - card.left(), card.height())
        paint_band(painter, edge, self.marks, style.colours)
        line = QRectF(columns.stage.left, 0, columns.stage.width - MEDIUM, name_height(row_height, style))
        paint_text(painter, line, self.node.name, style.strong, style.colours.text, Qt.AlignmentFlag.AlignLeft)
        mark = mark_size(style.line_height)
        below = QRectF(line.left(), 0, line.width(), style.line_height)
        below.moveTop(mark_middle(row_height, style) - style.line_height / 2)
        paint_marks(painter, below, self.look, style.colours)
        foot = below.center().y() + mark
        if card.bottom() - SMALL > foot:
            painter.setPen(QPen(style.colours.hairline, HAIR))
            middle = below.center().x()
            painter.drawLine(QLineF(middle, foot, middle, card.bottom() - SMALL))

    def _edge(self) -> QRectF:
        width = 0.0 if self._columns is None else self._columns.words.left
        return QRectF(0.0, 0.0, width, self._height)


def _paint_card(painter: QPainter, card: QRectF, line: int, colours: MapColours) -> None:
    """Paint the card in two opaque parts, above and below the frost line, which is far quicker than a veil."""
    painter.setPen(Qt.PenStyle.NoPen)
    for top, bottom, colour in (
        (card.top(), min(card.bottom(), line), colours.stage_above),
        (max(card.top(), line), card.bottom(), colours.stage_below),
    ):
        if bottom > top:
            painter.save()
            painter.setClipRect(QRectF(card.left(), top, card.width(), bottom - top), Qt.ClipOperation.IntersectClip)
            painter.setBrush(colour)
            painter.drawRoundedRect(card, _RADIUS, _RADIUS)
            painter.restore()


def name_height(row_height: float, style: MapStyle) -> float:
    """Return how high the line of the stage's name is, in pixels, beside a row of this height."""
    return min(row_height, _MOST_LINES * style.line_height)


def mark_middle(row_height: float, style: MapStyle) -> float:
    """Return how far down the mark of the stage's state is: clear of the grip of a frost line between two rows."""
    is_roomy = row_height > 2 * _MOST_LINES * style.line_height
    return (1.5 * _MOST_LINES * style.line_height) if is_roomy else 1.5 * row_height
