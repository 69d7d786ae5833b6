"""A transparent sheet on which a sample picture's subject is drawn, large, and shrunk at the end for smooth edges.

Subjects draw in their own coordinates: x to the right and y downwards, the subject within about -1 to 1. Where it
stands, how large and how turned, is the sheet's business, so that it is the same for every class.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw

#: Drawn at this many times the final size in each direction.
SUPERSAMPLING = 3

Point = tuple[float, float]
Colour = tuple[int, int, int]


class Canvas:
    """One sheet of (edge, edge) pixels, with the place, size and turn of the subject on it.

    centre: of the subject, in parts of the edge. size: half the subject's extent, in parts of the edge.
    angle: in radians, clockwise. mirrored: left and right exchanged.
    """

    def __init__(self, edge: int, *, centre: Point, size: float, angle: float, mirrored: bool) -> None:
        large = edge * SUPERSAMPLING
        self._unit = size * large
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        self._matrix = turn @ np.diag([-1.0 if mirrored else 1.0, 1.0]) * self._unit
        self._offset = np.array(centre) * large
        self._sheet = Image.new("RGBA", (large, large), (0, 0, 0, 0))
        self._pen = ImageDraw.Draw(self._sheet)

    def shape(
        self, outline: Sequence[Point], colour: Colour, *, edge: Colour | None = None, width: float = 0.03
    ) -> None:
        """Fill a closed outline, and draw its edge where a colour for it is given."""
        points = self._pixels(outline)
        self._pen.polygon(points, fill=colour)
        if edge is not None:
            self._stroke([*points, points[0]], edge, width)

    def line(self, points: Sequence[Point], colour: Colour, width: float) -> None:
        """Draw a line with round ends and corners."""
        self._stroke(self._pixels(points), colour, width)

    def dot(self, centre: Point, radius: float, colour: Colour) -> None:
        """Draw a filled circle."""
        ((x, y),) = self._pixels([centre])
        reach = radius * self._unit
        self._pen.ellipse((x - reach, y - reach, x + reach, y + reach), fill=colour)

    @contextmanager
    def inside(self, outline: Sequence[Point]) -> Iterator[None]:
        """Keep what is drawn in the `with` block inside a closed outline."""
        below = self._sheet
        self._sheet = Image.new("RGBA", below.size, (0, 0, 0, 0))
        self._pen = ImageDraw.Draw(self._sheet)
        yield
        stencil = Image.new("L", below.size, 0)
        ImageDraw.Draw(stencil).polygon(self._pixels(outline), fill=255)
        self._sheet.putalpha(ImageChops.multiply(self._sheet.getchannel("A"), stencil))
        below.alpha_composite(self._sheet)
        self._sheet = below
        self._pen = ImageDraw.Draw(self._sheet)

    @contextmanager
    def moved(self, origin: Point, scale: float) -> Iterator[None]:
        """Draw in the `with` block in coordinates of their own: from `origin`, everything `scale` times as large."""
        before = self._offset, self._matrix, self._unit
        self._offset = np.asarray(origin) @ self._matrix.T + self._offset
        self._matrix, self._unit = self._matrix * scale, self._unit * scale
        yield
        self._offset, self._matrix, self._unit = before

    def finished(self) -> Image.Image:
        """Return the sheet in its final size: RGBA (edge, edge)."""
        return self._sheet.reduce(SUPERSAMPLING)

    def _stroke(self, points: list[Point], colour: Colour, width: float) -> None:
        thickness = max(1, round(width * self._unit))
        self._pen.line(points, fill=colour, width=thickness)
        reach = thickness / 2
        for x, y in points:
            self._pen.ellipse((x - reach, y - reach, x + reach, y + reach), fill=colour)

    def _pixels(self, points: Sequence[Point]) -> list[Point]:
        placed: NDArray[np.float64] = np.asarray(points, dtype=np.float64) @ self._matrix.T + self._offset
        return [(float(x), float(y)) for x, y in placed]


def smooth(points: Sequence[Point], *, closed: bool = True, steps: int = 8) -> list[Point]:
    """Return a smooth curve through the points (Catmull-Rom), `steps` points for each span."""
    knots = np.asarray(points, dtype=np.float64)
    ends = (knots[-1:], knots[:2]) if closed else (knots[:1], knots[-1:])
    padded = np.concatenate([ends[0], knots, ends[1]])
    t = np.linspace(0.0, 1.0, steps, endpoint=False)[:, None]
    spans = [_span(padded[i : i + 4], t) for i in range(len(padded) - 3)]
    curve = np.concatenate(spans if closed else [*spans, knots[-1:]])
    return [(float(x), float(y)) for x, y in curve]


def _span(four: NDArray[np.float64], t: NDArray[np.float64]) -> NDArray[np.float64]:
    before, start, end, after = four
    return np.asarray(
        start
        + 0.5 * t * (end - before)
        + 0.5 * t**2 * (2 * before - 5 * start + 4 * end - after)
        + 0.5 * t**3 * (3 * start - before - 3 * end + after)
    )


def mirrored_outline(right_side: Sequence[Point]) -> list[Point]:
    """Return a closed outline from its right side (top to bottom) and the same side mirrored at x = 0."""
    return [*right_side, *((-x, y) for x, y in reversed(right_side))]
