"""A run whose network is small, with every kind of layer that ResNet50 has, and its exports.

Each export is made when a test first asks for it, and shared. That the whole of ResNet50 is written,
`test_export_run` and the test of README see.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import keras
import numpy as np
import pytest

from core.data.decode import decode_image
from core.export.export import export_run
from core.job_control import JobControl
from core.messages import ModelExported

SIZE = 32


def small_network() -> tuple[keras.Model, keras.Model]:
    """Return a classifier of 32 pixels and two classes, and its part up to the pooled features."""
    keras.utils.set_random_seed(0)
    layers = keras.layers
    image = keras.Input((SIZE, SIZE, 3), name="image")
    pixels = layers.Conv2D(3, 1, name="preprocessing")(image)
    pixels = layers.Conv2D(8, 3, strides=2, name="conv")(layers.ZeroPadding2D(1)(pixels))
    pixels = layers.Activation("relu")(layers.BatchNormalization(name="batch_norm")(pixels))
    pixels = layers.MaxPooling2D(3, strides=2, padding="same")(pixels)
    pixels = layers.Add()([pixels, layers.Conv2D(8, 3, padding="same", activation="relu")(pixels)])
    features = layers.GlobalAveragePooling2D()(pixels)
    head = layers.BatchNormalization(center=False, scale=False, name="head_normalization")(features)
    head = layers.Dropout(0.5)(layers.Dense(8, name="head_hidden")(head))
    answer = layers.Dense(2, activation="softmax", name="predictions")(head)
    return keras.Model(image, answer), keras.Model(image, head)


def teach(model: keras.Model, up_to_head: keras.Model, pictures: np.ndarray, labels: np.ndarray) -> None:
    """Make the last layer tell the classes apart by the means of what it gets: no training is needed."""
    given = np.asarray(up_to_head.predict_on_batch(pictures))
    direction = given[labels == 1].mean(axis=0) - given[labels == 0].mean(axis=0)
    direction *= 4.0 / np.linalg.norm(direction) / given.std()
    kernel = np.stack([-direction, direction], axis=1)
    model.get_layer("predictions").set_weights([kernel, -given.mean(axis=0) @ kernel])


@pytest.fixture(scope="session")
def small_run(trained_run: Path, dark_and_light: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run folder with the record of `trained_run` and a small network; tests must not change it."""
    run = shutil.copytree(trained_run, tmp_path_factory.mktemp("small") / "run", ignore=lambda *_: {"model.keras"})
    files = sorted(dark_and_light.rglob("*.*g"))
    pictures = np.stack([decode_image(file, SIZE) for file in files]).astype(np.float32)
    model, up_to_head = small_network()
    teach(model, up_to_head, pictures, np.asarray([file.parent.name == "light" for file in files], dtype=int))
    model.save(run / "model.keras")
    return run


@pytest.fixture(scope="session")
def exported(small_run: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., ModelExported]:
    """Give a function (format, precision, resize_inside) -> ModelExported; tests must not change what it wrote."""

    @cache
    def export(name: str, precision: str = "float32", resize_inside: bool = False) -> ModelExported:
        place = tmp_path_factory.mktemp(f"export {name}") / "it's ants"
        return export_run(small_run, name, place, JobControl(), precision=precision, resize_inside=resize_inside)

    return export
