"""Going on with a training that was broken off, in this window or in one that is gone: on demand, and offered once.

The record and the epochs so far are read on another thread. What can be resumed is told by `RunSummary.broken_off`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject

from core.errors import FrostlineError
from core.messages import EpochFinished
from core.training.checkpoint import read_epochs
from core.training.run_record import RunRecord, read_run_record
from gui.background_task import BackgroundTask
from gui.language.translate import tr
from gui.training.run_list import RunSummary
from gui.training.training_job import TrainingJob
from gui.window.message_bar import Level, MessageBar

#: Older ones are not offered any more; the table of runs still does.
_OFFERED_FOR = timedelta(days=7)


@dataclasses.dataclass(frozen=True)
class _Found:
    run: Path
    record: RunRecord | None
    epochs: tuple[EpochFinished, ...] = ()
    error: FrostlineError | None = None


class RunResuming(QObject):
    """Reads a run and lets the training go on; says why where it can't."""

    def __init__(self, *, training: TrainingJob, messages: MessageBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._training = training
        self._messages = messages
        self._offered = False
        self._reading = BackgroundTask(parent=self)
        self._reading.finished.connect(self._on_reading_finished)

    def resume(self, run: Path) -> None:
        """Go on with the run in the folder `run`, unless a training is under way."""
        if self._training.state.busy:
            self._messages.show_message(
                Level.INFORMATION, tr("A training is under way."), tr("Stop it first, or wait.")
            )
        else:
            self._reading.start(lambda: _read(run))

    def offer(self, runs: Iterable[RunSummary], *, now: Callable[[], datetime] = datetime.now) -> None:
        """Offer to go on with the newest of `runs` if it was broken off lately; once in the life of the page."""
        if self._offered:
            return
        self._offered = True
        newest = max(runs, key=lambda run: run.created.timestamp(), default=None)
        if newest is None or not newest.broken_off or self._training.state.busy or not self._messages.isHidden():
            return
        if now().astimezone() - newest.created < _OFFERED_FOR:
            self._messages.show_message(
                Level.INFORMATION,
                tr("The training of “{name}” was broken off.", name=newest.folder.name),
                tr("It can go on where it was."),
                [(tr("Resume"), lambda: self.resume(newest.folder))],
            )

    def _on_reading_finished(self, found: _Found) -> None:
        if found.error is not None:
            self._messages.show_message(Level.ERROR, found.error.message, found.error.hint)
        elif found.record is not None and not self._training.state.busy:
            self._training.resume_run(found.run, found.record, found.epochs)


def _read(run: Path) -> _Found:
    try:
        return _Found(run, read_run_record(run), read_epochs(run))
    except FrostlineError as error:
        return _Found(run, None, error=error)
