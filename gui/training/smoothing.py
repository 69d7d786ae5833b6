"""Smoothing a curve: an exponential moving average that starts at the first value. Plain functions."""

from __future__ import annotations

import math
from collections.abc import Iterable


def smoothed(values: Iterable[float], weight: float) -> list[float]:
    """Return the moving average of `values`; each counts `weight` (0 to below 1) times as much as the one after it.

    The average is corrected for its begin, where few values are known; NaN and infinities pass through.
    """
    average, share = 0.0, 0.0
    smooth: list[float] = []
    for value in values:
        if not math.isfinite(value):
            smooth.append(value)
            continue
        average = weight * average + (1.0 - weight) * value
        share = weight * share + (1.0 - weight)
        smooth.append(average / share)
    return smooth
