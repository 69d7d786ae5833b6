"""Fit the part of a classifier above the frost line to rows, for one phase, with Keras' own `fit`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import keras

from core.backend_specific import out_of_memory_errors, shared_by
from core.errors import FrostlineError, Stopped
from core.job_control import JobControl
from core.messages import ChangePlan, EpochFinished, Notice, UndoPlanChange
from core.network.head import NORMALIZATION_LAYER
from core.training.batches import (
    LabelledRows,
    training_batches,
    validation_input,
    validation_targets,
)
from core.training.callbacks import BestEpoch, EndInTime, KeepBestEpoch, ObeyUser, TellProgress, weights_of
from core.training.checkpoint import Checkpoint, read_checkpoint
from core.training.checkpointing import (
    ResumePatience,
    WriteCheckpoints,
    put_optimizer_back,
    put_weights_back,
    seed_states,
    state_of,
)
from core.training.classifier import Classifier
from core.training.data_parallel import BringBack, ValidationToDivide, batches_to_divide, copy_to_share
from core.training.movement import MeasureMovement
from core.training.optimization import FollowCosine, compile_for_training, plateau_callback
from core.training.phases import TrainingPhase
from core.training.rows import ImageRows
from core.training.specification import TrainingSpecification
from core.training.wishes import HeedWishes, PlanWished


@dataclass(frozen=True, kw_only=True)
class PhaseWork:
    """What a phase is to fit, and what it goes on from.

    learner: the part of the classifier that learns from the rows, its tail or the whole of it. all_epochs: of the
    training. earlier: the state to go on from; None at the very start. deadline: a moment of `time.monotonic`.
    devices: those that share the steps, see `core.training.devices`; none where one does them.
    """

    specification: TrainingSpecification
    phase: TrainingPhase
    all_epochs: int
    classifier: Classifier
    learner: keras.Model
    training: LabelledRows
    validation: LabelledRows
    earlier: Checkpoint | None = None
    deadline: float | None = None
    can_undo: bool = False
    devices: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The layers that have learned in an earlier phase or do in this one, in the model's order."""
        before = () if self.earlier is None else self.earlier.weights
        return tuple(
            layer.name
            for layer in self.classifier.model.layers
            if layer.trainable_weights or (layer.name in before and layer.name != NORMALIZATION_LAYER)
        )


@dataclass(frozen=True, kw_only=True)
class Fitting:
    """What came of the phases so far.

    checkpoint: the state to go on from, where another phase follows. wish: why the user ended it.
    """

    history: tuple[EpochFinished, ...]
    best: BestEpoch
    stopped: bool = False
    out_of_time: bool = False
    wish: ChangePlan | UndoPlanChange | None = None
    checkpoint: Checkpoint | None = None


def fit_phase(work: PhaseWork, control: JobControl) -> Fitting:
    """Train for the epochs of a phase; the model is left with the weights of its last one.

    Writes checkpoints into the specification's run folder. A batch that is too large for the memory is divided, and
    the gradients of its parts added up, on one device, so that the training goes on as it would have.

    Raises:
        Stopped: the user stopped before the first epoch was over, so that there is nothing to keep.
        FrostlineError: a single image is too large for the memory, or pictures that every epoch decodes are gone.

    """
    before = _state_before(work)
    parts = 1
    while True:
        try:
            return _fit(work, parts, control)
        except out_of_memory_errors() as error:
            parts *= 2
            if parts > work.specification.batch_size:
                raise _too_large(work) from error
            control.report(Notice(message=_halved(work, parts)))
            work = _back_to(work, before)


def _fit(work: PhaseWork, parts: int, control: JobControl) -> Fitting:
    if parts > 1 or not work.devices:
        return _fit_model(work.learner, work, parts, control)
    # Inside, models are made on all devices: only the copy that learns is.
    with shared_by(work.devices):
        return _fit_model(copy_to_share(work.learner), work, parts, control)


