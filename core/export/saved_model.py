"""Export as a SavedModel folder, for TensorFlow and TensorFlow Serving. Only the TensorFlow backend writes it."""

from __future__ import annotations

from pathlib import Path

import keras

from core.backend_specific import backend_name
from core.errors import UnusableInput


def require_tensorflow() -> None:
    """Refuse another backend.

    Raises:
        UnusableInput: Keras runs on another backend.

    """
    if backend_name() != "tensorflow":
        raise UnusableInput(
            f"A SavedModel can be written with the TensorFlow backend only, and this is {backend_name()}.",
            hint="Say --backend tensorflow (KERAS_BACKEND=tensorflow): it opens the same model.",
        )


def write_saved_model(model: keras.Model, folder: Path) -> None:
    """Write `model` with the endpoint `serve`: float32 raw RGB (any, s, s, 3) -> float32 (any, classes)."""
    keras.Model(model.inputs[0], model.outputs[0]).export(folder, format="tf_saved_model", verbose=False)
