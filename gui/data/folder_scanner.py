"""Has the worker scan a folder or draw the sample pictures, one at a time; no widgets.

A new wish gives up the one before. Whatever comes of a job that was given up is not heard.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import Failure
from core.messages import (
    ClassesListed,
    DrawSamplePictures,
    Event,
    FileProblem,
    FolderScan,
    Notice,
    Progress,
    Request,
    SamplePicturesDrawn,
    ScanFolder,
)
from gui.worker.bridge import Job
from gui.worker.workers import Workers

#: What cannot be used is told of in portions, so that a folder of nothing but such files does not keep the window busy.
_COLLECTING_MILLISECONDS = 200


class FolderScanner(QObject):
    """Each signal speaks of the newest wish only."""

    progressed = Signal(object)  # Progress
    noticed = Signal(str)
    classes_listed = Signal(object)  # tuple[ClassCount, ...]: counted by file name, the check follows
    problems_found = Signal(object)  # tuple[FileProblem, ...]: those found since the last time
    folder_scanned = Signal(object)  # FolderScan
    pictures_drawn = Signal(object)  # Path
    failed = Signal(object)  # Failure
    stopped = Signal()
    running_changed = Signal(bool)

    def __init__(self, *, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = workers
        self._job: Job | None = None
        self._problems: list[FileProblem] = []
        self._collecting = QTimer(self, singleShot=True, interval=_COLLECTING_MILLISECONDS)
        self._collecting.timeout.connect(self._tell_problems)

    @property
    def running(self) -> bool:
        """Whether a wish is being worked on."""
        return self._job is not None

    def scan(self, folder: Path, *, pixel_limit: int | None = None) -> None:
        """Scan `folder`. pixel_limit: how many pixels a picture may have, None: as many as usual."""
        self._submit(ScanFolder(folder=folder, pixel_limit=pixel_limit))

    def draw_sample_pictures(self, folder: Path) -> None:
        """Draw the sample pictures into `folder`."""
        self._submit(DrawSamplePictures(folder=folder))

    def stop(self) -> None:
        """Give up what is being done; `stopped` follows."""
        if self._job is not None:
            self._job.stop()

    def _submit(self, request: Request) -> None:
        self._problems.clear()
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
        elif isinstance(event, FileProblem):
            self._problems.append(event)
            if not self._collecting.isActive():
                self._collecting.start()

    def _tell_problems(self) -> None:
        problems = tuple(self._problems)
        self._problems.clear()
        if problems:
            self.problems_found.emit(problems)

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
        self._tell_problems()
        self.running_changed.emit(False)
        return True
