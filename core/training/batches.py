"""The order in which a training sees its images: batches for `fit`, shuffled by seed and epoch.

The order is our own, since a seeded `fit(shuffle=True)` on TensorFlow repeats one permutation at every epoch, and
since a resumed run must see what an undisturbed one would have seen. All epochs come from one long iterator: starting
a new one costs more than an epoch of a head does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np

from core.backend_specific import repeated_slices, sliced_arrays
from core.training.prefetch import made_ahead
from core.training.rows import Rows
from core.training.specification import TrainingSpecification

#: Rows of at most so many bytes are handed to the framework whole, which saves the way of each batch through Python;
#: no more, since the memory that a training takes must not grow with the number of images.
_IN_MEMORY_BYTES = 32 * 2**20

Batch = tuple[np.ndarray, np.ndarray, np.ndarray]


@dataclass(frozen=True)
class LabelledRows:
    """Rows with the class of each: int64 (n,)."""

    rows: Rows
    labels: np.ndarray

    def __len__(self) -> int:
        return len(self.labels)


def epoch_order(row_count: int, seed: int, epoch: int) -> np.ndarray:
    """Return the order of rows in `epoch` (counted from 0): int64 (row_count,)."""
    return np.random.default_rng([seed, epoch]).permutation(row_count)


@dataclass(frozen=True, kw_only=True)
class TrainingBatches:
    """Batches (rows, targets, weights) for the epochs `first` up to `end` (counted from 0, `end` excluded).

    targets: as `training_targets` makes them. weights: float32 (n,), how much each image counts.
    """

    training: LabelledRows
    targets: np.ndarray
    weights: np.ndarray
    batch_size: int
    seed: int
    first: int
    end: int

    @property
    def steps_per_epoch(self) -> int:
        """How many batches an epoch has."""
        return -(-len(self.training) // self.batch_size)

    def for_fit(self) -> Any:
        """Return what `fit` takes, together with `steps_per_epoch`; it can be gone through once."""
        if is_small(self.training.rows):
            dataset = repeated_slices(self._epochs, self.one_row(), len(self.training), self.batch_size)
            if dataset is not None:
                return dataset
        return made_ahead(self.one_by_one())

    def one_row(self) -> Batch:
        """Return a batch of one row, for the shapes and types of its arrays."""
        return self._gather(self.first, np.zeros(1, dtype=np.int64))

    def _epochs(self) -> Iterator[Batch]:
        for epoch in range(self.first, self.end):
            yield self._epoch(epoch)

    def _epoch(self, epoch: int) -> Batch:
        return self._gather(epoch, epoch_order(len(self.training), self.seed, epoch))

    def one_by_one(self) -> Iterator[Batch]:
        """Yield the batches of all epochs, one after another."""
        for epoch in range(self.first, self.end):
            order = epoch_order(len(self.training), self.seed, epoch)
            for start in range(0, len(order), self.batch_size):
                yield self._gather(epoch, order[start : start + self.batch_size])

    def _gather(self, epoch: int, rows: np.ndarray) -> Batch:
        return self.training.rows.in_epoch(epoch).gather(rows), self.targets[rows], self.weights[rows]


def training_batches(
    training: LabelledRows,
    specification: TrainingSpecification,
    class_count: int,
    *,
    batch_size: int,
    first: int,
    end: int,
) -> TrainingBatches:
    """Return the batches of the epochs `first` up to `end`, targets and weights as the specification wants them."""
    labels = training.labels
    weights = np.ones(len(labels), dtype=np.float32)
    if specification.class_weights:
        weights = class_balancing_weights(labels, class_count)
    return TrainingBatches(
        training=training,
        targets=training_targets(labels, class_count, specification.label_smoothing),
        weights=weights,
        batch_size=batch_size,
        seed=specification.seed,
        first=first,
        end=end,
    )


def validation_input(validation: LabelledRows, targets: np.ndarray, batch_size: int) -> Any:
    """Return what `fit` takes as validation data, always in the same order; None when there is none."""
    if not len(validation):
        return None
    if is_small(validation.rows):
        everything = np.arange(len(validation))
        dataset = sliced_arrays((validation.rows.gather(everything), targets), batch_size)
        if dataset is not None:
            return dataset
    return ValidationBatches(validation.rows, targets, batch_size=batch_size)


class ValidationBatches(keras.utils.PyDataset):
    """Batches (rows, targets), always in the same order."""

    def __init__(self, rows: Rows, targets: np.ndarray, *, batch_size: int) -> None:
        super().__init__()
        self._rows = rows
        self._targets = targets
        self._batch_size = batch_size

    def __len__(self) -> int:
        return -(-len(self._targets) // self._batch_size)

    def __getitem__(self, index: int) -> tuple[np.ndarray, np.ndarray]:
        rows = np.arange(index * self._batch_size, min((index + 1) * self._batch_size, len(self._targets)))
        return self._rows.gather(rows), self._targets[rows]


def is_small(rows: Rows) -> bool:
    """Whether the rows may be held in memory whole."""
    held = rows.held_bytes
    return held is not None and 0 < held <= _IN_MEMORY_BYTES


def training_targets(labels: np.ndarray, class_count: int, smoothing: float) -> np.ndarray:
    """Return what the network is to say: class numbers, int64 (n,), or with smoothing float32 (n, class_count).

    Smoothing takes that part of each label's weight and spreads it over all classes (Szegedy et al. 2016,
    "Rethinking the Inception Architecture for Computer Vision", section 7).
    """
    if not smoothing:
        return labels
    targets: np.ndarray = _one_hot(labels, class_count) * (1.0 - smoothing) + smoothing / class_count
    return targets.astype(np.float32)


def validation_targets(labels: np.ndarray, class_count: int, smoothing: float) -> np.ndarray:
    """Return targets of the same form as those of the training, but never smoothed: their loss stays honest."""
    return _one_hot(labels, class_count) if smoothing else labels


def _one_hot(labels: np.ndarray, class_count: int) -> np.ndarray:
    rows: np.ndarray = np.eye(class_count, dtype=np.float32)[labels]
    return rows


def class_balancing_weights(labels: np.ndarray, class_count: int) -> np.ndarray:
    """Return a weight for each image, float32, that gives every class the same say; the mean weight is 1."""
    counts = np.bincount(labels, minlength=class_count)
    present = np.count_nonzero(counts)
    weights: np.ndarray = len(labels) / (present * counts[labels])
    return weights.astype(np.float32)
