"""The command line, the window's worker and plain Keras with scikit-learn say the same of the same images."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest
from PIL import Image
from sklearn.metrics import accuracy_score, log_loss, precision_recall_fscore_support, top_k_accuracy_score

from core.command_line.main import main
from core.job_control import JobControl
from core.messages import Evaluate, Evaluation
from core.worker.answers import answer_request


@pytest.fixture(scope="module")
def mixed(dark_and_light: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which some pictures are in the wrong class, all of the size that the network sees."""
    folder = tmp_path_factory.mktemp("mixed")
    for class_name, suffix in (("dark", "png"), ("light", "jpg")):
        for number in range(8):
            other = {"dark": "light", "light": "dark"}[class_name] if number < 2 else class_name
            (folder / other).mkdir(exist_ok=True)
            with Image.open(dark_and_light / class_name / f"{number}.{suffix}") as picture:
                picture.crop((4, 0, 36, 32)).save(folder / other / f"{class_name} {number}.png")
    return folder


def by_plain_keras(run: Path, folder: Path) -> dict[str, Any]:
    model = keras.saving.load_model(run / "model.keras")
    files = sorted(folder.glob("*/*.png"))
    names = sorted({file.parent.name for file in files})
    pixels = np.stack([np.asarray(Image.open(file).convert("RGB"), dtype=np.float32) for file in files])
    probabilities = np.asarray(model.predict(pixels, verbose=0))
    labels, predicted = [names.index(file.parent.name) for file in files], probabilities.argmax(axis=1)
    exact = probabilities.astype(np.float64)
    exact /= exact.sum(axis=1, keepdims=True)  # scikit-learn warns of what rounding to 32 bits leaves
    precision, recall, f1, support = precision_recall_fscore_support(labels, predicted, zero_division=0.0)
    return {
        "accuracy": accuracy_score(labels, predicted),
        "loss": log_loss(labels, exact),
        "precision": precision.tolist(),
        "recall": recall.tolist(),
        "f1": f1.tolist(),
        "support": support.tolist(),
    }


def numbers_of(evaluation: dict[str, Any]) -> dict[str, Any]:
    columns = {key: [one[key] for one in evaluation["classes"]] for key in ("precision", "recall", "f1", "support")}
    return {"accuracy": evaluation["accuracy"], "loss": evaluation["loss"], **columns}


def test_the_three_agree(trained_run: Path, mixed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    expected = by_plain_keras(trained_run, mixed)

    assert main(["evaluate", str(trained_run), str(mixed), "--json"]) == 0
    said = json.loads(capsys.readouterr().out.splitlines()[-1])
    event = pickle.loads(pickle.dumps(answer_request(Evaluate(model=trained_run, folder=mixed), JobControl())))

    assert isinstance(event, Evaluation)
    in_window = {
        "accuracy": event.accuracy,
        "loss": event.loss,
        "classes": [vars(one) for one in event.classes],
    }
    for numbers in (numbers_of(said), numbers_of(in_window)):
        for key, value in expected.items():
            assert numbers[key] == pytest.approx(value, abs=1e-4), key
    assert numbers_of(said) == numbers_of(in_window)


@pytest.fixture
def model_of_seven(tmp_path: Path) -> Path:
    """Give a model file without a run, of seven classes, that is sometimes right and more sure than it may be."""
    network = keras.Sequential(
        [keras.Input((32, 32, 3)), keras.layers.Flatten(), keras.layers.Dense(7, activation="softmax")]
    )
    generator = np.random.default_rng(1)
    network.layers[-1].set_weights([generator.normal(0.0, 4e-4, (3072, 7)), np.zeros(7)])
    network.save(tmp_path / "seven.keras")
    (tmp_path / "seven.labels.txt").write_text("".join(f"class {number}\n" for number in range(7)))
    return tmp_path / "seven.keras"


@pytest.fixture
def pictures_of_seven(tmp_path: Path) -> Path:
    generator = np.random.default_rng(2)
    for number in range(42):
        file = tmp_path / "seven" / f"class {number % 7}" / f"{number}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(generator.integers(0, 256, (32, 32, 3), dtype=np.uint8)).save(file)
    return tmp_path / "seven"


def test_the_three_agree_on_top_k_and_on_how_sure_the_model_may_be(
    model_of_seven: Path, pictures_of_seven: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = keras.saving.load_model(model_of_seven)
    files = sorted(pictures_of_seven.glob("*/*.png"))
    labels = np.asarray([int(file.parent.name[-1]) for file in files])
    probabilities = np.asarray(model.predict(np.stack([np.asarray(Image.open(file)) for file in files]), verbose=0))
    top_k = [top_k_accuracy_score(labels, probabilities, k=k, labels=range(7)) for k in (1, 3, 5)]
    sureness, right = probabilities.max(axis=1), probabilities.argmax(axis=1) == labels
    bin_of = np.minimum((sureness * 10.0).astype(int), 9)
    of_bins = [
        (number, int((bin_of == number).sum()), sureness[bin_of == number].mean(), right[bin_of == number].mean())
        for number in range(10)
        if (bin_of == number).any()
    ]
    error = sum(count * abs(mean - accuracy) for _, count, mean, accuracy in of_bins) / len(files)

    assert main(["evaluate", str(model_of_seven), str(pictures_of_seven), "--json"]) == 0
    said = json.loads(capsys.readouterr().out.splitlines()[-1])
    request = Evaluate(model=model_of_seven, folder=pictures_of_seven)
    event = pickle.loads(pickle.dumps(answer_request(request, JobControl())))

    assert isinstance(event, Evaluation)
    assert 0.0 < top_k[0] < top_k[1] < top_k[2] < 1.0
    assert len(of_bins) >= 3
    assert said["top_k"] == [list(pair) for pair in event.top_k]
    assert [k for k, _ in event.top_k] == [1, 3, 5]
    assert [value for _, value in event.top_k] == pytest.approx(top_k)
    assert event.calibration_error == pytest.approx(error, abs=1e-6)
    assert said["calibration_error"] == event.calibration_error
    assert said["reliability"] == [vars(one) for one in event.reliability]
    assert [
        (number, one.images, pytest.approx(one.confidence, abs=1e-6), pytest.approx(one.accuracy, abs=1e-6))
        for number, one in enumerate(event.reliability)
        if one.images
    ] == of_bins
