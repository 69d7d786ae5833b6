"""Writing checkpoints while a training runs, and putting one back: so that a resumed run ends as an undisturbed one.

The file itself is `checkpoint`'s concern. Keras' BackupAndRestore is not used: it keeps neither the seeds of dropout
nor the best epoch, and it deletes its file when a training is stopped.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import keras
import numpy as np

from core.job_control import JobControl
from core.messages import Notice
from core.network.head import NORMALIZATION_LAYER
from core.training.callbacks import KeepBestEpoch, TellProgress
from core.training.checkpoint import Checkpoint, Weights, write_checkpoint

#: Checkpoints take at most this part of the time, so that epochs of milliseconds stay such.
_SHARE_OF_THE_TIME = 0.1


class WriteCheckpoints(keras.callbacks.Callback):
    """Write a checkpoint after an epoch, unless the last one was so recent that writing would take too much time."""

    def __init__(
        self,
        run: Path,
        control: JobControl,
        telling: TellProgress,
        keeping: KeepBestEpoch,
        stopping: keras.callbacks.EarlyStopping | None,
    ) -> None:
        super().__init__()
        self._run = run
        self._control = control
        self._telling = telling
        self._keeping = keeping
        self._stopping = stopping
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
            why = error.strerror or error
            self._control.report(
                Notice(message=f"No checkpoint can be written to {self._run}: {why}. Training goes on.")
            )

    def _state(self) -> Checkpoint:
        best = self._keeping
        return Checkpoint(
            history=tuple(self._telling.history),
            best_epoch=best.best_epoch,
            best_score=best.best_score,
            weights=_weights(self.model),
            best_weights=best.best_weights,
            optimizer=[_array(variable) for variable in self.model.optimizer.variables],
            seeds=[_array(variable) for variable in _seeds(self.model)],
            patience=_patience(self._stopping),
        )


class ResumeEarlyStopping(keras.callbacks.Callback):
    """Give early stopping back its count of epochs without improvement, which `on_train_begin` has just cleared."""

    def __init__(self, stopping: keras.callbacks.EarlyStopping, patience: tuple[int, float]) -> None:
        super().__init__()
        self._stopping = stopping
        self._patience = patience

    def on_train_begin(self, logs: Mapping[str, Any] | None = None) -> None:
        """Set the count; put this callback after the one it is for."""
        self._stopping.wait, self._stopping.best = self._patience


def put_back(checkpoint: Checkpoint, model: keras.Model) -> None:
    """Set the weights, the optimizer and the seeds of a compiled model to those of `checkpoint`."""
    for name, weights in checkpoint.weights.items():
        model.get_layer(name).set_weights(weights)
    # An optimizer that was not built yet would silently lose its state.
    model.optimizer.build(model.trainable_variables)
    for variable, value in zip(model.optimizer.variables, checkpoint.optimizer, strict=True):
        variable.assign(value)
    for variable, value in zip(_seeds(model), checkpoint.seeds, strict=True):
        variable.assign(value)


def _weights(model: keras.Model) -> Weights:
    """Return the weights that can change, and the head's normalisation, which was measured on the images."""
    return {
        layer.name: layer.get_weights()
        for layer in model.layers
        if layer.trainable_weights or layer.name == NORMALIZATION_LAYER
    }


def _seeds(model: keras.Model) -> list[Any]:
    """Return the states of the seed generators: the variables that Keras doesn't count as weights."""
    seeds: list[Any] = []
    for layer in model.layers:
        weights = {id(weight) for weight in layer.weights}
        seeds += [variable for variable in layer.variables if id(variable) not in weights]
    return seeds


def _array(variable: Any) -> np.ndarray:
    return np.array(keras.ops.convert_to_numpy(variable))


def _patience(stopping: keras.callbacks.EarlyStopping | None) -> tuple[int, float] | None:
    if stopping is None or stopping.best is None:
        return None
    return int(stopping.wait), float(stopping.best)
