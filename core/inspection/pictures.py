"""Filters and channels as small RGB pictures, the strongest first. Plain functions on arrays; no Keras, no files."""

from __future__ import annotations

import numpy as np

from core.messages import SmallPicture

#: A map of the values 0 to 1 to colours that reads the same in grey and for colour-blind people: dark blue to yellow.
#: Ten support points of the "cividis" idea (Nunez, Anderton and Renslow 2018), set by eye.
_COLOURS = np.asarray(
    [
        (0, 24, 69),
        (20, 46, 108),
        (58, 66, 110),
        (85, 86, 112),
        (110, 107, 118),
        (137, 129, 121),
        (166, 152, 114),
        (197, 177, 100),
        (228, 204, 79),
        (253, 231, 55),
    ],
    dtype=np.float64,
)


def filter_pictures(kernel: np.ndarray) -> tuple[SmallPicture, ...]:
    """Return each filter of a kernel over three colours, float (h, w, 3, filters), as a picture of h x w pixels.

    Each is stretched to the full range by itself, zero being mid-grey, as Krizhevsky et al. (2012) show them; sorted
    by its Euclidean norm. Input channels are taken in the order red, green, blue.
    """
    norms = np.sqrt(np.square(kernel).sum(axis=(0, 1, 2)))
    pictures = []
    for number in np.argsort(-norms, kind="stable"):
        one = kernel[..., number]
        largest = max(float(np.abs(one).max()), 1e-30)
        pixels = np.clip(127.5 + 127.5 * one / largest, 0, 255).astype(np.uint8)
        pictures.append(_picture(int(number), float(norms[number]), pixels))
    return tuple(pictures)


def channel_pictures(activations: np.ndarray, most: int) -> tuple[SmallPicture, ...]:
    """Return the strongest channels of one image's activations, float (h, w, channels), at most `most` of them.

    Strength is the mean of the absolute values; each picture is stretched to its own range.
    """
    strengths = np.abs(activations).mean(axis=(0, 1))
    chosen = np.argsort(-strengths, kind="stable")[:most]
    return tuple(
        _picture(int(number), float(strengths[number]), _coloured(activations[..., number])) for number in chosen
    )


def _coloured(values: np.ndarray) -> np.ndarray:
    low, high = float(values.min()), float(values.max())
    scaled = (values - low) / (high - low) if high > low else np.zeros_like(values)
    positions = scaled.astype(np.float64) * (len(_COLOURS) - 1)
    parts = [np.interp(positions, np.arange(len(_COLOURS)), _COLOURS[:, part]) for part in range(3)]
    return np.stack(parts, axis=-1).astype(np.uint8)


def _picture(number: int, strength: float, pixels: np.ndarray) -> SmallPicture:
    height, width, _ = pixels.shape
    return SmallPicture(number=number, strength=strength, width=width, height=height, pixels=pixels.tobytes())
