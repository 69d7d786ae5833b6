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
    PhaseStarted,
    Progress,
    RunFinished,
    RunSeconds,
)
from core.training.run_record import RunRecord
from core.training.specification import TrainingSpecification
from gui.training.plan_wish import PlanWish
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


def phase(reason: str, *, first: int, thaw: str = "conv5", last: int = 4) -> PhaseStarted:
    return PhaseStarted(
        first_epoch=first,
        last_epoch=last,
        thaw=thaw,
        thaw_batch_norm=False,
        learning_rate=1e-4,
        cut_layer="conv4_block6_out",
        frozen_layers=80,
        trainable_parameters=14_000_000,
        reason=reason,
    )


def test_a_change_of_the_plan_is_marked_where_it_began(running: TrainingState) -> None:
    running.take(epoch(1))
    running.take(epoch(2))

    running.take(phase("changed", first=3))

    assert running.phases == [(3, "conv5 learns")]
    assert [one.epoch for one in running.epochs] == [1, 2]


def test_what_was_undone_is_gone_from_the_curves_and_from_the_best(running: TrainingState) -> None:
    running.take(epoch(1, accuracy=0.6))
    running.take(phase("changed", first=2))
    running.take(epoch(2, accuracy=0.9))
    running.take(BatchFinished(epoch=3, batch=1, batches=2, loss=0.5, accuracy=0.9))

    running.take(phase("undone", first=2, thaw="head"))

    assert [one.epoch for one in running.epochs] == [1]
    assert running.batches == []
    assert running.phases == []
    assert running.best_epoch is not None
    assert running.best_epoch.epoch == 1


def test_a_wish_is_over_when_it_came_true_or_the_training_ended(running: TrainingState) -> None:
    running.wish_for(PlanWish(thaw="conv5"))
    running.take(phase("changed", first=2))
    after_change = running.wish
    running.wish_for(PlanWish(goes_back=True))

    running.end(JobEnded(1, Outcome.DONE, result=result()))

    assert after_change is None
    assert running.wish is None


def test_an_epoch_begun_again_after_memory_ran_out_repeats_its_batches(running: TrainingState) -> None:
    for batch in (1, 2, 3):
        running.take(BatchFinished(epoch=1, batch=batch, batches=4, loss=0.9, accuracy=0.5))

    running.take(BatchFinished(epoch=1, batch=1, batches=8, loss=0.8, accuracy=0.5))

    assert [(point.epochs, point.loss) for point in running.batches] == [(0.125, 0.8)]


def test_batches_of_an_epoch_that_is_repeated_take_its_place(running: TrainingState) -> None:
    running.take(epoch(1))
    running.take(epoch(2))

    running.take(BatchFinished(epoch=2, batch=1, batches=4, loss=0.8, accuracy=0.5))

    assert [one.epoch for one in running.epochs] == [1]


def test_the_epochs_of_the_head_alone_are_planned_too() -> None:
    specification = TrainingSpecification(
        folder=Path("ants"), run=Path("run"), epochs=4, head_first=3, thaw="conv5", learning_rate=1e-3
    )
    state = TrainingState.begun(specification)
    state.take(Progress(stage="fit", done=0, total=70))

    assert state.planned_epochs == 7
    assert state.status == "Training epoch 1 of 7"


def test_a_run_that_goes_on_starts_with_the_curves_it_has() -> None:
    specification = TrainingSpecification(folder=Path("ants"), run=Path("run"), epochs=2)
    record = run_record(specification, history=(epoch(1, accuracy=0.9), epoch(2, accuracy=0.6)))

    state = TrainingState.extending(record, more_epochs=5)
    state.take(phase("extended", first=3, thaw="head", last=7))
    state.take(Progress(stage="fit", done=0, total=70))
    state.take(epoch(3))

    assert [one.epoch for one in state.epochs] == [1, 2, 3]
    assert state.phases == [(3, "extended")]
    assert state.status == "Training epoch 4 of 7"
    assert state.best_epoch is not None
    assert state.best_epoch.epoch == 1


def test_a_training_that_ends_with_its_time_promises_no_number_of_epochs() -> None:
    specification = TrainingSpecification(folder=Path("ants"), run=Path("run"), epochs=10_000, time_limit=18.0)
    state = TrainingState.begun(specification)

    state.take(Progress(stage="fit", done=5, total=70_000, seconds_left=9000.0))

    assert state.planned_epochs == 0
    assert state.status == "Training epoch 1, for 18 s in all"
    assert state.progress is not None
    assert state.progress.total == 0


def run_record(specification: TrainingSpecification, history: tuple[EpochFinished, ...]) -> RunRecord:
    return RunRecord(
        specification=specification,
        state="finished",
        created="2026-03-01T12:00:00+00:00",
        class_names=("ants", "bees"),
        trainable_layers=(),
        cut_layer="avg_pool",
        dataset_digest="",
        training_files=(),
        validation_files=(),
        history=history,
        best_epoch=1,
        val_accuracy=0.9,
    )
