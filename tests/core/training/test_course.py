"""Trainings in several phases: the head first, a changed plan, a change taken back, an extension; on real models."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import keras
import numpy as np
import pytest

from core.data.decode import decode_image
from core.errors import Stopped, UnusableInput
from core.job_control import JobControl
from core.messages import (
    ChangePlan,
    EpochFinished,
    Event,
    Notice,
    PhaseStarted,
    Progress,
    UndoPlanChange,
)
from core.training.run_record import RunRecord, read_run_record, write_run_record
from core.training.specification import TrainingSpecification
from core.training.train import extend, resume, train
from tests.core.small_resnet import LAST_CONVOLUTION
from tests.core.training.model_weights import assert_same_weights

THAWED = LAST_CONVOLUTION

pytestmark = pytest.mark.usefixtures("small_resnet50", "with_kept_features")


@pytest.fixture
def specification(stripes: Path, tmp_path: Path) -> TrainingSpecification:
    return TrainingSpecification(
        folder=stripes, run=tmp_path / "run", weights="random", image_size=32, epochs=3, batch_size=8, dropout=0.3
    )


def after_epoch(number: int, control: JobControl, do: Callable[[], None], events: list[Event]) -> None:
    """Do something once, when that epoch is over."""
    waiting = [do]

    def report(event: Event) -> None:
        events.append(event)
        if isinstance(event, EpochFinished) and event.epoch == number and waiting:
            waiting.pop()()

    control.report = report


def losses(record: RunRecord) -> list[float]:
    return [epoch.loss for epoch in record.history]


def moved(record: RunRecord) -> list[bool]:
    """For each epoch, whether the thawed layer moved in it."""
    return [THAWED in dict(epoch.movement) for epoch in record.history]


def assert_same_training(some: Path, other: Path) -> None:
    """Both runs have the same losses and, bit for bit, the same weights."""
    assert losses(read_run_record(some)) == losses(read_run_record(other))
    assert_same_weights(some, other)


def test_the_head_learns_first_and_then_the_thawed_layers_with_it(specification: TrainingSpecification) -> None:
    events: list[Event] = []

    finished = train(replace(specification, thaw=THAWED, head_first=2, epochs=2), JobControl(report=events.append))

    record = read_run_record(specification.run)
    (joined,) = [event for event in events if isinstance(event, PhaseStarted)]
    assert (joined.first_epoch, joined.last_epoch, joined.thaw, joined.reason) == (3, 4, THAWED, "planned")
    assert moved(record) == [False, False, True, True]
    rates = [epoch.learning_rate for epoch in record.history]
    assert rates == pytest.approx([1e-3, 1e-3, 1e-4, 1e-4])
    assert finished.epochs == 4
    assert finished.frozen_layers_changed == 0
    assert record.cut_layer != "avg_pool"


def test_a_plan_changed_on_the_way_holds_from_the_next_epoch_on(specification: TrainingSpecification) -> None:
    control, events = JobControl(), list[Event]()
    after_epoch(1, control, lambda: control.wishes.put(ChangePlan(1, THAWED, learning_rate=1e-4)), events)

    train(specification, control)

    record = read_run_record(specification.run)
    assert moved(record) == [False, True, True]
    assert [phase.reason for phase in record.phases] == ["started", "changed"]
    assert record.phases[-1].last_epoch == 3
    assert record.trainable_layers == (THAWED,)


def test_a_change_taken_back_leaves_the_training_as_if_it_had_never_been(
    specification: TrainingSpecification, tmp_path: Path
) -> None:
    specification = replace(specification, epochs=6)
    wishes: dict[int, ChangePlan | UndoPlanChange] = {2: ChangePlan(1, THAWED), 4: UndoPlanChange(1)}
    control, events = JobControl(), list[Event]()

    def wish(event: Event) -> None:
        events.append(event)
        if isinstance(event, EpochFinished) and event.epoch in wishes:
            control.wishes.put(wishes.pop(event.epoch))

    control.report = wish
    train(specification, control)
    undisturbed = replace(specification, run=tmp_path / "undisturbed")
    train(undisturbed, JobControl())

    phases = [(event.reason, event.first_epoch) for event in events if isinstance(event, PhaseStarted)]
    assert phases == [("changed", 3), ("undone", 3)]
    assert [event.epoch for event in events if isinstance(event, EpochFinished)] == [1, 2, 3, 4, 3, 4, 5, 6]
    assert [phase.reason for phase in read_run_record(specification.run).phases] == ["started"]
    assert_same_training(specification.run, undisturbed.run)


def test_what_can_not_be_granted_is_said_and_changes_nothing(specification: TrainingSpecification) -> None:
    events: list[Event] = []
    control = JobControl(report=events.append)
    control.wishes.put(ChangePlan(1, "conv9"))
    control.wishes.put(UndoPlanChange(1))

    train(specification, control)

    notices = [event.message for event in events if isinstance(event, Notice)]
    assert any("conv9" in notice for notice in notices)
    assert any("no change of the plan" in notice for notice in notices)
    assert len(read_run_record(specification.run).phases) == 1


def test_the_best_epoch_is_whole_even_when_later_phases_moved_other_layers(
    specification: TrainingSpecification, stripes: Path
) -> None:
    """A ruinous rate in the second phase makes the first the better one; its model must be that of the head alone."""
    specification = replace(specification, epochs=8, learning_rate=0.01)
    control = JobControl()
    after_epoch(6, control, lambda: control.wishes.put(ChangePlan(1, THAWED, learning_rate=5.0)), [])

    finished = train(specification, control)

    record = read_run_record(specification.run)
    model = keras.saving.load_model(specification.run / "model.keras")
    assert record.phases[-1].first_epoch == 7
    assert finished.best_epoch < 7
    assert float(np.abs(model.get_layer(THAWED).get_weights()[0]).max()) < 1.0
    assert evaluated_accuracy(model, record) == pytest.approx(finished.val_accuracy)


def evaluated_accuracy(model: keras.Model, record: RunRecord) -> float:
    files = record.validation_files
    pixels = np.stack([decode_image(record.specification.folder / name, 32) for name in files]).astype(np.float32)
    answers = keras.ops.convert_to_numpy(model(pixels)).argmax(axis=1)
    return float(
        np.mean([record.class_names[answer] == name.split("/")[0] for answer, name in zip(answers, files, strict=True)])
    )


def test_a_finished_run_goes_on_from_its_best_epoch(own_run: Path) -> None:
    before, events = read_run_record(own_run), list[Event]()

    extended = extend(own_run, 2, JobControl(report=events.append))

    record = read_run_record(own_run)
    assert (len(before.history), extended.epochs, record.state) == (5, 7, "finished")
    assert record.history[:5] == before.history
    assert [event.epoch for event in events if isinstance(event, EpochFinished)] == [6, 7]
    assert record.phases[-1].reason == "extended"
    assert record.seconds.total > before.seconds.total
    assert not (own_run / "checkpoint").exists()


def test_an_extension_that_comes_to_nothing_leaves_the_run_as_it_was(own_run: Path) -> None:
    before = {file.name: file.read_bytes() for file in own_run.iterdir() if file.is_file()}
    control = JobControl()

    def stop_at_once(event: Event) -> None:
        if isinstance(event, Progress) and event.stage == "fit":
            control.stop_requested.set()

    control.report = stop_at_once
    with pytest.raises(Stopped):
        extend(own_run, 500, control)

    after = {file.name: file.read_bytes() for file in own_run.iterdir() if file.is_file()}
    assert json.loads(after.pop("run.json"))["history"] == json.loads(before.pop("run.json"))["history"]
    assert after == before
    assert read_run_record(own_run).state == "finished"
    assert not (own_run / "checkpoint").exists()


def test_only_a_finished_run_is_extended(own_run: Path, tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="at least 1"):
        extend(own_run, 0, JobControl())
    with pytest.raises(UnusableInput, match="not a run folder"):
        extend(tmp_path, 2, JobControl())
    write_run_record(replace(read_run_record(own_run), state="running"), own_run)
    with pytest.raises(UnusableInput, match="not over"):
        extend(own_run, 2, JobControl())


def test_a_time_limit_ends_the_training_in_the_middle_of_an_epoch_with_a_model(
    specification: TrainingSpecification,
) -> None:
    finished = train(replace(specification, epochs=100_000, time_limit=0.01), JobControl())

    record = read_run_record(specification.run)
    assert (finished.epochs, finished.stopped, record.state) == (1, False, "finished")
    assert record.history[0].val_accuracy is not None


def test_early_stopping_ends_the_first_phase_and_the_second_moves_up(specification: TrainingSpecification) -> None:
    options = replace(specification, thaw=THAWED, head_first=40, epochs=1, early_stopping=1, learning_rate=0.5)

    train(options, JobControl())

    record = read_run_record(specification.run)
    assert record.phases[1].first_epoch == len(record.history) < 41


class Crash(BaseException):
    """Leaves the report of an epoch, as good as a crash: nothing is closed."""


def train_until_crash(specification: TrainingSpecification, epoch: int) -> None:
    def crash(event: Event) -> None:
        if isinstance(event, EpochFinished) and event.epoch == epoch:
            raise Crash

    with pytest.raises(Crash):
        train(specification, JobControl(report=crash))


def test_a_rate_that_falls_on_a_plateau_survives_a_crash(specification: TrainingSpecification, tmp_path: Path) -> None:
    options = replace(specification, epochs=30, schedule="plateau", learning_rate=2.0)
    undisturbed = replace(options, run=tmp_path / "undisturbed")
    train(undisturbed, JobControl())

    train_until_crash(options, 25)
    resume(options.run, JobControl())

    rates = [epoch.learning_rate for epoch in read_run_record(options.run).history]
    assert rates == sorted(rates, reverse=True)
    assert rates[-1] < rates[0]
    assert_same_training(options.run, undisturbed.run)


def test_two_phases_on_a_cosine_that_crash_in_the_second_end_as_undisturbed_ones(
    specification: TrainingSpecification, tmp_path: Path
) -> None:
    options = replace(specification, thaw=THAWED, head_first=2, epochs=3, schedule="cosine")
    undisturbed = replace(options, run=tmp_path / "undisturbed")
    train(undisturbed, JobControl())

    train_until_crash(options, 4)
    resume(options.run, JobControl())

    rates = [epoch.learning_rate for epoch in read_run_record(options.run).history]
    assert rates == pytest.approx([1e-3, 0.5e-3, 1e-4, 0.75e-4, 0.25e-4])
    assert_same_training(options.run, undisturbed.run)


def test_mixed_precision_trains_in_sixteen_bits_and_leaves_a_model_of_thirty_two(
    specification: TrainingSpecification, tmp_path: Path
) -> None:
    """The features differ from exact ones by the rounding of 16 bits, and are never taken for them."""
    gentle = replace(specification, thaw=THAWED, learning_rate=1e-5)  # larger steps blow rounding up
    exact = train(gentle, JobControl())

    mixed = train(replace(gentle, run=tmp_path / "mixed", mixed_precision=True), JobControl())

    model, record = keras.saving.load_model(mixed.run / "model.keras"), read_run_record(mixed.run)
    assert {layer.compute_dtype for layer in model.layers} == {"float32"}
    assert (mixed.frozen_layers_changed, mixed.images_reused) == (0, 0)
    assert evaluated_accuracy(model, record) == pytest.approx(mixed.val_accuracy, abs=0.17)
    first, second = losses(read_run_record(exact.run))[0], losses(record)[0]
    assert first != second
    assert second == pytest.approx(first, rel=0.3)