def _fit_model(model: keras.Model, work: PhaseWork, parts: int, control: JobControl) -> Fitting:
    """Fit `model`, the learner or a copy of it that several devices share."""
    specification, phase = work.specification, work.phase
    shared = model is not work.learner
    compile_for_training(model, specification, learning_rate=phase.learning_rate, parts=parts, shared=shared)
    if work.earlier is None:
        # Sets the seeds of dropout; a state to go on from has them.
        keras.utils.set_random_seed(specification.seed)
    else:
        put_optimizer_back(work.earlier, model)
    batches = training_batches(
        work.training,
        specification,
        _class_count(work),
        batch_size=-(-specification.batch_size // parts),
        first=0 if work.earlier is None else work.earlier.epoch,
        end=phase.last_epoch,
    )
    following = _Following(work, model, control)
    stopped, wish = False, None
    try:
        # A training that was broken off after its last epoch has none left, and Keras needs a first batch on PyTorch.
        if batches.first < phase.last_epoch:
            model.fit(
                batches_to_divide(batches, len(work.devices)) if shared else batches.for_fit(),
                steps_per_epoch=batches.steps_per_epoch,
                validation_data=_validation_data(work, batches.batch_size, shared=shared),
                epochs=phase.last_epoch,
                initial_epoch=batches.first,
                shuffle=False,
                callbacks=following.callbacks,
                verbose=0,
            )
    except Stopped:
        if not following.telling.history:
            raise
        stopped = True
    except PlanWished as ended:
        wish = ended.wish
    except Exception as error:
        trouble = _trouble_with_pictures(work)
        if trouble is None:
            raise
        raise trouble from error
    goes_on = isinstance(wish, ChangePlan) or (wish is None and not stopped and phase.last_epoch < work.all_epochs)
    return Fitting(
        history=tuple(following.telling.history),
        best=following.keeping.best,
        stopped=stopped,
        out_of_time=following.clock is not None and following.clock.is_over,
        wish=wish,
        checkpoint=following.state() if goes_on else None,
    )


class _Following:
    """The callbacks that follow a fit, in the order in which they need each other."""

    def __init__(self, work: PhaseWork, model: keras.Model, control: JobControl) -> None:
        self._work = work
        self._model = model
        earlier = work.earlier
        measuring = MeasureMovement()
        history: tuple[EpochFinished, ...] = ()
        best = BestEpoch()
        if earlier is not None:
            history = earlier.history
            best = BestEpoch(earlier.best_epoch, earlier.best_score, earlier.best_weights)
        self.telling = TellProgress(control, measuring, work.all_epochs, history)
        self.keeping = KeepBestEpoch(work.classifier.model, work.names, best)
        self.clock = None if work.deadline is None else EndInTime(work.deadline)
        self._waiting = _waiting_callbacks(work)
        self.callbacks = [] if model is work.learner else [BringBack(work.learner)]
        self.callbacks += [ObeyUser(control), measuring, self.telling, self.keeping]
        if self.clock is not None:
            self.callbacks.append(self.clock)
        if work.specification.schedule == "cosine":
            self.callbacks.append(FollowCosine(work.phase))
        for name, waiting in self._waiting.items():
            self.callbacks.append(waiting)
            if earlier is not None and name in earlier.patience:
                self.callbacks.append(ResumePatience(waiting, earlier.patience[name]))
        self.callbacks.append(WriteCheckpoints(work.specification.run, control, self.state))
        self.callbacks.append(HeedWishes(control, work.classifier.network, work.phase, can_undo=work.can_undo))

    def state(self) -> Checkpoint:
        work = self._work
        return state_of(
            work.classifier.model, self._model, work.names, self.telling.history, self.keeping.best, self._waiting
        )


def _waiting_callbacks(work: PhaseWork) -> dict[str, Any]:
    """Return the callbacks that wait for an improvement, by the name under which a checkpoint keeps their patience."""
    watched = "val_loss" if len(work.validation) else "loss"
    waiting: dict[str, Any] = {}
    if work.specification.early_stopping:
        waiting["early_stopping"] = keras.callbacks.EarlyStopping(
            monitor=watched, patience=work.specification.early_stopping
        )
    if work.specification.schedule == "plateau":
        waiting["plateau"] = plateau_callback(watched)
    return waiting


def _validation_data(work: PhaseWork, batch_size: int, *, shared: bool) -> Any:
    targets = validation_targets(work.validation.labels, _class_count(work), work.specification.label_smoothing)
    if shared and len(work.validation):
        return ValidationToDivide(work.validation, targets, batch_size=batch_size, devices=len(work.devices))
    return validation_input(work.validation, targets, batch_size)


def _trouble_with_pictures(work: PhaseWork) -> FrostlineError | None:
    """Return why a picture that is decoded at every epoch could not be decoded any more, if that is what happened."""
    sides = (work.training.rows, work.validation.rows)
    trouble = [one for rows in sides if isinstance(rows, ImageRows) for one in rows.trouble]
    if not trouble:
        return None
    return FrostlineError(
        f"The training can't go on: {trouble[0].message}",
        hint="Put the pictures back as they were and resume this training, or train anew.",
        kind="pictures_changed",
    )


def _class_count(work: PhaseWork) -> int:
    return int(work.learner.output_shape[-1])


# --------------------------------------------------------------------------- out of memory


def _state_before(work: PhaseWork) -> Checkpoint:
    """Return the state before the phase, without an optimizer when there was none yet."""
    if work.earlier is not None:
        return work.earlier
    return Checkpoint(
        history=(),
        best_epoch=0,
        best_score=BestEpoch().score,
        weights=weights_of(work.classifier.model, (*work.names, NORMALIZATION_LAYER)),
        best_weights={},
        optimizer=[],
        seeds=seed_states(work.classifier.model),
        patience={},
    )


def _back_to(work: PhaseWork, before: Checkpoint) -> PhaseWork:
    """Return the work from the last state that is sure: that of the last checkpoint, or before the phase.

    The optimizer begins anew, since one that adds up gradients has other variables.
    """
    written = read_checkpoint(work.specification.run)
    state = written if written is not None and written.epoch > before.epoch else before
    put_weights_back(state, work.classifier.model)
    return replace(work, earlier=replace(state, optimizer=[]))


def _halved(work: PhaseWork, parts: int) -> str:
    batch_size = work.specification.batch_size
    size = -(-batch_size // parts)
    if work.devices:
        return (
            f"A batch of {batch_size} images does not fit into the memory of {len(work.devices)} devices: it is "
            f"computed on one, in {parts} parts of {size}, which takes longer and learns the same."
        )
    return (
        f"A batch of {batch_size} images does not fit into the memory: it is computed in {parts} parts of {size}, "
        "which takes a little longer and learns the same."
    )


def _too_large(work: PhaseWork) -> FrostlineError:
    return FrostlineError(
        f"Not even one image of {work.specification.image_size} pixels fits into the memory with these layers thawed.",
        hint="Thaw fewer layers, choose a smaller image size, or close other programs.",
        kind="out_of_memory",
    )
