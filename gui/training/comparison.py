"""The comparison of a run with a training from scratch: what is trained for it, and what came of it in a sentence.

Plain values and functions, no widgets. Both runs see the same data, split, seed, image size and batch size.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from core.messages import EpochFinished, RunFinished
from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan
from core.network.plan_cost import Calibration, epoch_seconds, plan_cost
from core.training.run_record import RunRecord
from core.training.specification import TrainingSpecification
from gui.language.translate import tr
from gui.training.progress_words import duration_in_words, percentage

#: As many epochs as no time limit leaves room for.
_ENDLESS = 10_000
#: A training that ended with its time ran on for a batch, and for validating and saving, and may be so much late.
_LATE, _SAVING_SECONDS = 1.2, 3.0


class Basis(Enum):
    """What the two runs have in common."""

    TIME = "time"
    EPOCHS = "epochs"


@dataclass(frozen=True)
class Comparison:
    """A run, and the one from scratch that it is compared with."""

    run: Path
    record: RunRecord
    scratch_run: Path
    basis: Basis


def new_comparison(run: Path, record: RunRecord, basis: Basis, *, is_taken: Callable[[Path], bool]) -> Comparison:
    """Return a comparison whose new run lies beside `run`, under a name that is not taken."""
    name = tr("{name} from scratch", name=run.name)
    candidates = (run.with_name(name if number == 1 else f"{name} {number}") for number in range(1, _ENDLESS))
    return Comparison(run, record, next(path for path in candidates if not is_taken(path)), basis)


def scratch_specification(comparison: Comparison) -> TrainingSpecification:
    """Return what is to be trained: the same from random weights, with every layer learning from the first epoch on."""
    record, by_time = comparison.record, comparison.basis is Basis.TIME
    return dataclasses.replace(
        record.specification,
        run=comparison.scratch_run,
        weights="random",
        thaw="all",
        thaw_batch_norm=True,
        feature_store=False,
        feature_dtype="float32",
        engine="keras",
        head_first=0,
        early_stopping=0,
        epochs=_ENDLESS if by_time else max(1, len(record.history)),
        time_limit=max(1.0, record.seconds.total) if by_time else 0.0,
    )


def comparison_in_words(
    comparison: Comparison, scratch: RunFinished, scratch_epochs: tuple[EpochFinished, ...] = ()
) -> str:
    """Return what came of a comparison, in a sentence.

    "After the same 18 s: 95 % with transfer, 61 % from scratch." scratch_epochs: the history of the run from scratch,
    for trainings that held nothing out.
    """
    record = comparison.record
    held_out = record.val_accuracy is not None and scratch.val_accuracy is not None
    transfer = record.val_accuracy if held_out else _best_training_accuracy(record.history, record.best_epoch)
    other = scratch.val_accuracy if held_out else _best_training_accuracy(scratch_epochs, scratch.best_epoch)
    of_what = "" if held_out else tr(" Nothing was held out: this is the accuracy on the training pictures.")
    return tr(
        "{premise}: {share} with transfer, {share_2} from scratch.{of_what}",
        premise=_premise(comparison, scratch),
        share=_share(transfer),
        share_2=_share(other),
        of_what=of_what,
    )


def scratch_seconds(
    record: RunRecord, network: NetworkDescription | None, calibration: Calibration | None
) -> float | None:
    """Estimate how long as many epochs from scratch take as the run has; None when that can't be said.

    calibration: of the machine and the image size of the record.
    """
    wanted = (record.specification.image_size, record.specification.backbone)
    if network is None or calibration is None or wanted != (network.image_size, network.backbone):
        return None
    training, held_out = len(record.training_files), len(record.validation_files)
    if not training or not record.history:
        return None
    layers = frozenset(layer.name for layer in network.layers if layer.can_be_thawed)
    cost = plan_cost(network, FreezePlan(layers, thaw_batch_norm=True), training, held_out=held_out)
    size = record.specification.batch_size
    batches, held_out_batches = -(-training // size), -(-held_out // size)
    return len(record.history) * epoch_seconds(cost, calibration, batches, held_out_batches=held_out_batches)


def _premise(comparison: Comparison, scratch: RunFinished) -> str:
    epochs = len(comparison.record.history)
    if comparison.basis is Basis.EPOCHS and scratch.epochs >= epochs:
        return tr("After 1 epoch each") if epochs == 1 else tr("After {epochs} epochs each", epochs=epochs)
    seconds, scratch_seconds = comparison.record.seconds.total, scratch.seconds.total
    kept_to_time = scratch_seconds <= seconds * _LATE + _SAVING_SECONDS
    if comparison.basis is Basis.TIME and not scratch.stopped and kept_to_time:
        return tr("After the same {duration}", duration=duration_in_words(seconds))
    return tr(
        "After {duration} with transfer and {duration_2} from scratch",
        duration=duration_in_words(seconds),
        duration_2=duration_in_words(scratch_seconds),
    )


def _best_training_accuracy(history: tuple[EpochFinished, ...], best: int) -> float | None:
    return next((epoch.accuracy for epoch in history if epoch.epoch == best), None)


def _share(accuracy: float | None) -> str:
    return tr("nothing known") if accuracy is None else percentage(accuracy, decimals=0)
