"""A fish: body, fins, tail, an eye, and scales, stripes or spots."""

from __future__ import annotations

import math

import numpy as np

from core.data.samples.canvas import Canvas, Point, smooth
from core.data.samples.palette import Palette, mixed

#: From the nose to where the tail begins.
_NOSE, _TAIL = -0.95, 0.5


def draw_fish(canvas: Canvas, palette: Palette, random: np.random.Generator) -> None:
    """Draw one fish that looks to the left."""
    height = random.uniform(0.34, 0.56)
    body = _body(height, random.uniform(0.75, 1.0))
    fin = mixed(palette.accent, palette.main, 0.2)
    _draw_tail(canvas, palette, random, height)
    for outline in (_back_fin(height, random), _belly_fin(height)):
        canvas.shape(smooth(outline), fin, edge=palette.dark)
    canvas.shape(body, palette.main, edge=palette.dark, width=0.035)
    with canvas.inside(body):
        belly = [(x, max(y, height * 0.3)) for x, y in body]
        canvas.shape(belly, mixed(palette.main, palette.light, 0.45))
        _draw_pattern(canvas, palette, random, height)
    _draw_face(canvas, palette, height)


def _body(height: float, belly: float) -> list[Point]:
    upper = [(_NOSE, 0.03), (-0.72, -0.55 * height), (-0.3, -height), (0.15, -0.72 * height), (_TAIL, -0.22 * height)]
    lower = [
        (_TAIL, 0.22 * height),
        (0.15, 0.72 * height * belly),
        (-0.3, height * belly),
        (-0.72, 0.6 * height * belly),
    ]
    return smooth([*upper, *lower])


def _draw_tail(canvas: Canvas, palette: Palette, random: np.random.Generator, height: float) -> None:
    spread, notch = random.uniform(0.3, 0.5), random.uniform(0.6, 0.9)
    upper = [(_TAIL - 0.08, 0.0), (0.72, -spread * 0.75), (1.0, -spread), (0.92, -spread * 0.4)]
    outline = smooth([*upper, (notch, 0.0), *((x, -y) for x, y in reversed(upper[1:]))])
    canvas.shape(outline, palette.accent, edge=palette.dark)
    for slope in (-0.6, -0.3, 0.3, 0.6):
        canvas.line([(0.62, slope * height * 0.4), (0.9, slope * spread * 1.2)], palette.dark, 0.016)


def _back_fin(height: float, random: np.random.Generator) -> list[Point]:
    peak = random.uniform(1.3, 1.6) * height
    return [(-0.45, -0.8 * height), (-0.25, -peak), (0.12, -peak * 0.85), (0.34, -0.4 * height), (0.0, -0.6 * height)]


def _belly_fin(height: float) -> list[Point]:
    return [(-0.3, 0.7 * height), (-0.05, 1.3 * height), (0.1, 1.2 * height), (0.12, 0.6 * height)]


def _draw_pattern(canvas: Canvas, palette: Palette, random: np.random.Generator, height: float) -> None:
    kind = random.integers(3)
    if kind == 0:
        for x in np.linspace(-0.25, 0.4, int(random.integers(3, 5))).tolist():
            bent = smooth([(x, -height), (x - 0.07, 0.0), (x, height)], closed=False)
            canvas.line(bent, palette.accent, random.uniform(0.06, 0.1))
    elif kind == 1:
        for _ in range(int(random.integers(8, 16))):
            place = (random.uniform(-0.35, 0.45), random.uniform(-0.8, 0.6) * height)
            canvas.dot(place, random.uniform(0.03, 0.065), palette.accent)
    _draw_scales(canvas, palette, height)


def _draw_scales(canvas: Canvas, palette: Palette, height: float) -> None:
    colour = mixed(palette.main, palette.dark, 0.5)
    radius = 0.1
    for row in range(-6, 7):
        for column in range(-4, 9):
            x, y = column * radius * 1.3 - 0.05 + (row % 2) * radius * 0.65, row * radius * 0.95
            if abs(y) > height or x < -0.38:
                continue
            arc = [(x + radius * math.cos(a), y + radius * math.sin(a)) for a in np.linspace(-1.2, 1.2, 7).tolist()]
            canvas.line(arc, colour, 0.018)


def _draw_face(canvas: Canvas, palette: Palette, height: float) -> None:
    gill = smooth([(-0.48, -0.5 * height), (-0.4, 0.0), (-0.5, 0.5 * height)], closed=False)
    canvas.line(gill, palette.dark, 0.03)
    side_fin = smooth([(-0.34, 0.12), (-0.1, 0.06), (-0.02, 0.22), (-0.14, 0.3)])
    canvas.shape(side_fin, palette.accent, edge=palette.dark, width=0.025)
    canvas.line([(-0.93, 0.08), (-0.8, 0.1 + 0.1 * height)], palette.dark, 0.03)
    eye = (-0.68, -0.2 * height)
    canvas.dot(eye, 0.1, palette.dark)
    canvas.dot(eye, 0.082, (250, 250, 245))
    canvas.dot((eye[0] - 0.015, eye[1]), 0.05, (25, 25, 30))
    canvas.dot((eye[0] - 0.035, eye[1] - 0.025), 0.018, (255, 255, 255))
