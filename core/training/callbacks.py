"""The callbacks of a training: they tell what happens, obey the user, and remember the best epoch.

Each does one thing, holds nothing of another run, and starts afresh in `on_train_begin`.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
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


class EndInTime(keras.callbacks.Callback):
    """End the training when its time is over, in the middle of an epoch too; what was learned is validated still.

    deadline: a moment of `time.monotonic`.
    """

    def __init__(self, deadline: float) -> None:
        super().__init__()
        self._deadline = deadline
        self.is_over = False

    def on_train_batch_end(self, batch: int, logs: Mapping[str, Any] | None = None) -> None:
        """Look at the clock."""
        if time.monotonic() >= self._deadline:
            self.is_over = True
            self.model.stop_training = True


class TellProgress(keras.callbacks.Callback):
    """Report batches (at most 20 a second), epochs and the time left; keep the history of epochs.

    measuring: a callback that has measured the movement of the epoch when this one is told of its end.
    all_epochs: how many the whole training is to have. earlier: the epochs before this fit.
    """

    def __init__(
        self,
        control: JobControl,
        measuring: MeasureMovement,
        all_epochs: int,
        earlier: Sequence[EpochFinished] = (),
    ) -> None:
        super().__init__()
        self._control = control
        self._measuring = measuring
        self._all_epochs = all_epochs
        self._earlier = list(earlier)
        #: The earlier epochs stand here also if none follow.
        self.history: list[EpochFinished] = list(earlier)
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
        return self._all_epochs * int(self.params["steps"])


class KeepBestEpoch(keras.callbacks.Callback):
    """Remember the weights of the best epoch: highest accuracy, then lowest loss, of validation if there is one.

    whole: the classifier, of which the fitted model may be the tail. names: its layers that have learned so far, in
    this phase or before; only these can have changed. earlier: the best epoch before this fit, its score and weights.
    """

    def __init__(self, whole: keras.Model, names: Sequence[str], earlier: BestEpoch) -> None:
        super().__init__()
        self._whole = whole
        self._names = names
        # Layers that begin to learn only now were at the best epoch what they are at this moment.
        missing = [name for name in names if name not in earlier.weights] if earlier.epoch else []
        self._earlier = BestEpoch(earlier.epoch, earlier.score, earlier.weights | weights_of(whole, missing))
        self.best = self._earlier

    def on_train_begin(self, logs: Mapping[str, Any] | None = None) -> None:
        """Forget the epochs of another training."""
        self.best = self._earlier

    def on_epoch_end(self, epoch: int, logs: Mapping[str, Any] | None = None) -> None:
        """Copy the weights if this epoch is the best so far."""
        score = epoch_score(logs or {})
        if not self.best.epoch or score > self.best.score:
            self.best = BestEpoch(epoch + 1, score, weights_of(self._whole, self._names))


@dataclass(frozen=True)
class BestEpoch:
    """The best epoch so far (counted from 1; 0: none), its score, and the weights that the layers had then."""

    epoch: int = 0
    score: tuple[float, float] = (-np.inf, -np.inf)
    weights: dict[str, list[np.ndarray]] = field(default_factory=dict)

    def put_into(self, whole: keras.Model) -> None:
        """Give the layers of the classifier these weights; nothing happens if no epoch was finished."""
        for name, weights in self.weights.items():
            whole.get_layer(name).set_weights(weights)


def weights_of(model: keras.Model, names: Iterable[str]) -> dict[str, list[np.ndarray]]:
    """Return copies of all weights of the named layers."""
    return {name: model.get_layer(name).get_weights() for name in names}


def epoch_score(logs: Mapping[str, Any]) -> tuple[float, float]:
    """Return how good an epoch is, to be compared: accuracy first, then loss (negated); NaN is worst of all."""
    accuracy = float(logs.get("val_accuracy", logs["accuracy"]))
    loss = float(logs.get("val_loss", logs["loss"]))
    if np.isnan(loss) or np.isnan(accuracy):
        return (-np.inf, -np.inf)
    return (accuracy, -loss)


def _number(value: Any) -> float | None:
    return None if value is None else float(value)
