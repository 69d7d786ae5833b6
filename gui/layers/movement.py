"""How far each layer moved, epoch by epoch, in the training under way or in the run that was chosen last.

A model without widgets: it hears of epochs through the session, reads the records of chosen runs on another thread,
and says what is to be coloured. How it is coloured, and in which words it is told, is others' concern.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import UnusableInput
from core.messages import EpochFinished, RunFinished
from core.training.run_record import RunRecord, read_run_record
from core.training.specification import TrainingSpecification
from gui.background_task import BackgroundTask
from gui.layers.moved_run import MovedRun, movement_by_layer, recorded_run, run_under_way, unreadable_run
from gui.session import Session

#: Epochs of milliseconds are told together at this pace.
_TELL_MILLISECONDS = 60

_Read = tuple[Path, RunRecord | None]


class MovementModel(QObject):
    """The movement of one run, one of its epochs chosen; the last one follows a training."""

    movement_changed = Signal(object)  # Mapping[str, float]: |dw| / |w| by layer; None to show the freeze plan instead
    run_changed = Signal()  # of `run` or `epoch`
    record_read = Signal(object)  # RunRecord, of a run that was chosen

    def __init__(self, *, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._training: TrainingSpecification | None = None
        self._watched: Path | None = None
        self._epochs: list[EpochFinished] = []
        self._run: MovedRun | None = None
        self._chosen: Path | None = None
        self._epoch = 0
        self._is_shown = False
        self._reading = BackgroundTask(parent=self)
        self._telling = QTimer(self, singleShot=True, interval=_TELL_MILLISECONDS)
        self._connect()
        if session.run is not None:
            self._on_session_run_selected(session.run)

    @property
    def run(self) -> MovedRun | None:
        """The run whose movement it is; None while there is none."""
        return self._run

    @property
    def epoch(self) -> int:
        """The place of the chosen epoch among those of the run, counted from 1; 0 while there is none."""
        return self._epoch

    @property
    def is_shown(self) -> bool:
        """Whether movement is shown, rather than the freeze plan."""
        return self._is_shown

    @property
    def values(self) -> dict[str, float]:
        """How far each layer moved in the chosen epoch; empty when nothing is known."""
        network = self._session.network
        if self._run is None or network is None or not self._epoch:
            return {}
        return movement_by_layer(self._run.epochs[self._epoch - 1], network)

    def show(self, shown: bool) -> None:
        """Show movement, or the freeze plan."""
        if shown != self._is_shown:
            self._is_shown = shown
            self._tell()

    def choose_epoch(self, epoch: int) -> None:
        """Choose an epoch by its place among those of the run, counted from 1."""
        if self._run is not None and epoch != self._epoch and 1 <= epoch <= len(self._run.epochs):
            self._epoch = epoch
            self._tell()

    # ------------------------------------------------------------------ a training under way

    def _connect(self) -> None:
        self._session.training_begun.connect(self._on_session_training_begun)
        self._session.epoch_finished.connect(self._on_session_epoch_finished)
        self._session.training_ended.connect(self._on_session_training_ended)
        self._session.run_selected.connect(self._on_session_run_selected)
        self._session.network_described.connect(self._telling.start)
        self._reading.finished.connect(self._on_reading_finished)
        self._telling.timeout.connect(self._tell)

    def _on_session_training_begun(self, specification: TrainingSpecification) -> None:
        if specification.run != self._watched:  # Else it is resumed after it was cut off.
            self._epochs = []
        self._training, self._watched, self._chosen = specification, specification.run, None
        self._show_training()

    def _on_session_epoch_finished(self, epoch: EpochFinished) -> None:
        # A resumed training repeats what came after its last checkpoint.
        while self._epochs and self._epochs[-1].epoch >= epoch.epoch:
            self._epochs.pop()
        self._epochs.append(epoch)
        self._show_training()

    def _on_session_training_ended(self, _result: RunFinished | None) -> None:
        self._show_training()
        self._training = None

    def _show_training(self) -> None:
        if self._training is None or self._chosen is not None:
            return
        running = self._session.training is not None
        self._take(run_under_way(self._training, tuple(self._epochs), running=running))
        if not self._telling.isActive():
            self._telling.start()

    # ------------------------------------------------------------------ a run that was chosen

    def _on_session_run_selected(self, run: Path) -> None:
        if self._session.training is not None and run == self._session.training.run:
            self._chosen = None  # What is heard of a training is newer than what is written.
            self._show_training()
            return
        self._chosen = run
        self._reading.start(partial(_read, run))

    def _on_reading_finished(self, read: _Read) -> None:
        run, record = read
        if record is not None:
            self.record_read.emit(record)
        if run == self._chosen:
            self._take(unreadable_run(run) if record is None else recorded_run(run, record))
            self._tell()

    # ------------------------------------------------------------------ telling

    def _take(self, run: MovedRun) -> None:
        """Keep the chosen epoch of a run that goes on; of another run, or at the last epoch, choose the last."""
        before, self._run = self._run, run
        is_same = before is not None and before.name == run.name
        followed = before is None or self._epoch == len(before.epochs)
        if not is_same or followed or self._epoch > len(run.epochs):
            self._epoch = len(run.epochs)

    def _tell(self) -> None:
        self._telling.stop()
        self.run_changed.emit()
        self.movement_changed.emit(self.values if self._is_shown else None)


def _read(run: Path) -> _Read:
    try:
        return run, read_run_record(run)
    except UnusableInput:
        return run, None
