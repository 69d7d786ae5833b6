from __future__ import annotations

import math
from pathlib import Path

import pytest

from core.errors import Failure
from core.messages import (
    BatchFinished,
    EpochFinished,
    JobEnded,
    Notice,
    Outcome,
    Progress,
    RunFinished,
    RunSeconds,
)
from core.training.specification import TrainingSpecification
from gui.training.training_state import Phase, TrainingState


def epoch(number: int, *, accuracy: float = 0.5, loss: float = 1.0, validated: bool = True) -> EpochFinished:
    return EpochFinished(
        epoch=number,
        loss=loss,
        accuracy=accuracy,
        val_loss=loss if validated else None,
        val_accuracy=accuracy if validated else None,
        learning_rate=1e-3,
        seconds=0.1,
    )


def result(*, best: int = 1, epochs: int = 2, stopped: bool = False) -> RunFinished:
    return RunFinished(
        run=Path("run"),
        best_epoch=best,
        val_accuracy=0.9,
        epochs=epochs,
        stopped=stopped,
        frozen_layers_checked=106,
        frozen_layers_changed=0,
        seconds=RunSeconds(decode=0.1, extract=0.2, fit=0.3, total=1.0),
        images_extracted=8,
        images_reused=0,
    )


@pytest.fixture
def running() -> TrainingState:
    return TrainingState.begun(TrainingSpecification(folder=Path("ants"), run=Path("run"), epochs=4))


def test_a_training_that_begins_waits_for_its_first_word(running: TrainingState) -> None:
    assert running.busy
    assert running.status == "Waiting for the worker"


def test_the_curve_of_the_running_epoch_goes_from_the_epoch_before_to_its_own(running: TrainingState) -> None:
    running.take(epoch(1))

    running.take(BatchFinished(epoch=2, batch=1, batches=4, loss=0.7, accuracy=0.6))
    running.take(BatchFinished(epoch=2, batch=4, batches=4, loss=0.6, accuracy=0.7))

    assert [point.epochs for point in running.batches] == [1.25, 2.0]
    assert [point.loss for point in running.batches] == [0.7, 0.6]


def test_a_finished_epoch_clears_the_curve_of_its_batches(running: TrainingState) -> None:
    running.take(BatchFinished(epoch=1, batch=1, batches=4, loss=0.7, accuracy=0.6))

    running.take(epoch(1))

    assert running.batches == []
    assert [one.epoch for one in running.epochs] == [1]


def test_during_the_fit_the_epoch_is_said_rather_than_batches(running: TrainingState) -> None:
    running.take(epoch(1))

    running.take(Progress(stage="fit", done=9, total=32, seconds_left=4.2))

    assert running.status == "Training epoch 2 of 4, 5 s left"


def test_a_pause_can_be_taken_back(running: TrainingState) -> None:
    running.set_paused(True)
    paused = running.phase
    assert running.can_stop

    running.set_paused(False)

    assert [paused, running.phase] == [Phase.PAUSED, Phase.RUNNING]


def test_a_training_that_was_asked_to_stop_can_be_neither_paused_nor_stopped_again(running: TrainingState) -> None:
    running.ask_to_stop()

    running.set_paused(True)

    assert running.phase is Phase.STOPPING
    assert not running.can_pause
    assert not running.can_stop
    assert running.busy


def test_a_finished_training_has_its_result(running: TrainingState) -> None:
    running.take(epoch(1))

    running.end(JobEnded(1, Outcome.DONE, result=result()))

    assert running.phase is Phase.FINISHED
    assert running.result == result()
    assert running.status == "Finished after epoch 1"


def test_a_stopped_training_that_has_an_epoch_is_finished_and_says_that_it_was_stopped(running: TrainingState) -> None:
    running.take(epoch(1))
    running.ask_to_stop()

    running.end(JobEnded(1, Outcome.DONE, result=result(stopped=True)))

    assert running.phase is Phase.FINISHED
    assert running.status == "Stopped after epoch 1"


def test_a_training_stopped_before_its_first_epoch_has_no_model(running: TrainingState) -> None:
    running.ask_to_stop()

    running.end(JobEnded(1, Outcome.STOPPED))

    assert running.result is None
    assert "no model" in running.status
    assert not running.busy


@pytest.mark.parametrize(("outcome", "phase"), [(Outcome.FAILED, Phase.FAILED), (Outcome.CRASHED, Phase.CRASHED)])
def test_a_failure_is_kept(running: TrainingState, outcome: Outcome, phase: Phase) -> None:
    failure = Failure("broken", "It broke.", "Mend it.")

    running.end(JobEnded(1, outcome, failure=failure))

    assert running.phase is phase
    assert running.failure == failure
    assert not running.weights_missing


def test_missing_weights_are_told_from_other_failures(running: TrainingState) -> None:
    running.end(JobEnded(1, Outcome.FAILED, failure=Failure("weights_unavailable", "They are not here.", "")))

    assert running.weights_missing


def test_notices_are_kept_in_order(running: TrainingState) -> None:
    running.take(Notice(message="first"))
    running.take(Notice(message="second"))

    assert running.notices == ["first", "second"]


def test_the_best_epoch_so_far_is_marked_until_the_run_says_which_was_kept(running: TrainingState) -> None:
    running.take(epoch(1, accuracy=0.9))
    running.take(epoch(2, accuracy=0.5))
    so_far = running.best_epoch
    assert so_far is not None
    assert so_far.epoch == 1

    running.end(JobEnded(1, Outcome.DONE, result=result(best=2)))

    kept = running.best_epoch
    assert kept is not None
    assert kept.epoch == 2


def best_after(*epochs: EpochFinished) -> int:
    state = TrainingState()
    for one in epochs:
        state.take(one)
    assert state.best_epoch is not None
    return state.best_epoch.epoch


def test_of_equal_accuracies_the_lower_loss_is_better_and_of_equals_the_earlier() -> None:
    assert best_after(epoch(1, loss=0.9), epoch(2, loss=0.4), epoch(3, loss=0.4)) == 2


def test_without_validation_the_training_values_decide() -> None:
    assert best_after(epoch(1, accuracy=0.9, validated=False), epoch(2, accuracy=0.6, validated=False)) == 1


def test_an_epoch_that_is_not_a_number_is_never_the_best() -> None:
    assert best_after(epoch(1, loss=math.nan, accuracy=0.99), epoch(2, accuracy=0.1)) == 2


def test_there_is_no_best_of_no_epochs() -> None:
    assert TrainingState().best_epoch is None


def test_a_resumed_training_keeps_its_curves_and_repeats_what_came_after_the_checkpoint(running: TrainingState) -> None:
    for number, accuracy in ((1, 0.5), (2, 0.9), (3, 0.6)):
        running.take(epoch(number, accuracy=accuracy))
    running.end(JobEnded(job=1, outcome=Outcome.CRASHED, failure=Failure("crashed", "It died.", "Resume.")))

    resumed = running.resumed()
    resumed.take(epoch(3, accuracy=0.7))

    assert resumed.busy
    assert resumed.failure is None
    assert [(one.epoch, one.accuracy) for one in resumed.epochs] == [(1, 0.5), (2, 0.9), (3, 0.7)]
    assert resumed.best_epoch is not None
    assert resumed.best_epoch.epoch == 2
