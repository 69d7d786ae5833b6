"""Run as a process of its own, on TensorFlow: writes a LiteRT file (.tflite). The converter can abort its process.

    python -m core.export.writers to_litert MODEL.keras FILE.tflite --precision P --labels TXT [--pictures NPY]

The file takes raw RGB, float32 (any, s, s, 3), whatever its precision, and gives `probabilities`, float32 (any,
classes). float16: the weights are kept in 16 bits. int8: weights and activations are whole numbers of 8 bits, whose
ranges come from `pictures`, uint8 (n, s, s, 3). The class names are inside as `labels.txt`, as LiteRT's metadata has
associated files: a zip archive at the end of the file.
"""

from __future__ import annotations

import argparse
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow

from core.export.formats import FLOAT16, FLOAT32, INT8
from core.export.writers.child_words import say_progress
from core.export.writers.to_saved_model import save_endpoints
from core.prediction.model_file import open_model_file


def main() -> None:
    """Read the command line and write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("model", type=Path)
    parser.add_argument("file", type=Path)
    parser.add_argument("--precision", choices=(FLOAT32, FLOAT16, INT8), required=True)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--pictures", type=Path)
    arguments = parser.parse_args()
    say_progress("export", 0, 3)
    model = open_model_file(arguments.model)
    say_progress("export", 1, 3)
    with tempfile.TemporaryDirectory(prefix="frostline-") as folder:
        _write_signature(model, folder)
        converter = tensorflow.lite.TFLiteConverter.from_saved_model(folder, signature_keys=["serving_default"])
        _set_precision(converter, arguments.precision, arguments.pictures)
        say_progress("export", 2, 3)
        arguments.file.write_bytes(converter.convert())
    with zipfile.ZipFile(arguments.file, "a") as archive:
        archive.write(arguments.labels, "labels.txt")
    say_progress("export", 3, 3)


def _write_signature(model: keras.Model, folder: str) -> None:
    size = int(model.inputs[0].shape[1])
    pictures = tensorflow.TensorSpec((None, size, size, 3), tensorflow.float32, name="image")

    def serve(image: Any) -> Any:
        return model(image, training=False)

    save_endpoints(model, Path(folder), {"serve": (serve, pictures)})


def _set_precision(converter: Any, precision: str, pictures: Path | None) -> None:
    if precision == FLOAT32:
        return
    converter.optimizations = [tensorflow.lite.Optimize.DEFAULT]
    if precision == FLOAT16:
        converter.target_spec.supported_types = [tensorflow.float16]
        return
    if pictures is None:
        raise ValueError("int8 needs pictures to calibrate with")
    converter.representative_dataset = _calibration(np.load(pictures))
    converter.target_spec.supported_ops = [tensorflow.lite.OpsSet.TFLITE_BUILTINS_INT8]


def _calibration(pictures: np.ndarray) -> Any:
    def one_by_one() -> Iterator[tuple[str, dict[str, np.ndarray]]]:
        for number, picture in enumerate(pictures):
            say_progress("calibrate", number, len(pictures))
            yield "serving_default", {"image": picture[None].astype(np.float32)}
        say_progress("calibrate", len(pictures), len(pictures))

    return one_by_one
