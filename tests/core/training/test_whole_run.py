"""A whole run of the real ResNet50, from a folder to a run folder: what is written and reported, and what is reused."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import keras
import numpy as np
import pytest

from core.job_control import JobControl
from core.messages import EpochFinished, Event, Progress, RunFinished, RunStarted
from core.training.run_record import read_run_record
from core.training.specification import TrainingSpecification
from core.training.train import train


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
    specification = TrainingSpecification(
        folder=stripes, run=home / "run", weights="random", image_size=32, epochs=12, batch_size=8, seed=3
    )
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


def losses(run: Path) -> list[float]:
    return [epoch.loss for epoch in read_run_record(run).history]
