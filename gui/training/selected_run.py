"""The record of the run in use, read on another thread whenever a run is chosen or a training ends.

A run that is announced again keeps the record that is known until the new one is read, so that nothing flickers.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.errors import UnusableInput
from core.training.run_record import MODEL_FILE, RunRecord, read_run_record
from gui.background_task import BackgroundTask
from gui.session import Session


class SelectedRun(QObject):
    """The session's run with its record; the record is None while it is read first, and when it can't be."""

    changed = Signal()

    def __init__(self, *, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._record: RunRecord | None = None
        self._run: Path | None = None
        self._reading = BackgroundTask(parent=self)
        self._reading.finished.connect(self._on_reading_finished)
        session.run_selected.connect(self._on_session_run_selected)
        if session.run is not None:
            self._on_session_run_selected(session.run)

    @property
    def run(self) -> Path | None:
        """The folder of the run in use."""
        return self._run

    @property
    def record(self) -> RunRecord | None:
        """Its record, once it is read."""
        return self._record

    def _on_session_run_selected(self, run: Path) -> None:
        if run != self._run:
            self._run, self._record = run, None
            self.changed.emit()
        self._reading.start(lambda: _record_of(run))

    def _on_reading_finished(self, answer: tuple[Path, RunRecord | None]) -> None:
        run, record = answer
        if run == self._run:
            self._record = record
            self.changed.emit()


def _record_of(run: Path) -> tuple[Path, RunRecord | None]:
    try:
        record = read_run_record(run)
        return run, record if (run / MODEL_FILE).is_file() else None
    except (UnusableInput, OSError):
        return run, None
