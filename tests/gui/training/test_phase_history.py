from __future__ import annotations

from pathlib import Path

import pytest

from core.messages import PhaseStarted
from core.training.phases import TrainingPhase
from core.training.specification import TrainingSpecification
from gui.training.phase_history import PhaseHistory, learning_in_words


def planned(*, epochs: int = 10, head_first: int = 0, thaw: str = "head") -> PhaseHistory:
    return PhaseHistory.planned(
        TrainingSpecification(folder=Path("ants"), run=Path("run"), epochs=epochs, head_first=head_first, thaw=thaw)
    )


def event(reason: str, *, first: int, thaw: str, rate: float = 1e-4, last: int = 10) -> PhaseStarted:
    return PhaseStarted(
        first_epoch=first,
        last_epoch=last,
        thaw=thaw,
        thaw_batch_norm=False,
        learning_rate=rate,
        cut_layer="conv4_block6_out",
        frozen_layers=80,
        trainable_parameters=14_000_000,
        reason=reason,
    )


def test_while_the_head_goes_first_the_training_is_heading_for_the_thawed_layers() -> None:
    history = planned(head_first=3, thaw="conv5")
    before = (history.learning.thaw, history.heading_for.thaw, history.marks)

    history.take(event("planned", first=4, thaw="conv5", last=13))

    assert before == ("head", "conv5", [])
    assert history.learning == history.heading_for
    assert history.marks == [(4, "conv5 learns")]


def test_a_change_while_the_head_goes_first_takes_the_place_of_what_was_planned() -> None:
    history = planned(head_first=3, thaw="conv5")

    history.take(event("changed", first=2, thaw="conv4+", last=13))

    assert history.heading_for.thaw == "conv4+"
    assert history.can_undo


def test_changes_are_taken_back_one_after_another() -> None:
    history = planned()
    history.take(event("changed", first=3, thaw="conv5"))
    history.take(event("changed", first=6, thaw="conv4+"))

    history.take(event("undone", first=6, thaw="conv5"))
    after_one = (history.learning.thaw, history.learning.first_epoch, history.can_undo, history.marks)
    history.take(event("undone", first=3, thaw="head", rate=1e-3))

    assert after_one == ("conv5", 3, True, [(3, "conv5 learns")])
    assert history.learning == TrainingPhase(
        first_epoch=1, last_epoch=10, thaw="head", thaw_batch_norm=False, learning_rate=1e-3
    )
    assert not history.can_undo


def test_what_could_not_be_taken_back_stays() -> None:
    history = planned()
    history.take(event("changed", first=3, thaw="conv5"))

    history.take(event("undone", first=5, thaw="conv5"))

    assert history.marks == [(3, "conv5 learns")]
    assert history.can_undo


def test_a_phase_that_is_told_again_after_a_resume_is_marked_once() -> None:
    history = planned()
    history.take(event("changed", first=3, thaw="conv5"))

    history.take(event("changed", first=3, thaw="conv5"))

    assert history.marks == [(3, "conv5 learns")]


@pytest.mark.parametrize(
    ("thaw", "words"),
    [
        ("head", "only the head learns"),
        ("all", "all layers learn"),
        ("conv5", "conv5 learns"),
        ("conv4+", "conv4+ learn"),
        ("conv3,conv5", "conv3 and conv5 learn"),
        ("conv2,conv3,conv5", "other layers learn"),
    ],
)
def test_a_mark_is_short(thaw: str, words: str) -> None:
    assert learning_in_words(thaw) == words
