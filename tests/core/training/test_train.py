"""A whole run from a folder to a run folder: what is written, what is reused, what stop and bad input do."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import keras
import numpy as np
import pytest

from core.errors import Stopped, UnusableInput
from core.evaluation.evaluate import evaluate
from core.job_control import JobControl
from core.messages import EpochFinished, Event, Notice, Progress, RunFinished, RunStarted
from core.training.run_record import read_run_record
from core.training.specification import TrainingSpecification
from core.training.train import train


@pytest.fixture
def specification(stripes: Path, tmp_path: Path) -> TrainingSpecification:
    return specification_of(stripes, tmp_path / "run")


def specification_of(folder: Path, run: Path) -> TrainingSpecification:
    return TrainingSpecification(
        folder=folder, run=run, weights="random", image_size=32, epochs=12, batch_size=8, seed=3
    )


@dataclass(frozen=True)
class Whole:
    """A training from the first epoch to the last, what it reported, and the home with its features."""

    specification: TrainingSpecification
    finished: RunFinished
    events: list[Event]
    home: Path


@pytest.fixture(scope="module")
def whole(stripes: Path, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """Give one training for all tests that only look at it."""
    home = tmp_path_factory.mktemp("home of the whole training")
    specification = specification_of(stripes, home / "run")
    events: list[Event] = []
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("FROSTLINE_HOME", str(home))
        return Whole(specification, train(specification, JobControl(report=events.append)), events, home)


def test_a_run_folder_holds_everything_and_plain_keras_opens_the_model(whole: Whole) -> None:
    specification, finished = whole.specification, whole.finished
    names = {file.name for file in specification.run.iterdir()}
    record = read_run_record(specification.run)
    model = keras.saving.load_model(specification.run / "model.keras", safe_mode=True)
    pixels = np.random.default_rng(0).integers(0, 256, (2, 32, 32, 3)).astype(np.float32)
    probabilities = model.predict_on_batch(pixels)

    assert names == {"run.json", "model.keras", "labels.txt", "history.csv", "tensorboard", "reference.npz"}
    assert probabilities.shape == (2, 3)
    np.testing.assert_allclose(probabilities.sum(axis=1), 1.0, rtol=1e-5)
    assert (specification.run / "labels.txt").read_text() == "diagonal\nhorizontal\nvertical\n"
    assert len((specification.run / "history.csv").read_text().splitlines()) == 13
    assert record.specification == specification
    assert record.state == "finished"
    assert len(record.history) == 12
    assert (len(record.training_files), len(record.validation_files)) == (24, 6)
    assert finished.val_accuracy == max(epoch.val_accuracy for epoch in record.history if epoch.val_accuracy)
    assert (finished.frozen_layers_checked, finished.frozen_layers_changed) == (106, 0)


def test_a_head_on_random_features_learns_to_tell_stripes_apart(whole: Whole) -> None:
    """The normalised head is what makes this work: see core.network.head."""
    assert whole.finished.val_accuracy is not None
    assert whole.finished.val_accuracy > 0.8


def test_the_second_run_computes_nothing_again_and_ends_the_same(
    whole: Whole, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FROSTLINE_HOME", str(whole.home))
    first = whole.finished

    second = train(replace(whole.specification, run=tmp_path / "again"), JobControl())

    assert (first.images_extracted, first.images_reused) == (30, 0)
    assert (second.images_extracted, second.images_reused) == (0, 30)
    assert losses(first.run) == losses(second.run)


def test_new_images_are_the_only_ones_computed(specification: TrainingSpecification, tmp_path: Path) -> None:
    folder = tmp_path / "growing"
    shutil.copytree(specification.folder, folder)
    (folder / "vertical" / "9.png").rename(tmp_path / "later.png")
    train(replace(specification, folder=folder, epochs=1), JobControl())
    (tmp_path / "later.png").rename(folder / "vertical" / "added.png")

    finished = train(replace(specification, folder=folder, epochs=1, run=tmp_path / "second"), JobControl())

    assert (finished.images_extracted, finished.images_reused) == (1, 29)


def test_files_that_are_no_pictures_are_left_out_by_name_copies_too(
    specification: TrainingSpecification, tmp_path: Path
) -> None:
    folder = tmp_path / "damaged"
    shutil.copytree(specification.folder, folder)
    for name in ("broken.png", "copy of broken.png"):
        (folder / "vertical" / name).write_bytes((folder / "vertical" / "0.png").read_bytes()[:60])
    events: list[Event] = []

    train(replace(specification, folder=folder, epochs=1), JobControl(report=events.append))

    notices = [event.message for event in events if isinstance(event, Notice)]
    assert sorted(message.partition(" can't be used")[0] for message in notices) == [
        f"Left out: {folder / 'vertical' / 'broken.png'}",
        f"Left out: {folder / 'vertical' / 'copy of broken.png'}",
    ]
    assert not any("broken" in name for name in read_run_record(specification.run).training_files)


def test_files_that_change_go_or_are_too_large_are_left_out_and_the_run_goes_on(
    specification: TrainingSpecification, tmp_path: Path
) -> None:
    # Given a picture beyond the limit of pixels, and two that change and go after the training has listed its files
    folder = tmp_path / "restless"
    shutil.copytree(specification.folder, folder)
    with keras.utils.load_img(folder / "vertical" / "2.png") as picture:
        picture.resize((70, 70)).save(folder / "vertical" / "large.png")
    events: list[Event] = []

    def disturb(event: Event) -> None:
        events.append(event)
        if isinstance(event, Progress) and event.stage == "build" and event.done == 0:
            shutil.copy(folder / "vertical" / "0.png", folder / "horizontal" / "0.png")
            (folder / "diagonal" / "0.png").unlink(missing_ok=True)

    train(
        replace(specification, folder=folder, epochs=1, pixel_limit=64 * 64, validation_split=0.0),
        JobControl(report=disturb),
    )

    record = read_run_record(specification.run)
    told = sorted(event.message for event in events if isinstance(event, Notice) and "Left out" in event.message)
    assert record.state == "finished"
    assert len(record.training_files) == 28
    assert not {"horizontal/0.png", "diagonal/0.png", "vertical/large.png"} & set(record.training_files)
    assert [message.partition("can't be used: ")[2] for message in told] == [
        "the file is no longer there.",
        "the file has changed since the training began.",
        "the image has 70 x 70 pixels: at most 4,096 are allowed.",
    ]


def test_events_come_in_order_and_progress_never_goes_back(whole: Whole) -> None:
    events = whole.events
    stages = list(dict.fromkeys(event.stage for event in events if isinstance(event, Progress)))
    epochs = [event.epoch for event in events if isinstance(event, EpochFinished)]
    assert stages == ["check", "build", "extract", "fit", "verify", "save"]
    assert epochs == list(range(1, 13))
    assert sum(isinstance(event, RunStarted) for event in events) == 1
    for stage in stages:
        done = [event.done for event in events if isinstance(event, Progress) and event.stage == stage]
        assert done == sorted(done)


def test_stop_keeps_the_best_epoch_so_far(specification: TrainingSpecification) -> None:
    control = JobControl()

    def stop_after_three(event: Event) -> None:
        if isinstance(event, EpochFinished) and event.epoch == 3:
            control.stop_requested.set()

    control.report = stop_after_three
    finished = train(replace(specification, epochs=500), control)

    assert finished.stopped
    assert finished.epochs == 3
    assert 1 <= finished.best_epoch <= 3
    assert read_run_record(specification.run).state == "stopped"
    assert keras.saving.load_model(specification.run / "model.keras").output_shape == (None, 3)


def test_stop_before_the_first_epoch_leaves_no_run_but_keeps_the_features(
    specification: TrainingSpecification, tmp_path: Path
) -> None:
    control = JobControl()

    def stop_in_extraction(event: Event) -> None:
        if isinstance(event, Progress) and event.stage == "extract" and event.done > 0:
            control.stop_requested.set()

    control.report = stop_in_extraction
    with pytest.raises(Stopped):
        train(specification, control)
    resumed = train(replace(specification, run=tmp_path / "resumed", epochs=1), JobControl())

    assert not specification.run.exists()
    assert resumed.images_reused > 0
    assert resumed.images_reused + resumed.images_extracted == 30


def test_the_best_epoch_is_in_the_model_and_not_the_last_one(specification: TrainingSpecification) -> None:
    """A rate far too high makes the epochs jump about, so that the best one is hardly ever the last."""
    finished = train(replace(specification, learning_rate=0.05, optimizer="sgd", epochs=8), JobControl())
    record = read_run_record(finished.run)
    best = max(record.history, key=lambda epoch: (epoch.val_accuracy or 0.0, -(epoch.val_loss or 0.0)))
    measured = evaluate(finished.run, None, JobControl())

    assert finished.best_epoch == best.epoch
    assert measured.accuracy == pytest.approx(best.val_accuracy, abs=1e-6)
    # On other backends Keras counts no probability below 1e-7, and a rate so high gives some.
    if keras.config.backend() == "tensorflow":
        assert measured.loss == pytest.approx(best.val_loss, rel=1e-3, abs=1e-6)


def test_early_stopping_ends_a_training_that_gets_no_better(specification: TrainingSpecification) -> None:
    finished = train(replace(specification, learning_rate=2.0, epochs=60, early_stopping=2), JobControl())

    assert finished.epochs < 60
    assert not finished.stopped


def test_options_of_the_head_and_the_optimizer_give_a_model_that_opens(specification: TrainingSpecification) -> None:
    options = replace(specification, class_weights=True, hidden=8, dropout=0.3, optimizer="adamw")

    train(replace(options, epochs=1), JobControl())

    assert keras.saving.load_model(specification.run / "model.keras").output_shape == (None, 3)


def test_an_existing_folder_with_something_in_it_is_never_touched(specification: TrainingSpecification) -> None:
    specification.run.mkdir()
    (specification.run / "precious.txt").write_text("mine")

    with pytest.raises(UnusableInput, match="exists already"):
        train(specification, JobControl())

    assert (specification.run / "precious.txt").read_text() == "mine"


def test_a_folder_with_one_class_is_refused_and_leaves_no_run(
    specification: TrainingSpecification, tmp_path: Path
) -> None:
    folder = tmp_path / "one class"
    shutil.copytree(specification.folder / "vertical", folder / "vertical")

    with pytest.raises(UnusableInput, match="1 class"):
        train(replace(specification, folder=folder), JobControl())

    assert not specification.run.exists()


def test_a_validation_folder_is_used_in_place_of_a_split(specification: TrainingSpecification, tmp_path: Path) -> None:
    held_out = tmp_path / "held out"
    for kind in ("horizontal", "vertical"):
        (held_out / kind).mkdir(parents=True)
        shutil.copy(specification.folder / kind / "0.png", held_out / kind)

    train(replace(specification, validation_folder=held_out, epochs=1), JobControl())

    record = read_run_record(specification.run)
    assert record.validation_files == ("horizontal/0.png", "vertical/0.png")
    assert len(record.training_files) == 30


def losses(run: Path) -> list[float]:
    return [epoch.loss for epoch in read_run_record(run).history]
