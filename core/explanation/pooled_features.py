"""The pooled features of many images, each brought to length 1: the space in which pictures are near or far.

They come from the feature store where the run has its frost line there, through the tail where it lies deeper, and
from the pixels where nothing is stored.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import keras
import numpy as np

from core.data.decode import ImageUnusable
from core.data.decoder_pool import decode_in_order
from core.errors import UnusableInput
from core.features.engine import KERAS
from core.features.table import FeatureTable
from core.job_control import JobControl
from core.network.backbone import FEATURES_LAYER, IMAGE_LAYER, describe_backbone
from core.network.frost_line import cut_model, layer_digests, pooling_part
from core.prediction.trained_model import PREDICTION_BATCH, forward_pass
from core.training.classifier import Classifier
from core.training.run_record import RunRecord
from core.training.stored_features import feature_recipe, features_of, open_store
from core.training.training_data import LabelledImages

#: Of the space that is measured in: beyond float noise, and far below any distance of two pictures.
_SMALLEST_LENGTH = 1e-12

_Parts = tuple[LabelledImages, ...]


def pooled_features(
    model: keras.Model, record: RunRecord, parts: _Parts, control: JobControl
) -> tuple[_Parts, tuple[np.ndarray, ...]]:
    """Return the images of each part that can be decoded, and their features: float32 (n, channels) of length 1.

    record: of the run that trained `model`. Reports Progress of the stages `extract` and `evaluate`.

    Raises:
        Stopped: the user asked for it; rows that reached the feature store are kept.

    """
    if _may_use_store(model, record):
        found = _from_store(model, record, parts, control)
        if found is not None:
            return found
    return _from_pixels(model, parts, control)


def unit_length(features: np.ndarray) -> np.ndarray:
    """Return rows of features, float32 (n, channels), each divided by its Euclidean length."""
    lengths = np.linalg.norm(features, axis=-1, keepdims=True)
    unit: np.ndarray = features / np.maximum(lengths, _SMALLEST_LENGTH)
    return unit


def _may_use_store(model: keras.Model, record: RunRecord) -> bool:
    if not record.specification.feature_store or record.cut_layer == IMAGE_LAYER:
        return False
    return record.cut_layer in {layer.name for layer in model.layers}  # or run.json speaks of another model


def _from_store(
    model: keras.Model, record: RunRecord, parts: _Parts, control: JobControl
) -> tuple[_Parts, tuple[np.ndarray, ...]] | None:
    """Return what `pooled_features` does; None when the store has no room for what it lacks."""
    network = describe_backbone(model)
    classifier = Classifier(
        model=model, network=network, trainable=frozenset(record.trainable_layers), cut_layer=record.cut_layer
    )
    extractor = cut_model(model, record.cut_layer).extractor
    digests = layer_digests(model, frozenset(layer.name for layer in network.layers))
    engine, dtype = record.specification.engine, record.specification.feature_dtype
    try:
        recipe = feature_recipe(classifier, extractor, digests, engine=engine, dtype=dtype)
    except UnusableInput:  # trained with an engine that this machine lacks
        engine = KERAS
        recipe = feature_recipe(classifier, extractor, digests)
    stored = features_of(parts, extractor, open_store(recipe), control, engine=engine)
    if stored is None:
        return None
    pooling = pooling_part(model, record.cut_layer)
    forward = None if pooling is None else forward_pass(pooling)
    return stored.images, tuple(_from_table(table, forward, control) for table in stored.tables)


def _from_table(
    table: FeatureTable, forward: Callable[[np.ndarray], np.ndarray] | None, control: JobControl
) -> np.ndarray:
    done = []
    for start in range(0, len(table), PREDICTION_BATCH):
        control.raise_if_stopped()
        rows = np.arange(start, min(start + PREDICTION_BATCH, len(table)))
        values = table.gather(rows)
        done.append(values if forward is None else forward(values))
        control.progress("evaluate", start + len(rows), len(table))
    return _joined(done)


def _from_pixels(model: keras.Model, parts: _Parts, control: JobControl) -> tuple[_Parts, tuple[np.ndarray, ...]]:
    forward = forward_pass(keras.Model(model.inputs[0], model.get_layer(FEATURES_LAYER).output))
    images, features = zip(*(_decoded(forward, part, model, control) for part in parts), strict=True)
    return images, features


def _decoded(
    forward: Callable[[np.ndarray], np.ndarray], images: LabelledImages, model: keras.Model, control: JobControl
) -> tuple[LabelledImages, np.ndarray]:
    usable: list[int] = []
    waiting: list[np.ndarray] = []
    done: list[np.ndarray] = []
    with closing(decode_in_order(images.files, int(model.inputs[0].shape[1]))) as decoded:
        for index, pixels in decoded:
            control.raise_if_stopped()
            if not isinstance(pixels, ImageUnusable):
                usable.append(index)
                waiting.append(pixels)
            if len(waiting) == PREDICTION_BATCH or (waiting and index + 1 == len(images)):
                done.append(forward(np.stack(waiting)))
                waiting = []
            control.progress("evaluate", index + 1, len(images))
    return images.select(np.asarray(usable, dtype=np.int64)), _joined(done)


def _joined(parts: list[np.ndarray]) -> np.ndarray:
    return unit_length(np.concatenate(parts)) if parts else np.empty((0, 0), dtype=np.float32)
