"""Has the worker scan a folder or draw the sample pictures, one at a time; no widgets.

A new wish gives up the one before. Whatever comes of a job that was given up is not heard.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.errors import Failure
from core.messages import (
    ClassesListed,
    DrawSamplePictures,
    Event,
    FolderScan,
    Notice,
    Progress,
    Request,
    SamplePicturesDrawn,
    ScanFolder,
)
from gui.worker.bridge import Job
from gui.worker.workers import Workers


class FolderScanner(QObject):
    """Each signal speaks of the newest wish only."""

    progressed = Signal(object)  # Progress
    noticed = Signal(str)
    classes_listed = Signal(object)  # tuple[ClassCount, ...]: counted by file name, the check follows
    folder_scanned = Signal(object)  # FolderScan
    pictures_drawn = Signal(object)  # Path
    failed = Signal(object)  # Failure
    stopped = Signal()
    running_changed = Signal(bool)

    def __init__(self, *, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = workers
        self._job: Job | None = None

    @property
    def running(self) -> bool:
        """Whether a wish is being worked on."""
        return self._job is not None

    def scan(self, folder: Path) -> None:
        """Scan `folder`."""
        self._submit(ScanFolder(folder=folder))

    def draw_sample_pictures(self, folder: Path) -> None:
        """Draw the sample pictures into `folder`."""
        self._submit(DrawSamplePictures(folder=folder))

    def stop(self) -> None:
        """Give up what is being done; `stopped` follows."""
        if self._job is not None:
            self._job.stop()

    def _submit(self, request: Request) -> None:
        earlier, self._job = self._job, None
        if earlier is not None:
            earlier.stop()
        job = self._workers.submit(request, parent=self)
        self._job = job
        job.reported.connect(self._on_job_reported)
        job.finished.connect(self._on_job_finished)
        job.failed.connect(self._on_job_failed)
        job.stopped.connect(self._on_job_stopped)
        self.running_changed.emit(True)

    def _on_job_reported(self, event: Event) -> None:
        if self.sender() is not self._job:
            return
        if isinstance(event, Progress):
            self.progressed.emit(event)
        elif isinstance(event, ClassesListed):
            self.classes_listed.emit(event.classes)
        elif isinstance(event, Notice):
            self.noticed.emit(event.message)

    def _on_job_finished(self, result: Event) -> None:
        if not self._newest_is_over():
            return
        if isinstance(result, FolderScan):
            self.folder_scanned.emit(result)
        elif isinstance(result, SamplePicturesDrawn):
            self.pictures_drawn.emit(result.folder)

    def _on_job_failed(self, failure: Failure) -> None:
        if self._newest_is_over():
            self.failed.emit(failure)

    def _on_job_stopped(self) -> None:
        if self._newest_is_over():
            self.stopped.emit()

    def _newest_is_over(self) -> bool:
        """Take note that the sender ended; return whether anybody still wants to know."""
        if self.sender() is not self._job:
            return False
        self._job = None
        self.running_changed.emit(False)
        return True
