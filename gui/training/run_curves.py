"""What the plots know of a run: its epochs, what came before them, and the marks that stand on them. Plain values.

A training under way, a run that was opened again and one that is only compared all become one of these; how they are
drawn is decided in `gui.training.plot_contents`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from core.messages import EpochFinished, RunSeconds
from core.training.run_record import RunRecord
from gui.training.phase_history import phase_in_words

#: An epoch at whose begin something changed, counted from 1, and a few words about it.
Mark = tuple[int, str]


@dataclass(frozen=True, kw_only=True)
class RunCurves:
    """One run as the plots take it.

    before: seconds that passed before the first epoch, for decoding and for features. best_epoch: 0 without one.
    """

    folder: Path
    epochs: Sequence[EpochFinished]
    before: float = 0.0
    best_epoch: int = 0
    marks: tuple[Mark, ...] = ()

    @property
    def name(self) -> str:
        """What the run is called."""
        return self.folder.name


def curves_of_record(folder: Path, record: RunRecord) -> RunCurves:
    """Return the run in `folder`, as its record tells it."""
    return RunCurves(
        folder=folder,
        epochs=record.history,
        before=seconds_before_epochs(record.seconds),
        best_epoch=record.best_epoch,
        marks=tuple((phase.first_epoch, phase_in_words(phase)) for phase in record.phases[1:]),
    )


def seconds_before_epochs(seconds: RunSeconds) -> float:
    """Return how long a run decoded and computed features before its first epoch."""
    return seconds.decode + seconds.extract


def clock(run: RunCurves) -> list[float]:
    """Return the seconds, since the run began, at which each of its epochs was over."""
    return list(accumulate((epoch.seconds for epoch in run.epochs), initial=run.before))[1:]
