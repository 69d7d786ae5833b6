"""The epochs of a training as its curves show them: those that are over, the running one's batches, the best so far.

Plain values. An epoch that is repeated, after a resume, a change that was taken back or a lack of memory, replaces the
one before.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from core.messages import BatchFinished, EpochFinished


@dataclass(frozen=True)
class BatchPoint:
    """A point of the running epoch's curve; `epochs` counts whole and begun ones: 2.5 is half-way into the third."""

    epochs: float
    loss: float
    accuracy: float


class EpochHistory:
    """Epochs in order, each number once; `batches` are the points of the epoch that runs."""

    def __init__(self, epochs: Iterable[EpochFinished] = ()) -> None:
        self.epochs = list(epochs)
        self.batches: list[BatchPoint] = []
        self._best = _best_of(self.epochs)

    def take_batch(self, event: BatchFinished) -> None:
        """Take a batch of the running epoch."""
        self.drop_from(event.epoch)
        begun = event.epoch - 1 + event.batch / max(1, event.batches)
        while self.batches and self.batches[-1].epochs >= begun:
            self.batches.pop()
        self.batches.append(BatchPoint(epochs=begun, loss=event.loss, accuracy=event.accuracy))

    def take_epoch(self, event: EpochFinished) -> None:
        """Take an epoch that is over."""
        self.drop_from(event.epoch)
        self.epochs.append(event)
        self.batches.clear()
        if self._best is None or _score(event) > _score(self._best):
            self._best = event

    def drop_from(self, first: int) -> None:
        """Forget the epochs from number `first` on: they count no more."""
        dropped = False
        while self.epochs and self.epochs[-1].epoch >= first:
            dropped = self.epochs.pop() is self._best or dropped
        if dropped:
            self._best = _best_of(self.epochs)

    @property
    def best(self) -> EpochFinished | None:
        """The best epoch so far.

        The rule is that of `core.training.callbacks`: by accuracy, then by loss, those of validation if there is one;
        the earliest of equals, and one with NaN the worst of all.
        """
        return self._best


def _best_of(epochs: list[EpochFinished]) -> EpochFinished | None:
    return max(epochs, key=_score, default=None)


def _score(epoch: EpochFinished) -> tuple[float, float]:
    accuracy = epoch.accuracy if epoch.val_accuracy is None else epoch.val_accuracy
    loss = epoch.loss if epoch.val_loss is None else epoch.val_loss
    if math.isnan(accuracy) or math.isnan(loss):
        return (-math.inf, -math.inf)
    return (accuracy, -loss)
