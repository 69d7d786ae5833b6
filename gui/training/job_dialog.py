"""A dialog that has one job done at a time, beside the window: its progress, its failure, and a way to stop it.

What the job is, and what comes of it, is the concern of the dialogs that are made of this one.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.errors import Failure
from core.messages import Event, Progress, Request
from gui.language.translate import tr
from gui.training.named_button import named_button
from gui.training.progress_line import ProgressLine
from gui.training.progress_words import progress_in_words
from gui.window.message_bar import Level, MessageBar
from gui.window.roomy_dialog import RoomyDialog
from gui.worker.bridge import Job
from gui.worker.workers import Workers


class JobDialog(RoomyDialog):
    """Its progress line, its message and its button `stop` are there to be laid out; the job ends with the dialog."""

    def __init__(
        self,
        *,
        workers: Workers,
        progress: ProgressLine,
        stop: str,
        stopped: str,
        failed: str,
        parent: QWidget | None = None,
    ) -> None:
        """Make it. stop: the object name of the button. stopped, failed: what is said when the job ended so."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workers = workers
        self._job: Job | None = None
        self._stopped_words, self._failed_words = stopped, failed
        self._progress = progress
        self._message = MessageBar()
        self._stop = named_button(stop, tr("Stop"), "stop")
        self._stop.clicked.connect(self._on_stop_clicked)

    @property
    def working(self) -> bool:
        """Whether a job is under way."""
        return self._job is not None

    def _submit(self, request: Request) -> None:
        self._message.dismiss()
        self._job = self._workers.submit(request, parent=self)
        self._job.reported.connect(self._on_job_reported)
        self._job.finished.connect(self._on_job_finished)
        self._job.stopped.connect(self._on_job_stopped)
        self._job.failed.connect(self._on_job_failed)
        self._progress.show_progress(tr("Waiting for the worker"), 0, 0)
        self._show_buttons()

    def _on_job_reported(self, event: Event) -> None:
        if isinstance(event, Progress):
            self._progress.show_progress(progress_in_words(event), event.done, event.total)

    def _on_job_finished(self, result: Any) -> None:
        """Take what came of the job, and call `_end`."""
        raise NotImplementedError

    def _on_job_stopped(self) -> None:
        self._end(self._stopped_words, done=False)

    def _on_job_failed(self, failure: Failure) -> None:
        self._end(self._failed_words, done=False)
        self._message.show_message(Level.ERROR, failure.message, failure.hint)

    def _end(self, words: str, *, done: bool) -> None:
        self._job = None
        self._progress.show_progress(words, int(done), 1)
        self._show_buttons()

    def _show_buttons(self) -> None:
        self._stop.setVisible(self.working)
        self._stop.setEnabled(self.working)

    def _on_stop_clicked(self) -> None:
        if self._job is not None:
            self._job.stop()
            self._stop.setEnabled(False)
            self._progress.show_progress(tr("Stopping"), 0, 0)

    def done(self, result: int) -> None:
        """Give the job up, however the dialog is closed."""
        if self._job is not None:
            self._job.stop()
        super().done(result)
