"""A request of which the latest alone counts: for what follows a selection, where a hasty wish should cost nothing.

No widgets; who wishes what, and what is shown of it, is its owner's work.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import Failure
from core.messages import Event, Request
from gui.worker.job import Job
from gui.worker.workers import Workers


class LatestJob(QObject):
    """At most one job under way. What becomes of earlier wishes is never told."""

    reported = Signal(object)  # Event
    finished = Signal(object)  # Event: the result
    failed = Signal(object)  # Failure

    def __init__(self, *, workers: Workers, rest_milliseconds: int, parent: QObject | None = None) -> None:
        """rest_milliseconds: a wish must stand for this long before it is sent."""
        super().__init__(parent)
        self._workers = workers
        self._wanted: Request | None = None
        self._job: Job | None = None
        self._rest = QTimer(self, singleShot=True, interval=rest_milliseconds)
        self._rest.timeout.connect(self._on_rest_timeout)

    @property
    def is_under_way(self) -> bool:
        """Whether a wish waits, or the worker is at it."""
        return self._wanted is not None or self._job is not None

    def want(self, request: Request) -> None:
        """Have this done, in place of what was wished before."""
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
        if self.sender() is self._job:
            self.reported.emit(event)

    def _on_job_finished(self, result: Event) -> None:
        if self.sender() is self._job:
            self.finished.emit(result)

    def _on_job_failed(self, failure: Failure) -> None:
        if self.sender() is self._job:
            self.failed.emit(failure)

    def _on_job_ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
