"""Predicting with a model and looking into it while it is trained, from what the training leaves on the disk."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.errors import UnusableInput
from core.inspection.inspected_model import model_to_inspect
from core.job_control import JobControl
from core.messages import EpochFinished, Event, InspectLayer, PhaseStarted
from core.prediction.model_shelf import ModelShelf, warm_model
from core.training.checkpoint import read_checkpoint
from core.training.specification import TrainingSpecification
from core.training.train import train
from tests.core.small_resnet import LAST_CONVOLUTION

pytestmark = pytest.mark.usefixtures("small_resnet50")
PIXELS = np.random.default_rng(0).integers(0, 256, (1, 32, 32, 3)).astype(np.uint8)


def test_each_look_during_a_training_sees_the_last_epoch_on_disk(dark_and_light: Path, tmp_path: Path) -> None:
    """Looks are taken between epochs, in the thread that trains; the viewer takes them in a process of its own."""
    run, shelf = tmp_path / "run", ModelShelf()
    seen: list[tuple[int, np.ndarray]] = []
    models: list[object] = []

    def look(event: Event) -> None:
        if isinstance(event, EpochFinished) and event.epoch > 1:
            trained = shelf.open(run)
            models.append(trained.model)
            seen.append((trained.epoch, trained.probabilities(PIXELS)))
            checkpoint = read_checkpoint(run)
            assert checkpoint is not None
            kernel = checkpoint.weights["predictions"][0]
            np.testing.assert_array_equal(trained.model.get_layer("predictions").get_weights()[0], kernel)

    specification = TrainingSpecification(
        folder=dark_and_light, run=run, weights="random", image_size=32, epochs=4, learning_rate=0.05
    )
    train(specification, JobControl(report=look))

    assert all(epoch >= 1 for epoch, _ in seen)
    assert len({id(model) for model in models}) == 1
    finished = shelf.open(run)
    assert finished.epoch == 0
    assert finished.record is not None
    assert finished.record.state == "finished"


def test_a_snapshot_of_thawed_layers_has_their_weights_too(dark_and_light: Path, tmp_path: Path) -> None:
    run, layer = tmp_path / "run", LAST_CONVOLUTION
    looks: list[tuple[str, np.ndarray]] = []

    def look(event: Event) -> None:
        if isinstance(event, EpochFinished) and event.epoch == 3:
            inspected = model_to_inspect(InspectLayer(layer=layer, run=run), JobControl())
            looks.append((inspected.source, inspected.model.get_layer(layer).get_weights()[0]))
        if isinstance(event, PhaseStarted):
            start = warm_model(run).model.get_layer(layer).get_weights()[0]
            looks.append(("before", start.copy()))

    specification = TrainingSpecification(
        folder=dark_and_light,
        run=run,
        weights="random",
        image_size=32,
        epochs=3,
        head_first=1,
        thaw=layer,
        learning_rate=0.001,
    )
    train(specification, JobControl(report=look))

    (_, before), (source, after) = looks
    assert "in training, after epoch" in source
    assert float(np.abs(after - before).max()) > 0.0


def test_before_its_first_epoch_a_run_has_no_model_yet(own_run: Path) -> None:
    (own_run / "model.keras").unlink()

    with pytest.raises(UnusableInput, match="no model yet"):
        ModelShelf().open(own_run)
