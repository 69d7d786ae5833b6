"""Export as a `.keras` file: the run's own file, unchanged, or with a layer in front that resizes."""

from __future__ import annotations

import shutil
from pathlib import Path

import keras


def write_keras_file(model_file: Path, destination: Path) -> None:
    """Copy the model file; it takes raw RGB and opens with plain Keras in safe mode already."""
    shutil.copyfile(model_file, destination)


def write_resizing_keras_file(model: keras.Model, destination: Path) -> None:
    """Write `model` for pictures of any height and width, float32 (any, any, any, 3).

    Keras' own layer cuts and resizes, so that safe mode opens the file. It rounds nothing on the way, as Pillow does.
    """
    size = int(model.inputs[0].shape[1])
    image = keras.Input((None, None, 3), name="image")
    resizing = keras.layers.Resizing(
        size, size, interpolation="bilinear", antialias=True, crop_to_aspect_ratio=True, name="resize"
    )
    keras.Model(image, model(resizing(image)), name="frostline_resizing").save(destination)
