"""Keras' `fit` on the whole frozen model, from the first weights that a run had, in the order that it had.

What is compared is the run's model file, opened as anybody would. Its frozen layers are what they always were; its
head is put back to its first weights and trained again, on the images themselves.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import keras
import numpy as np

from core.data.decode import decode_image
from core.training.batches import epoch_order
from core.training.run_record import MODEL_FILE, read_run_record

HEAD = "predictions"


def measure(run: str) -> dict[str, Any]:
    """Return the largest differences of the head's weights and of the epochs' losses, and the head's largest weight."""
    record = read_run_record(Path(run))
    model = keras.saving.load_model(Path(run) / MODEL_FILE, compile=False)
    ours = model.get_layer(HEAD).get_weights()
    losses = _train_head_again(
        model, record.specification, record.training_files, record.class_names, record.best_epoch
    )
    naive = model.get_layer(HEAD).get_weights()
    our_losses = [epoch.loss for epoch in record.history[: record.best_epoch]]
    return {
        "weights": max(float(np.abs(one - other).max()) for one, other in zip(ours, naive, strict=True)),
        "largest_weight": max(float(np.abs(weights).max()) for weights in naive),
        "losses": max(abs(one - other) for one, other in zip(our_losses, losses, strict=True)),
        "epochs": record.best_epoch,
    }


def _train_head_again(
    model: keras.Model, specification: Any, files: tuple[str, ...], class_names: tuple[str, ...], epochs: int
) -> list[float]:
    """Train the head from its first weights for so many epochs; return the loss of each."""
    images = np.stack([decode_image(specification.folder / name, specification.image_size) for name in files])
    images = images.astype(np.float32)
    labels = np.asarray([class_names.index(name.partition("/")[0]) for name in files])
    head = model.get_layer(HEAD)
    first = keras.initializers.GlorotUniform(seed=specification.seed)(head.kernel.shape)
    head.set_weights([keras.ops.convert_to_numpy(first), np.zeros(head.bias.shape, np.float32)])
    for layer in model.layers:
        layer.trainable = layer is head
    optimizer = keras.optimizers.Adam(specification.learning_rate)
    model.compile(optimizer, "sparse_categorical_crossentropy", metrics=["accuracy"], jit_compile=False)
    losses = []
    for epoch in range(epochs):
        order = epoch_order(len(labels), specification.seed, epoch)
        history = model.fit(images[order], labels[order], batch_size=specification.batch_size, shuffle=False, verbose=0)
        losses.append(float(history.history["loss"][0]))
    return losses
