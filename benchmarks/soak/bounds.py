"""How much may grow while the window is used, in one place, and whether it did.

The first rounds load code, fill caches and open pools; only what comes after them is judged. Growth is the median of
the slopes between all pairs of rounds (Theil and Sen), which a single large reading does not move.
"""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: Each format was exported, each plan trained and each backend asked by then.
WARM_UP_ROUNDS = 8
#: With fewer rounds after the first ones a slope says nothing.
LEAST_ROUNDS = 10


@dataclass(frozen=True)
class Bound:
    """What of whom may grow by how much in 100 rounds; with one lost in each round it would be 100."""

    whom: str
    what: str
    in_100_rounds: float


BOUNDS = (
    Bound("window", "MB", 20.0),
    Bound("trainer", "MB", 100.0),
    Bound("viewer", "MB", 50.0),
    *(Bound(whom, what, 3.0) for whom in ("window", "trainer", "viewer") for what in ("threads", "file handles")),
    Bound("window", "widgets", 3.0),
    Bound("window", "models, actions, timers", 3.0),
    Bound("window", "Python objects", 3_000.0),
    Bound("program", "processes", 0.0),
    Bound("program", "temporary files", 3.0),
)
#: The same processes at the end as at the beginning: a worker that crashed would hide what it had lost.
STEADY = (("trainer", "process"), ("viewer", "process"))

#: Readings by whom and what, a value for each round.
Series = Mapping[tuple[str, str], Sequence[float]]


@dataclass(frozen=True)
class Verdict:
    """One bound and what was found. grown: in 100 rounds; None where the rounds were too few to tell."""

    bound: Bound
    first: float
    last: float
    grown: float | None

    @property
    def holds(self) -> bool:
        """Whether it grew no more than it may, as far as that can be told."""
        return self.grown is None or self.grown <= self.bound.in_100_rounds


def judge(series: Series) -> list[Verdict]:
    """Return what came of each bound; values are those of the first judged round and of the last one."""
    return [_judge(bound, series[bound.whom, bound.what]) for bound in BOUNDS if (bound.whom, bound.what) in series]


def replaced(series: Series) -> list[str]:
    """Return which processes are not the ones of the beginning."""
    return [whom for whom, what in STEADY if len(set(series.get((whom, what), ()))) > 1]


def _judge(bound: Bound, values: Sequence[float]) -> Verdict:
    judged = values[WARM_UP_ROUNDS:] or values[-1:]
    grown = None if len(judged) < LEAST_ROUNDS else 100 * slope(judged)
    return Verdict(bound, judged[0], judged[-1], grown)


def slope(values: Sequence[float]) -> float:
    """Return by how much the values grow from one to the next; two of them at least."""
    pairs = itertools.combinations(enumerate(values), 2)
    return statistics.median((later - earlier) / (end - begin) for (begin, earlier), (end, later) in pairs)
