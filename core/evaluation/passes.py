"""A forward pass over many images or over stored features, a batch at a time, with progress and a way to stop.

What the pass computes, probabilities or pooled features, is the callers' affair.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import keras
import numpy as np

from core.data.decode import ImageUnusable
from core.data.decoder_pool import decode_in_order
from core.features.table import FeatureTable
from core.job_control import JobControl
from core.network.backbone import describe_backbone
from core.network.description import FEATURES_LAYER, IMAGE_LAYER
from core.prediction.trained_model import PREDICTION_BATCH
from core.training.classifier import Classifier
from core.training.run_record import RunRecord
from core.training.training_data import LabelledImages

Forward = Callable[[np.ndarray], np.ndarray]


def classifier_of_run(model: keras.Model, record: RunRecord | None) -> Classifier | None:
    """Return `model` as its run trained it; None where it has no features worth keeping."""
    if record is None or not record.specification.feature_store or record.cut_layer == IMAGE_LAYER:
        return None
    names = {layer.name for layer in model.layers}
    if not {record.cut_layer, FEATURES_LAYER} <= names:
        return None  # run.json speaks of another model
    return Classifier(
        model=model,
        network=describe_backbone(model),
        trainable=frozenset(record.trainable_layers),
        cut_layer=record.cut_layer,
    )


def over_table(table: FeatureTable, forward: Forward, control: JobControl) -> np.ndarray:
    """Return what `forward` makes of each row, float32 (n, ...). Reports Progress of stage `evaluate`."""
    parts = []
    for start in range(0, len(table), PREDICTION_BATCH):
        control.raise_if_stopped()
        rows = np.arange(start, min(start + PREDICTION_BATCH, len(table)))
        parts.append(forward(table.gather(rows)))
        control.progress("evaluate", start + len(rows), len(table))
    return _joined(parts)


def over_images(
    images: LabelledImages,
    image_size: int,
    forward: Forward,
    control: JobControl,
    leave_out: Callable[[ImageUnusable], None] | None = None,
) -> tuple[LabelledImages, np.ndarray]:
    """Return the images that can be decoded, and what `forward` makes of their pixels, float32 (n, ...).

    leave_out: told of each that can't. Reports Progress of stage `evaluate`.
    """
    usable: list[int] = []
    waiting: list[np.ndarray] = []
    parts: list[np.ndarray] = []
    with closing(decode_in_order(images.files, image_size)) as decoded:
        for index, pixels in decoded:
            control.raise_if_stopped()
            if not isinstance(pixels, ImageUnusable):
                usable.append(index)
                waiting.append(pixels)
            elif leave_out is not None:
                leave_out(pixels)
            if len(waiting) == PREDICTION_BATCH or (waiting and index + 1 == len(images)):
                parts.append(forward(np.stack(waiting)))
                waiting = []
            control.progress("evaluate", index + 1, len(images))
    return images.select(np.asarray(usable, dtype=np.int64)), _joined(parts)


def _joined(parts: list[np.ndarray]) -> np.ndarray:
    return np.concatenate(parts) if parts else np.empty((0, 0), dtype=np.float32)
