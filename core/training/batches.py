"""The order in which a training sees its images: batches for `fit`, shuffled by seed and epoch.

The order is our own, since a seeded `fit(shuffle=True)` on TensorFlow repeats one permutation at every epoch, and
since a resumed run must see what an undisturbed one would have seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import keras
import numpy as np

from core.training.rows import Rows


def epoch_order(row_count: int, seed: int, epoch: int) -> np.ndarray:
    """Return the order of rows in `epoch` (counted from 0): int64 (row_count,)."""
    return np.random.default_rng([seed, epoch]).permutation(row_count)


class TrainingBatches(keras.utils.PyDataset):
    """Batches (rows, labels, weights) of float32, int64 and float32, in the order of an epoch."""

    def __init__(self, rows: Rows, labels: np.ndarray, weights: np.ndarray, *, batch_size: int, seed: int) -> None:
        super().__init__()
        self._rows = rows
        self._labels = labels
        self._weights = weights
        self._batch_size = batch_size
        self._seed = seed
        self._order = epoch_order(len(labels), seed, 0)

    def __len__(self) -> int:
        return -(-len(self._labels) // self._batch_size)

    def __getitem__(self, index: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        rows = self._order[index * self._batch_size : (index + 1) * self._batch_size]
        return self._rows.gather(rows), self._labels[rows], self._weights[rows]

    def shuffle(self, epoch: int) -> None:
        """Take the order of `epoch` (counted from 0)."""
        self._order = epoch_order(len(self._labels), self._seed, epoch)


class ShuffleEveryEpoch(keras.callbacks.Callback):
    """Give each epoch its order.

    A callback, because Keras calls a data set's own `on_epoch_end` once before the first epoch as well.
    """

    def __init__(self, batches: TrainingBatches) -> None:
        super().__init__()
        self._batches = batches

    def on_epoch_begin(self, epoch: int, logs: Mapping[str, Any] | None = None) -> None:  # noqa: ARG002
        """Shuffle before the first batch of the epoch is asked for."""
        self._batches.shuffle(epoch)


class ValidationBatches(keras.utils.PyDataset):
    """Batches (rows, labels) of float32 and int64, always in the same order."""

    def __init__(self, rows: Rows, labels: np.ndarray, *, batch_size: int) -> None:
        super().__init__()
        self._rows = rows
        self._labels = labels
        self._batch_size = batch_size

    def __len__(self) -> int:
        return -(-len(self._labels) // self._batch_size)

    def __getitem__(self, index: int) -> tuple[np.ndarray, np.ndarray]:
        rows = np.arange(index * self._batch_size, min((index + 1) * self._batch_size, len(self._labels)))
        return self._rows.gather(rows), self._labels[rows]


def class_balancing_weights(labels: np.ndarray, class_count: int) -> np.ndarray:
    """Return a weight for each image, float32, that gives every class the same say; the mean weight is 1."""
    counts = np.bincount(labels, minlength=class_count)
    present = np.count_nonzero(counts)
    weights: np.ndarray = len(labels) / (present * counts[labels])
    return weights.astype(np.float32)
