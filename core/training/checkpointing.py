"""Writing checkpoints while a training runs, and putting one back: so that a resumed run ends as an undisturbed one.

The file itself is `checkpoint`'s concern. Keras' BackupAndRestore is not used: it keeps neither the seeds of dropout
nor the best epoch, and it deletes its file when a training is stopped.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import keras
import numpy as np

from core.disk_errors import why_not_written
from core.job_control import JobControl
from core.messages import EpochFinished, Notice
from core.network.head import NORMALIZATION_LAYER
from core.training.callbacks import BestEpoch, weights_of
from core.training.checkpoint import Checkpoint, write_checkpoint

#: Checkpoints take at most this part of the time, so that epochs of milliseconds stay such.
_SHARE_OF_THE_TIME = 0.1


class WriteCheckpoints(keras.callbacks.Callback):
    """Write a checkpoint after an epoch, unless the last one was so recent that writing would take too much time."""

    def __init__(self, run: Path, control: JobControl, state: Callable[[], Checkpoint]) -> None:
        super().__init__()
        self._run = run
        self._control = control
        self._state = state
        self._not_before = 0.0
        self._told = False

    def on_train_begin(self, logs: Mapping[str, Any] | None = None) -> None:
        """Let the first epoch be written at once."""
        self._not_before, self._told = 0.0, False

    def on_epoch_end(self, epoch: int, logs: Mapping[str, Any] | None = None) -> None:
        """Write the state after this epoch."""
        started = time.monotonic()
        if started < self._not_before:
            return
        try:
            write_checkpoint(self._state(), self._run)
        except OSError as error:
            self._tell(error)
        ended = time.monotonic()
        self._not_before = ended + (ended - started) * (1.0 / _SHARE_OF_THE_TIME - 1.0)

    def _tell(self, error: OSError) -> None:
        """Say once that this training could not be resumed; that is no reason to end it."""
        if not self._told:
            self._told = True
            why = why_not_written(error, self._run)
            self._control.report(
                Notice(message=f"No checkpoint can be written to {self._run}: {why}. Training goes on.")
            )


class ResumePatience(keras.callbacks.Callback):
    """Give a callback its count of epochs without improvement back, which its `on_train_begin` has just cleared."""

    def __init__(self, waiting: Any, patience: tuple[int, float]) -> None:
        super().__init__()
        self._waiting = waiting
        self._patience = patience

    def on_train_begin(self, logs: Mapping[str, Any] | None = None) -> None:
        """Set the count; put this callback after the one it is for."""
        self._waiting.wait, self._waiting.best = self._patience


def state_of(
    whole: keras.Model,
    fitted: keras.Model,
    names: Sequence[str],
    history: Sequence[EpochFinished],
    best: BestEpoch,
    waiting: Mapping[str, Any],
) -> Checkpoint:
    """Return the state of a training between two epochs.

    whole: the classifier. fitted: the part of it that is compiled. names: layers that have learned so far. waiting:
    the callbacks that wait for an improvement.
    """
    return Checkpoint(
        history=tuple(history),
        best_epoch=best.epoch,
        best_score=best.score,
        # The head's normalisation was measured on the images, and measuring it again may find others.
        weights=weights_of(whole, [*names, NORMALIZATION_LAYER]),
        best_weights=best.weights,
        optimizer=[_array(variable) for variable in fitted.optimizer.variables],
        seeds=seed_states(whole),
        patience={name: (int(one.wait), float(one.best)) for name, one in waiting.items() if one.best is not None},
    )


def put_weights_back(checkpoint: Checkpoint, whole: keras.Model) -> None:
    """Set the weights and the seeds of a classifier to those of `checkpoint`."""
    for name, weights in checkpoint.weights.items():
        whole.get_layer(name).set_weights(weights)
    # A run that is extended has no seeds to go on from.
    for variable, value in zip(seed_variables(whole), checkpoint.seeds, strict=bool(checkpoint.seeds)):
        variable.assign(value)


def put_optimizer_back(checkpoint: Checkpoint, fitted: keras.Model) -> None:
    """Set the optimizer of a compiled model to that of `checkpoint`; it begins anew where there is none."""
    if not checkpoint.optimizer:
        return
    # An optimizer that was not built yet would silently lose its state.
    fitted.optimizer.build(fitted.trainable_variables)
    for variable, value in zip(fitted.optimizer.variables, checkpoint.optimizer, strict=True):
        variable.assign(value)


def seed_states(model: keras.Model) -> list[np.ndarray]:
    """Return the states of the seed generators (those of dropout)."""
    return [_array(variable) for variable in seed_variables(model)]


def seed_variables(model: keras.Model) -> list[Any]:
    """Return the states of the seed generators (those of dropout): variables that Keras doesn't count as weights."""
    seeds: list[Any] = []
    for layer in model.layers:
        weights = {id(weight) for weight in layer.weights}
        seeds += [variable for variable in layer.variables if id(variable) not in weights]
    return seeds


def _array(variable: Any) -> np.ndarray:
    return np.array(keras.ops.convert_to_numpy(variable))
