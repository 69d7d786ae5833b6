"""From whatever a picture file holds to RGB with 8 bits: deep grey, palettes, transparency, print colours.

Only colours here; opening, turning and resizing live in `core.data.decode`. Colour profiles (ICC) are not applied,
as Keras does not apply them either.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

#: TIFF tags that say what the numbers of deep grey mean.
_BITS_PER_SAMPLE, _SAMPLE_FORMAT = 258, 339
_UNSIGNED = 1
#: Deep grey is worked on in so many numbers at once, since each takes eight bytes several times over.
_NUMBERS_AT_ONCE = 1 << 20


def to_rgb(picture: Image.Image) -> Image.Image:
    """Return `picture` as RGB with 8 bits a channel; what is transparent comes to lie on white.

    Deep grey is brought to 0..255: 16 bits (or 10, 12, 14 where a TIFF says so) by their full range; whole numbers of
    32 bits and floats by the smallest usual range that holds them all (see `_usual_range`).
    """
    if picture.mode.startswith("I") or picture.mode == "F":
        return Image.fromarray(_deep_grey_to_bytes(picture)).convert("RGB")
    if picture.has_transparency_data:
        return _on_white(picture)
    return picture if picture.mode == "RGB" else picture.convert("RGB")


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode == "La":
        picture = picture.convert("LA")
    layered = picture.convert("RGBA")
    white = Image.new("RGB", picture.size, "white")
    white.paste(layered, mask=layered)
    return white


def _deep_grey_to_bytes(picture: Image.Image) -> NDArray[np.uint8]:
    values = np.asarray(picture)
    if picture.mode == "I" and _tiff_tag(picture, _BITS_PER_SAMPLE) == 32 and _is_unsigned(picture):
        values = values.view(np.uint32)
    rows = max(1, _NUMBERS_AT_ONCE // values.shape[1])
    bands = [values[start : start + rows] for start in range(0, len(values), rows)]
    if picture.mode.startswith("I;16"):
        lowest, highest = 0.0, 2.0 ** (_tiff_tag(picture, _BITS_PER_SAMPLE) or 16) - 1.0
    else:
        lowest, highest = _usual_range(bands, of_floats=picture.mode == "F")
    grey = np.empty(values.shape, dtype=np.uint8)
    for number, band in enumerate(bands):
        scaled = np.rint((_finite(band) - lowest) * (255.0 / (highest - lowest)))
        grey[number * rows : (number + 1) * rows] = np.clip(scaled, 0, 255)
    return grey


def _finite(values: NDArray[Any]) -> NDArray[np.float64]:
    with np.errstate(invalid="ignore"):  # signalling NaNs
        return np.nan_to_num(values.astype(np.float64), nan=0.0, posinf=0.0, neginf=0.0)


def _usual_range(bands: Sequence[NDArray[Any]], *, of_floats: bool) -> tuple[float, float]:
    """Return the range that maps to black and white: 0..1 (floats), 0..255 (floats), 0..65535, or the numbers' own."""
    ends = [(float(numbers.min()), float(numbers.max())) for numbers in map(_finite, bands)]
    lowest, highest = min(end[0] for end in ends), max(end[1] for end in ends)
    usual = (1.0, 255.0, 65535.0) if of_floats else (65535.0,)
    for limit in usual:
        if lowest >= 0.0 and highest <= limit:
            return 0.0, limit
    return (lowest, highest) if highest > lowest else (lowest, lowest + 1.0)


def _is_unsigned(picture: Image.Image) -> bool:
    return (_tiff_tag(picture, _SAMPLE_FORMAT) or _UNSIGNED) == _UNSIGNED


def _tiff_tag(picture: Image.Image, tag: int) -> int | None:
    tags = getattr(picture, "tag_v2", {})
    value = tags.get(tag)
    first = value[0] if isinstance(value, tuple) and value else value
    return first if isinstance(first, int) else None
