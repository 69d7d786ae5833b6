"""Trains once and prints what took how long, as JSON: the processes that `training_speed` starts.

    python -m benchmarks.training_process ours|naive|predict|naive_conv5 FOLDER WORK EPOCHS

The naive ones are written as a user would write them: the lesson's TensorFlow half, `fit` on the whole frozen model.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import keras
import numpy as np

from core.job_control import JobControl
from core.messages import EpochFinished, Event
from core.training.specification import TrainingSpecification
from core.training.train import train

IMAGE_SIZE, BATCH_SIZE = 224, 32


def ours(folder: Path, work: Path, epochs: int, thaw: str = "head") -> dict[str, Any]:
    """Train through the frost line; seconds of each part, and of the later epochs alone."""
    seconds: list[float] = []

    def note(event: Event) -> None:
        if isinstance(event, EpochFinished):
            seconds.append(event.seconds)

    specification = TrainingSpecification(
        folder=folder, run=work / f"run {time.monotonic_ns()}", weights="random", epochs=epochs, thaw=thaw
    )
    finished = train(specification, JobControl(report=note))
    return asdict(finished.seconds) | {"later_epoch": min(seconds[1:], default=seconds[0])}


def naive(folder: Path, epochs: int, thaw: str = "head") -> dict[str, Any]:
    """Train the frozen network on the images at every epoch."""
    images = keras.utils.image_dataset_from_directory(
        folder, image_size=(IMAGE_SIZE, IMAGE_SIZE), batch_size=BATCH_SIZE, validation_split=0.2, subset="both", seed=0
    )
    training, validation = images
    backbone = keras.applications.ResNet50(include_top=False, weights=None, pooling="avg", input_shape=(224, 224, 3))
    for layer in backbone.layers:
        is_batch_norm = isinstance(layer, keras.layers.BatchNormalization)
        layer.trainable = layer.name.startswith(thaw) and not is_batch_norm
    pixels = keras.Input((IMAGE_SIZE, IMAGE_SIZE, 3))
    features = backbone(keras.applications.resnet.preprocess_input(pixels))
    classes = len(training.class_names)
    model = keras.Model(pixels, keras.layers.Dense(classes, activation="softmax")(features))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    started, seconds = time.monotonic(), []
    for _ in range(epochs):
        epoch_started = time.monotonic()
        model.fit(training, validation_data=validation, verbose=0)
        seconds.append(time.monotonic() - epoch_started)
    return {"fit": time.monotonic() - started, "later_epoch": min(seconds[1:], default=seconds[0])}


def predict(image_count: int) -> dict[str, Any]:
    """Run Keras' own predict of the frozen network over images that are decoded already."""
    backbone = keras.applications.ResNet50(include_top=False, weights=None, pooling="avg", input_shape=(224, 224, 3))
    pixels = np.random.default_rng(0).random((image_count, IMAGE_SIZE, IMAGE_SIZE, 3), np.float32)
    started = time.monotonic()
    backbone.predict(pixels, verbose=0)
    return {"predict": time.monotonic() - started}


def main() -> None:
    """Do what the arguments say and print the seconds."""
    kind, folder, work, epochs = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
    if kind == "ours":
        found = {"cold": ours(folder, work, epochs), "warm": ours(folder, work, epochs)}
    elif kind == "ours_conv5":
        found = ours(folder, work, epochs, "conv5")
    elif kind == "predict":
        found = predict(sum(1 for file in folder.glob("*/*")))
    else:
        found = naive(folder, epochs, "conv5" if kind == "naive_conv5" else "head")
    print(json.dumps(found))


if __name__ == "__main__":
    main()
