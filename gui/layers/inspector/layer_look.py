"""Has a layer looked into by the worker: the latest wish alone counts, and a hasty one costs nothing.

No widgets; who wishes what, and what is shown of it, is `inspector`'s work.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import Failure
from core.messages import InspectLayer, LayerInspected
from gui.worker.job import Job
from gui.worker.workers import Workers

#: A wish must stand for this long before it is sent: whoever walks through the layers looks at none of them.
REST_MILLISECONDS = 120


class LayerLook(QObject):
    """At most one job under way. Results of earlier wishes are never told."""

    found = Signal(object)  # LayerInspected
    failed = Signal(object)  # Failure

    def __init__(self, *, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = workers
        self._wanted: InspectLayer | None = None
        self._job: Job | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rest.timeout.connect(self._on_rest_timeout)

    @property
    def is_under_way(self) -> bool:
        """Whether a wish waits, or the worker is at it."""
        return self._wanted is not None or self._job is not None

    def look(self, request: InspectLayer) -> None:
        """Have this looked into, in place of what was wished before."""
        self.give_up()
        self._wanted = request
        self._rest.start()

    def give_up(self) -> None:
        """Look at nothing any more."""
        job, self._job, self._wanted = self._job, None, None
        self._rest.stop()
        if job is not None:
            job.stop()

    def _on_rest_timeout(self) -> None:
        request, self._wanted = self._wanted, None
        if request is not None:
            self._job = job = self._workers.submit(request, parent=self)
            job.finished.connect(self._on_job_finished)
            job.failed.connect(self._on_job_failed)
            job.ended.connect(self._on_job_ended)

    def _on_job_finished(self, found: LayerInspected) -> None:
        if self.sender() is self._job:
            self.found.emit(found)

    def _on_job_failed(self, failure: Failure) -> None:
        if self.sender() is self._job:
            self.failed.emit(failure)

    def _on_job_ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
