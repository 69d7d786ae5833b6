"""Comparing a run with a training from scratch, from the question to the sentence that says what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.messages import RunFinished
from core.network.description import NetworkDescription
from core.training.run_record import RunRecord
from gui.layers.calibration_memory import CalibrationMemory
from gui.layers.speed_state import Machine
from gui.training.comparison import (
    Basis,
    Comparison,
    comparison_in_words,
    new_comparison,
    scratch_seconds,
    scratch_specification,
)
from gui.training.comparison_dialog import ComparisonDialog
from gui.training.training_job import TrainingJob


class RunComparison(QObject):
    """One comparison at a time; `finished` comes when its training from scratch is over."""

    finished = Signal(object, object, str)  # Path: the run; Path: the one from scratch; what came of it, in a sentence

    def __init__(self, *, training: TrainingJob, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._training = training
        self._comparison: Comparison | None = None

    def ask(self, run: Path, record: RunRecord, network: NetworkDescription | None, *, window: QWidget) -> None:
        """Ask how to compare `run`, in a dialog that does not stop the window; the training follows."""
        machine = Machine(backend=record.backend, device=record.device)
        calibration = CalibrationMemory().recall(
            machine, record.specification.image_size, record.specification.backbone
        )
        seconds = scratch_seconds(record, network, calibration)
        dialog = ComparisonDialog(name=run.name, record=record, seconds=seconds, parent=window)
        dialog.chosen.connect(lambda basis: self.compare(run, record, basis))
        dialog.open()

    def compare(self, run: Path, record: RunRecord, basis: Basis) -> None:
        """Train from scratch what `run` was trained for."""
        if not self._training.state.busy:
            self._comparison = new_comparison(run, record, basis, is_taken=Path.exists)
            self._training.begin(scratch_specification(self._comparison))

    def run_compared_with(self, scratch_run: Path) -> Path | None:
        """Return the run that a training from scratch was begun for; None where the training was for itself."""
        comparison = self._comparison
        return comparison.run if comparison is not None and comparison.scratch_run == scratch_run else None

    def take_end(self, result: RunFinished) -> None:
        """Tell what came of the comparison, if the training that ended was for one."""
        comparison = self._comparison
        if comparison is None or comparison.scratch_run != result.run:
            return
        self._comparison = None
        words = comparison_in_words(comparison, result, tuple(self._training.state.epochs))
        self.finished.emit(comparison.run, comparison.scratch_run, words)
