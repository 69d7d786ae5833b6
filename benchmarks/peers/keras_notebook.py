"""The lesson's TensorFlow half as a user would write it: ResNet50 frozen, a new Dense head, `fit` on the folder."""

from __future__ import annotations

import time
from typing import Any

import keras

BATCH_SIZE = 32


def measure(folder: str, epochs: int, image_size: int, thawed: list[str]) -> dict[str, Any]:
    """Train and return the seconds of each epoch, validation included, and the last validation accuracy.

    thawed: beginnings of the names of the layers that learn besides the head; their BatchNorm stays frozen, as
    Keras' guide to fine-tuning advises and as Frostline does it.
    """
    training, validation = keras.utils.image_dataset_from_directory(
        folder,
        image_size=(image_size, image_size),
        batch_size=BATCH_SIZE,
        validation_split=0.2,
        subset="both",
        seed=0,
        verbose=False,
    )
    class_count = len(training.class_names)

    base = keras.applications.ResNet50(
        include_top=False, weights=None, pooling="avg", input_shape=(image_size, image_size, 3)
    )
    for layer in base.layers:
        is_batch_norm = isinstance(layer, keras.layers.BatchNormalization)
        layer.trainable = layer.name.startswith(tuple(thawed)) and not is_batch_norm

    inputs = keras.Input((image_size, image_size, 3))
    features = base(keras.applications.resnet.preprocess_input(inputs))
    outputs = keras.layers.Dense(class_count, activation="softmax")(features)
    model = keras.Model(inputs, outputs)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])

    # One epoch a call, only to have the seconds of each.
    seconds, accuracy = [], 0.0
    for _ in range(epochs):
        started = time.monotonic()
        history = model.fit(training, validation_data=validation, verbose=0)
        seconds.append(time.monotonic() - started)
        accuracy = history.history["val_accuracy"][-1]
    return {"seconds": seconds, "val_accuracy": accuracy}
