"""How the weights are moved: optimizer, loss, and how the learning rate goes on from epoch to epoch."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import keras
import numpy as np

from core.backend_specific import gpu_names, let_gradients_go, mixed_precision_policy, must_compile
from core.training.phases import TrainingPhase
from core.training.specification import TrainingSpecification

#: What `plateau` does: after so many epochs without improvement the rate falls to this part, down to the lowest.
PLATEAU_EPOCHS, PLATEAU_FACTOR, LOWEST_RATE = 3, 0.2, 1e-6


def compile_for_training(
    model: keras.Model,
    specification: TrainingSpecification,
    *,
    learning_rate: float | None = None,
    parts: int = 1,
    shared: bool = False,
) -> None:
    """Compile `model` with the specification's optimizer, at its learning rate unless another is given.

    parts: into how many a batch is divided because it is too large for the memory; their gradients are added up.
    shared: it is a `data_parallel.SharedLearner`, which has a loss and metrics of its own.
    Compiled kernels (XLA) pay on a GPU; on a CPU they gain nothing and cost seconds at the first step.
    """
    smoothing = specification.label_smoothing
    optimizer = _optimizer(specification, learning_rate or specification.learning_rate, parts)
    if not shared:
        let_gradients_go(optimizer)
    if specification.mixed_precision and mixed_precision_policy() == "mixed_float16":
        # The smallest gradients would vanish in 16 bits.
        optimizer = keras.optimizers.LossScaleOptimizer(optimizer)
    if shared:
        model.compile(optimizer=optimizer, jit_compile=must_compile())
        model.optimizer.build(model.trainable_variables)
        return
    model.compile(
        optimizer=optimizer,
        loss="categorical_crossentropy" if smoothing else "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile="auto" if gpu_names() else must_compile(),
    )
    _make_variables(model, label=np.zeros((1, model.output_shape[-1])) if smoothing else np.zeros(1, dtype=np.int64))


def _make_variables(model: keras.Model, label: np.ndarray) -> None:
    """Make the variables of the optimizer, the loss and the metrics, which Keras would make at the first step.

    TensorFlow traces a step that makes variables twice, and makes each of them by a graph of its own: with the whole of
    ResNet50 thawed the first step takes 13 s so and 7 s without; the weights come out the same, bit for bit.
    """
    model.optimizer.build(model.trainable_variables)
    answer = np.full((1, model.output_shape[-1]), 1.0 / model.output_shape[-1], dtype=np.float32)
    model.compute_loss(y=label, y_pred=answer)
    model.compute_metrics(None, label, answer)
    model.reset_metrics()


def _optimizer(specification: TrainingSpecification, rate: float, parts: int) -> Any:
    options: dict[str, Any] = {"learning_rate": rate}
    if parts > 1:
        options["gradient_accumulation_steps"] = parts
    if specification.weight_decay is not None:
        options["weight_decay"] = specification.weight_decay
    if specification.optimizer == "sgd":
        return keras.optimizers.SGD(momentum=0.9, **options)
    if specification.optimizer == "adamw":
        return keras.optimizers.AdamW(**options)
    return keras.optimizers.Adam(**options)


def cosine_rate(phase: TrainingPhase, epoch: int) -> float:
    """Return the learning rate in `epoch` (counted from 0): it falls from the phase's rate towards 0 as a half cosine.

    After Loshchilov and Hutter 2017, "SGDR: Stochastic Gradient Descent with Warm Restarts", without restarts.
    """
    done = (epoch - (phase.first_epoch - 1)) / max(phase.epochs, 1)
    return phase.learning_rate * 0.5 * (1.0 + math.cos(math.pi * min(max(done, 0.0), 1.0)))


class FollowCosine(keras.callbacks.Callback):
    """Set the learning rate of each epoch; it follows from the epoch alone, so that resuming needs no memory."""

    def __init__(self, phase: TrainingPhase) -> None:
        super().__init__()
        self._phase = phase

    def on_epoch_begin(self, epoch: int, logs: Mapping[str, Any] | None = None) -> None:
        """Set the rate before the first batch."""
        self.model.optimizer.learning_rate = cosine_rate(self._phase, epoch)


def plateau_callback(watched: str) -> keras.callbacks.ReduceLROnPlateau:
    """Return Keras' own callback that lowers the rate when `watched` (`val_loss` or `loss`) gets no better."""
    return keras.callbacks.ReduceLROnPlateau(
        monitor=watched, factor=PLATEAU_FACTOR, patience=PLATEAU_EPOCHS, min_lr=LOWEST_RATE
    )
