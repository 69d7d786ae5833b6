"""How long an epoch took when a plan was trained last: known from the runs on disk, and from each run that is added.

Reading happens on another thread; `times_changed` tells when there is more to say.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, trainable_layers
from core.training.run_record import RunRecord
from gui.background_task import BackgroundTask
from gui.layers.measured_epoch import MeasuredEpoch, measured_epoch, read_measured_epochs


class PlanTimes(QObject):
    """The newest measured epoch for each plan."""

    times_changed = Signal()

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._times: dict[frozenset[str], MeasuredEpoch] = {}
        self._reading = BackgroundTask(parent=self)
        self._reading.finished.connect(self._on_reading_finished)

    def read(self, runs_folder: Path) -> None:
        """Read what the runs in this folder measured."""
        self._reading.start(partial(read_measured_epochs, runs_folder))

    def add(self, record: RunRecord) -> None:
        """Take what a run measured, unless a newer one is known for its plan."""
        measured = measured_epoch(record)
        if measured is not None:
            self._take(frozenset(record.trainable_layers), measured)
            self.times_changed.emit()

    def last(self, plan: FreezePlan, network: NetworkDescription) -> MeasuredEpoch | None:
        """Return the newest measured epoch of a run in which the same layers learnt; None when there is none."""
        return self._times.get(trainable_layers(plan, network))

    def _take(self, plan: frozenset[str], measured: MeasuredEpoch) -> None:
        known = self._times.get(plan)
        if known is None or known.created <= measured.created:
            self._times[plan] = measured

    def _on_reading_finished(self, times: dict[frozenset[str], MeasuredEpoch]) -> None:
        for plan, measured in times.items():
            self._take(plan, measured)
        self.times_changed.emit()
