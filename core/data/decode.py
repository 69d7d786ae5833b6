"""From a picture file (or its bytes) to pixels: the one place where Frostline decodes, turns, crops and resizes.

THE RESIZE RULE, which exports cite: the picture is turned upright (EXIF orientation), cut to the largest square in its
centre (an odd pixel is left at the right or the bottom), and resized with Pillow's bilinear filter, which antialiases.
The result is raw RGB, 0 to 255. JPEG files are first decoded at 1/2, 1/4 or 1/8 of their size where that is still at
least the size needed. Of an animated file the first frame counts. Colours are `core.data.colour`'s work, opening and
the sentences about what can't be used `core.data.opened_picture`'s.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.data.colour import to_rgb
from core.data.opened_picture import ImageUnusable, opened_picture

__all__ = ["DECODER_VERSION", "ImageUnusable", "decode_image", "fit_square", "open_upright", "pixels_of"]

#: Takes part in the key of the feature store. Change it whenever the pixels of any picture change.
DECODER_VERSION = "1"

_ORIENTATION_TAG = 0x0112
_TURN_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def decode_image(source: Path | bytes, image_size: int) -> NDArray[np.uint8]:
    """Return a picture as the network sees it: uint8 (image_size, image_size, 3), raw RGB, by the resize rule.

    source: a file, or the content of one. Safe to call from many threads at once.

    Raises:
        ImageUnusable: the file is missing, empty, not an image, damaged, cut short or too large.

    """
    with opened_picture(source) as picture:
        return pixels_of(picture, image_size)


def pixels_of(picture: Image.Image, image_size: int) -> NDArray[np.uint8]:
    """Return a picture, opened inside `opened_picture`, as the network sees it: uint8 (image_size, image_size, 3)."""
    picture.draft(None, (image_size, image_size))
    return np.array(fit_square(_upright_rgb(picture), image_size))


def open_upright(source: Path | bytes, longest_edge: int) -> Image.Image:
    """Return the whole picture upright, in RGB, its longest edge at most `longest_edge` pixels (never enlarged).

    For thumbnails and previews. Raises ImageUnusable as `decode_image` does.
    """
    with opened_picture(source) as picture:
        picture.draft(None, _shrunk(picture.size, longest_edge))
        upright = _upright_rgb(picture)
        return upright.resize(_shrunk(upright.size, longest_edge), Image.Resampling.BILINEAR)


def fit_square(image: Image.Image, size: int) -> Image.Image:
    """Cut an upright RGB picture to its largest centred square and resize it to (size, size): the resize rule."""
    edge = min(image.size)
    left, top = (image.width - edge) // 2, (image.height - edge) // 2
    square = image.crop((left, top, left + edge, top + edge))
    return square.resize((size, size), Image.Resampling.BILINEAR)


def _shrunk(size: tuple[int, int], longest_edge: int) -> tuple[int, int]:
    scale = min(1.0, longest_edge / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _upright_rgb(picture: Image.Image) -> Image.Image:
    picture.load()
    turn = _TURN_UPRIGHT.get(_orientation(picture))
    rgb = to_rgb(picture)
    return rgb if turn is None else rgb.transpose(turn)


def _orientation(picture: Image.Image) -> int:
    """Return the EXIF orientation of a loaded picture, 1 where it is upright, unknown or already applied.

    Loaded, since a PNG may bring its EXIF last, and Pillow turns TIFF files while loading.
    """
    try:
        orientation = picture.getexif().get(_ORIENTATION_TAG)
    except Exception:  # A damaged EXIF raises whatever its bytes lead to; the pixels are sound all the same.
        return 1
    return orientation if isinstance(orientation, int) else 1
