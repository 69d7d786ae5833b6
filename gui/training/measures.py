"""What the plots measure: loss, accuracy and learning rate; where the values come from and how they are said."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter

from core.messages import EpochFinished
from gui.language.translate import local_number, tr
from gui.training.plot_ranges import accuracy_range, loss_range
from gui.training.progress_words import percentage

Value = Callable[[EpochFinished], float | None]


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One thing that is measured at each epoch. `validation` returns None for an epoch without it.

    name: the plot's object name. column: the value's name in history.csv; `val_` before it is that of validation.
    """

    name: str
    title: str
    column: str
    training: Value
    validation: Value
    range_of: Callable[[Iterable[float]], tuple[float, float]]
    words: Callable[[float], str]
    has_best: bool = True


LOSS = Measure(
    name="loss_plot",
    title=tr("Loss"),
    column="loss",
    training=attrgetter("loss"),
    validation=attrgetter("val_loss"),
    range_of=loss_range,
    words=lambda value: local_number(f"{value:.4g}"),
)
ACCURACY = Measure(
    name="accuracy_plot",
    title=tr("Accuracy"),
    column="accuracy",
    training=attrgetter("accuracy"),
    validation=attrgetter("val_accuracy"),
    range_of=accuracy_range,
    words=percentage,
)
LEARNING_RATE = Measure(
    name="learning_rate_plot",
    title=tr("Learning rate"),
    column="learning_rate",
    training=attrgetter("learning_rate"),
    validation=lambda _epoch: None,
    range_of=loss_range,
    words=lambda value: local_number(f"{value:.3g}"),
    has_best=False,
)
MEASURES = (LOSS, ACCURACY, LEARNING_RATE)
