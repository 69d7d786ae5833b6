"""How far each layer moved in an epoch: |dw| / |w|, what the picture of the network is coloured by.

Measured on the layers that learn; frozen ones don't move, which their digests prove.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import keras
import numpy as np


class MeasureMovement(keras.callbacks.Callback):
    """After each epoch, `movement` has (layer name, |dw| / |w|) for every layer that learns, in the model's order.

    Put it before the callbacks that read it. It holds one copy of the weights that learn.
    """

    def __init__(self) -> None:
        super().__init__()
        self.movement: tuple[tuple[str, float], ...] = ()
        self._before: dict[str, list[np.ndarray]] = {}

    def on_train_begin(self, logs: Mapping[str, Any] | None = None) -> None:
        """Copy the weights as they are before the first epoch."""
        self.movement = ()
        self._before = {layer.name: _learning_weights(layer) for layer in self._learning_layers()}

    def on_epoch_end(self, epoch: int, logs: Mapping[str, Any] | None = None) -> None:
        """Compare the weights with those before the epoch."""
        after = {layer.name: _learning_weights(layer) for layer in self._learning_layers()}
        self.movement = tuple((name, relative_change(self._before[name], after[name])) for name in after)
        self._before = after

    def _learning_layers(self) -> list[keras.Layer]:
        return [layer for layer in self.model.layers if layer.trainable_weights]


def relative_change(before: Sequence[np.ndarray], after: Sequence[np.ndarray]) -> float:
    """Return |after - before| / |before|, Euclidean norms over all weights of a layer; 0 for 0 / 0, inf for x / 0."""
    change = sum(float(np.sum(np.square(new - old, dtype=np.float64))) for old, new in zip(before, after, strict=True))
    size = sum(float(np.sum(np.square(old, dtype=np.float64))) for old in before)
    if size == 0.0:
        return 0.0 if change == 0.0 else float("inf")
    return float(np.sqrt(change / size))


def _learning_weights(layer: keras.Layer) -> list[np.ndarray]:
    return [np.array(keras.ops.convert_to_numpy(weight)) for weight in layer.trainable_weights]
