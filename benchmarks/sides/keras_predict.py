"""Keras' own `predict` of the frozen network over images that are decoded already: the measure of extraction."""

from __future__ import annotations

import time

import keras
import numpy as np


def measure(image_count: int, image_size: int) -> float:
    """Return the seconds for so many images of random pixels, with Keras' defaults."""
    backbone = keras.applications.ResNet50(
        include_top=False, weights=None, pooling="avg", input_shape=(image_size, image_size, 3)
    )
    pixels = np.random.default_rng(0).random((image_count, image_size, image_size, 3), np.float32)
    started = time.monotonic()
    backbone.predict(pixels, verbose=0)
    return time.monotonic() - started
