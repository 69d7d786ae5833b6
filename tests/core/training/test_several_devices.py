"""Several devices compute what one does: features, steps of a training, and whole runs that change their number.

Up to float noise: the sum over a batch is the sum of its parts' sums, in another order. Of float32 that is 1e-7 a step,
and no more came out here. The bounds leave room for another processor: Adam divides a gradient by its own size and so
makes a step of the noise of one that is nearly 0. They are a hundredth of what the weights move.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest

from core.command_line.main import build_parser
from core.command_line.train import specification_of
from core.diagnosis.devices import sharing_fact
from core.diagnosis.keras_state import KerasState
from core.errors import UnusableInput
from core.features.batch_size import ON_GPU, largest_batch_size
from core.features.engine import devices_together
from core.job_control import JobControl
from core.messages import BackendDevice, Event, Notice
from core.network.description import IMAGE_LAYER
from core.training.classifier import build_classifier, in_phase
from core.training.data_parallel import SharedLearner, divisible
from core.training.devices import devices_for_epochs, of_resumed, on_devices_here
from core.training.phases import planned_phases
from core.training.run_record import read_run_record
from core.training.specification import TrainingSpecification
from tests.core.training.shared_trainings import DEVICES
from tests.faults.amount import amount

ROOT = Path(__file__).parents[3]
pytestmark = pytest.mark.usefixtures("small_resnet50")


def on_several(backend: str, folder: Path, out: Path, *jobs: str) -> dict[str, Any]:
    """Do jobs of `shared_trainings` in one process whose processor is three devices."""
    command = [sys.executable, "-W", "ignore", "-m", "tests.core.training.shared_trainings", backend, str(folder)]
    done = subprocess.run([*command, str(out), *jobs], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    results: dict[str, Any] = json.loads((out / "results.json").read_text())
    return results


def assert_as_one_device(results: dict[str, Any]) -> None:
    features = results["extraction"]
    assert len(features["devices"]) == DEVICES
    assert features["apart"] <= 1e-5 * features["largest"]
    assert features["two images"][0] == 2
    apart = results["steps"]
    assert apart["moved"] > 1e-2
    assert apart["weights"] < 1e-4
    assert apart["figures"] < 1e-4
    assert apart["counted"] == 8  # loss and accuracy of both sides, in two epochs
    status, failed, run_is_there = results["refused"]
    assert status == 2
    assert f"{DEVICES + 1} devices were asked for" in failed["message"]
    assert not run_is_there


@pytest.mark.skipif(keras.config.backend() != "tensorflow", reason="the processes of this test have their own backends")
def test_three_devices_of_tensorflow_train_as_one_does(dark_and_light: Path, tmp_path: Path) -> None:
    results = on_several("tensorflow", dark_and_light, tmp_path, "refused", "extraction", "steps", "whole_runs")

    assert_as_one_device(results)
    assert_same_run(results["whole_runs"], tmp_path)


@pytest.mark.skipif(importlib.util.find_spec("jax") is None, reason="JAX is not installed (extra jax)")
@pytest.mark.skipif(keras.config.backend() != "tensorflow", reason="the processes of this test have their own backends")
def test_three_devices_of_jax_train_as_one_does(dark_and_light: Path, tmp_path: Path) -> None:
    # A whole run on JAX takes a minute, most of it in compiling what makes the network's weights.
    whole = ("whole_runs",) * amount(0, 1)
    results = on_several("jax", dark_and_light, tmp_path, "refused", "extraction", "steps", *whole)

    assert_as_one_device(results)
    if whole:
        assert_same_run(results["whole_runs"], tmp_path)


def assert_same_run(told: dict[str, Any], out: Path) -> None:
    """A run that began on two devices, was killed and went on on one is the run that one device made."""
    one, several = read_run_record(out / "one"), read_run_record(out / "several")
    models = [keras.saving.load_model(out / run / "model.keras", compile=False) for run in ("one", "several")]
    weights = [model.get_weights() for model in models]

    assert told["started"] == ["2 x CPU", 2]
    devices, device, epochs_kept = told["began"]
    assert (devices, device) == (2, "2 x CPU")
    assert epochs_kept in (1, 2)  # a checkpoint is left out where writing it would take too much of the time
    assert (several.specification.devices, several.device) == (1, "CPU")
    assert max(float(np.abs(a - b).max()) for a, b in zip(*weights, strict=True)) < 1e-4
    for theirs, ours in zip(one.history, several.history, strict=True):
        assert (ours.accuracy, ours.val_accuracy) == (theirs.accuracy, theirs.val_accuracy)
        assert (ours.loss, ours.val_loss) == pytest.approx((theirs.loss, theirs.val_loss), rel=1e-3, abs=1e-5)


# --------------------------------------------------------------------------- a batch that does not divide


@pytest.mark.parametrize(("images", "devices", "rows"), [(8, 2, 8), (5, 2, 6), (1, 4, 4), (7, 3, 9)])
@pytest.mark.parametrize("smoothed", [False, True])
def test_filler_changes_neither_the_loss_nor_the_accuracy(
    images: int, devices: int, rows: int, *, smoothed: bool
) -> None:
    drawn = np.random.default_rng(images)
    answers = drawn.dirichlet(np.ones(3), images).astype(np.float32)
    labels, weights = drawn.integers(0, 3, images), drawn.uniform(0.5, 2, images).astype(np.float32)
    targets = np.eye(3, dtype=np.float32)[labels] * 0.9 + 0.1 / 3 if smoothed else labels
    kind = "CategoricalCrossentropy" if smoothed else "SparseCategoricalCrossentropy"

    filled, filled_targets, shares = divisible((answers, targets, weights), devices)
    probabilities = keras.Input((3,))
    learner = SharedLearner(probabilities, keras.layers.Identity()(probabilities))
    asked: dict[str, Any] = {"x": filled, "y": filled_targets, "y_pred": filled, "sample_weight": shares}
    whole = float(learner.compute_loss(**asked))
    figures = {name: float(value) for name, value in learner.compute_metrics(**asked).items()}
    parts = [
        float(learner.compute_loss(**{name: value[start : start + rows // devices] for name, value in asked.items()}))
        for start in range(0, rows, rows // devices)
    ]

    expected = float(getattr(keras.losses, kind)()(targets, answers, sample_weight=weights))
    assert len(filled) == rows
    assert whole == pytest.approx(expected, rel=1e-5)
    assert sum(parts) == pytest.approx(expected, rel=1e-5)
    assert figures["loss"] == pytest.approx(expected, rel=1e-5)
    assert figures["accuracy"] == pytest.approx(np.mean(answers.argmax(axis=1) == labels), rel=1e-6)


# --------------------------------------------------------------------------- where several devices are used


def specification(tmp_path: Path, **options: Any) -> TrainingSpecification:
    return TrainingSpecification(folder=tmp_path, run=tmp_path / "run", weights="random", image_size=32, **options)


def test_epochs_are_shared_where_layers_of_the_network_are_computed_in_each_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.training.devices.usable_devices", lambda: ("gpu:0", "gpu:1", "gpu:2"))
    asked = specification(tmp_path, devices=2, thaw="conv5")
    told: list[Event] = []
    control = JobControl(report=told.append)
    classifier = build_classifier(asked, 2, JobControl())

    def devices(layer: str, **options: Any) -> tuple[str, ...]:
        (phase,) = planned_phases(replace(asked, **options))
        return devices_for_epochs(replace(asked, **options), in_phase(classifier, phase), layer, control)

    assert devices("conv4_block1_out") == ("gpu:0", "gpu:1")
    assert devices(IMAGE_LAYER, thaw="head") == ("gpu:0", "gpu:1")
    assert devices("conv4_block1_out", devices=1) == ()
    assert not told
    assert devices("avg_pool", thaw="head") == ()
    assert devices("conv4_block1_out", thaw_batch_norm=True) == ()
    assert ["head alone" in event.message for event in told if isinstance(event, Notice)] == [True, False]
    assert "BatchNorm" in getattr(told[1], "message", "")


def test_what_is_asked_for_is_held_against_what_there_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = specification(tmp_path)
    monkeypatch.setattr("core.training.devices.usable_device_count", lambda: 2)

    assert on_devices_here(one) is one
    assert on_devices_here(replace(one, devices=0)).devices == 2
    assert on_devices_here(replace(one, devices=2)).devices == 2
    with pytest.raises(UnusableInput, match="3 devices were asked for"):
        on_devices_here(replace(one, devices=3))
    with pytest.raises(UnusableInput, match="number of devices is -1"):
        replace(one, devices=-1)


def test_cards_that_the_backend_can_not_use_together_are_not_said_to_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.training.devices.usable_device_count", lambda: 1)
    monkeypatch.setattr("core.training.devices.gpu_names", lambda: ("NVIDIA L4", "NVIDIA L4"))
    monkeypatch.setattr("core.training.devices.backend_name", lambda: "torch")

    with pytest.raises(UnusableInput, match="with torch Keras trains on one") as refused:
        on_devices_here(specification(tmp_path, devices=2))

    assert "tensorflow or jax" in refused.value.hint


def test_a_run_goes_on_on_fewer_devices_where_there_are_fewer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.training.devices.usable_device_count", lambda: 2)
    told: list[Event] = []

    def goes_on(began_on: int, wished: int | None) -> int:
        control = JobControl(report=told.append)
        return of_resumed(specification(tmp_path, devices=began_on), wished, control).devices

    assert [goes_on(1, None), goes_on(2, None), goes_on(4, 1), goes_on(1, 0)] == [1, 2, 1, 2]
    assert not told
    assert goes_on(4, None) == 2
    assert "began on 4 devices and goes on on 2" in getattr(told[0], "message", "")


def test_openvino_has_the_processor_alone() -> None:
    assert [devices_together(name, ("gpu:0", "gpu:1")) for name in ("keras", "openvino")] == [2, 1]
    assert devices_together("keras", ()) == 1


def test_each_device_gets_a_batch_of_the_usual_size() -> None:
    class Idle:
        def features(self, pixels: np.ndarray) -> np.ndarray:
            return pixels

    assert largest_batch_size(Idle(), 300, 16, on_gpu=True, devices=4) == 4 * ON_GPU


# --------------------------------------------------------------------------- command line and doctor


@pytest.mark.parametrize(("words", "devices"), [((), 1), (("--devices", "2"), 2), (("--devices", "all"), 0)])
def test_the_option_reaches_the_specification(words: tuple[str, ...], devices: int, dark_and_light: Path) -> None:
    arguments = build_parser().parse_args(["train", str(dark_and_light), "--out", "run", *words])

    assert specification_of(arguments).devices == devices


@pytest.mark.parametrize("word", ["0", "-1", "both", "1.5"])
def test_other_words_for_devices_are_refused(word: str) -> None:
    with pytest.raises(UnusableInput, match="neither a number from 1 nor all"):
        build_parser().parse_args(["train", "folder", "--out", "run", f"--devices={word}"])


def test_the_doctor_says_how_many_devices_can_be_used() -> None:
    card = BackendDevice(kind="CUDA", name="NVIDIA L4")

    shared = sharing_fact(KerasState("jax", gpus=(card, card), devices=2))
    alone = sharing_fact(KerasState("torch", gpus=(card, card)))

    assert "2 can be used together" in shared.finding
    assert "--devices all" in shared.finding
    assert "1 of 2 GPUs is used" in alone.finding
    assert "tensorflow and jax" in alone.remedy
    assert sharing_fact(KerasState("tensorflow")).finding == "1 can be used"
