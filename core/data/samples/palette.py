"""The colours of a sample picture.

They are drawn from the same distribution for every class, so that no class can be told from another by colour.
"""

from __future__ import annotations

import colorsys
from dataclasses import dataclass

import numpy as np

from core.data.samples.canvas import Colour

#: The least distance (Euclidean, channels 0 to 1) between the subject's colours and the background's.
_CONTRAST = 0.45


@dataclass(frozen=True, kw_only=True)
class Palette:
    """Colours of the background (two, blended), and of the subject: main, accent, dark (edges), light (highlights)."""

    background: tuple[Colour, Colour]
    main: Colour
    accent: Colour
    dark: Colour
    light: Colour


def draw_palette(random: np.random.Generator) -> Palette:
    """Return a palette whose subject stands out, darker, from its pale background."""
    hue, value = random.uniform(), random.uniform(0.8, 1.0)
    first = _colour(hue, random.uniform(0.02, 0.22), value)
    nearby = min(1.0, value + random.uniform(-0.15, 0.15))
    second = _colour(hue + random.normal(0.0, 0.07), random.uniform(0.02, 0.22), nearby)
    hue, saturation, value = random.uniform(), random.uniform(0.35, 0.8), random.uniform(0.3, 0.72)
    while min(_distance(_colour(hue, saturation, value), ground) for ground in (first, second)) < _CONTRAST:
        hue, saturation, value = random.uniform(), random.uniform(0.35, 0.8), random.uniform(0.3, 0.72)
    accent_hue = hue + random.choice([-1.0, 1.0]) * random.uniform(0.06, 0.2)
    return Palette(
        background=(first, second),
        main=_colour(hue, saturation, value),
        accent=_colour(accent_hue, saturation * random.uniform(0.4, 0.9), min(1.0, value * random.uniform(1.05, 1.35))),
        dark=_colour(hue + 0.02, min(1.0, saturation * 1.15), value * 0.45),
        light=_colour(hue, saturation * 0.25, 0.98),
    )


def mixed(first: Colour, second: Colour, part: float) -> Colour:
    """Return `first` with `part` (0 to 1) of `second` mixed in."""
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(first, second, strict=True))
    return red, green, blue


def _colour(hue: float, saturation: float, value: float) -> Colour:
    red, green, blue = (round(255 * one) for one in colorsys.hsv_to_rgb(hue % 1.0, saturation, value))
    return red, green, blue


def _distance(first: Colour, second: Colour) -> float:
    return float(np.linalg.norm(np.subtract(first, second) / 255.0))
