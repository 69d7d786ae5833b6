"""What is computed anew, what is left out, what stop, options and bad input do to a run; see also `test_whole_run`."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import keras
import pytest

from core.errors import Stopped, UnusableInput
from core.evaluation.evaluate import evaluate
from core.job_control import JobControl
from core.messages import EpochFinished, Event, Notice, Progress
from core.training.run_record import read_run_record
from core.training.specification import TrainingSpecification
from core.training.train import train

pytestmark = pytest.mark.usefixtures("small_resnet50")


@pytest.fixture
def specification(stripes: Path, tmp_path: Path) -> TrainingSpecification:
    return TrainingSpecification(
        folder=stripes, run=tmp_path / "run", weights="random", image_size=32, epochs=12, batch_size=8, seed=3
    )


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
