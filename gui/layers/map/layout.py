"""Where the rows of the layer map stand, in the map's own units, before any zoom.

The head is at the top and the image at the bottom, as the ground has its surface at the top: fire above the frost
line, frost below. A block is as wide as its tensor has channels and as high as its grid is fine, both on compressive
scales. Plain numbers; pixels are worked out in `row_geometry`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from gui.layers.map.columns import Columns, Span
from gui.layers.map.rows import MapRow

#: Pixels between a block and the edge of its slot, at every zoom: half of the gap in which the frost line runs.
INSET = 5.0
#: Widths grow with this power of the channels, heights (beyond a line of text) with the root of the resolution.
_CHANNELS_EXPONENT, _RESOLUTION_FACTOR = 0.3, 1.5
#: The width of the narrowest block, as a share of that of the widest.
_LEAST_SHARE = 0.24


@dataclass(frozen=True, eq=False)
class Slot:
    """The place of a row: its block with the gaps around it."""

    row: MapRow
    top: float
    height: float

    @property
    def bottom(self) -> float:
        """The lower edge, which is the upper edge of the slot below."""
        return self.top + self.height


@dataclass(frozen=True, eq=False)
class MapLayout:
    """The slots from the head down to the image, under a line of captions, in the columns."""

    slots: tuple[Slot, ...]
    columns: Columns
    captions: Span
    height: float

    @property
    def width(self) -> float:
        """The least width in which all words have room."""
        return self.columns.width

    def slot_of(self, row: MapRow) -> Slot:
        """Return the slot of a row."""
        return next(slot for slot in self.slots if slot.row is row)

    def height_of_cut(self, cut: str) -> float:
        """Return how far down the frost line runs when it lies at this cut point."""
        return next((slot.top for slot in self.slots if slot.row.cut == cut), self.slots[-1].bottom)

    def slot_at(self, down: float) -> Slot | None:
        """Return the slot at this distance from the top, None outside all of them."""
        return next((slot for slot in self.slots if slot.top <= down < slot.bottom), None)


def lay_out(rows: tuple[MapRow, ...], columns: Columns, line_height: float) -> MapLayout:
    """Return the places of `rows`, which come shallowest first; `line_height` is that of a line of text."""
    down = line_height
    captions = Span(0.0, down)
    slots = []
    for row in reversed(rows):
        height = line_height + _RESOLUTION_FACTOR * math.sqrt(row.resolution) + 2 * INSET
        slots.append(Slot(row=row, top=down, height=height))
        down += height
    return MapLayout(slots=tuple(slots), columns=columns, captions=captions, height=down)


def share_of_width(channels: int, most: int) -> float:
    """Return the width of a tensor of `channels` as a share of that of the widest one, 0 to 1."""
    if not channels or not most:
        return _LEAST_SHARE
    return max(_LEAST_SHARE, min(1.0, math.pow(channels / most, _CHANNELS_EXPONENT)))
