"""What the Train page knows of a training: its phase, its curves, its result or its failure.

A plain class that turns the events of a job into state, and the sentences that follow from it; no widgets and
no Qt, so that every transition is tested by itself. Drawing it is `gui.training.page`'s work.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from core.errors import Failure
from core.messages import (
    BatchFinished,
    EpochFinished,
    Event,
    JobEnded,
    Notice,
    Outcome,
    PhaseStarted,
    Progress,
    RunFinished,
    RunStarted,
)
from core.training.phases import planned_phases
from core.training.run_record import RunRecord
from core.training.specification import TrainingSpecification
from gui.language.translate import tr
from gui.training.epoch_history import BatchPoint, EpochHistory
from gui.training.phase_history import PhaseHistory, PhaseMark
from gui.training.plan_wish import PlanWish
from gui.training.progress_words import duration_in_words, progress_in_words


class Phase(Enum):
    """Where a training stands."""

    IDLE = "idle"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPING = "stopping"
    FINISHED = "finished"
    STOPPED_EMPTY = tr("stopped before the first epoch was over")
    FAILED = "failed"
    CRASHED = "crashed"


_BUSY = frozenset({Phase.RUNNING, Phase.PAUSED, Phase.STOPPING})


@dataclass
class TrainingState:
    """The state of the page's training. `take` and `end` move it on with what the job says.

    phases: the marks of the curves, (first epoch, words). wish: what the user wants of the plan and has not got yet.
    """

    phase: Phase = Phase.IDLE
    specification: TrainingSpecification | None = None
    started: RunStarted | None = None
    progress: Progress | None = None
    history: EpochHistory = field(default_factory=EpochHistory)
    notices: list[str] = field(default_factory=list)
    phases: list[PhaseMark] = field(default_factory=list)
    phase_history: PhaseHistory | None = None
    wish: PlanWish | None = None
    result: RunFinished | None = None
    failure: Failure | None = None

    @classmethod
    def begun(cls, specification: TrainingSpecification) -> TrainingState:
        """Return the state of a training that was just asked for."""
        phases = PhaseHistory.planned(specification)
        return cls(phase=Phase.RUNNING, specification=specification, phase_history=phases)

    @classmethod
    def extending(cls, record: RunRecord, more_epochs: int) -> TrainingState:
        """Return the state of a finished run that goes on: its curves go on from where they ended."""
        phases = PhaseHistory.extended(record, more_epochs)
        return cls(
            phase=Phase.RUNNING,
            specification=record.specification,
            history=EpochHistory(record.history),
            phases=phases.marks,
            phase_history=phases,
        )

    @classmethod
    def resuming(cls, record: RunRecord, epochs: Sequence[EpochFinished]) -> TrainingState:
        """Return the state of a run that goes on after it was broken off, maybe in a window that is gone."""
        phases = PhaseHistory(record.phases or planned_phases(record.specification), epochs_done=len(epochs))
        return cls(
            phase=Phase.RUNNING,
            specification=record.specification,
            history=EpochHistory(epochs),
            phases=phases.marks,
            phase_history=phases,
        )

    def resumed(self) -> TrainingState:
        """Return the state of this training when it goes on after it was cut off: its curves stay."""
        return TrainingState(
            phase=Phase.RUNNING,
            specification=self.specification,
            history=EpochHistory(self.epochs),
            phases=list(self.phases),
            phase_history=self.phase_history,
        )

    def take(self, event: Event) -> None:
        """Take an event that the job reported."""
        if isinstance(event, RunStarted):
            self.started = event
        elif isinstance(event, Progress):
            self.progress = self._bounded(event)
        elif isinstance(event, BatchFinished):
            self.history.take_batch(event)
        elif isinstance(event, EpochFinished):
            self.history.take_epoch(event)
        elif isinstance(event, PhaseStarted):
            self._take_phase(event)
        elif isinstance(event, Notice):
            self.notices.append(event.message)

    def _bounded(self, progress: Progress) -> Progress:
        """Return what is known of a progress: nothing of a fit that ends with its time rather than its epochs."""
        if progress.stage == "fit" and self._time_limit:
            return Progress(stage="fit", done=0, total=0)
        return progress

    def _take_phase(self, event: PhaseStarted) -> None:
        self.history.drop_from(event.first_epoch)
        self.batches.clear()
        self.wish = None
        if self.phase_history is not None:
            self.phase_history.take(event)
            self.phases = self.phase_history.marks

    def end(self, ended: JobEnded) -> None:
        """Take the job's last word."""
        self.batches.clear()
        self.wish = None
        self.failure = ended.failure
        if ended.outcome is Outcome.DONE and isinstance(ended.result, RunFinished):
            self.result = ended.result
            self.phase = Phase.FINISHED
        elif ended.outcome is Outcome.STOPPED:
            self.phase = Phase.STOPPED_EMPTY
        elif ended.outcome is Outcome.CRASHED:
            self.phase = Phase.CRASHED
        else:
            self.phase = Phase.FAILED

    def set_paused(self, paused: bool) -> None:
        """Note that the user paused or resumed; without effect unless a training runs."""
        if self.phase in (Phase.RUNNING, Phase.PAUSED):
            self.phase = Phase.PAUSED if paused else Phase.RUNNING

    def ask_to_stop(self) -> None:
        """Note that the user asked the training to stop; its best epoch is still to come."""
        if self.phase in (Phase.RUNNING, Phase.PAUSED):
            self.phase = Phase.STOPPING

    def wish_for(self, wish: PlanWish | None) -> None:
        """Note what the user wants of the plan; None when it was taken back before it came true."""
        self.wish = wish

    @property
    def epochs(self) -> list[EpochFinished]:
        """The epochs that are over."""
        return self.history.epochs

    @property
    def batches(self) -> list[BatchPoint]:
        """The points of the running epoch's curve."""
        return self.history.batches

    @property
    def busy(self) -> bool:
        """Whether a training is under way."""
        return self.phase in _BUSY

    @property
    def can_pause(self) -> bool:
        """Whether pausing, or going on, would have an effect."""
        return self.phase in (Phase.RUNNING, Phase.PAUSED)

    @property
    def can_stop(self) -> bool:
        """Whether stopping would have an effect."""
        return self.phase in (Phase.RUNNING, Phase.PAUSED)

    @property
    def weights_missing(self) -> bool:
        """Whether the training failed because the ImageNet weights could not be had."""
        return self.failure is not None and self.failure.kind == "weights_unavailable"

    @property
    def best_epoch(self) -> EpochFinished | None:
        """The epoch whose weights are kept: what the run says when it is over, until then the best so far."""
        if self.result is not None:
            return next((epoch for epoch in self.epochs if epoch.epoch == self.result.best_epoch), None)
        return self.history.best

    @property
    def planned_epochs(self) -> int:
        """How many epochs the training is to have had at its end, those before an extension counted.

        0 while nothing is trained, and where the time decides.
        """
        if self.phase_history is None or self._time_limit:
            return 0
        return self.phase_history.heading_for.last_epoch

    @property
    def _time_limit(self) -> float:
        return 0.0 if self.specification is None else self.specification.time_limit

    @property
    def status(self) -> str:
        """What the progress bar says."""
        if self.phase is Phase.RUNNING:
            return self._running_words()
        return {
            Phase.IDLE: tr("Nothing is being trained"),
            Phase.PAUSED: self._with_epoch(tr("Paused")),
            Phase.STOPPING: tr("Stopping: the best epoch is kept"),
            Phase.FINISHED: self._with_epoch(tr("Stopped") if self.result and self.result.stopped else tr("Finished")),
            Phase.STOPPED_EMPTY: tr("Stopped before the first epoch was over: there is no model"),
            Phase.FAILED: tr("The training failed"),
            Phase.CRASHED: tr("The training was cut off"),
        }[self.phase]

    def _running_words(self) -> str:
        if self.progress is None:
            return tr("Waiting for the worker")
        if self.progress.stage == "fit" and self.specification is not None:
            return progress_in_words(self.progress, words=self._epoch_words())
        return progress_in_words(self.progress)

    def _epoch_words(self) -> str:
        epoch = len(self.epochs) + 1
        if self._time_limit:
            return tr(
                "Training epoch {epoch}, for {duration} in all",
                epoch=epoch,
                duration=duration_in_words(self._time_limit),
            )
        return tr(
            "Training epoch {epoch} of {planned_epochs}",
            epoch=min(epoch, self.planned_epochs),
            planned_epochs=self.planned_epochs,
        )

    def _with_epoch(self, words: str) -> str:
        return tr("{words} after epoch {epoch}", words=words, epoch=self.epochs[-1].epoch) if self.epochs else words
