"""From some measured epochs to all of them, for sides that do the same work at every epoch. Plain arithmetic."""

from __future__ import annotations

from collections.abc import Sequence


def seconds_of_all(measured: Sequence[float], epochs: int) -> float:
    """Return the seconds of `epochs` epochs: those measured, and the mean of all but the first for each of the rest.

    The first one is dearer, since everything is built and traced in it.
    """
    later = measured[1:] or measured
    return sum(measured) + (epochs - len(measured)) * sum(later) / len(later)


def later_epoch(measured: Sequence[float]) -> float:
    """Return the quickest epoch after the first, in seconds: what the machine's other work disturbed least."""
    return min(measured[1:] or measured)


def how_measured(measured: int, epochs: int) -> str:
    """Say so where epochs were multiplied."""
    return "" if measured >= epochs else f"{measured} naive epochs measured, the rest of {epochs} at their mean"
