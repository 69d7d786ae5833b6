"""A leaf: smooth, toothed, lobed like an oak's or pointed like a maple's, with its stalk and veins."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from core.data.samples.canvas import Canvas, Colour, Point, mirrored_outline, smooth
from core.data.samples.palette import Palette, mixed

#: The right side of a maple leaf, from the tip at the top to the stalk.
_MAPLE: tuple[Point, ...] = (
    *((0.0, -1.0), (0.13, -0.78), (0.27, -0.8), (0.2, -0.5), (0.17, -0.3), (0.36, -0.46), (0.42, -0.6), (0.56, -0.52)),
    *((0.82, -0.58), (0.78, -0.36), (0.94, -0.24), (0.66, -0.04), (0.5, 0.08), (0.64, 0.14), (0.58, 0.28), (0.28, 0.3)),
    *((0.06, 0.36), (0.0, 0.38)),
)
_MAPLE_VEINS: tuple[Point, ...] = ((0.0, -0.92), (0.78, -0.5), (-0.78, -0.5), (0.56, 0.2), (-0.56, 0.2))


def draw_leaf(canvas: Canvas, palette: Palette, random: np.random.Generator) -> None:
    """Draw one leaf of a random kind."""
    if random.uniform() < 0.3:
        _draw_maple(canvas, palette, random)
    else:
        kinds = (_oval, _toothed, _oak, _heart)
        _draw_feathered(canvas, palette, random, kinds[int(random.integers(len(kinds)))])


def _draw_maple(canvas: Canvas, palette: Palette, random: np.random.Generator) -> None:
    broad = random.uniform(0.85, 1.05)
    right = _spread(_MAPLE, broad)
    vein = mixed(palette.main, palette.light, 0.55)
    base = (0.0, 0.6)
    canvas.line([base, (random.uniform(-0.1, 0.1), 1.0)], palette.dark, 0.06)
    _draw_blade(canvas, palette, mirrored_outline(right), right)
    for x, y in _spread(_MAPLE_VEINS, broad):
        _draw_forked_vein(canvas, base, (x, y), vein)


def _draw_forked_vein(canvas: Canvas, base: Point, tip: Point, colour: Colour) -> None:
    """Draw a vein with pairs of twigs; a short one has none."""
    canvas.line([base, tip], colour, 0.03)
    along = (tip[0] - base[0], tip[1] - base[1])
    if math.hypot(*along) < 0.8:
        return
    for part in (0.45, 0.6, 0.75):
        fork = (base[0] + along[0] * part, base[1] + along[1] * part)
        for side in (-0.5, 0.5):
            twig = (along[0] - side * along[1], along[1] + side * along[0])
            canvas.line([fork, (fork[0] + 0.15 * twig[0], fork[1] + 0.15 * twig[1])], colour, 0.02)


def _spread(points: tuple[Point, ...], broad: float) -> list[Point]:
    return [(x * broad, y * 1.15 + 0.2) for x, y in points]


def _draw_feathered(
    canvas: Canvas, palette: Palette, random: np.random.Generator, half_width: Callable[[float], float]
) -> None:
    """Draw a leaf with a middle rib and side veins; half_width says how wide it is from tip (0) to stalk (1)."""
    broad = random.uniform(0.8, 1.15)
    right = [(half_width(t) * broad, -1.0 + 1.65 * t) for t in np.linspace(0.0, 1.0, 97).tolist()]
    vein = mixed(palette.main, palette.light, 0.55)
    bend = random.uniform(-0.15, 0.15)
    canvas.line(smooth([(0.0, 0.6), (bend / 3, 0.82), (bend, 1.0)], closed=False), palette.dark, 0.065)
    _draw_blade(canvas, palette, mirrored_outline(right), right)
    canvas.line([(0.0, -0.9), (0.0, 0.66)], vein, 0.035)
    pairs = int(random.integers(6, 9))
    for place in np.linspace(0.25, 0.85, pairs).tolist():
        reach = half_width(place - 0.1) * broad * 0.78
        for side in (-1.0, 1.0):
            start, end = (0.0, -1.0 + 1.65 * place), (side * reach, -1.0 + 1.65 * (place - 0.13))
            canvas.line([start, end], vein, 0.022)


def _draw_blade(canvas: Canvas, palette: Palette, outline: list[Point], right: list[Point]) -> None:
    """Fill the leaf, its right half in a second shade, and draw its edge."""
    canvas.shape(outline, palette.main)
    canvas.shape([*right, (0.0, right[0][1])], mixed(palette.main, palette.accent, 0.6))
    canvas.line([*outline, outline[0]], palette.dark, 0.035)


def _oval(t: float) -> float:
    return 0.42 * _arch(t, lean=0.9, fullness=0.9)


def _toothed(t: float) -> float:
    teeth = (t * 13.0) % 1.0
    return _oval(t) * 1.15 * (0.88 + 0.16 * teeth)


def _oak(t: float) -> float:
    return 0.62 * _arch(t, lean=0.8, fullness=0.7) * (0.74 + 0.26 * math.sin(t * 4.5 * math.tau - 0.5))


def _heart(t: float) -> float:
    return 0.68 * _arch(t, lean=1.7, fullness=0.75)


def _arch(t: float, *, lean: float, fullness: float) -> float:
    """Return an arch from 0 over 1 to 0; a lean above 1 puts its top nearer the stalk."""
    return float(max(0.0, math.sin(math.pi * t**lean)) ** fullness)
