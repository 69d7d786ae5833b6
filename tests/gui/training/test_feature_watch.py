from __future__ import annotations

from pathlib import Path

import pytest

from core.messages import JobEnded, Outcome, Progress, RunFinished, RunSeconds
from core.training.specification import TrainingSpecification
from gui.training.feature_watch import FeatureWatch
from gui.training.training_state import TrainingState


def begun() -> TrainingState:
    return TrainingState.begun(TrainingSpecification(folder=Path("ants"), run=Path("run")))


def at(state: TrainingState, stage: str) -> TrainingState:
    state.take(Progress(stage=stage, done=1, total=10))
    return state


def test_only_the_features_are_timed() -> None:
    watch, state = FeatureWatch(), begun()

    assert watch.seconds_of(state, 0.0) == 0.0
    assert watch.seconds_of(at(state, "build"), 100.0) == 0.0
    assert watch.seconds_of(at(state, "extract"), 104.0) == 0.0
    assert watch.seconds_of(at(state, "extract"), 106.5) == pytest.approx(2.5)
    assert watch.seconds_of(at(state, "fit"), 190.0) == pytest.approx(2.5)


def test_the_next_training_is_timed_anew() -> None:
    watch, first = FeatureWatch(), begun()
    watch.seconds_of(at(first, "extract"), 1.0)
    watch.seconds_of(at(first, "extract"), 9.0)

    assert watch.seconds_of(at(begun(), "fit"), 10.0) == 0.0


def test_at_the_end_the_run_itself_knows_better() -> None:
    watch, state = FeatureWatch(), begun()
    watch.seconds_of(at(state, "extract"), 1.0)
    result = RunFinished(
        run=Path("run"),
        best_epoch=1,
        val_accuracy=None,
        epochs=1,
        stopped=False,
        frozen_layers_checked=1,
        frozen_layers_changed=0,
        seconds=RunSeconds(decode=0.5, extract=1.25, fit=1.0, total=4.0),
        images_extracted=1,
        images_reused=0,
    )

    state.end(JobEnded(1, Outcome.DONE, result))

    assert watch.seconds_of(state, 90.0) == 1.75
