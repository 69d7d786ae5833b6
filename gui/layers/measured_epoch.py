"""How long an epoch of a finished run took, and for which freeze plan: what an estimate is held against.

Plain functions over run records; reading many of them is slow, so that a thread does it (`gui.layers.plan_times`).
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.errors import UnusableInput
from core.messages import EpochFinished
from core.training.run_record import RECORD_FILE, RunRecord, read_run_record

#: So many runs, the newest, are looked through.
_NEWEST_RUNS = 60


@dataclass(frozen=True, kw_only=True)
class MeasuredEpoch:
    """A typical epoch of a run: its seconds, validation included, and what it went through.

    run: the name of the run's folder. created: when, in ISO form. only_first: there was no other epoch than the
    first, which has what starting costs.
    """

    run: str
    created: str
    seconds: float
    only_first: bool
    training_images: int
    image_size: int
    batch_size: int
    device: str


def measured_epoch(record: RunRecord) -> MeasuredEpoch | None:
    """Return what a run measured; None before its first epoch, and where it did without the feature store."""
    if not record.history or not record.specification.feature_store:
        return None
    return MeasuredEpoch(
        run=record.specification.run.name,
        created=record.created,
        seconds=typical_seconds(record.history),
        only_first=len(record.history) == 1,
        training_images=len(record.training_files),
        image_size=record.specification.image_size,
        batch_size=record.specification.batch_size,
        device=record.device,
    )


def typical_seconds(history: Sequence[EpochFinished]) -> float:
    """Return the median duration of the epochs, without the first one where there are others.

    The first epoch also builds what the others only run.
    """
    return statistics.median(epoch.seconds for epoch in history[1:] or history)


def read_measured_epochs(runs_folder: Path) -> dict[frozenset[str], MeasuredEpoch]:
    """Return the newest measurement for each plan (the names of its trainable layers) in a folder of runs.

    Folders that are not runs, or can't be read, are left out.
    """
    found: dict[frozenset[str], MeasuredEpoch] = {}
    for folder in _newest_runs(runs_folder):
        try:
            record = read_run_record(folder)
        except UnusableInput:
            continue
        measured, plan = measured_epoch(record), frozenset(record.trainable_layers)
        if measured is not None and (plan not in found or found[plan].created < measured.created):
            found[plan] = measured
    return found


def _newest_runs(runs_folder: Path) -> list[Path]:
    try:
        written = [(file.stat().st_mtime_ns, file.parent) for file in runs_folder.glob(f"*/{RECORD_FILE}")]
    except OSError:
        return []
    return [folder for _, folder in sorted(written, reverse=True)[:_NEWEST_RUNS]]
