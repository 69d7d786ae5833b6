"""The lines that load an export are run as a stranger would run them, on a small model of the same make."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from core.export.snippets import loading_snippet
from core.messages import ModelExported

_MAKE_MODEL = """
import keras
image = keras.Input((16, 16, 3))
features = keras.layers.GlobalAveragePooling2D()(keras.layers.Conv2D(2, 3)(image))
model = keras.Model(image, keras.layers.Dense(2, activation="softmax")(features))
model.save("model.keras")
model.export("folder", format="tf_saved_model", verbose=False)
"""


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with one model in both formats, its labels, and a picture."""
    folder = tmp_path_factory.mktemp("exports")
    _run(_MAKE_MODEL, folder)
    (folder / "model.labels.txt").write_text("ants\nbees\n", encoding="utf-8")
    (folder / "folder" / "labels.txt").write_text("ants\nbees\n", encoding="utf-8")
    Image.effect_mandelbrot((50, 40), (-2, -1, 1, 1), 50).convert("RGB").save(folder / "picture.jpg")
    return folder


def _run(code: str, folder: Path) -> str:
    environment = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _exported(form: str, destination: Path, labels: Path) -> ModelExported:
    return ModelExported(
        format=form,
        destination=destination,
        labels=labels,
        size_bytes=1,
        images_compared=1,
        max_difference=0.0,
        image_size=16,
    )


def test_the_lines_of_every_format_say_the_same_of_a_picture(exports: Path) -> None:
    keras = loading_snippet(_exported("keras", exports / "model.keras", exports / "model.labels.txt"))
    saved_model = loading_snippet(_exported("saved_model", exports / "folder", exports / "folder" / "labels.txt"))

    answers = [_answer(_run(snippet, exports)) for snippet in (keras, saved_model)]

    assert list(answers[0]) == ["ants", "bees"]
    assert sum(answers[0].values()) == pytest.approx(1.0, abs=1e-5)
    assert answers[1] == pytest.approx(answers[0], abs=1e-5)


def _answer(printed: str) -> dict[str, float]:
    answer: dict[str, float] = ast.literal_eval(printed.splitlines()[-1])
    return answer
