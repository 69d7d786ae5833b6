"""A phase on several devices: the same batches in the same order, each divided among them, and one set of weights.

The devices' copies are Keras' affair (`backend_specific.shared_by`): each computes the gradients of its part of a
batch, these are added up, and every copy is moved alike. What is here makes that equal to one device up to the order
in which floats are summed. A batch that does not divide is filled up with rows that count nothing; loss and accuracy
are sums over the images that do, since Keras' own are means over each device's part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import keras
import numpy as np

from core.backend_specific import batches_to_share
from core.network.copies import copy_of
from core.training.batches import Batch, LabelledRows, TrainingBatches, ValidationBatches
from core.training.checkpointing import seed_variables
from core.training.prefetch import made_ahead


def copy_to_share(learner: keras.Model) -> keras.Model:
    """Return a copy of `learner` that learns on the devices of the surrounding `shared_by`."""
    copy = copy_of(learner)
    shared = SharedLearner(copy.inputs, copy.outputs)
    _copy_seeds(learner, shared)
    return shared


class SharedLearner(keras.Model):
    """A functional model whose loss and accuracy don't depend on how the rows of a batch are divided.

    It takes (rows, targets, weights) with weights as `divisible` makes them.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._mean_loss = keras.metrics.Mean(name="mean_loss")
        self._mean_hit = keras.metrics.Mean(name="mean_hit")

    def compute_loss(
        self, x: Any = None, y: Any = None, y_pred: Any = None, sample_weight: Any = None, training: bool = True
    ) -> Any:
        """Return these rows' part of the batch's mean loss: over all devices it adds up to that."""
        return keras.ops.sum(_losses(y, y_pred) * sample_weight[:, 0] * sample_weight[:, 1])

    def compute_metrics(self, x: Any, y: Any, y_pred: Any, sample_weight: Any = None) -> dict[str, Any]:
        """Count the images, not their filler; as Keras has it, accuracy takes all images for equal."""
        counts = keras.ops.cast(sample_weight[:, 1] > 0, "float32")
        self._mean_loss.update_state(_losses(y, y_pred) * sample_weight[:, 0], counts)
        self._mean_hit.update_state(_hits(y, y_pred), counts)
        metrics: dict[str, Any] = self.get_metrics_result()
        return metrics

    def get_metrics_result(self) -> dict[str, Any]:
        """Return what Keras' own `fit` tells after a batch and after an epoch."""
        return {"loss": self._mean_loss.result(), "accuracy": self._mean_hit.result()}


class BringBack(keras.callbacks.Callback):
    """After each epoch, give the weights and the seeds of the shared copy to the learner that it is a copy of.

    Put it before the callbacks that look at the classifier.
    """

    def __init__(self, learner: keras.Model) -> None:
        super().__init__()
        self._learner = learner

    def on_epoch_end(self, epoch: int, logs: Mapping[str, Any] | None = None) -> None:
        """Copy what has learned."""
        for layer in self._learner.layers:
            if layer.trainable_weights:
                layer.set_weights(self.model.get_layer(layer.name).get_weights())
        _copy_seeds(self.model, self._learner)


def divisible(batch: Batch, devices: int) -> Batch:
    """Return the batch filled up, with its first row, to a number of rows that can be divided among the devices.

    Its weights become float32 (n, 2): how much an image counts, and its part of the mean over the batch, 0 of filler.
    """
    rows, targets, weights = batch
    count = len(targets)
    filler = -count % devices
    shares = np.zeros((count + filler, 2), dtype=np.float32)
    shares[:count, 0] = weights
    shares[:count, 1] = 1.0 / count
    if not filler:
        return rows, targets, shares
    taken = np.concatenate((np.arange(count), np.zeros(filler, dtype=np.int64)))
    return rows[taken], targets[taken], shares


def batches_to_divide(batches: TrainingBatches, devices: int) -> Any:
    """Return what the `fit` of a `SharedLearner` takes, together with `steps_per_epoch`."""

    def filled() -> Iterator[Batch]:
        return (divisible(batch, devices) for batch in batches.one_by_one())

    dataset = batches_to_share(filled, divisible(batches.one_row(), devices))
    return made_ahead(filled()) if dataset is None else dataset


class ValidationToDivide(keras.utils.PyDataset):
    """Batches (rows, targets, weights), always in the same order, of any number of rows."""

    def __init__(self, validation: LabelledRows, targets: np.ndarray, *, batch_size: int, devices: int) -> None:
        super().__init__()
        self._batches = ValidationBatches(validation.rows, targets, batch_size=batch_size)
        self._devices = devices

    def __len__(self) -> int:
        return len(self._batches)

    def __getitem__(self, index: int) -> Batch:
        rows, targets = self._batches[index]
        return divisible((rows, targets, np.ones(len(targets), dtype=np.float32)), self._devices)


def _losses(targets: Any, answers: Any) -> Any:
    if len(targets.shape) == 1:
        return keras.losses.sparse_categorical_crossentropy(targets, answers)
    return keras.losses.categorical_crossentropy(targets, answers)


def _hits(targets: Any, answers: Any) -> Any:
    if len(targets.shape) == 1:
        return keras.metrics.sparse_categorical_accuracy(targets, answers)
    return keras.metrics.categorical_accuracy(targets, answers)


def _copy_seeds(source: keras.Model, target: keras.Model) -> None:
    for ours, theirs in zip(seed_variables(target), seed_variables(source), strict=True):
        ours.assign(keras.ops.convert_to_numpy(theirs))
