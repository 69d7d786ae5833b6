"""Which rows of a gallery are in sight: plain arithmetic, so that only their pictures are asked for."""

from __future__ import annotations


def rows_in_sight(*, offset: int, width: int, height: int, cell_width: int, cell_height: int, count: int) -> range:
    """Return the rows in sight of a gallery that is filled from left to right, and half a page more at both ends.

    offset: how far it is scrolled down; all sizes in pixels. count: number of rows.
    """
    columns = max(1, width // max(1, cell_width))
    more = height // 2
    first = max(0, (offset - more) // max(1, cell_height)) * columns
    last = (max(0, offset + height + more) // max(1, cell_height) + 1) * columns
    return range(min(first, count), min(last, count))
