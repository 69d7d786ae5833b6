"""What a plot shows of a training, or of several runs: lines with their points, and ranges. Values, no widgets.

Points are (x, y) as arrays of float64, shape (points,), x rising: whole epochs, or seconds since the run began.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt

from core.messages import EpochFinished
from gui.language.translate import tr
from gui.training.curve_style import TRAINING, VALIDATION, Look
from gui.training.measures import Measure, Value
from gui.training.plot_ranges import MOST_POINTS, epoch_range, seconds_range
from gui.training.run_curves import RunCurves, clock
from gui.training.smoothing import smoothed

Values = npt.NDArray[np.float64]
Points = tuple[Values, Values]


class Axis(Enum):
    """What stands below a plot, and the words for it."""

    EPOCHS = tr("Epoch")
    SECONDS = tr("Seconds")


@dataclass(frozen=True, kw_only=True)
class Line:
    """A curve: `points` are what is measured, `smooth` what is drawn; the same where nothing is smoothed."""

    label: str
    look: Look
    points: Points
    smooth: Points


@dataclass(frozen=True, kw_only=True)
class PlotContents:
    """Everything on a plot. `best` is the point to mark, None without one; marks are at x, with their words."""

    lines: tuple[Line, ...]
    batches: Points
    best: tuple[float, float] | None
    marks: tuple[tuple[float, str], ...]
    axis: Axis
    x_range: tuple[float, float]
    y_range: tuple[float, float]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw yet."""
        return not len(self.batches[0]) and not any(len(line.points[0]) for line in self.lines)


def contents_of_training(
    run: RunCurves, measure: Measure, *, axis: Axis, smoothing: float, planned: int, batches: Points
) -> PlotContents:
    """Return one training: its curves, its best epoch, its marks.

    smoothing: weight from 0 (none) to below 1. planned: epochs that the axis shall have room for. batches: points of
    the running epoch, x in epochs; left out on a clock, which does not know them yet.
    """
    x = _places(run, axis)
    lines = [
        _line(run.epochs, x, measure.training, TRAINING, Look(TRAINING), smoothing),
        _line(run.epochs, x, measure.validation, VALIDATION, Look(VALIDATION), smoothing),
    ]
    batches = batches if axis is Axis.EPOCHS else points_of((), ())
    best = _best_point(run, x, measure)
    return PlotContents(
        lines=tuple(lines),
        batches=batches,
        best=best,
        marks=_marks(run, axis),
        axis=axis,
        x_range=_x_range((run,), axis, planned),
        y_range=_y_range(measure, [*(line.points for line in lines), batches]),
    )


def contents_of_comparison(
    runs: Sequence[RunCurves], measure: Measure, *, axis: Axis, smoothing: float
) -> PlotContents:
    """Return several runs over each other, each in its own look; the marks are those of the first."""
    lines = []
    for number, run in enumerate(runs):
        x = _places(run, axis)
        for part, value in ((TRAINING, measure.training), (VALIDATION, measure.validation)):
            label = tr("{name}, training", name=run.name) if part == TRAINING and measure.has_best else run.name
            line = _line(run.epochs, x, value, label, Look(part, number), smoothing)
            if len(line.points[0]):
                lines.append(line)
    return PlotContents(
        lines=_training_alone_is_strong(lines),
        batches=points_of((), ()),
        best=None,
        marks=_marks(runs[0], axis) if runs else (),
        axis=axis,
        x_range=_x_range(runs, axis, 0),
        y_range=_y_range(measure, [line.points for line in lines]),
    )


def points_of(x: Sequence[float], y: Sequence[float]) -> Points:
    """Return points as arrays."""
    return np.asarray(x, np.float64), np.asarray(y, np.float64)


def drawn_part(points: Points, low: float, high: float, at_most: int = MOST_POINTS) -> Points:
    """Return what of `points` need be drawn between two ends of x: evenly chosen ones, and one beyond either end."""
    x, y = points
    first = max(0, int(np.searchsorted(x, low)) - 1)
    last = min(len(x), int(np.searchsorted(x, high, side="right")) + 1)
    chosen = np.arange(first, last, max(1, -(-(last - first) // at_most)))
    if len(chosen) and chosen[-1] != last - 1:
        chosen = np.append(chosen, last - 1)
    return x[chosen], y[chosen]


def _places(run: RunCurves, axis: Axis) -> Values:
    if axis is Axis.SECONDS:
        return np.asarray(clock(run), np.float64)
    return np.array([epoch.epoch for epoch in run.epochs], np.float64)


def _line(epochs: Sequence[EpochFinished], x: Values, value: Value, label: str, look: Look, smoothing: float) -> Line:
    y = np.array([*map(value, epochs)], np.float64)  # None becomes NaN
    there = np.isfinite(y)
    points = (x[there], y[there])
    smooth = (points[0], np.asarray(smoothed(points[1].tolist(), smoothing))) if smoothing else points
    return Line(label=label, look=look, points=points, smooth=smooth)


def _training_alone_is_strong(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Draw the training of runs without validation as strongly as the validation of others."""
    validated = {line.look.run for line in lines if line.look.curve == VALIDATION}
    return tuple(
        line
        if line.look.run in validated
        else Line(label=line.label, look=Look(VALIDATION, line.look.run), points=line.points, smooth=line.smooth)
        for line in lines
    )


def _best_point(run: RunCurves, x: Values, measure: Measure) -> tuple[float, float] | None:
    if not measure.has_best or not run.best_epoch:
        return None
    for place, epoch in zip(x, run.epochs, strict=True):
        if epoch.epoch == run.best_epoch:
            validation = measure.validation(epoch)
            return float(place), measure.training(epoch) or 0.0 if validation is None else validation
    return None


def _marks(run: RunCurves, axis: Axis) -> tuple[tuple[float, str], ...]:
    """Return the marks at their places: between the epoch before and the one that begins."""
    if axis is Axis.EPOCHS:
        return tuple((epoch - 0.5, words) for epoch, words in run.marks)
    ends = {epoch.epoch: end for epoch, end in zip(run.epochs, clock(run), strict=True)}
    return tuple((ends.get(epoch - 1, run.before), words) for epoch, words in run.marks)


def _x_range(runs: Iterable[RunCurves], axis: Axis, planned: int) -> tuple[float, float]:
    shown = [run for run in runs if run.epochs]
    if axis is Axis.SECONDS:
        return seconds_range(max((clock(run)[-1] for run in shown), default=0.0))
    return epoch_range(planned, max((run.epochs[-1].epoch for run in shown), default=0))


def _y_range(measure: Measure, curves: Iterable[Points]) -> tuple[float, float]:
    ends = [end for _, y in curves if len(y) for end in (float(np.nanmin(y)), float(np.nanmax(y)))]
    return measure.range_of(ends)
