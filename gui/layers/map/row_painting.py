"""Paints a row of the layer map: its block with the mark of its state, its words, the main path and the skip.

The painter stands at the upper left corner of the row's slot, in pixels. The layers inside are painted by
`layer_painting`.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.layers.map.columns import Columns, Span
from gui.layers.map.map_words import figures_of_row
from gui.layers.map.movement import movement_in_words
from gui.layers.map.node_painting import paint_band, paint_marks, paint_shape, paint_tab, paint_text
from gui.layers.map.outlines import arrow_head, landscape, skip_way
from gui.layers.map.row_geometry import Detail, RowGeometry
from gui.layers.map.row_look import NodeLook, RowContent, RowMarks
from gui.layers.map.rows import MapRow, Skip
from gui.layers.map.style import MapStyle
from gui.window.theme import MEDIUM, TIGHT

WIRE = 1.6
_PROJECTION = 7.0
_LOOP_START = 4.0


@dataclass(frozen=True)
class RowPicture:
    """All that painting a row needs to know. is_first: the image, is_last: the head."""

    row: MapRow
    geometry: RowGeometry
    columns: Columns
    content: RowContent
    marks: RowMarks
    style: MapStyle
    is_first: bool
    is_last: bool

    @property
    def is_open(self) -> bool:
        """Whether the layers are seen."""
        return self.geometry.detail != Detail.BLOCK

    def room(self, span: Span, line: QRectF) -> QRectF:
        """Return the place of a column in a line."""
        return QRectF(span.left, line.top(), span.width, line.height())

    def words_room(self, line: QRectF) -> QRectF:
        """Return the place of name and figures in a line."""
        return self.room(self.columns.words, line).adjusted(0, 0, -MEDIUM, 0)

    def band(self, line: QRectF) -> QRectF:
        """Return the ground of a line, from its words to the right edge."""
        left = self.columns.words.left - TIGHT
        return QRectF(left, line.top(), self.geometry.width - TIGHT - left, line.height())


def paint_row(painter: QPainter, picture: RowPicture) -> None:
    """Paint a row, but not the layers in it."""
    geometry, content, colours = picture.geometry, picture.content, picture.style.colours
    whole = QRectF(0, 1, geometry.width, geometry.height - 2)
    paint_band(painter, picture.band(whole), picture.marks.block, colours)
    if picture.marks.block.holds_selected and not picture.is_open:
        paint_tab(painter, picture.band(whole), colours)
    _paint_trunk(painter, picture)
    moves = content.colours_movement
    paint_shape(painter, geometry.block, content.block, colours, colours_movement=moves, is_open=picture.is_open)
    _paint_words(painter, picture)
    if picture.is_open:
        room = picture.room(picture.columns.blocks, geometry.header)
        paint_marks(painter, room, content.block, colours)
        return
    if picture.is_first:
        painter.fillPath(landscape(geometry.block), colours.wire)
    _paint_skip(painter, picture)
    paint_marks(painter, geometry.block, content.block, colours, colours_movement=moves)


def _paint_trunk(painter: QPainter, picture: RowPicture) -> None:
    geometry = picture.geometry
    middle, block = geometry.trunk, geometry.block
    painter.setPen(QPen(picture.style.colours.wire, WIRE))
    if not picture.is_last:
        painter.drawLine(QLineF(middle, 0, middle, block.top()))
    if not picture.is_first:
        painter.drawLine(QLineF(middle, block.bottom(), middle, geometry.height))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(picture.style.colours.wire)
        painter.drawPolygon(arrow_head(QPointF(middle, block.bottom() + 0.5), upwards=True))


def _paint_skip(painter: QPainter, picture: RowPicture) -> None:
    if picture.row.skip == Skip.NONE:
        return
    geometry, colours = picture.geometry, picture.style.colours
    block, lane = geometry.block, geometry.lane
    start = QPointF(block.right(), block.bottom() - _LOOP_START)
    end = QPointF(block.right() + 1, block.top() + _LOOP_START)
    painter.strokePath(skip_way(start, lane, end), QPen(colours.wire, WIRE))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.wire)
    painter.drawPolygon(arrow_head(end, upwards=False))
    if picture.row.skip == Skip.PROJECTION:
        middle = block.center().y()
        box = QRectF(lane - _PROJECTION / 2, middle - _PROJECTION / 2, _PROJECTION, _PROJECTION)
        paint_shape(painter, box, _look_of_skip(picture), colours, colours_movement=picture.content.colours_movement)


def _look_of_skip(picture: RowPicture) -> NodeLook:
    """Return the look of the first layer on the skip connection that can learn."""
    pairs = zip(picture.row.layers, picture.content.layers, strict=True)
    return next((look for one, look in pairs if one.on_skip and look.state is not None), NodeLook(state=None))


def _paint_words(painter: QPainter, picture: RowPicture) -> None:
    geometry, content, style = picture.geometry, picture.content, picture.style
    if geometry.height < style.line_height - 2:
        return
    header = geometry.header
    font = style.strong if picture.is_open else style.name
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    room = picture.words_room(header)
    paint_text(painter, room, picture.row.node.name, font, style.colours.text, left)
    paint_text(painter, room, _figures(picture), style.small, style.colours.quiet, right)
    shapes = picture.room(picture.columns.shapes, header)
    paint_text(painter, shapes, content.output, style.small, style.colours.text, right)


def _figures(picture: RowPicture) -> str:
    moved = picture.content.block.moved
    if picture.content.colours_movement:
        return "" if moved is None else movement_in_words(moved)
    return figures_of_row(picture.row)
