"""Saving the work as a project: the worker copies its runs, a dialog shows how far it is and lets it be stopped."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from core.errors import Failure
from core.messages import Event, Progress, ProjectSaved, SaveProjectAs
from gui.language.translate import tr
from gui.worker.job import Job
from gui.worker.workers import Workers

#: What is over sooner needs no dialog.
_PATIENCE_MILLISECONDS = 400
_PARTS = 1000


class SavingJob(QObject):
    """One saving at a time."""

    saved = Signal(object)  # ProjectSaved
    failed = Signal(object)  # Failure
    stopped = Signal()

    def __init__(self, *, workers: Workers, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers, self._window = workers, window
        self._job: Job | None = None
        self._dialog: QProgressDialog | None = None

    @property
    def running(self) -> bool:
        """Whether a saving is under way."""
        return self._job is not None

    def begin(self, request: SaveProjectAs) -> None:
        """Save; `saved`, `failed` or `stopped` follows."""
        job = self._job = self._workers.submit(request, parent=self)
        self._dialog = self._make_dialog(tr("Copying the runs to {destination}", destination=request.destination), job)
        job.reported.connect(self._on_job_reported)
        job.finished.connect(self._on_job_finished)
        job.failed.connect(self._on_job_failed)
        job.stopped.connect(self._on_job_stopped)

    def _make_dialog(self, words: str, job: Job) -> QProgressDialog:
        dialog = QProgressDialog(words, tr("Cancel"), 0, _PARTS, self._window)
        dialog.setObjectName("saving_project")
        dialog.setAccessibleName(tr("Saving the project"))
        dialog.setWindowTitle(tr("Save project as"))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumDuration(_PATIENCE_MILLISECONDS)
        dialog.setAutoReset(False)
        dialog.setAutoClose(False)
        dialog.setValue(0)
        dialog.canceled.connect(job.stop)
        return dialog

    def _on_job_reported(self, event: Event) -> None:
        if isinstance(event, Progress) and event.total and self._dialog is not None:
            self._dialog.setValue(round(event.done / event.total * _PARTS))

    def _on_job_finished(self, saved: ProjectSaved) -> None:
        self._end()
        self.saved.emit(saved)

    def _on_job_failed(self, failure: Failure) -> None:
        self._end()
        self.failed.emit(failure)

    def _on_job_stopped(self) -> None:
        self._end()
        self.stopped.emit()

    def _end(self) -> None:
        self._job = None
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.canceled.disconnect()
            dialog.reset()
            dialog.hide()
            dialog.deleteLater()
