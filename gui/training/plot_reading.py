"""What is read off the curves at a place: which epoch is nearest, and the values there, in words. Plain functions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gui.language.translate import tr
from gui.training.curve_style import VALIDATION, Look
from gui.training.plot_contents import Axis, Line, PlotContents, Values
from gui.training.progress_words import duration_in_words

#: Below this difference two places are the same.
_SAME = 1e-9


@dataclass(frozen=True)
class Reading:
    """The values at `x`, each with its curve's name and look."""

    x: float
    place: str
    values: tuple[tuple[str, Look, float], ...]


def places(contents: PlotContents) -> Values:
    """Return every x at which a curve has a point, rising."""
    known = [line.points[0] for line in contents.lines]
    return np.unique(np.concatenate(known)) if known else np.zeros(0)


def nearest_place(known: Values, x: float) -> float | None:
    """Return the place nearest to `x`; None where there is none."""
    return float(known[int(np.argmin(np.abs(known - x)))]) if len(known) else None


def place_after(known: Values, x: float | None, steps: int) -> float | None:
    """Return the place `steps` to the right of `x` (to the left below 0), the outermost at most; the last for None."""
    if not len(known):
        return None
    if x is None:
        return float(known[-1])
    here = int(np.argmin(np.abs(known - x)))
    return float(known[min(max(here + steps, 0), len(known) - 1)])


def read(contents: PlotContents, x: float) -> Reading:
    """Return the values at `x`: those of that epoch, or by the clock the last ones until then.

    Of runs that are compared only the strong lines are read, one for each run.
    """
    read_off = [line for line in contents.lines if line.look.run is None or line.look.curve == VALIDATION]
    values = [(line.label, line.look, value) for line in read_off if (value := _value(line, x, contents.axis))]
    place = (
        tr("Epoch {x}", x=round(x))
        if contents.axis is Axis.EPOCHS
        else tr("After {duration}", duration=duration_in_words(x))
    )
    return Reading(x=x, place=place, values=tuple((label, look, value[0]) for label, look, value in values))


def _value(line: Line, x: float, axis: Axis) -> tuple[float] | None:
    known, values = line.points
    last = int(np.searchsorted(known, x + _SAME)) - 1
    if last < 0 or (axis is Axis.EPOCHS and known[last] < x - _SAME):
        return None
    return (float(values[last]),)
