"""The phases of a training as the window hears of them: what learns now, what it is heading for, and the marks.

Plain values and no widgets. What phases are, and how they follow each other, is `core.training.phases`' concern.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import NamedTuple

from core.messages import PhaseStarted
from core.training.phases import TrainingPhase, extended_phases, phase_at, planned_phases
from core.training.run_record import RunRecord
from core.training.specification import TrainingSpecification
from gui.language.translate import tr

#: A SPEC of more parts than this is too long for a mark.
_MOST_PARTS = 2


class PhaseMark(NamedTuple):
    """A place on the curves: from `first_epoch` on other layers learnt, or a finished run went on."""

    first_epoch: int
    words: str


class PhaseHistory:
    """The phases that have begun, the last of which is under way, and those that are planned to come."""

    def __init__(self, phases: Sequence[TrainingPhase], *, epochs_done: int = 0) -> None:
        present = phase_at(phases, epochs_done)
        self._begun = list(phases[: present + 1])
        self._to_come = list(phases[present + 1 :])

    @classmethod
    def planned(cls, specification: TrainingSpecification) -> PhaseHistory:
        """Return the phases of a training that begins."""
        return cls(planned_phases(specification))

    @classmethod
    def extended(cls, record: RunRecord, more_epochs: int) -> PhaseHistory:
        """Return the phases of a finished run that goes on."""
        phases = record.phases or planned_phases(record.specification)
        done = len(record.history)
        return cls(extended_phases(phases, done, more_epochs), epochs_done=done)

    def take(self, event: PhaseStarted) -> None:
        """Take note of a phase that began, or of a change that was taken back."""
        earlier = [phase for phase in self._begun if phase.first_epoch < event.first_epoch]
        self._to_come = [phase for phase in self._to_come if phase.first_epoch > event.last_epoch]
        if event.reason == "undone":
            before = earlier[-1] if earlier else self._begun[0]
            earlier = earlier[:-1]
            event = dataclasses.replace(event, first_epoch=before.first_epoch, reason=before.reason)
        self._begun = [*earlier, _phase_of(event)]

    @property
    def learning(self) -> TrainingPhase:
        """The phase under way."""
        return self._begun[-1]

    @property
    def heading_for(self) -> TrainingPhase:
        """The phase in which the training will end unless someone changes its plan."""
        return self._to_come[-1] if self._to_come else self._begun[-1]

    @property
    def can_undo(self) -> bool:
        """Whether there is a change by the user to take back."""
        return self.learning.reason == "changed"

    @property
    def marks(self) -> list[PhaseMark]:
        """Where phases began, the first one left out."""
        return [PhaseMark(phase.first_epoch, phase_in_words(phase)) for phase in self._begun[1:]]


def phase_in_words(phase: TrainingPhase) -> str:
    """Return what is new in a phase, in two or three words for a mark on the curves: "conv5 learns"."""
    if phase.reason == "extended":
        return tr("extended")
    return learning_in_words(phase.thaw)


def learning_in_words(thaw: str) -> str:
    """Return what learns under a SPEC, shortly: "conv5 learns", "only the head learns"."""
    parts = thaw.split(",")
    if thaw == "head":
        return tr("only the head learns")
    if thaw == "all":
        return tr("all layers learn")
    if len(parts) > _MOST_PARTS:
        return tr("other layers learn")
    names = tr(" and ").join(parts)
    return (
        tr("{names} learns", names=names)
        if len(parts) == 1 and not thaw.endswith("+")
        else tr("{names} learn", names=names)
    )


def _phase_of(event: PhaseStarted) -> TrainingPhase:
    return TrainingPhase(
        first_epoch=event.first_epoch,
        last_epoch=event.last_epoch,
        thaw=event.thaw,
        thaw_batch_norm=event.thaw_batch_norm,
        learning_rate=event.learning_rate,
        reason=event.reason,
    )
