"""The other half of the lesson: the same training on PyTorch, in a process of its own.

Keras fixes its backend when it is imported, so the tests of exactness run once more in a child process. They need
PyTorch, which is an extra: `make test EXTRAS=dev,torch` installs it.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import keras
import numpy as np
import pytest

from core.data.decode import decode_image

pytestmark = pytest.mark.skipif(importlib.util.find_spec("torch") is None, reason="PyTorch is not installed")
ROOT = Path(__file__).parents[3]


def run_on_torch(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "KERAS_BACKEND": "torch"}
    return subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def test_the_tail_learns_on_torch_what_the_whole_network_learns() -> None:
    tests = "tests/core/training/test_exactness.py"

    # PyTorch warns of its own deprecations, which are not ours to mend.
    quiet = ["-q", "-p", "no:cacheprovider", "-W", "ignore::UserWarning"]
    outcome = run_on_torch("pytest", tests, "-k", "conv5_block3-", *quiet)

    assert outcome.returncode == 0, outcome.stdout[-3000:] + outcome.stderr[-3000:]
    assert "1 passed" in outcome.stdout


def test_a_model_trained_on_torch_opens_on_tensorflow_and_predicts_the_same(stripes: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    options = ["--weights", "random", "--image-size", "32", "--epochs", "3", "--json", "--out", str(run)]

    trained = run_on_torch("core", "train", str(stripes), *options)
    picture = stripes / "vertical" / "0.png"
    predicted = run_on_torch("core", "predict", str(run), str(picture), "--json")

    assert trained.returncode == 0, trained.stdout + trained.stderr
    assert json.loads((run / "run.json").read_text())["backend"] == "torch"
    model = keras.saving.load_model(run / "model.keras")
    here = model.predict_on_batch(decode_image(picture, 32)[None].astype(np.float32))[0]
    there = dict(predictions_of(predicted.stdout))
    for name, probability in zip(("diagonal", "horizontal", "vertical"), here, strict=True):
        assert there[name] == pytest.approx(float(probability), abs=1e-4)


def predictions_of(output: str) -> list[tuple[str, float]]:
    for line in output.splitlines():
        event = json.loads(line)
        if event["event"] == "prediction":
            return [(name, probability) for name, probability in event["top"]]
    raise AssertionError(f"no prediction in {output}")
