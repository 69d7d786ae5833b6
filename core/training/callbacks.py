"""The callbacks of a training: they tell what happens, obey the user, and remember the best epoch.

Each does one thing, holds nothing of another run, and starts afresh in `on_train_begin`.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any

import keras
import numpy as np

from core.job_control import PROGRESS_EVENTS_PER_SECOND, JobControl
from core.messages import BatchFinished, EpochFinished
from core.training.movement import MeasureMovement


class ObeyUser(keras.callbacks.Callback):
    """Wait while the user pauses; end at once, by raising `Stopped`, when the user stops.

    Raising is better than `stop_training`, after which a whole validation pass would still run.
    """

    def __init__(self, control: JobControl) -> None:
        super().__init__()
        self._control = control

    def on_train_batch_end(self, batch: int, logs: Mapping[str, Any] | None = None) -> None:
        """Wait or stop between two batches."""
        self._control.wait_while_paused()
        self._control.raise_if_stopped()

    def on_test_batch_end(self, batch: int, logs: Mapping[str, Any] | None = None) -> None:
        """Stop between two batches of validation."""
        self._control.raise_if_stopped()


class TellProgress(keras.callbacks.Callback):
    """Report batches (at most 20 a second), epochs and the time left; keep the history of epochs.

    measuring: a callback that has measured the movement of the epoch when this one is told of its end.
    earlier: the epochs before, when a training is resumed.
    """

    def __init__(self, control: JobControl, measuring: MeasureMovement, earlier: Sequence[EpochFinished] = ()) -> None:
        super().__init__()
        self._control = control
        self._measuring = measuring
        self._earlier = list(earlier)
        self.history: list[EpochFinished] = []
        self._epoch_started = 0.0
        self._last_report = 0.0
        self._epoch = 0

    def on_train_begin(self, logs: Mapping[str, Any] | None = None) -> None:
        """Start a new history, or go on with the earlier one."""
        self.history = list(self._earlier)
        self._control.progress("fit", len(self.history) * int(self.params["steps"]), self._all_batches())

    def on_epoch_begin(self, epoch: int, logs: Mapping[str, Any] | None = None) -> None:
        """Start the clock of the epoch."""
        self._epoch = epoch
        self._epoch_started = time.monotonic()

    def on_train_batch_end(self, batch: int, logs: Mapping[str, Any] | None = None) -> None:
        """Report the batch, unless another was reported a moment ago."""
        now = time.monotonic()
        if now - self._last_report < 1.0 / PROGRESS_EVENTS_PER_SECOND:
            return
        self._last_report = now
        values = logs or {}
        self._control.report(
            BatchFinished(
                epoch=self._epoch + 1,
                batch=batch + 1,
                batches=int(self.params["steps"]),
                loss=float(values["loss"]),
                accuracy=float(values["accuracy"]),
            )
        )
        self._control.progress("fit", self._epoch * int(self.params["steps"]) + batch + 1, self._all_batches())

    def on_epoch_end(self, epoch: int, logs: Mapping[str, Any] | None = None) -> None:
        """Report the epoch."""
        values = logs or {}
        finished = EpochFinished(
            epoch=epoch + 1,
            loss=float(values["loss"]),
            accuracy=float(values["accuracy"]),
            val_loss=_number(values.get("val_loss")),
            val_accuracy=_number(values.get("val_accuracy")),
            learning_rate=float(keras.ops.convert_to_numpy(self.model.optimizer.learning_rate)),
            seconds=time.monotonic() - self._epoch_started,
            movement=self._measuring.movement,
        )
        self.history.append(finished)
        self._control.report(finished)
        self._control.progress("fit", (epoch + 1) * int(self.params["steps"]), self._all_batches())

    def _all_batches(self) -> int:
        return int(self.params["epochs"]) * int(self.params["steps"])


class KeepBestEpoch(keras.callbacks.Callback):
    """Remember the weights of the best epoch: highest accuracy, then lowest loss, of validation if there is one.

    Only weights that can have changed are copied: those of layers that learn, and the statistics of thawed
    BatchNorm layers. earlier: the best epoch before, its score and weights, when a training is resumed.
    """

    def __init__(self, earlier: tuple[int, tuple[float, float], dict[str, list[np.ndarray]]] | None = None) -> None:
        super().__init__()
        self._earlier = earlier or (0, (-np.inf, -np.inf), {})
        self.best_epoch, self.best_score, self.best_weights = self._earlier

    def on_train_begin(self, logs: Mapping[str, Any] | None = None) -> None:
        """Forget the epochs of another training."""
        self.best_epoch, self.best_score, self.best_weights = self._earlier

    def on_epoch_end(self, epoch: int, logs: Mapping[str, Any] | None = None) -> None:
        """Copy the weights if this epoch is the best so far."""
        score = epoch_score(logs or {})
        if self.best_epoch and not score > self.best_score:
            return
        self.best_epoch, self.best_score = epoch + 1, score
        self.best_weights = {layer.name: layer.get_weights() for layer in self.model.layers if layer.trainable_weights}

    def restore(self) -> None:
        """Put the weights of the best epoch back into the model; nothing happens if no epoch was finished."""
        for name, weights in self.best_weights.items():
            self.model.get_layer(name).set_weights(weights)


def epoch_score(logs: Mapping[str, Any]) -> tuple[float, float]:
    """Return how good an epoch is, to be compared: accuracy first, then loss (negated); NaN is worst of all."""
    accuracy = float(logs.get("val_accuracy", logs["accuracy"]))
    loss = float(logs.get("val_loss", logs["loss"]))
    if np.isnan(loss) or np.isnan(accuracy):
        return (-np.inf, -np.inf)
    return (accuracy, -loss)


def _number(value: Any) -> float | None:
    return None if value is None else float(value)
