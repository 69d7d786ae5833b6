"""A whole sample picture: background, clutter, the subject with its shadow and light, and the camera's noise.

All but the subject's drawing is the same for every class, drawn from the same distributions.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from core.data.samples.canvas import SUPERSAMPLING, Canvas, Colour
from core.data.samples.palette import Palette, draw_palette, mixed

DrawSubject = Callable[[Canvas, Palette, np.random.Generator], None]


def draw_scene(draw_subject: DrawSubject, edge: int, random: np.random.Generator) -> Image.Image:
    """Return one picture: RGB (edge, edge)."""
    palette = draw_palette(random)
    picture = _background(palette, edge, random)
    picture.alpha_composite(_clutter(palette, edge, random))
    canvas = Canvas(
        edge,
        centre=(0.5 + random.uniform(-0.04, 0.04), 0.5 + random.uniform(-0.04, 0.04)),
        size=random.uniform(0.4, 0.46),
        angle=random.normal(0.0, 0.2),
        mirrored=bool(random.uniform() < 0.5),
    )
    draw_subject(canvas, palette, random)
    _put_in_light(picture, canvas.finished(), edge)
    return _photographed(picture.convert("RGB"), random)


def _background(palette: Palette, edge: int, random: np.random.Generator) -> Image.Image:
    """Return a soft blend of the two background colours, lighter in a random place."""
    down, across = np.mgrid[0 : 1 : edge * 1j, 0 : 1 : edge * 1j]
    angle = random.uniform(0.0, math.tau)
    slope = (across - 0.5) * math.cos(angle) + (down - 0.5) * math.sin(angle) + 0.5
    wave = 0.12 * np.sin(math.tau * (across * random.uniform(0.3, 1.6) + down * random.uniform(0.3, 1.6)))
    blend = np.clip(slope + wave, 0.0, 1.0)[..., None]
    first, second = (np.asarray(colour, dtype=np.float64) for colour in palette.background)
    return Image.fromarray(np.rint(first + (second - first) * blend).astype(np.uint8)).convert("RGBA")


def _clutter(palette: Palette, edge: int, random: np.random.Generator) -> Image.Image:
    """Return things that lie about: discs, rings, strokes and scraps in shades between background and subject."""
    large = edge * SUPERSAMPLING
    sheet = Image.new("RGBA", (large, large), (0, 0, 0, 0))
    pen = ImageDraw.Draw(sheet)
    for _ in range(int(random.integers(6, 16))):
        shade = mixed(
            palette.background[int(random.integers(2))], _any_colour(palette, random), random.uniform(0.15, 0.6)
        )
        _draw_scrap(pen, large, (*shade, int(random.integers(110, 230))), random)
    return sheet.reduce(SUPERSAMPLING)


def _any_colour(palette: Palette, random: np.random.Generator) -> Colour:
    colours = (palette.main, palette.accent, palette.dark, palette.light)
    return colours[int(random.integers(len(colours)))]


def _draw_scrap(
    pen: ImageDraw.ImageDraw, large: int, colour: tuple[int, int, int, int], random: np.random.Generator
) -> None:
    x, y = random.uniform(0.0, large, 2).tolist()
    reach = random.uniform(0.015, 0.09) * large
    width = max(1, round(random.uniform(0.006, 0.02) * large))
    box = (x - reach, y - reach, x + reach, y + reach)
    kind = random.integers(5)
    if kind == 0:
        pen.ellipse(box, fill=colour)
    elif kind == 1:
        pen.ellipse(box, outline=colour, width=width)
    elif kind == 2:
        start = random.uniform(0.0, 360.0)
        pen.arc(box, start, start + random.uniform(60.0, 220.0), fill=colour, width=width)
    elif kind == 3:
        angle = random.uniform(0.0, math.tau)
        step = (reach * 1.5 * math.cos(angle), reach * 1.5 * math.sin(angle))
        pen.line((x - step[0], y - step[1], x + step[0], y + step[1]), fill=colour, width=width)
    else:
        angles = np.sort(random.uniform(0.0, math.tau, int(random.integers(3, 6)))).tolist()
        pen.polygon([(x + reach * math.cos(a), y + reach * math.sin(a)) for a in angles], fill=colour)


def _put_in_light(picture: Image.Image, subject: Image.Image, edge: int) -> None:
    """Lay the subject on the picture with a soft shadow, brighter towards the light at the upper left."""
    alpha = subject.getchannel("A")
    shadow = ImageChops.offset(alpha.filter(ImageFilter.GaussianBlur(edge / 50)), edge // 50, edge // 35)
    picture.paste((15, 15, 30), mask=shadow.point(lambda value: round(value * 0.4)))
    picture.alpha_composite(subject)
    lit = ImageChops.subtract(alpha, ImageChops.offset(alpha.filter(ImageFilter.GaussianBlur(edge / 25)), edge // 30))
    picture.paste((255, 255, 255), mask=ImageChops.multiply(lit, alpha).point(lambda value: round(value * 0.35)))


def _photographed(picture: Image.Image, random: np.random.Generator) -> Image.Image:
    """Return the picture as a plain camera would take it: slightly soft, brighter or darker, with noise."""
    soft = picture.filter(ImageFilter.GaussianBlur(random.uniform(0.0, 0.9) * picture.width / 256))
    pixels: NDArray[np.float64] = np.asarray(soft, dtype=np.float64)
    contrast, brightness = random.uniform(0.85, 1.1), random.uniform(-12.0, 12.0)
    noise = random.normal(0.0, random.uniform(1.0, 7.0), pixels.shape)
    exposed = (pixels - 128.0) * contrast + 128.0 + brightness + noise
    return Image.fromarray(np.clip(np.rint(exposed), 0, 255).astype(np.uint8))
