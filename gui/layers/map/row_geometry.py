"""The pixels of one row of the layer map: its block, its line of words, and its layers once there is room for them.

Gaps and words keep their size at every zoom; what grows is the room for layers. Plain geometry over numbers that come
in.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QPointF, QRectF

from gui.layers.map.columns import Columns
from gui.layers.map.layout import INSET, share_of_width
from gui.layers.map.map_words import channels_of_layer
from gui.layers.map.rows import MapLayer, MapRow

#: Pixels between a block's edge and what is inside it; between two bars; of the narrowest silhouette of a layer.
_PADDING, _BAR_GAP, _SILHOUETTE = 6.0, 2.0, 4.0
#: How many lines of words high a block is at least before its layers are seen.
_LEAST_OPEN = 5
#: A row of fewer layers opens where one of so many would, so that image and stem open together.
_LEAST_LAYERS = 6
#: The distance of the skip connection from the block, as a share of its column, and the widest bar on it.
_LANE, _LANE_BAR = 0.5, 0.62


class Detail(IntEnum):
    """How much of a row is seen: the block, its layers as shapes, or its layers with their words."""

    BLOCK = 0
    SILHOUETTES = 1
    LAYERS = 2


@dataclass(frozen=True)
class LayerPlace:
    """Where a layer stands: its line across all columns, and its bar."""

    line: QRectF
    bar: QRectF


@dataclass(frozen=True)
class RowGeometry:
    """The pixels of a row, from the upper left corner of its slot.

    header: the line of the row's own words. lane: where the skip connection runs. layers: as in `MapRow.layers`,
    empty unless they are seen.
    """

    width: float
    height: float
    block: QRectF
    header: QRectF
    lane: float
    detail: Detail
    layers: tuple[LayerPlace, ...]

    @property
    def trunk(self) -> float:
        """Where the main path runs."""
        return self.block.center().x()

    def layer_at(self, point: QPointF) -> int:
        """Return the number of the layer whose words or bar are at this point, -1 for none."""
        if self.detail == Detail.LAYERS:
            for number, place in enumerate(self.layers):
                if place.line.contains(point):
                    return number
        return -1


@dataclass(frozen=True)
class LineHeights:
    """The heights of a line of a block and of a layer, in pixels."""

    block: float
    layer: float


def row_geometry(row: MapRow, columns: Columns, most_channels: int, heights: LineHeights, height: float) -> RowGeometry:
    """Return the pixels of `row` in a slot `height` pixels high."""
    block = _block(row, columns, most_channels, height)
    detail = _detail(len(row.layers), block.height(), heights)
    header_height = heights.block if detail == Detail.BLOCK else min(heights.block + _PADDING, block.height())
    header_top = block.top() if detail != Detail.BLOCK else block.center().y() - header_height / 2
    return RowGeometry(
        width=columns.width,
        height=height,
        block=block,
        header=QRectF(0.0, header_top, columns.width, header_height),
        lane=block.right() + columns.skips.width * _LANE,
        detail=detail,
        layers=() if detail == Detail.BLOCK else _layers(row, columns, most_channels, block, header_height),
    )


def height_for_layers(layers: int, heights: LineHeights) -> float:
    """Return how high a slot has to be for the words of all its layers to have room."""
    return heights.block + 2 * _PADDING + layers * (heights.layer + _BAR_GAP) + 2 * INSET


def _block(row: MapRow, columns: Columns, most_channels: int, height: float) -> QRectF:
    width = round(columns.blocks.width * share_of_width(row.channels, most_channels) / 2) * 2
    middle = round(columns.blocks.middle)
    return QRectF(middle - width / 2, INSET, width, max(1.0, height - 2 * INSET))


def _detail(layers: int, height: float, heights: LineHeights) -> Detail:
    if layers < 2:
        return Detail.BLOCK
    if height + 2 * INSET >= height_for_layers(max(layers, _LEAST_LAYERS), heights):
        return Detail.LAYERS
    if height >= max(_LEAST_OPEN * heights.block, heights.block + 2 * _PADDING + layers * _SILHOUETTE):
        return Detail.SILHOUETTES
    return Detail.BLOCK


def _layers(
    row: MapRow, columns: Columns, most_channels: int, block: QRectF, header_height: float
) -> tuple[LayerPlace, ...]:
    top, bottom = block.top() + header_height, block.bottom() - _PADDING
    line_height = (bottom - top) / len(row.layers)
    places = []
    for number, one in enumerate(row.layers):
        line_top = round(bottom - (number + 1) * line_height)
        line_bottom = round(bottom - number * line_height)
        line = QRectF(0.0, line_top, columns.width, line_bottom - line_top)
        bar_width, middle = _bar_width(one, columns, most_channels, block), block.center().x()
        if one.on_skip:
            bar_width = min(bar_width, columns.skips.width * _LANE_BAR)
            middle = block.right() + columns.skips.width * _LANE
        bar = QRectF(middle - bar_width / 2, line.top(), bar_width, line.height() - _BAR_GAP)
        places.append(LayerPlace(line=line, bar=bar))
    return tuple(places)


def _bar_width(one: MapLayer, columns: Columns, most_channels: int, block: QRectF) -> float:
    width = columns.blocks.width * share_of_width(channels_of_layer(one.layer), most_channels)
    return round(max(2 * _PADDING, min(width, block.width()) - 2 * _PADDING) / 2) * 2
