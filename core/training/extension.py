"""Taking up a finished run for more epochs: the state to go on from, and the way back when nothing comes of it.

Training goes on from the best epoch, whose weights the run has, with a fresh optimizer. Until new results are written
the old model stays; the record of before is kept beside the checkpoint until then.
"""

from __future__ import annotations

import logging
import shutil
from dataclasses import replace
from pathlib import Path

import keras

from core.errors import UnusableInput
from core.network.backbone import describe_backbone
from core.network.description import FEATURES_LAYER
from core.network.freeze_plan import FreezePlan, parse_spec, trainable_layers
from core.network.head import NORMALIZATION_LAYER
from core.prediction.model_file import open_model_file
from core.training.callbacks import epoch_score, weights_of
from core.training.checkpoint import CHECKPOINT_FOLDER, Checkpoint, write_checkpoint
from core.training.phases import TrainingPhase, extended_phases, planned_phases
from core.training.run_folder import telling_why
from core.training.run_record import MODEL_FILE, RECORD_FILE, RunRecord, read_run_record, write_run_record

_log = logging.getLogger(__name__)


def begin_extension(run: Path, more_epochs: int) -> tuple[RunRecord, Checkpoint]:
    """Return the record and the state from which the finished run in `run` goes on; the state is on disk then.

    Raises:
        UnusableInput: the folder is no run with a model, its training is not over, or there are no epochs to add.
        FrostlineError: the folder can't be written to.

    """
    if more_epochs < 1:
        raise UnusableInput(
            f"The number of epochs to add is {more_epochs}: expected at least 1.", hint="Choose another number."
        )
    record = read_run_record(run)
    if record.state == "running":
        raise UnusableInput(
            f"The training of {run} is not over: it can't be extended.", hint="Resume it first, or wait for its end."
        )
    record = replace(record, specification=replace(record.specification, run=run))
    phases = record.phases or planned_phases(record.specification)
    state = _state_of_best_epoch(open_model_file(run / MODEL_FILE), record, phases)
    with telling_why(run):
        write_run_record(record, run / CHECKPOINT_FOLDER)
        write_checkpoint(state, run)
    return replace(record, state="running", phases=extended_phases(phases, state.epoch, more_epochs)), state


def give_up_extension(run: Path) -> None:
    """Make the run what it was before, if its extension came to nothing; where that can't be, it can be resumed."""
    before = run / CHECKPOINT_FOLDER
    try:
        if (before / RECORD_FILE).is_file():
            write_run_record(read_run_record(before), run)
            shutil.rmtree(before, ignore_errors=True)
    except OSError:
        _log.warning("The run %s can't be made what it was", run, exc_info=True)


def _state_of_best_epoch(model: keras.Model, record: RunRecord, phases: tuple[TrainingPhase, ...]) -> Checkpoint:
    weights = weights_of(model, [*_learned(model, phases), NORMALIZATION_LAYER])
    best = record.history[record.best_epoch - 1]
    logs = {"loss": best.loss, "accuracy": best.accuracy}
    if best.val_loss is not None and best.val_accuracy is not None:
        logs |= {"val_loss": best.val_loss, "val_accuracy": best.val_accuracy}
    return Checkpoint(
        history=record.history,
        best_epoch=record.best_epoch,
        best_score=epoch_score(logs),
        weights=weights,
        best_weights={name: values for name, values in weights.items() if name != NORMALIZATION_LAYER},
        optimizer=[],
        seeds=[],
        patience={},
    )


def _learned(model: keras.Model, phases: tuple[TrainingPhase, ...]) -> list[str]:
    """Return the layers that have learned in any phase, in the model's order: the head's and the thawed ones."""
    network = describe_backbone(model)
    thawed = {
        name
        for phase in phases
        for name in trainable_layers(FreezePlan(parse_spec(phase.thaw, network), phase.thaw_batch_norm), network)
    }
    names = [layer.name for layer in model.layers]
    head = set(names[names.index(FEATURES_LAYER) + 1 :]) - {NORMALIZATION_LAYER}
    return [layer.name for layer in model.layers if layer.weights and layer.name in thawed | head]
