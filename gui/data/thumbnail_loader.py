"""Asks the worker for the thumbnails that are in sight, and only for these.

Scrolling on gives up what was asked for before, so that the pictures in sight always come first.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.messages import Event, MakeThumbnails, ThumbnailMade
from gui.worker.bridge import Job
from gui.worker.workers import Workers


class ThumbnailLoader(QObject):
    """Keeps at most one job of thumbnails on the way."""

    thumbnail_made = Signal(object)  # ThumbnailMade

    def __init__(self, *, workers: Workers, edge: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = workers
        self._edge = edge
        #: How many pixels a picture may have; None: as many as usual.
        self.pixel_limit: int | None = None
        self._job: Job | None = None
        self._wanted: tuple[Path, ...] = ()

    def load(self, files: Sequence[Path]) -> None:
        """Ask for the thumbnails of these files, in this order, instead of those asked for before."""
        if tuple(files) == self._wanted and self._job is not None:
            return
        self.give_up()
        if files:
            self._wanted = tuple(files)
            request = MakeThumbnails(files=self._wanted, edge=self._edge, pixel_limit=self.pixel_limit)
            self._job = self._workers.submit(request, parent=self)
            self._job.reported.connect(self._on_job_reported)
            self._job.ended.connect(self._on_job_ended)

    def give_up(self) -> None:
        """Stop asking."""
        job, self._job, self._wanted = self._job, None, ()
        if job is not None and job.running:
            job.stop()

    def _on_job_reported(self, event: Event) -> None:
        if isinstance(event, ThumbnailMade):
            self.thumbnail_made.emit(event)

    def _on_job_ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
