"""Augmentation: other pictures that could as well have been taken of the same thing, drawn from a seed.

A picture is mirrored, cut, shifted, turned a little and lit otherwise; never so far that a person would wonder. What a
change uncovers at the edges is filled with the picture's own reflection. Which draws a training uses, and when, is
decided in `core.training.rows`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.data.changed_files import unchanged_picture
from core.data.decode import decode_image

#: Takes part in the key of stored views. Change it whenever the pixels of any augmented picture change.
AUGMENTATION_VERSION = "1"

#: Pictures are decoded so much larger than the network sees them, so that a cut has pixels of its own.
_DECODED_LARGER = 1.25
#: Reflected rim around a picture, as a part of its edge: more than any turn and shift can uncover.
_RIM = 0.25
#: Luminance of red, green and blue (ITU-R BT.601).
_LUMINANCE = np.asarray([0.299, 0.587, 0.114], dtype=np.float32)


@dataclass(frozen=True, kw_only=True)
class Change:
    """How a picture is changed. Lengths are parts of its edge; 1 or 0 leaves things as they are.

    width, height: of the part that is seen. right, down: how far its centre is moved. turn: in radians.
    brightness, contrast, saturation: factors. tint: a factor for each of red, green and blue.
    """

    mirrored: bool = False
    width: float = 1.0
    height: float = 1.0
    right: float = 0.0
    down: float = 0.0
    turn: float = 0.0
    brightness: float = 1.0
    contrast: float = 1.0
    saturation: float = 1.0
    tint: tuple[float, float, float] = (1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class View:
    """One of the views of an image: number 0 is the image itself, any other is drawn from its content and the number.

    digest: of the file's content (`core.data.content.image_digest`).
    """

    file: Path
    digest: str
    number: int = 0

    def change(self) -> Change | None:
        """Return how this view differs from the image, on every machine and in every run; None for number 0."""
        if self.number == 0:
            return None
        return draw_change(np.random.default_rng([int(self.digest, 16), self.number]))


def decode_view(view: View, image_size: int) -> NDArray[np.uint8]:
    """Return a view as the network sees it: uint8 (image_size, image_size, 3).

    Raises:
        ImageUnusable: the file can't be decoded, is gone, or no longer has the content of which the view is one.

    """
    with unchanged_picture(view.file, view.digest) as source:
        return decode_changed(source, image_size, view.change())


def draw_change(generator: np.random.Generator) -> Change:
    """Draw a change that suits photographs of things: upright ones, in ordinary light."""
    seen = generator.uniform(0.7, 1.0)
    stretch = math.sqrt(generator.uniform(0.9, 1.1))
    width, height = seen * stretch, seen / stretch
    # The part that is seen stays inside the picture, but for a few hundredths.
    free_across, free_down = max(1.0 - width, 0.05), max(1.0 - height, 0.05)
    red, green, blue = generator.uniform(0.95, 1.05, 3)
    return Change(
        mirrored=bool(generator.random() < 0.5),
        width=width,
        height=height,
        right=generator.uniform(-0.5, 0.5) * free_across,
        down=generator.uniform(-0.5, 0.5) * free_down,
        turn=math.radians(generator.uniform(-10.0, 10.0)),
        brightness=generator.uniform(0.8, 1.2),
        contrast=generator.uniform(0.8, 1.2),
        saturation=generator.uniform(0.7, 1.3),
        tint=(float(red), float(green), float(blue)),
    )


def decode_changed(source: Path | bytes, image_size: int, change: Change | None) -> NDArray[np.uint8]:
    """Return a picture, changed or (None) as it is: uint8 (image_size, image_size, 3). Raises ImageUnusable."""
    if change is None:
        return decode_image(source, image_size)
    return augment(decode_image(source, round(image_size * _DECODED_LARGER)), image_size, change)


def augment(pixels: NDArray[np.uint8], image_size: int, change: Change) -> NDArray[np.uint8]:
    """Return `pixels`, a square of RGB, uint8 (n, n, 3), changed: uint8 (image_size, image_size, 3)."""
    return _lit(_moved(pixels, image_size, change), change)


def _moved(pixels: NDArray[np.uint8], image_size: int, change: Change) -> NDArray[np.uint8]:
    edge = len(pixels)
    rim = math.ceil(edge * _RIM)
    reflected = Image.fromarray(np.pad(pixels, ((rim, rim), (rim, rim), (0, 0)), mode="symmetric"))
    across, down = change.width * edge / image_size, change.height * edge / image_size
    if change.mirrored:
        across = -across
    cosine, sine = math.cos(change.turn), math.sin(change.turn)
    # A pixel (x, y) of the result, counted from its centre, lies in the source where these six numbers say.
    a, b, d, e = across * cosine, -down * sine, across * sine, down * cosine
    middle = image_size / 2.0
    c = rim + edge * (0.5 + change.right) - (a + b) * middle
    f = rim + edge * (0.5 + change.down) - (d + e) * middle
    size = (image_size, image_size)
    return np.array(
        reflected.transform(size, Image.Transform.AFFINE, (a, b, c, d, e, f), resample=Image.Resampling.BILINEAR)
    )


def _lit(pixels: NDArray[np.uint8], change: Change) -> NDArray[np.uint8]:
    colours = pixels.astype(np.float32) * np.asarray(change.tint, dtype=np.float32) * np.float32(change.brightness)
    grey = (colours @ _LUMINANCE)[..., None]
    colours = grey + (colours - grey) * np.float32(change.saturation)
    middle = grey.mean()
    colours = middle + (colours - middle) * np.float32(change.contrast)
    lit: NDArray[np.uint8] = np.clip(np.rint(colours), 0.0, 255.0).astype(np.uint8)
    return lit
