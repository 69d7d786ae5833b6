"""A model whose training is still going on, as it was after the last epoch that reached the disk.

Put together from what the training itself goes on from after a crash: the run's record, the weights that it began with,
and its checkpoint. Nothing is asked of the process that trains, so it is never disturbed.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path

from core.job_control import JobControl
from core.prediction.trained_model import TrainedModel
from core.training.checkpoint import Checkpoint, checkpoint_file, read_checkpoint
from core.training.checkpointing import put_weights_back
from core.training.classifier import build_classifier
from core.training.run_record import MODEL_FILE, RECORD_FILE, read_run_record


def snapshot_file(path: Path) -> Path | None:
    """Return the checkpoint by which a run in training can be known; None when `path` is anything else."""
    file = checkpoint_file(path)
    is_in_training = (path / RECORD_FILE).is_file() and not (path / MODEL_FILE).is_file()
    return file if is_in_training and file.is_file() else None


def open_snapshot(run: Path, earlier: TrainedModel | None = None) -> TrainedModel | None:
    """Return the model of a run in training; None when the training has ended meanwhile.

    earlier: a snapshot of the same run, whose network is given the new weights.

    Raises:
        UnusableInput: the record, the checkpoint or the weights that the training began with can't be used.

    """
    checkpoint = read_checkpoint(run)
    if checkpoint is None:
        return None
    snapshot = earlier or _build(run)
    put_weights_back(_without_seeds(checkpoint), snapshot.model)
    return dataclasses.replace(snapshot, epoch=checkpoint.epoch)


def _build(run: Path) -> TrainedModel:
    record = read_run_record(run)
    # One that trains in 16 bits is looked at in 32.
    specification = dataclasses.replace(record.specification, mixed_precision=False)
    classifier = build_classifier(specification, len(record.class_names), JobControl())
    return TrainedModel(path=run, model=classifier.model, class_names=record.class_names, record=record)


def _without_seeds(checkpoint: Checkpoint) -> Checkpoint:
    return dataclasses.replace(checkpoint, seeds=[])
