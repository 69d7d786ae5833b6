"""Paints what blocks and layers have in common: the shape with its state, the marks on it, the ground of its line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from core.network.freeze_plan import FreezeState
from gui.layers.map.movement import movement_colour
from gui.layers.map.outlines import block_outline, mixed_half
from gui.layers.map.row_look import NodeLook, NodeMarks
from gui.layers.map.state_marks import paint_flame, paint_snowflake
from gui.layers.map.style import MapColours, readable_on

_EDGE, _FOCUS = 1.2, 2.0
_BAND_RADIUS = 4.0
_TAB = 3.0
_LEAST_MARK, _MOST_MARK = 8.0, 15.0
_TEXT_FLAGS = {
    side: (side | Qt.AlignmentFlag.AlignVCenter).value | Qt.TextFlag.TextSingleLine.value
    for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter)
}


def paint_band(painter: QPainter, band: QRectF, marks: NodeMarks, colours: MapColours) -> None:
    """Paint the ground of a line as far as it is selected, pointed at, or current."""
    if not (marks.selected or marks.hovered or marks.current):
        return
    painter.setPen(Qt.PenStyle.NoPen)
    if marks.selected or marks.hovered:
        painter.setBrush(colours.selected if marks.selected else colours.hovered)
        painter.drawRoundedRect(band, _BAND_RADIUS, _BAND_RADIUS)
    if marks.current:
        painter.setPen(QPen(colours.highlight, _FOCUS))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(band.adjusted(1, 1, -1, -1), _BAND_RADIUS, _BAND_RADIUS)


def paint_tab(painter: QPainter, band: QRectF, colours: MapColours) -> None:
    """Paint a tab at the edge of a closed block's line: something inside is selected."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.highlight)
    painter.drawRoundedRect(QRectF(band.left(), band.top() + 2, _TAB, band.height() - 4), _TAB / 2, _TAB / 2)


def paint_shape(
    painter: QPainter,
    rect: QRectF,
    look: NodeLook,
    colours: MapColours,
    *,
    colours_movement: bool = False,
    is_open: bool = False,
    is_silhouette: bool = False,
) -> None:
    """Paint a block, or the bar of a layer.

    is_open: a block in which the layers are seen. is_silhouette: a bar too low for an edge and words.
    """
    outline = block_outline(rect, look.state)
    fills = colours.pale_fills if is_open else colours.silhouettes if is_silhouette else colours.fills
    fill = movement_fill(look, colours) if colours_movement and not is_open else None
    painter.setPen(Qt.PenStyle.NoPen)
    if fill is not None:
        painter.fillPath(outline, fill)
    elif colours_movement:
        painter.fillPath(outline, colours.pale_fills[None])
    elif look.state == FreezeState.MIXED:
        painter.fillPath(outline, fills[FreezeState.FROZEN])
        painter.save()
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        painter.fillPath(mixed_half(rect), fills[FreezeState.TRAINABLE])
        painter.restore()
    else:
        painter.fillPath(outline, fills[look.state])
    if not is_silhouette:
        edge = colours.edges[None] if colours_movement else colours.edges[look.state]
        painter.strokePath(outline, QPen(edge, _EDGE))


def paint_marks(
    painter: QPainter, room: QRectF, look: NodeLook, colours: MapColours, *, colours_movement: bool = False
) -> None:
    """Paint the snowflake, the flame, or both, in the middle of `room`."""
    if look.state is None:
        return
    edge = mark_size(room.height())
    ice, ember = colours.ice, colours.ember
    fill = movement_fill(look, colours) if colours_movement else None
    if fill is not None:
        ice = ember = readable_on(fill)
    middle = room.center()
    if look.state == FreezeState.MIXED:
        offset = edge * 0.62
        paint_snowflake(painter, _square(middle - QPointF(offset, 0), edge), ice)
        paint_flame(painter, _square(middle + QPointF(offset, 0), edge), ember)
    elif look.state == FreezeState.FROZEN:
        paint_snowflake(painter, _square(middle, edge), ice)
    else:
        paint_flame(painter, _square(middle, edge), ember)


def mark_size(height: float) -> float:
    """Return the edge of a mark in a line `height` pixels high."""
    return min(_MOST_MARK, max(_LEAST_MARK, height - 3))


def movement_fill(look: NodeLook, colours: MapColours) -> QColor | None:
    """Return the colour that says how much this moved; None when it did not."""
    return movement_colour(look.moved, on_dark=colours.is_dark) if look.moved else None


def paint_text(
    painter: QPainter, room: QRectF, words: str, font: QFont, colour: QColor, side: Qt.AlignmentFlag
) -> None:
    """Paint a line of words in the middle of `room`'s height."""
    if words:
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(room, _TEXT_FLAGS[side], words)


def _square(middle: QPointF, edge: float) -> QRectF:
    return QRectF(middle.x() - edge / 2, middle.y() - edge / 2, edge, edge)
