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
from sklearn.metrics import accuracy_score, log_loss, precision_recall_fscore_support

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
    precision, recall, f1, support = precision_recall_fscore_support(labels, predicted, zero_division=0.0)
    return {
        "accuracy": accuracy_score(labels, predicted),
        "loss": log_loss(labels, probabilities.astype(np.float64)),
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
