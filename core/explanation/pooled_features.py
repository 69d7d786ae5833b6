"""The pooled features of many images, each brought to length 1: the space in which pictures are near or far.

They come from the feature store where the run has its frost line there, through the tail where it lies deeper, and
from the pixels where nothing is stored.
"""

from __future__ import annotations

import keras
import numpy as np

from core.errors import UnusableInput
from core.evaluation.passes import classifier_of_run, over_images, over_table
from core.explanation.distances import unit_length
from core.features.engine import KERAS
from core.job_control import JobControl
from core.network.description import FEATURES_LAYER
from core.network.frost_line import cut_model, layer_digests, pooling_part
from core.prediction.trained_model import forward_pass
from core.training.classifier import Classifier
from core.training.run_record import RunRecord
from core.training.stored_features import feature_recipe, features_of, open_store
from core.training.training_data import LabelledImages

_Parts = tuple[LabelledImages, ...]


def pooled_features(
    model: keras.Model, record: RunRecord, parts: _Parts, control: JobControl
) -> tuple[_Parts, tuple[np.ndarray, ...]]:
    """Return the images of each part that can be decoded, and their features: float32 (n, channels) of length 1.

    record: of the run that trained `model`. Reports Progress of the stages `extract` and `evaluate`.

    Raises:
        Stopped: the user asked for it; rows that reached the feature store are kept.

    """
    classifier = classifier_of_run(model, record)
    if classifier is not None:
        found = _from_store(classifier, record, parts, control)
        if found is not None:
            return found
    return _from_pixels(model, parts, control)


def _from_store(
    classifier: Classifier, record: RunRecord, parts: _Parts, control: JobControl
) -> tuple[_Parts, tuple[np.ndarray, ...]] | None:
    """Return what `pooled_features` does; None when the store has no room for what it lacks."""
    model = classifier.model
    extractor = cut_model(model, record.cut_layer).extractor
    digests = layer_digests(model, frozenset(layer.name for layer in classifier.network.layers))
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
    forward = _as_it_is if pooling is None else forward_pass(pooling)
    return stored.images, tuple(unit_length(over_table(table, forward, control)) for table in stored.tables)


def _from_pixels(model: keras.Model, parts: _Parts, control: JobControl) -> tuple[_Parts, tuple[np.ndarray, ...]]:
    forward = forward_pass(keras.Model(model.inputs[0], model.get_layer(FEATURES_LAYER).output))
    size = int(model.inputs[0].shape[1])
    images, features = zip(*(over_images(part, size, forward, control) for part in parts), strict=True)
    return images, tuple(unit_length(one) for one in features)


def _as_it_is(features: np.ndarray) -> np.ndarray:
    return features
