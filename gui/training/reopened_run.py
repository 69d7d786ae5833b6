"""A run of the table as the state of a training that is over, so that its curves and its result are shown again."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from core.messages import RunFinished
from core.training.run_record import RunRecord
from gui.training.epoch_history import EpochHistory
from gui.training.phase_history import PhaseMark, phase_in_words
from gui.training.training_state import Phase, TrainingState


def reopened(run: Path, record: RunRecord) -> TrainingState:
    """Return the state in which the training of the run in the folder `run` ended, as its record tells it."""
    return TrainingState(
        phase=Phase.FINISHED,
        specification=dataclasses.replace(record.specification, run=run),
        history=EpochHistory(record.history),
        phases=[PhaseMark(phase.first_epoch, phase_in_words(phase)) for phase in record.phases[1:]],
        result=result_of(run, record),
    )


def result_of(run: Path, record: RunRecord) -> RunFinished:
    """Return what came of a run. How many features were reused is not recorded: both counts are 0."""
    return RunFinished(
        run=run,
        best_epoch=record.best_epoch,
        val_accuracy=record.val_accuracy,
        epochs=len(record.history),
        stopped=record.state == "stopped",
        frozen_layers_checked=record.frozen_layers_checked,
        frozen_layers_changed=record.frozen_layers_changed,
        seconds=record.seconds,
        images_extracted=0,
        images_reused=0,
    )
