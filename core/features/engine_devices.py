"""An extractor on several devices at once: a copy on each, which computes its part of every batch. They never talk."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import keras
import numpy as np

from core.features.engine_keras import KerasEngine
from core.network.copies import copy_of

#: An image is never alone, see `core.features.batch_size.batch_size_for`.
_SMALLEST_PART = 2


class SeveralDevices:
    """Computes what `KerasEngine` does, bit for bit where the bits don't depend on the number of images in a batch."""

    def __init__(self, extractor: keras.Model, devices: Sequence[str]) -> None:
        """Copy the extractor to each of `devices`, as `keras.device` names them."""
        self._devices = tuple(devices)
        self._engines = tuple(_engine_on(device, extractor) for device in self._devices)

    def features(self, pixels: np.ndarray) -> np.ndarray:
        """Return the features, float32 (n, *row_shape), of raw RGB, float32 (n, s, s, 3)."""
        size = max(-(-len(pixels) // len(self._devices)), _SMALLEST_PART)
        parts = [_filled(pixels[start : start + size], size) for start in range(0, len(pixels), size)]
        with ThreadPoolExecutor(len(parts), thread_name_prefix="device") as threads:
            found = list(threads.map(self._part, range(len(parts)), parts))
        return np.concatenate(found)[: len(pixels)]

    def _part(self, number: int, pixels: np.ndarray) -> np.ndarray:
        with keras.device(self._devices[number]):
            return self._engines[number].features(pixels)


def _engine_on(device: str, extractor: keras.Model) -> KerasEngine:
    with keras.device(device):
        return KerasEngine(copy_of(extractor))


def _filled(pixels: np.ndarray, size: int) -> np.ndarray:
    """Fill a part up with black images, so that all devices see one shape."""
    if len(pixels) == size:
        return pixels
    filled = np.zeros((size, *pixels.shape[1:]), dtype=pixels.dtype)
    filled[: len(pixels)] = pixels
    return filled
