"""The phases of a training: spans of epochs in which the same layers learn at the same rate.

Most trainings have one. The head may learn before the thawed layers join it, the user may thaw or freeze on the way,
and a finished run may be extended. Plain data and plain functions; who fits a phase is `train`'s concern.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from core.messages import ChangePlan
from core.training.specification import TrainingSpecification

#: Thawed layers learn at this part of the head's rate when they join it: large steps would ruin what they know.
THAWED_RATE = 0.1


@dataclass(frozen=True, kw_only=True)
class TrainingPhase:
    """Epochs `first_epoch` (counted from 1) to `last_epoch`; thaw is a SPEC.

    reason: `started`, `planned` (the thawed layers join the head), `changed` (by the user) or `extended`.
    """

    first_epoch: int
    last_epoch: int
    thaw: str
    thaw_batch_norm: bool
    learning_rate: float
    reason: str = "started"

    @property
    def epochs(self) -> int:
        """How many epochs it is planned to have."""
        return self.last_epoch - self.first_epoch + 1


def planned_phases(specification: TrainingSpecification) -> tuple[TrainingPhase, ...]:
    """Return the phases that a training starts out with: one, or two when the head goes first."""
    head_first = 0 if specification.thaw == "head" else specification.head_first
    whole = TrainingPhase(
        first_epoch=head_first + 1,
        last_epoch=head_first + specification.epochs,
        thaw=specification.thaw,
        thaw_batch_norm=specification.thaw_batch_norm,
        learning_rate=specification.learning_rate,
    )
    if not head_first:
        return (whole,)
    head = dataclasses.replace(whole, first_epoch=1, last_epoch=head_first, thaw="head", thaw_batch_norm=False)
    rate = specification.learning_rate * THAWED_RATE
    return (head, dataclasses.replace(whole, learning_rate=rate, reason="planned"))


def phase_at(phases: Sequence[TrainingPhase], epochs_done: int) -> int:
    """Return the index of the phase to which the epoch after `epochs_done` belongs; the last one when all are done."""
    begun = [index for index, phase in enumerate(phases) if phase.first_epoch <= epochs_done + 1]
    return begun[-1] if begun else 0


def changed_phases(phases: Sequence[TrainingPhase], epochs_done: int, change: ChangePlan) -> tuple[TrainingPhase, ...]:
    """Return the phases after the user changed the plan: the new one has all epochs that were left."""
    current = phase_at(phases, max(epochs_done - 1, 0))
    before = phases[current]
    changed = TrainingPhase(
        first_epoch=epochs_done + 1,
        last_epoch=phases[-1].last_epoch,
        thaw=change.thaw,
        thaw_batch_norm=change.thaw_batch_norm,
        learning_rate=before.learning_rate if change.learning_rate is None else change.learning_rate,
        reason="changed",
    )
    return (*phases[:current], dataclasses.replace(before, last_epoch=epochs_done), changed)


def without_last_change(phases: Sequence[TrainingPhase]) -> tuple[TrainingPhase, ...] | None:
    """Return the phases as if the user had not made the last change; None when there was none."""
    if phases[-1].reason != "changed":
        return None
    *earlier, before = phases[:-1]
    return (*earlier, dataclasses.replace(before, last_epoch=phases[-1].last_epoch))


def ended_early(phases: Sequence[TrainingPhase], index: int, epochs_done: int) -> tuple[TrainingPhase, ...]:
    """Return the phases when phase `index` ended after `epochs_done` epochs: those after it move up."""
    missing = phases[index].last_epoch - epochs_done
    moved = (
        dataclasses.replace(one, first_epoch=one.first_epoch - missing, last_epoch=one.last_epoch - missing)
        for one in phases[index + 1 :]
    )
    return (*phases[:index], dataclasses.replace(phases[index], last_epoch=epochs_done), *moved)


def extended_phases(phases: Sequence[TrainingPhase], epochs_done: int, more_epochs: int) -> tuple[TrainingPhase, ...]:
    """Return the phases of a run that is to go on for `more_epochs` as it learned last."""
    index = phase_at(phases, max(epochs_done - 1, 0))
    last = phases[index]
    extension = dataclasses.replace(
        last, first_epoch=epochs_done + 1, last_epoch=epochs_done + more_epochs, reason="extended"
    )
    return (*phases[:index], dataclasses.replace(last, last_epoch=epochs_done), extension)
