"""Two real workers with Keras: while one trains, the other predicts with the model of the last epoch and looks into it.

What the trainer comes to is, bit for bit, what it comes to when nobody looks.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import keras
import numpy as np
import pytest

from core.job_control import JobControl
from core.messages import (
    EpochFinished,
    ImagePredicted,
    InspectLayer,
    JobReport,
    LayerInspected,
    Outcome,
    Predict,
    Train,
)
from core.training.specification import TrainingSpecification
from core.training.train import train
from core.worker.launch import worker_command
from tests.core.small_resnet import LAST_CONVOLUTION

if TYPE_CHECKING:
    from tests.core.worker.conftest import MakeClient, RecordedClient

pytestmark = pytest.mark.usefixtures("small_resnet50", "small_resnet50_in_processes")


def epochs_of(client: RecordedClient, job: int) -> int:
    reports = [one.event for one in client.messages if isinstance(one, JobReport) and one.job == job]
    return sum(isinstance(event, EpochFinished) for event in reports)


def test_a_training_is_watched_from_another_worker_and_not_disturbed(
    make_client: MakeClient, dark_and_light: Path, tmp_path: Path
) -> None:
    specification = TrainingSpecification(
        folder=dark_and_light,
        run=tmp_path / "watched",
        weights="random",
        image_size=32,
        epochs=10,
        thaw=LAST_CONVOLUTION,
        dropout=0.2,
        learning_rate=1e-5,
    )
    trainer = make_client(name="trainer", command=worker_command(name="trainer", preload=True))
    viewer = make_client(name="viewer", command=worker_command(name="viewer", preload=True))
    trainer.start()
    viewer.start()
    picture = dark_and_light / "dark" / "0.png"

    # Given a training that is paused after some epochs
    training = trainer.submit(Train(specification=specification))
    trainer.wait_for(lambda: epochs_of(trainer, training) >= 2)
    trainer.pause(training, True)
    # When the viewer predicts with its model and looks into a layer that learns
    predicting = viewer.submit(Predict(model=specification.run, images=(picture,)))
    looking = viewer.submit(InspectLayer(layer=LAST_CONVOLUTION, run=specification.run))
    # Then it answers while the training waits
    assert viewer.outcome(predicting) is Outcome.DONE
    found = viewer.end_of(looking).result
    assert isinstance(found, LayerInspected)
    assert "in training, after epoch" in found.source
    predicted = [one.event for one in viewer.messages if isinstance(one, JobReport) and one.job == predicting]
    assert any(isinstance(event, ImagePredicted) for event in predicted)
    assert not trainer.all_ends(training)
    # And the training ends as one that nobody watched
    trainer.pause(training, False)
    assert trainer.outcome(training) is Outcome.DONE
    alone = replace(specification, run=tmp_path / "alone")
    train(alone, JobControl())
    for watched, unwatched in zip(weights_of(specification.run), weights_of(alone.run), strict=True):
        np.testing.assert_array_equal(watched, unwatched)


def weights_of(run: Path) -> list[np.ndarray]:
    weights: list[np.ndarray] = keras.saving.load_model(run / "model.keras").get_weights()
    return weights
