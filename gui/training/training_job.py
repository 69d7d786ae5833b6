"""The training under way: the worker's job, the state that its words lead to, and what may be asked of it.

It tells the session; it knows no widgets. There is one training at a time.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.messages import EpochFinished, Event, JobEnded, RunFinished, Train
from core.training.run_record import RunRecord
from core.training.specification import TrainingSpecification
from gui.session import Session
from gui.training.plan_wish import PlanWish
from gui.training.training_state import Phase, TrainingState
from gui.worker.bridge import Job
from gui.worker.workers import Workers


class TrainingJob(QObject):
    """Starts trainings and steers them. What becomes of one is `state`."""

    begun = Signal()
    changed = Signal()  # of `state`, by something that the user asked for
    reported = Signal(object)  # Event, taken into `state` already
    ended = Signal(object)  # RunFinished; None when no model came of it

    def __init__(self, *, session: Session, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._workers = workers
        self._job: Job | None = None
        self.state = TrainingState()

    # ------------------------------------------------------------------ beginning

    def begin(self, specification: TrainingSpecification) -> None:
        """Train as specified; without effect while a training is under way."""
        if not self.state.busy:
            self._submit(TrainingState.begun(specification), Train(specification=specification))

    def resume(self) -> None:
        """Go on with the training that was cut off, from its last checkpoint."""
        before = self.state.specification
        if before is not None and self.state.phase is Phase.CRASHED:
            self._submit(self.state.resumed(), Train(specification=before, resume=True))

    def resume_run(self, run: Path, record: RunRecord, epochs: tuple[EpochFinished, ...]) -> None:
        """Go on with a run whose training was broken off, here or elsewhere; `epochs` are those that it has had."""
        if self.state.busy:
            return
        record = replace(record, specification=replace(record.specification, run=run))
        self._submit(TrainingState.resuming(record, epochs), Train(specification=record.specification, resume=True))

    def extend(self, run: Path, record: RunRecord, more_epochs: int) -> None:
        """Go on with a finished run for more epochs; its curves stay."""
        if self.state.busy:
            return
        record = replace(record, specification=replace(record.specification, run=run))
        state = TrainingState.extending(record, more_epochs)
        self._submit(state, Train(specification=record.specification, more_epochs=more_epochs))

    def _submit(self, state: TrainingState, request: Train) -> None:
        self.state = state
        self._job = self._workers.submit(request, parent=self)
        self._job.reported.connect(self._on_job_reported)
        self._job.ended.connect(self._on_job_ended)
        self._session.begin_training(request.specification)
        self.begun.emit()

    # ------------------------------------------------------------------ steering

    def set_paused(self, paused: bool) -> None:
        """Let the training wait at its next batch, or go on."""
        if self._job is not None and self.state.can_pause:
            self._job.set_paused(paused)
            self.state.set_paused(paused)
        self.changed.emit()

    def stop(self) -> None:
        """End the training soon; its best epoch is kept."""
        if self._job is not None and self.state.can_stop:
            self._job.stop()
            self.state.ask_to_stop()
            self.changed.emit()

    def change_plan(self, wish: PlanWish) -> None:
        """Let other layers learn from the next epoch on."""
        if self._job is not None and self.state.can_stop:
            self._job.change_plan(wish.thaw, thaw_batch_norm=wish.thaw_batch_norm, learning_rate=wish.learning_rate)
            self.state.wish_for(wish)
            self.changed.emit()

    def take_plan_back(self) -> None:
        """Take back a change of the plan that has not come true yet."""
        if self._job is not None and self.state.wish is not None and not self.state.wish.goes_back:
            self._job.undo_plan_change()
            self.state.wish_for(None)
            self.changed.emit()

    def undo_plan_change(self) -> None:
        """Go back to before the last change of the plan; the epochs since count no more."""
        history = self.state.phase_history
        if self._job is not None and self.state.wish is None and history is not None and history.can_undo:
            self._job.undo_plan_change()
            self.state.wish_for(PlanWish(goes_back=True))
            self.changed.emit()

    # ------------------------------------------------------------------ the worker's words

    def _on_job_reported(self, event: Event) -> None:
        self.state.take(event)
        if isinstance(event, EpochFinished):
            self._session.finish_epoch(event)
        self.reported.emit(event)

    def _on_job_ended(self, ended: JobEnded) -> None:
        self._job = None
        self.state.end(ended)
        result = ended.result if isinstance(ended.result, RunFinished) else None
        self._session.end_training(result)
        self.ended.emit(result)
