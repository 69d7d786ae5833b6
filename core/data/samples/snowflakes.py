"""A snowflake: six equal arms with side branches around a small plate."""

from __future__ import annotations

import math

import numpy as np

from core.data.samples.canvas import Canvas, Colour, Point
from core.data.samples.palette import Palette, mixed

_ARMS = 6

Stroke = tuple[Point, Point]


def draw_snowflake(canvas: Canvas, palette: Palette, random: np.random.Generator) -> None:
    """Draw one snowflake, every one different."""
    width = random.uniform(0.045, 0.07)
    strokes = _arm(random)
    plate = random.uniform(0.12, 0.3)
    edge = mixed(palette.dark, palette.main, 0.15)
    tip = random.integers(3)
    for colour, extra in ((edge, 0.05), (palette.main, 0.0)):
        for arm in range(_ARMS):
            angle = arm * math.tau / _ARMS
            for start, end in strokes:
                canvas.line([_turned(start, angle), _turned(end, angle)], colour, width + extra)
            _draw_tip(canvas, int(tip), angle, width + extra / 2, colour)
    canvas.shape(_hexagon(plate), palette.accent, edge=edge, width=0.025)
    canvas.shape(_hexagon(plate * 0.55), palette.light)
    if random.uniform() < 0.5:
        canvas.line([*_hexagon(plate * 1.7), _hexagon(plate * 1.7)[0]], palette.main, width * 0.7)


def _arm(random: np.random.Generator) -> list[Stroke]:
    """Return the strokes of the arm that points to the right: its stem, and pairs of branches at 60 degrees."""
    strokes: list[Stroke] = [((0.0, 0.0), (0.92, 0.0))]
    pairs = int(random.integers(3, 5))
    longest = random.uniform(0.25, 0.42)
    for place in np.linspace(0.34, 0.8, pairs):
        length = longest * random.uniform(0.55, 1.0) * (1.15 - place) * 1.3
        for side in (-1.0, 1.0):
            reach = (place + length * math.cos(math.pi / 3), side * length * math.sin(math.pi / 3))
            strokes.append(((float(place), 0.0), (float(reach[0]), float(reach[1]))))
    return strokes


def _draw_tip(canvas: Canvas, kind: int, angle: float, width: float, colour: Colour) -> None:
    if kind == 0:
        canvas.dot(_turned((0.95, 0.0), angle), width * 0.95, colour)
    elif kind == 1:
        reach = width * 1.5
        diamond = [(0.95 - reach, 0.0), (0.95, -reach), (0.95 + reach, 0.0), (0.95, reach)]
        canvas.shape([_turned(point, angle) for point in diamond], colour)


def _hexagon(radius: float) -> list[Point]:
    return [_turned((radius, 0.0), corner * math.tau / 6) for corner in range(6)]


def _turned(point: Point, angle: float) -> Point:
    x, y = point
    return x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle)
