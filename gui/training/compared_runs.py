"""The curves of the runs that are ticked in the table, read from their records on another thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.errors import UnusableInput
from core.training.run_record import RECORD_FILE, read_run_record
from gui.background_task import BackgroundTask
from gui.training.run_curves import RunCurves, curves_of_record

#: The time stamp of a record, and its curves.
_Known = tuple[int, RunCurves]


class ComparedRuns(QObject):
    """Reads the curves of some runs; those that have not changed are not read again, those that are gone left out."""

    curves_read = Signal(object)  # tuple[RunCurves, ...]

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[Path, _Known] = {}
        self._reading = BackgroundTask(parent=self)
        self._reading.finished.connect(self._on_reading_finished)

    def read(self, runs: Sequence[Path]) -> None:
        """Read the curves of these runs; `curves_read` follows."""
        self._reading.start(partial(read_curves, tuple(runs), dict(self._known)))

    def _on_reading_finished(self, known: dict[Path, _Known]) -> None:
        self._known = known
        self.curves_read.emit(tuple(curves for _, curves in known.values()))


def read_curves(runs: Sequence[Path], known: Mapping[Path, _Known]) -> dict[Path, _Known]:
    """Return the curves of these runs by folder, in the same order; runs that can't be read are left out."""
    found: dict[Path, _Known] = {}
    for run in runs:
        try:
            modified = (run / RECORD_FILE).stat().st_mtime_ns
            before = known.get(run)
            if before is not None and before[0] == modified:
                found[run] = before
            else:
                found[run] = (modified, curves_of_record(run, read_run_record(run)))
        except (OSError, UnusableInput):
            continue
    return found
