"""How far the layer map is zoomed, as a plain rule.

The map is zoomed along the depth of the network alone, as the log of a borehole is: words and widths stay, so that
it always fits the width of the view, and what grows is the room in which a block shows its layers.
"""

from __future__ import annotations

from dataclasses import dataclass

from gui.layers.map.layout import INSET, MapLayout
from gui.layers.map.row_geometry import LineHeights, height_for_layers

#: One press of a key, or of a button.
STEP = 1.35
#: One notch of a mouse wheel is 120.
_PER_WHEEL_UNIT = 1.0018
#: How many times the height that its layers need a block may get.
_MOST_AIR = 1.6
#: How low a block may get, as a share of the height of a line of words, before the map scrolls instead.
_LOWEST_BLOCK = 0.62


@dataclass(frozen=True)
class ZoomRange:
    """Pixels for each unit of the layout: where all is seen, as far as it can be read, and where layers have air."""

    least: float
    most: float

    def held(self, zoom: float) -> float:
        """Return `zoom` within the range."""
        return max(self.least, min(self.most, zoom))


def zoom_range(layout: MapLayout, view_height: float, heights: LineHeights) -> ZoomRange:
    """Return the range for a view `view_height` pixels high."""
    smallest = min(slot.height for slot in layout.slots)
    readable = (_LOWEST_BLOCK * heights.block + 2 * INSET) / smallest
    least = max(readable, view_height / layout.height)
    return ZoomRange(least=least, most=max(least, _MOST_AIR * zoom_for_all_layers(layout, heights)))


def zoom_for_all_layers(layout: MapLayout, heights: LineHeights) -> float:
    """Return the zoom at which every block shows the words of its layers."""
    return max(height_for_layers(len(slot.row.layers), heights) / slot.height for slot in layout.slots)


def wheel_factor(delta: int) -> float:
    """Return by how much a turn of the wheel (eighths of a degree) zooms."""
    return _PER_WHEEL_UNIT**delta
