"""What finished runs measured, read from real run records on disk."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

from core.messages import EpochFinished
from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, parse_spec, trainable_layers
from core.training.run_record import RunRecord, write_run_record
from core.training.specification import TrainingSpecification
from gui.layers.measured_epoch import measured_epoch, read_measured_epochs, typical_seconds
from gui.layers.plan_times import PlanTimes


def epochs(*seconds: float) -> tuple[EpochFinished, ...]:
    return tuple(
        EpochFinished(
            epoch=number,
            loss=1.0,
            accuracy=0.5,
            val_loss=None,
            val_accuracy=None,
            learning_rate=1e-3,
            seconds=one,
        )
        for number, one in enumerate(seconds, start=1)
    )


def record(
    run: Path, *seconds: float, layers: tuple[str, ...] = (), created: str = "2026-03-01", **settings: Any
) -> RunRecord:
    return RunRecord(
        specification=TrainingSpecification(folder=run.parent, run=run, **settings),
        state="finished",
        created=f"{created}T12:00:00+00:00",
        class_names=("ants", "bees"),
        trainable_layers=layers,
        cut_layer="avg_pool",
        dataset_digest="",
        training_files=("a", "b", "c"),
        validation_files=("d",),
        history=epochs(*seconds),
        device="CPU",
    )


def write(made: RunRecord) -> None:
    made.specification.run.mkdir()
    write_run_record(made, made.specification.run)


def test_first_epoch_is_left_out_where_there_are_others() -> None:
    assert typical_seconds(epochs(9.0, 1.0, 3.0, 2.0)) == 2.0
    assert typical_seconds(epochs(9.0, 1.0)) == 1.0
    assert typical_seconds(epochs(9.0)) == 9.0


def test_run_says_what_it_measured_and_on_what(tmp_path: Path) -> None:
    measured = measured_epoch(record(tmp_path / "insects", 3.0, 0.5, image_size=96, batch_size=8))
    assert measured is not None
    assert (measured.run, measured.seconds, measured.only_first) == ("insects", 0.5, False)
    assert (measured.training_images, measured.image_size, measured.batch_size, measured.device) == (3, 96, 8, "CPU")
    only = measured_epoch(record(tmp_path / "insects", 3.0))
    assert only is not None
    assert only.only_first


def test_run_without_epochs_or_without_the_store_measured_nothing(tmp_path: Path) -> None:
    assert measured_epoch(record(tmp_path / "begun")) is None
    assert measured_epoch(record(tmp_path / "plain", 3.0, feature_store=False)) is None


def test_newest_run_of_each_plan_counts(tmp_path: Path) -> None:
    # Given runs of two plans, and folders that are no runs
    conv5 = ("conv5_block3_2_conv",)
    write(record(tmp_path / "new head", 0.1, created="2026-03-02"))
    write(record(tmp_path / "old head", 0.2, created="2026-03-01"))
    write(record(tmp_path / "conv5", 2.0, layers=conv5))
    (tmp_path / "empty").mkdir()
    (tmp_path / "damaged").mkdir()
    (tmp_path / "damaged" / "run.json").write_text("{")
    # When they are read
    found = read_measured_epochs(tmp_path)
    # Then each plan has its newest measurement
    assert {plan: one.run for plan, one in found.items()} == {frozenset(): "new head", frozenset(conv5): "conv5"}


def test_folder_of_runs_that_is_not_there_has_none(tmp_path: Path) -> None:
    assert read_measured_epochs(tmp_path / "nowhere") == {}


def test_times_are_found_for_plans_that_train_the_same_layers(
    qtbot: Any, tmp_path: Path, network: NetworkDescription
) -> None:
    plan = FreezePlan(parse_spec("conv5_block3", network))
    write(record(tmp_path / "on disk", 2.0, layers=tuple(trainable_layers(plan, network))))
    times = PlanTimes()
    with qtbot.waitSignal(times.times_changed):
        times.read(tmp_path)

    found = times.last(plan, network)
    assert found is not None
    assert found.run == "on disk"
    assert times.last(FreezePlan(), network) is None
    # BatchNorm that learns too makes it another plan; that it is thawed alone does not.
    assert times.last(dataclasses.replace(plan, thaw_batch_norm=True), network) is None
    with_batch_norm_of_conv4 = plan.thawed | {"conv4_block6_3_bn"}
    assert times.last(FreezePlan(with_batch_norm_of_conv4), network) == found


def test_run_that_is_added_counts_unless_an_older_one(qtbot: Any, tmp_path: Path, network: NetworkDescription) -> None:
    times = PlanTimes()
    times.add(record(tmp_path / "second", 0.2, created="2026-03-02"))
    times.add(record(tmp_path / "first", 0.1, created="2026-03-01"))
    found = times.last(FreezePlan(), network)
    assert found is not None
    assert found.run == "second"
