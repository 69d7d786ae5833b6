"""Lets a stopped run get what pictures are compared with while nobody waits for the trainer; no widgets.

A training that is stopped above a deep frost line ends at once, and leaves that undone (`core.explanation`).
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from core.messages import KeepReference
from gui.session import Session
from gui.training.selected_run import SelectedRun
from gui.worker.job import Job
from gui.worker.workers import Workers

#: The trainer has had nothing to do for this long: whoever stops a training to begin another is not in its way.
_REST_MILLISECONDS = 2000


class ReferenceKeeper(QObject):
    """Asks the trainer once for the run in use; gives way to whatever else is asked of it, and goes on afterwards."""

    def __init__(
        self,
        *,
        session: Session,
        workers: Workers,
        rest_milliseconds: int = _REST_MILLISECONDS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._trainer = workers.trainer
        self._workers = workers
        self._selected = SelectedRun(session=session, parent=self)
        self._settled: set[tuple[Path, int]] = set()
        self._job: Job | None = None
        self._rest = QTimer(self, singleShot=True, interval=rest_milliseconds)
        self._rest.timeout.connect(self._keep_when_idle)
        self._selected.changed.connect(self._rest.start)
        workers.trainer_ready.connect(lambda _ready: self._rest.start())
        self._trainer.activity_changed.connect(self._on_trainer_activity_changed)

    def _wanted(self) -> tuple[Path, int] | None:
        """Return the run that lacks it, with its number of epochs: gone on with, it is another model."""
        run, record = self._selected.run, self._selected.record
        if run is None or record is None or record.state != "stopped" or record.unlikeness is not None:
            return None
        wanted = (run, len(record.history))
        return None if wanted in self._settled else wanted

    def _keep_when_idle(self) -> None:
        wanted, trainer = self._wanted(), self._trainer
        busy = trainer.jobs or trainer.is_starting or trainer.is_given_up or trainer.readiness is None
        if wanted is None or self._job is not None or busy or trainer.is_closed:
            return
        self._job = self._workers.submit(KeepReference(run=wanted[0]), parent=self)
        self._job.finished.connect(lambda _nothing: self._settled.add(wanted))
        self._job.failed.connect(lambda _failure: self._settled.add(wanted))
        self._job.ended.connect(self._on_job_ended)

    def _on_trainer_activity_changed(self) -> None:
        job = self._job
        if job is None:
            self._rest.start()
        elif not job.stopping and any(other is not job for other in self._trainer.jobs):
            job.stop()

    def _on_job_ended(self) -> None:
        self._job = None
        self._rest.start()
