"""How the phases of a training follow each other, as plain data."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.messages import ChangePlan
from core.training.phases import (
    TrainingPhase,
    changed_phases,
    ended_early,
    extended_phases,
    phase_at,
    planned_phases,
    without_last_change,
)
from core.training.specification import TrainingSpecification


def specification(**options: object) -> TrainingSpecification:
    return TrainingSpecification(folder=Path("data"), run=Path("run"), **options)  # type: ignore[arg-type]


def spans(phases: tuple[TrainingPhase, ...]) -> list[tuple[int, int, str]]:
    return [(phase.first_epoch, phase.last_epoch, phase.thaw) for phase in phases]


def test_a_training_has_one_phase_unless_the_head_goes_first() -> None:
    assert spans(planned_phases(specification(epochs=7, thaw="conv5"))) == [(1, 7, "conv5")]
    assert spans(planned_phases(specification(epochs=7, thaw="conv5", head_first=3))) == [
        (1, 3, "head"),
        (4, 10, "conv5"),
    ]


def test_without_thawed_layers_there_is_nothing_to_go_first_for() -> None:
    assert spans(planned_phases(specification(epochs=7, thaw="head", head_first=3))) == [(1, 7, "head")]


def test_thawed_layers_join_the_head_at_a_tenth_of_its_rate() -> None:
    head, thawed = planned_phases(specification(thaw="conv5", thaw_batch_norm=True, head_first=3, learning_rate=1e-3))

    assert (head.learning_rate, head.thaw_batch_norm) == (1e-3, False)
    assert thawed.learning_rate == pytest.approx(1e-4)
    assert thawed.thaw_batch_norm


def test_the_next_epoch_belongs_to_the_phase_that_has_begun_last() -> None:
    phases = planned_phases(specification(epochs=5, thaw="conv5", head_first=3))

    assert [phase_at(phases, done) for done in (0, 2, 3, 7, 8)] == [0, 0, 1, 1, 1]


def test_a_change_takes_all_epochs_that_are_left_and_can_be_taken_back() -> None:
    phases = planned_phases(specification(epochs=10, learning_rate=1e-3))

    changed = changed_phases(phases, 4, ChangePlan(1, "conv5", learning_rate=1e-4))

    assert spans(changed) == [(1, 4, "head"), (5, 10, "conv5")]
    assert changed[-1].learning_rate == pytest.approx(1e-4)
    assert without_last_change(changed) == phases


def test_a_change_in_the_first_phase_replaces_what_was_planned_after_it() -> None:
    phases = planned_phases(specification(epochs=5, thaw="conv5", head_first=3))

    changed = changed_phases(phases, 2, ChangePlan(1, "conv4+"))

    assert spans(changed) == [(1, 2, "head"), (3, 8, "conv4+")]
    assert changed[-1].learning_rate == phases[0].learning_rate


def test_only_a_change_by_the_user_can_be_taken_back() -> None:
    assert without_last_change(planned_phases(specification(thaw="conv5", head_first=3))) is None


def test_phases_move_up_when_one_ends_early() -> None:
    phases = planned_phases(specification(epochs=5, thaw="conv5", head_first=10))

    assert spans(ended_early(phases, 0, 6)) == [(1, 6, "head"), (7, 11, "conv5")]
    assert ended_early(phases, 0, 10) == phases


def test_an_extension_learns_as_the_last_phase_did() -> None:
    phases = planned_phases(specification(epochs=5, thaw="conv5", head_first=3))

    extended = extended_phases(phases, 6, 4)

    assert spans(extended) == [(1, 3, "head"), (4, 6, "conv5"), (7, 10, "conv5")]
    assert (extended[-1].reason, extended[-1].learning_rate) == ("extended", phases[-1].learning_rate)
