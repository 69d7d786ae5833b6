"""Two models that differ are asked about the same pictures: what the later one has lost is named."""

from __future__ import annotations

from pathlib import Path

import keras
import numpy as np
import pytest
from PIL import Image

from core.errors import Stopped, UnusableInput
from core.evaluation.compare_runs import compare_runs
from core.job_control import JobControl

_GREYS = {"black": (10, 60), "grey": (120, 130), "white": (200, 250)}


@pytest.fixture
def greys(tmp_path: Path) -> Path:
    """Give a folder of three classes, two pictures each, of one brightness each."""
    for name, values in _GREYS.items():
        for value in values:
            file = tmp_path / "greys" / name / f"{value}.png"
            file.parent.mkdir(parents=True, exist_ok=True)
            Image.new("RGB", (16, 16), (value, value, value)).save(file)
    return tmp_path / "greys"


def model_with(folder: Path, name: str, *, centres: dict[str, float]) -> Path:
    """Save a model that calls a picture what its mean brightness is nearest to; its classes are those of `centres`."""
    inputs = keras.Input((16, 16, 3))
    # -(x - c)^2 is 2cx - c^2 and what is the same for every class.
    scores = keras.layers.Dense(len(centres), activation="softmax")
    outputs = scores(keras.layers.Rescaling(1 / 64)(keras.layers.GlobalAveragePooling2D()(inputs)))
    places = np.asarray(list(centres.values())) / 64
    scores.set_weights([np.tile(2 * places / 3, (3, 1)), -(places**2)])
    keras.Model(inputs, outputs).save(folder / f"{name}.keras")
    (folder / f"{name}.labels.txt").write_text("".join(f"{one}\n" for one in centres))
    return folder / f"{name}.keras"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return model_with(tmp_path, "good", centres={"black": 30, "grey": 125, "white": 225})


@pytest.fixture
def worse(tmp_path: Path) -> Path:
    """Give a model to which 130 is white already and 60 is grey."""
    return model_with(tmp_path, "worse", centres={"black": 0, "grey": 100, "white": 150})


def test_a_model_that_got_worse_is_told_picture_by_picture_the_surest_first(
    good: Path, worse: Path, greys: Path
) -> None:
    compared = compare_runs(worse, good, greys, JobControl())

    lost = [(one.file.name, one.true_class, one.predicted_class) for one in compared.regressions]
    assert lost == [("60.png", "black", "grey"), ("130.png", "grey", "white")]
    assert (compared.images, compared.improved) == (6, 0)
    assert [compared.accuracy_before, compared.accuracy] == pytest.approx([1.0, 4 / 6])
    assert all(min(one.probability, one.probability_before) > 1 / 3 for one in compared.regressions)


def test_the_other_way_round_the_same_pictures_got_better(good: Path, worse: Path, greys: Path) -> None:
    compared = compare_runs(good, worse, greys, JobControl())

    assert (compared.improved, compared.regressions) == (2, ())
    assert [compared.accuracy_before, compared.accuracy] == pytest.approx([4 / 6, 1.0])


def test_classes_are_compared_by_name_whatever_order_a_model_has_them_in(
    tmp_path: Path, good: Path, greys: Path
) -> None:
    reordered = model_with(tmp_path, "reordered", centres={"white": 225, "black": 30, "grey": 125})

    compared = compare_runs(good, reordered, greys, JobControl())

    assert (compared.accuracy_before, compared.accuracy, compared.regressions) == (1.0, 1.0, ())


def test_without_a_folder_two_model_files_can_not_be_compared(good: Path, worse: Path) -> None:
    with pytest.raises(UnusableInput, match="no held-out images") as refusal:
        compare_runs(worse, good, None, JobControl())

    assert refusal.value.hint == "Name a folder of class folders."


def test_a_comparison_can_be_stopped(good: Path, worse: Path, greys: Path) -> None:
    control = JobControl()
    control.stop_requested.set()

    with pytest.raises(Stopped):
        compare_runs(worse, good, greys, control)
