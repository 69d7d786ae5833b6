"""Writing down what is open, soon after each change, on another thread, and once more when the window is closed.

What is written whole replaces what was there; of two writings the later one holds, whichever thread is faster.
"""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import Failure, FrostlineError
from core.project.contents import ProjectContents
from core.project.project_file import write_contents
from gui.background_task import BackgroundTask
from gui.project.current_work import CurrentWork

#: A change is written once nothing was changed for so long.
_QUIET_MILLISECONDS = 700
#: What could not be written is tried again after so long.
_AGAIN_MILLISECONDS = 20_000


class Autosave(QObject):
    """Keeps one file true to the window's work. Without a file it does nothing."""

    failed = Signal(object)  # Failure; once, until it is another or a writing was done
    recovered = Signal()  # it could be written again

    def __init__(self, *, work: CurrentWork, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._writer: _Writer | None = None
        self._failure: Failure | None = None
        self._is_due = False
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MILLISECONDS)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MILLISECONDS)
        self._task = BackgroundTask(parent=self)
        self._quiet.timeout.connect(self._write)
        self._again.timeout.connect(self._write)
        self._task.finished.connect(self._on_task_finished)
        work.changed.connect(self._on_work_changed)

    def save_to(self, file: Path | None, what: str, *, known: ProjectContents | None = None) -> None:
        """Keep `file` from now on; `what` is how a person is told of it. known: what stands in it already."""
        self._writer = None if file is None else _Writer(file, what, known)
        self._quiet.stop()
        self._again.stop()
        self._is_due = False
        self._failure = None

    @property
    def is_on(self) -> bool:
        """Whether there is a file to keep."""
        return self._writer is not None

    def save_soon(self) -> None:
        """Write what is open, once it is quiet."""
        self._on_work_changed()

    def save_now(self) -> Failure | None:
        """Write what is not written yet, and return why that was not possible; None where all is written."""
        self._quiet.stop()
        if self._writer is not None and (self._is_due or self._failure is not None):
            self._is_due = False
            self._failure = self._writer.write(self._writer.number(), self._work.contents())
        return self._failure

    def _on_work_changed(self) -> None:
        if self._writer is not None:
            self._is_due = True
            self._quiet.start()

    def _write(self) -> None:
        writer = self._writer
        if writer is not None:
            self._is_due = False
            number, contents = writer.number(), self._work.contents()
            self._task.start(lambda: (writer, writer.write(number, contents)))

    def _on_task_finished(self, answer: tuple[_Writer, Failure | None]) -> None:
        writer, failure = answer
        if writer is not self._writer:
            return
        before, self._failure = self._failure, failure
        if failure is None:
            if before is not None:
                self.recovered.emit()
            return
        self._again.start()
        if failure != before:
            self.failed.emit(failure)


class _Writer:
    """Writes one file from any thread, in the order of the numbers it gave."""

    def __init__(self, file: Path, what: str, known: ProjectContents | None) -> None:
        self._file, self._what, self._last = file, what, known
        self._lock = threading.Lock()
        self._given = self._written = 0

    def number(self) -> int:
        """Return the number of the next writing."""
        self._given += 1
        return self._given

    def write(self, number: int, contents: ProjectContents) -> Failure | None:
        """Write, unless a later one was written or it says what stands there; return why it was not possible."""
        with self._lock:
            if number < self._written:
                return None
            if contents == self._last:
                self._written = number
                return None
            try:
                write_contents(self._file, contents, self._what)
            except FrostlineError as error:
                return error.as_failure()
            self._written, self._last = number, contents
            return None
