"""What one backend began another goes on with: the same random weights, features, predictions, and a resumed training.

Keras fixes its backend when it is imported, so the other one runs in a process of its own; it needs PyTorch, which is
an extra: `make test EXTRAS=dev,torch` installs it.
"""

from __future__ import annotations

import importlib.util
import os
import pickle
import signal
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import keras
import numpy as np
import pytest

from core.data.decode import decode_image
from core.errors import UnusableInput
from core.job_control import JobControl
from core.training.classifier import build_classifier
from core.training.run_record import read_run_record
from core.training.specification import TrainingSpecification
from core.training.train import refuse_other_draws, resume, train
from tests.core.small_resnet import LAST_CONVOLUTION

ROOT = Path(__file__).parents[3]
OTHER = "torch" if keras.config.backend() == "tensorflow" else "tensorflow"
pytestmark = [
    pytest.mark.skipif(importlib.util.find_spec(OTHER) is None, reason=f"{OTHER} is not installed"),
    pytest.mark.usefixtures("small_resnet50"),
]

#: What the other backend does: features of pictures, a prediction by a model from here, and a training until it is
#: killed after its second epoch, as the out-of-memory killer would.
THERE = """
import os, pickle, signal, sys
from core.quick_keras import importing_keras
with importing_keras():
    import keras
from tests.core.small_resnet import resnet50_being_small
import numpy as np
from core.job_control import JobControl
from core.training.classifier import build_classifier
from core.training.train import train

specification, pixels, model, answers = pickle.load(sys.stdin.buffer)
being_small = resnet50_being_small()
being_small.__enter__()
classifier = build_classifier(specification, 3, JobControl())
pooled = keras.Model(classifier.model.input, classifier.model.get_layer("avg_pool").output)
np.savez(
    answers,
    backend=keras.config.backend(),
    features=keras.ops.convert_to_numpy(pooled(pixels)),
    predictions=keras.ops.convert_to_numpy(keras.saving.load_model(model)(pixels)),
)

def report(event):
    if event.name == "epoch" and event.epoch == 3:
        os.kill(os.getpid(), signal.SIGKILL)

train(specification, JobControl(report=report))
"""


@dataclass(frozen=True)
class FromThere:
    """The answers of the other backend, and the training that it left behind."""

    specification: TrainingSpecification
    pixels: np.ndarray
    features: np.ndarray
    predictions: np.ndarray


@pytest.fixture(scope="module")
def from_there(
    small_resnet50: None, stripes: Path, trained_run: Path, tmp_path_factory: pytest.TempPathFactory
) -> FromThere:
    folder = tmp_path_factory.mktemp("on the other backend")
    specification = TrainingSpecification(
        folder=stripes,
        run=folder / "run",
        weights="random",
        image_size=32,
        epochs=4,
        batch_size=8,
        learning_rate=1e-4,
        thaw=LAST_CONVOLUTION,
        seed=3,
    )
    files = sorted(stripes.rglob("*.png"))[::6]
    pixels = np.stack([decode_image(file, 32) for file in files]).astype(np.float32)
    done = subprocess.run(
        [sys.executable, "-c", THERE],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "KERAS_BACKEND": OTHER, "FROSTLINE_HOME": str(folder)},
        input=pickle.dumps((specification, pixels, trained_run / "model.keras", folder / "answers.npz")),
        capture_output=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()[-2000:]
    with np.load(folder / "answers.npz") as answers:
        assert str(answers["backend"]) == OTHER
        return FromThere(specification, pixels, answers["features"], answers["predictions"])


def computed(model: keras.Model, pixels: np.ndarray) -> np.ndarray:
    """Compute layer by layer: compiling a network for one batch takes five times as long."""
    return np.asarray(keras.ops.convert_to_numpy(model(pixels)))


def test_the_same_seed_gives_the_same_features_on_both(from_there: FromThere) -> None:
    model = build_classifier(from_there.specification, 3, JobControl()).model
    here = computed(keras.Model(model.input, model.get_layer("avg_pool").output), from_there.pixels)

    largest = float(np.abs(here).max())
    assert float(np.abs(from_there.features - here).max()) < 1e-4 * largest


def test_a_model_made_here_predicts_the_same_there(from_there: FromThere, trained_run: Path) -> None:
    here = computed(keras.saving.load_model(trained_run / "model.keras"), from_there.pixels)

    np.testing.assert_allclose(from_there.predictions, here, atol=1e-5)


def test_a_training_that_began_there_is_resumed_here_and_ends_as_one_that_was_only_here(
    from_there: FromThere, tmp_path: Path
) -> None:
    finished = resume(from_there.specification.run, JobControl())
    train(replace(from_there.specification, run=tmp_path / "only here"), JobControl())

    only_here, resumed = read_run_record(tmp_path / "only here"), read_run_record(from_there.specification.run)
    assert finished.epochs == 4
    assert finished.frozen_layers_changed == 0
    assert resumed.backend == keras.config.backend()
    losses = [[epoch.loss for epoch in record.history] for record in (resumed, only_here)]
    np.testing.assert_allclose(losses[0], losses[1], rtol=2e-3)
    one, other = (
        computed(keras.saving.load_model(run / "model.keras"), from_there.pixels)
        for run in (from_there.specification.run, tmp_path / "only here")
    )
    np.testing.assert_allclose(one, other, atol=5e-3)


def test_given_random_weights_that_backends_draw_otherwise_then_a_run_goes_on_only_where_it_began(
    trained_run: Path,
) -> None:
    record = read_run_record(trained_run)
    efficient = replace(record, specification=replace(record.specification, backbone="EfficientNetV2B0"))

    refuse_other_draws(efficient, record.backend)
    refuse_other_draws(record, OTHER)
    refuse_other_draws(replace(efficient, specification=replace(efficient.specification, weights="imagenet")), OTHER)
    with pytest.raises(UnusableInput, match="draws the random weights of EfficientNetV2B0 otherwise"):
        refuse_other_draws(efficient, OTHER)
