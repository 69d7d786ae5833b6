"""The two plots of the Train page, loss and accuracy, and how a training's state becomes their curves."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.messages import EpochFinished
from gui.training.curve_legend import CurveLegend
from gui.training.curve_plot import CurvePlot, Curves, Points
from gui.training.plot_ranges import accuracy_range, epoch_range, epoch_ticks, loss_range, thinned
from gui.training.training_state import TrainingState
from gui.window.theme import MEDIUM, SMALL


class TrainingCurves(QWidget):
    """Loss and accuracy side by side."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loss = CurvePlot(name="loss_plot", measure="Loss")
        self._accuracy = CurvePlot(name="accuracy_plot", measure="Accuracy")
        plots = QHBoxLayout()
        plots.setSpacing(MEDIUM)
        plots.addWidget(self._loss, 1)
        plots.addWidget(self._accuracy, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(CurveLegend(), 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(plots, 1)
        self.show_state(TrainingState())

    def show_state(self, state: TrainingState) -> None:
        """Draw the curves of a training."""
        self._loss.show_curves(loss_curves(state))
        self._accuracy.show_curves(accuracy_curves(state))


def loss_curves(state: TrainingState) -> Curves:
    """Return the loss of each epoch and of the running one's batches."""
    epochs, batches = thinned(state.epochs), thinned(state.batches)
    best = state.best_epoch
    return _curves(
        state,
        training=_points((epoch, epoch.loss) for epoch in epochs),
        validation=_points((epoch, epoch.val_loss) for epoch in epochs),
        batches=([point.epochs for point in batches], [point.loss for point in batches]),
        best_value=None if best is None else best.loss if best.val_loss is None else best.val_loss,
        range_of=loss_range,
    )


def accuracy_curves(state: TrainingState) -> Curves:
    """Return the accuracy of each epoch and of the running one's batches."""
    epochs, batches = thinned(state.epochs), thinned(state.batches)
    best = state.best_epoch
    return _curves(
        state,
        training=_points((epoch, epoch.accuracy) for epoch in epochs),
        validation=_points((epoch, epoch.val_accuracy) for epoch in epochs),
        batches=([point.epochs for point in batches], [point.accuracy for point in batches]),
        best_value=None if best is None else best.accuracy if best.val_accuracy is None else best.val_accuracy,
        range_of=accuracy_range,
    )


def _points(values: Iterable[tuple[EpochFinished, float | None]]) -> Points:
    there = [(epoch.epoch, value) for epoch, value in values if value is not None]
    return [epoch for epoch, _ in there], [value for _, value in there]


def _curves(
    state: TrainingState,
    *,
    training: Points,
    validation: Points,
    batches: Points,
    best_value: float | None,
    range_of: Callable[[Iterable[float]], tuple[float, float]],
) -> Curves:
    planned = state.specification.epochs if state.specification and state.result is None else 0
    done = state.epochs[-1].epoch if state.epochs else 0
    best = state.best_epoch
    return Curves(
        training=training,
        validation=validation,
        batches=batches,
        best=(best.epoch, best_value) if best is not None and best_value is not None else None,
        x_range=epoch_range(planned, done),
        x_ticks=epoch_ticks(planned, done),
        y_range=range_of([*training[1], *validation[1], *batches[1], *([] if best_value is None else [best_value])]),
    )
