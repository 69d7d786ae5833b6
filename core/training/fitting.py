"""Fit the part of a classifier above the frost line to rows, with Keras' own `fit`, and keep its best epoch."""

from __future__ import annotations

from dataclasses import dataclass

import keras
import numpy as np

from core.errors import Stopped
from core.job_control import JobControl
from core.messages import EpochFinished
from core.training.batches import ShuffleEveryEpoch, TrainingBatches, ValidationBatches, class_balancing_weights
from core.training.callbacks import KeepBestEpoch, ObeyUser, TellProgress
from core.training.checkpoint import Checkpoint
from core.training.checkpointing import ResumeEarlyStopping, WriteCheckpoints, put_back
from core.training.classifier import compile_for_training
from core.training.movement import MeasureMovement
from core.training.rows import Rows
from core.training.specification import TrainingSpecification


@dataclass(frozen=True)
class LabelledRows:
    """Rows with the class of each: int64 (n,)."""

    rows: Rows
    labels: np.ndarray


@dataclass(frozen=True)
class Fitting:
    """What came of a fit: the history, the best epoch (now in the model), and whether the user ended it."""

    history: tuple[EpochFinished, ...]
    best_epoch: int
    stopped: bool


def fit_rows(
    model: keras.Model,
    training: LabelledRows,
    validation: LabelledRows,
    specification: TrainingSpecification,
    control: JobControl,
    *,
    resume_from: Checkpoint | None = None,
) -> Fitting:
    """Train `model` (the tail, or the whole classifier on images); leave it with the weights of its best epoch.

    Writes checkpoints into the specification's run folder. resume_from: go on after the epochs of this one.

    Raises:
        Stopped: the user stopped before the first epoch was over, so that there is nothing to keep.

    """
    compile_for_training(model, specification)
    keras.utils.set_random_seed(specification.seed)
    if resume_from is not None:
        put_back(resume_from, model)
    batches = _training_batches(training, specification)
    following = _Following(specification, control, has_validation=bool(len(validation.labels)), earlier=resume_from)
    stopped = False
    try:
        model.fit(
            batches,
            validation_data=_validation_batches(validation, specification),
            epochs=specification.epochs,
            initial_epoch=0 if resume_from is None else resume_from.epoch,
            shuffle=False,
            callbacks=[ShuffleEveryEpoch(batches), *following.callbacks],
            verbose=0,
        )
    except Stopped:
        if not following.telling.history:
            raise
        stopped = True
    following.keeping.restore()
    return Fitting(tuple(following.telling.history), following.keeping.best_epoch, stopped)


class _Following:
    """The callbacks that follow a fit, in the order in which they need each other."""

    def __init__(
        self,
        specification: TrainingSpecification,
        control: JobControl,
        *,
        has_validation: bool,
        earlier: Checkpoint | None,
    ) -> None:
        measuring = MeasureMovement()
        self.telling = TellProgress(control, measuring, () if earlier is None else earlier.history)
        self.keeping = KeepBestEpoch(
            None if earlier is None else (earlier.best_epoch, earlier.best_score, earlier.best_weights)
        )
        self.callbacks = [ObeyUser(control), measuring, self.telling, self.keeping]
        stopping = _early_stopping(specification, has_validation)
        if stopping is not None:
            self.callbacks.append(stopping)
            if earlier is not None and earlier.patience is not None:
                self.callbacks.append(ResumeEarlyStopping(stopping, earlier.patience))
        self.callbacks.append(WriteCheckpoints(specification.run, control, self.telling, self.keeping, stopping))


def _training_batches(training: LabelledRows, specification: TrainingSpecification) -> TrainingBatches:
    labels = training.labels
    weights = np.ones(len(labels), dtype=np.float32)
    if specification.class_weights:
        weights = class_balancing_weights(labels, int(labels.max()) + 1)
    return TrainingBatches(training.rows, labels, weights, batch_size=specification.batch_size, seed=specification.seed)


def _validation_batches(validation: LabelledRows, specification: TrainingSpecification) -> ValidationBatches | None:
    if not len(validation.labels):
        return None
    return ValidationBatches(validation.rows, validation.labels, batch_size=specification.batch_size)


def _early_stopping(specification: TrainingSpecification, has_validation: bool) -> keras.callbacks.EarlyStopping | None:
    if not specification.early_stopping:
        return None
    watched = "val_loss" if has_validation else "loss"
    return keras.callbacks.EarlyStopping(monitor=watched, patience=specification.early_stopping)
