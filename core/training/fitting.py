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
) -> Fitting:
    """Train `model` (the tail, or the whole classifier on images); leave it with the weights of its best epoch.

    Raises:
        Stopped: the user stopped before the first epoch was over, so that there is nothing to keep.

    """
    compile_for_training(model, specification)
    keras.utils.set_random_seed(specification.seed)
    measuring, keeping = MeasureMovement(), KeepBestEpoch()
    telling = TellProgress(control, measuring)
    batches = _training_batches(training, specification)
    callbacks = [
        ShuffleEveryEpoch(batches),
        ObeyUser(control),
        measuring,
        telling,
        keeping,
        *_early_stopping(specification, bool(len(validation.labels))),
    ]
    stopped = False
    try:
        model.fit(
            batches,
            validation_data=_validation_batches(validation, specification),
            epochs=specification.epochs,
            shuffle=False,
            callbacks=callbacks,
            verbose=0,
        )
    except Stopped:
        if not telling.history:
            raise
        stopped = True
    keeping.restore()
    return Fitting(history=tuple(telling.history), best_epoch=keeping.best_epoch, stopped=stopped)


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


def _early_stopping(specification: TrainingSpecification, has_validation: bool) -> list[keras.callbacks.Callback]:
    if not specification.early_stopping:
        return []
    watched = "val_loss" if has_validation else "loss"
    return [keras.callbacks.EarlyStopping(monitor=watched, patience=specification.early_stopping)]
