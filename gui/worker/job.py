"""A job as the window sees it: an object whose signals tell what becomes of it, on the window's thread.

Jobs are made by `WorkerBridge.submit`; what they do is the worker's affair.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from core.messages import ChangePlan, JobEnded, JobReport, JobStarted, Outcome, Request, UndoPlanChange


class Job(QObject):
    """One request under way.

    Its signals come in this order: `started` at most once, `reported` any number of times, then one of `finished`,
    `stopped` and `failed`, and `ended` last; the latter exactly once, whatever happened. The owner may die
    before: then the job is stopped, and its signals go nowhere.
    """

    started = Signal()
    reported = Signal(object)  # Event
    finished = Signal(object)  # Event: the result
    stopped = Signal()
    failed = Signal(object)  # Failure; that of a crash included
    ended = Signal(object)  # JobEnded

    def __init__(
        self,
        *,
        number: int,
        request: Request,
        ask_to_stop: Callable[[int], None],
        ask_to_pause: Callable[[int, bool], None],
        make_wish: Callable[[ChangePlan | UndoPlanChange], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.number = number
        self.request = request
        self._ask_to_stop = ask_to_stop
        self._ask_to_pause = ask_to_pause
        self._make_wish = make_wish
        self._has_started = False
        self._stopping = False
        self._paused = False
        self._running = True

    @property
    def running(self) -> bool:
        """Whether the job has not ended; it may still wait in its queue."""
        return self._running

    @property
    def has_started(self) -> bool:
        """Whether the worker has begun with it."""
        return self._has_started

    @property
    def stopping(self) -> bool:
        """Whether it was asked to stop."""
        return self._stopping

    @property
    def paused(self) -> bool:
        """Whether it was asked to pause."""
        return self._paused

    def stop(self) -> None:
        """Ask the job to stop soon; a training keeps its best epoch and then finishes. Nothing once it has ended."""
        if self._running and not self._stopping:
            self._stopping = True
            self._ask_to_stop(self.number)

    def set_paused(self, paused: bool) -> None:
        """Let the job wait at its next batch, or go on."""
        if self._running and paused != self._paused:
            self._paused = paused
            self._ask_to_pause(self.number, paused)

    def change_plan(self, thaw: str, *, thaw_batch_norm: bool, learning_rate: float | None = None) -> None:
        """Let other layers learn from the next epoch of this training on."""
        if self._running:
            self._make_wish(ChangePlan(self.number, thaw, thaw_batch_norm, learning_rate))

    def undo_plan_change(self) -> None:
        """Take the last change of the plan back, and every epoch since."""
        if self._running:
            self._make_wish(UndoPlanChange(self.number))

    def take(self, message: JobStarted | JobReport | JobEnded) -> None:
        """Tell what the worker says of this job; the bridge calls it."""
        match message:
            case JobStarted():
                self._has_started = True
                self.started.emit()
            case JobReport(event=event):
                self.reported.emit(event)
            case JobEnded():
                self._running = False
                self._emit_end(message)

    def _emit_end(self, end: JobEnded) -> None:
        if end.outcome is Outcome.DONE:
            self.finished.emit(end.result)
        elif end.outcome is Outcome.STOPPED:
            self.stopped.emit()
        else:
            self.failed.emit(end.failure)
        self.ended.emit(end)
