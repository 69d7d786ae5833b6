"""The exact engine: Keras itself, on whatever backend and device it runs."""

from __future__ import annotations

import keras
import numpy as np

from core.backend_specific import must_compile


class KerasEngine:
    """Runs the extractor as Keras' own `predict` would, traced once for each shape of batch."""

    def __init__(self, extractor: keras.Model) -> None:
        self._extractor = extractor
        self._batch_shape: tuple[int, ...] = ()

    def features(self, pixels: np.ndarray) -> np.ndarray:
        """Return the features, float32 (n, *row_shape), of raw RGB, float32 (n, s, s, 3)."""
        if pixels.shape != self._batch_shape:
            # Compiling drops the traced function: TensorFlow would trace a second shape for batches of any size.
            self._extractor.compile(jit_compile=must_compile())
            self._batch_shape = pixels.shape
        return np.asarray(self._extractor.predict_on_batch(pixels), dtype=np.float32)
