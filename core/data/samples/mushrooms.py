"""A mushroom: a cap with spots or rings, gills below it, and a stalk; sometimes a small one beside it."""

from __future__ import annotations

import numpy as np

from core.data.samples.canvas import Canvas, Point, mirrored_outline, smooth
from core.data.samples.palette import Palette, mixed

#: The foot of the stalk is the origin; the rim of the cap is this high above it.
_RIM = -0.85


def draw_mushroom(canvas: Canvas, palette: Palette, random: np.random.Generator) -> None:
    """Draw one mushroom, or a large one with a small one beside it."""
    if random.uniform() < 0.4:
        side = float(random.choice([-1.0, 1.0]))
        with canvas.moved((side * 0.6, 0.9), 0.45):
            _draw_one(canvas, palette, random)
        with canvas.moved((-side * 0.15, 0.92), 0.9):
            _draw_one(canvas, palette, random)
    else:
        with canvas.moved((0.0, 0.92), 1.0):
            _draw_one(canvas, palette, random)


def _draw_one(canvas: Canvas, palette: Palette, random: np.random.Generator) -> None:
    broad, tall = random.uniform(0.7, 0.92), random.uniform(0.6, 0.98)
    pale = mixed(palette.light, palette.accent, 0.35)
    canvas.shape(_stalk(random.uniform(0.14, 0.24)), pale, edge=palette.dark, width=0.035)
    _draw_gills(canvas, palette, broad)
    cap = _cap(broad, tall)
    canvas.shape(cap, palette.main, edge=palette.dark, width=0.04)
    with canvas.inside(cap):
        if random.uniform() < 0.7:
            _draw_spots(canvas, palette, random, broad, tall)
        else:
            _draw_rings(canvas, palette, broad, tall)


def _stalk(thickness: float) -> list[Point]:
    right = [(thickness * 0.8, _RIM), (thickness * 0.85, -0.5), (thickness * 1.3, -0.08), (thickness * 0.6, 0.02)]
    return smooth(mirrored_outline(right))


def _draw_gills(canvas: Canvas, palette: Palette, broad: float) -> None:
    below = smooth([(-broad, _RIM), (0.0, _RIM - 0.12), (broad, _RIM), (0.0, _RIM + 0.17)])
    canvas.shape(below, mixed(palette.light, palette.dark, 0.35), edge=palette.dark, width=0.03)
    with canvas.inside(below):
        for x in np.linspace(-1.2, 1.2, 19).tolist():
            canvas.line([(x * 0.25, _RIM - 0.1), (x * broad, _RIM + 0.2)], palette.dark, 0.016)


def _cap(broad: float, tall: float) -> list[Point]:
    top = _RIM - tall
    right = [(broad * 0.45, top + tall * 0.1), (broad * 0.86, top + tall * 0.48), (broad, _RIM + 0.01)]
    return smooth([(0.0, top), *right, (broad * 0.5, _RIM + 0.08), *((-x, y) for x, y in reversed(right))])


def _draw_spots(canvas: Canvas, palette: Palette, random: np.random.Generator, broad: float, tall: float) -> None:
    for row, number in ((0.18, 4), (0.5, 3), (0.8, 2)):
        for place in np.linspace(-1.0, 1.0, number).tolist():
            x = (place * (1.0 - row * 0.75) + random.uniform(-0.1, 0.1)) * broad * 0.85
            canvas.dot(
                (x, _RIM - tall * (row + random.uniform(-0.05, 0.05))), random.uniform(0.06, 0.12), palette.light
            )


def _draw_rings(canvas: Canvas, palette: Palette, broad: float, tall: float) -> None:
    for height in (0.22, 0.52, 0.8):
        reach = broad * 1.05
        bow = smooth([(-reach, _RIM - tall * (height - 0.12)), (0.0, _RIM - tall * (height - 0.02)),
                      (reach, _RIM - tall * (height - 0.12))], closed=False)  # fmt: skip
        canvas.line(bow, palette.accent, 0.07)
