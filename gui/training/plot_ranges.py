"""What of the training curves is drawn, and in which ranges, as plain functions; epochs are whole numbers.

No plotting library here, so that the ranges are tested without one.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TypeVar

#: Epochs that an empty plot shows.
_EPOCHS_OF_EMPTY_PLOT = 10
_ROOM = 0.06
#: Losses below this are drawn as if they were nothing.
_SMALLEST_LOSS = 1e-9

_Point = TypeVar("_Point")

#: More points than this on one curve cost time and show nothing.
MOST_POINTS = 300


def thinned(points: Sequence[_Point], at_most: int = MOST_POINTS) -> Sequence[_Point]:
    """Return evenly chosen ones of `points`, at most `at_most` and the last; all of them where they are few."""
    if len(points) <= at_most:
        return points
    step = math.ceil(len(points) / at_most)
    chosen = list(points[::step])
    if (len(points) - 1) % step:
        chosen.append(points[-1])
    return chosen


def epoch_range(planned: int, done: int) -> tuple[float, float]:
    """Return the horizontal range: from nothing to all planned epochs, or to those done if they are more."""
    last = max(planned, done) or _EPOCHS_OF_EMPTY_PLOT
    return 0.0, last * (1.0 + _ROOM / 2.0)


def seconds_range(last: float) -> tuple[float, float]:
    """Return the horizontal range of a clock: from the begin to the last second, and a little more."""
    return 0.0, (last if last > 0.0 else 1.0) * (1.0 + _ROOM / 2.0)


def whole_ticks(lowest: float, highest: float, at_most: int = 10) -> list[int]:
    """Return the epochs between two ends to label, at most `at_most`, at steps of 1, 2 or 5 times a power of ten."""
    first, last = max(1, math.ceil(lowest)), math.floor(highest)
    step = _round_step(last - first + 1, at_most)
    return list(range(-(-first // step) * step, last + 1, step))


def _round_step(epochs: int, at_most: int) -> int:
    step = 1
    while epochs / step > at_most:
        magnitude = 10 ** int(math.log10(step))
        step = {1: 2, 2: 5, 5: 10}[step // magnitude] * magnitude
    return step


def loss_range(losses: Iterable[float]) -> tuple[float, float]:
    """Return the vertical range of losses: from zero to the highest number, and a little more at both ends."""
    highest = max((loss for loss in losses if math.isfinite(loss)), default=0.0)
    return _with_room(0.0, highest if highest > _SMALLEST_LOSS else 1.0)


def accuracy_range(accuracies: Iterable[float]) -> tuple[float, float]:
    """Return the vertical range of accuracies: up to 1, from the tenth below the lowest, so that detail shows."""
    lowest = min((one for one in accuracies if math.isfinite(one)), default=0.0)
    return _with_room(max(0.0, math.floor(lowest * 10.0 - 1e-9) / 10.0), 1.0)


def _with_room(lowest: float, highest: float) -> tuple[float, float]:
    room = (highest - lowest) * _ROOM
    return lowest - room, highest + room
