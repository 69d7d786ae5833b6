"""Has an answer explained by the worker: the latest wish alone counts, and a hasty one costs nothing. No widgets."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import Failure
from core.messages import Event, Explain, Explained, Progress
from gui.worker.job import Job
from gui.worker.workers import Workers

#: A wish must stand for this long before it is sent: whoever walks through pictures asks why of none of them.
REST_MILLISECONDS = 150


class Explainer(QObject):
    """At most one job under way. Results of earlier wishes are never told."""

    seen = Signal(object)  # Explained, of the picture alone: the training images are still being read
    explained = Signal(object)  # Explained
    progressed = Signal(object)  # Progress
    failed = Signal(object)  # Failure

    def __init__(self, *, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = workers
        self._wanted: Explain | None = None
        self._job: Job | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rest.timeout.connect(self._on_rest_timeout)

    def ask(self, request: Explain) -> None:
        """Have this explained, in place of what was wished before."""
        self.give_up()
        self._wanted = request
        self._rest.start()

    def give_up(self) -> None:
        """Want nothing any more."""
        job, self._job, self._wanted = self._job, None, None
        self._rest.stop()
        if job is not None:
            job.stop()

    def _on_rest_timeout(self) -> None:
        request, self._wanted = self._wanted, None
        if request is not None:
            self._job = job = self._workers.submit(request, parent=self)
            job.reported.connect(self._on_job_reported)
            job.finished.connect(self._on_job_finished)
            job.failed.connect(self._on_job_failed)
            job.ended.connect(self._on_job_ended)

    def _on_job_reported(self, event: Event) -> None:
        if self.sender() is not self._job:
            return
        if isinstance(event, Progress):
            self.progressed.emit(event)
        elif isinstance(event, Explained):
            self.seen.emit(event)

    def _on_job_finished(self, explained: Explained) -> None:
        if self.sender() is self._job:
            self.explained.emit(explained)

    def _on_job_failed(self, failure: Failure) -> None:
        if self.sender() is self._job:
            self.failed.emit(failure)

    def _on_job_ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
