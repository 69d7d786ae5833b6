"""Paints the layers inside a row of the layer map: bars as wide as their tensors, on the main path or on the skip.

At first only the shapes, whose waist is the bottleneck of the block; with more room the words of each layer.
"""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from gui.layers.map.map_words import channels_of_layer, figures_of_layer, name_in_row
from gui.layers.map.movement import movement_in_words
from gui.layers.map.node_painting import (
    mark_size,
    movement_fill,
    paint_band,
    paint_marks,
    paint_shape,
    paint_text,
)
from gui.layers.map.outlines import arrow_head, skip_way
from gui.layers.map.row_geometry import Detail
from gui.layers.map.row_painting import WIRE, RowPicture
from gui.layers.map.rows import Skip
from gui.layers.map.style import readable_on
from gui.layers.tree_node import shape_in_words
from gui.window.theme import TIGHT

#: What only rearranges or bends its input is drawn thinner than what has weights.
_THIN = 0.5
_SKIP_START = 3.0


def paint_layers(painter: QPainter, picture: RowPicture) -> None:
    """Paint the layers of an open row."""
    for number in range(len(picture.geometry.layers)):
        if not picture.marks.block.selected:
            line = picture.geometry.layers[number].line
            paint_band(painter, picture.band(line), picture.marks.layers[number], picture.style.colours)
    _paint_ways(painter, picture)
    for number in range(len(picture.geometry.layers)):
        _paint_bar(painter, picture, number)
        if picture.geometry.detail == Detail.LAYERS:
            _paint_words(painter, picture, number)


def _paint_ways(painter: QPainter, picture: RowPicture) -> None:
    geometry, colours = picture.geometry, picture.style.colours
    painter.setPen(QPen(colours.wire, WIRE))
    main = [place for place, one in zip(geometry.layers, picture.row.layers, strict=True) if not one.on_skip]
    painter.drawLine(QLineF(geometry.trunk, geometry.block.bottom(), geometry.trunk, main[-1].bar.top()))
    merging = picture.row.merging_layer
    if picture.row.skip == Skip.NONE or merging is None:
        return
    bar = geometry.layers[picture.row.layers.index(merging)].bar
    start = QPointF(geometry.trunk, geometry.block.bottom() - _SKIP_START)
    end = QPointF(bar.right() + 1, bar.center().y())
    painter.strokePath(skip_way(start, geometry.lane, end), QPen(colours.wire, WIRE))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.wire)
    painter.drawPolygon(arrow_head(end, upwards=False))


def _paint_bar(painter: QPainter, picture: RowPicture, number: int) -> None:
    content, colours = picture.content, picture.style.colours
    look, bar = content.layers[number], picture.geometry.layers[number].bar
    if look.state is None and len(picture.row.layers[number].layer.inputs) < 2:
        thinner = bar.height() * (1 - _THIN) / 2
        bar = bar.adjusted(0, thinner, 0, -thinner)
    is_small = picture.geometry.detail == Detail.SILHOUETTES
    paint_shape(painter, bar, look, colours, colours_movement=content.colours_movement, is_silhouette=is_small)


def _paint_words(painter: QPainter, picture: RowPicture, number: int) -> None:
    one, place, style = picture.row.layers[number], picture.geometry.layers[number], picture.style
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    room = picture.words_room(place.line)
    ink = style.colours.text if one.node.can_be_thawed else style.colours.quiet
    paint_text(painter, room, name_in_row(one, picture.row), style.small, ink, left)
    paint_text(painter, room, _figures(picture, number), style.small, style.colours.quiet, right)
    shapes = picture.room(picture.columns.shapes, place.line)
    paint_text(painter, shapes, shape_in_words(one.layer.output_shape), style.small, style.colours.quiet, right)
    _paint_bar_words(painter, picture, number)


def _figures(picture: RowPicture, number: int) -> str:
    moved = picture.content.layers[number].moved
    if picture.content.colours_movement and moved is not None:
        return movement_in_words(moved)
    return figures_of_layer(picture.row.layers[number])


def _paint_bar_words(painter: QPainter, picture: RowPicture, number: int) -> None:
    """Paint mark and number of channels side by side in the middle of the bar, or what of them has room."""
    one, bar = picture.row.layers[number], picture.geometry.layers[number].bar
    content, style = picture.content, picture.style
    look = content.layers[number]
    if len(one.layer.inputs) > 1:
        paint_text(painter, bar, "+", style.strong, style.colours.text, Qt.AlignmentFlag.AlignHCenter)
        return
    if look.state is None:
        return
    fill = movement_fill(look, style.colours) if content.colours_movement else None
    words = str(channels_of_layer(one.layer))
    mark, width = mark_size(bar.height()), QFontMetricsF(style.small).horizontalAdvance(words)
    mark_room, words_room = bar, None
    if mark + TIGHT + width + 2 * TIGHT <= bar.width() and not one.node.layers[0].is_batch_norm:
        left = bar.center().x() - (mark + TIGHT + width) / 2
        mark_room = QRectF(left, bar.top(), mark, bar.height())
        words_room = QRectF(left + mark + TIGHT, bar.top(), width + 1, bar.height())
    paint_marks(painter, mark_room, look, style.colours, colours_movement=content.colours_movement)
    if words_room is not None:
        ink = style.colours.text if fill is None else readable_on(fill)
        paint_text(painter, words_room, words, style.small, ink, Qt.AlignmentFlag.AlignLeft)
