"""The probabilities of many images of known classes: from stored features where that can be, else from the pixels.

The feature store is the training's own, so a run is measured on its held-out images without decoding any of them.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import numpy as np

from core.data.decode import ImageUnusable
from core.data.decoder_pool import decode_in_order
from core.features.table import FeatureTable
from core.job_control import JobControl
from core.messages import Notice
from core.network.backbone import FEATURES_LAYER, IMAGE_LAYER, describe_backbone
from core.network.frost_line import CutModel, cut_model, layer_digests
from core.prediction.trained_model import PREDICTION_BATCH, TrainedModel, forward_pass
from core.training.classifier import Classifier
from core.training.stored_features import feature_recipe, features_of, open_store
from core.training.training_data import LabelledImages


def classify(trained: TrainedModel, images: LabelledImages, control: JobControl) -> tuple[LabelledImages, np.ndarray]:
    """Return the images that can be decoded, and their probabilities: float32 (n, classes).

    Reports Progress of the stages `extract` and `evaluate`, and a Notice for each image that is left out.

    Raises:
        Stopped: the user asked for it.

    """
    classifier = _classifier_with_frost_line(trained)
    if classifier is not None:
        halves = cut_model(trained.model, classifier.cut_layer)
        stored = _stored(classifier, halves, images, control)
        if stored is not None:
            usable, table = stored
            return usable, _from_features(table, forward_pass(halves.tail), control)
    return _from_pixels(trained, images, control)


def _classifier_with_frost_line(trained: TrainedModel) -> Classifier | None:
    """Return the model as its run trained it; None where it has no features worth keeping."""
    record = trained.record
    if record is None or not record.specification.feature_store or record.cut_layer == IMAGE_LAYER:
        return None
    names = {layer.name for layer in trained.model.layers}
    if not {record.cut_layer, FEATURES_LAYER} <= names:
        return None  # run.json speaks of another model
    return Classifier(
        model=trained.model,
        network=describe_backbone(trained.model),
        trainable=frozenset(record.trainable_layers),
        cut_layer=record.cut_layer,
    )


def _stored(
    classifier: Classifier, halves: CutModel, images: LabelledImages, control: JobControl
) -> tuple[LabelledImages, FeatureTable] | None:
    digests = layer_digests(classifier.model, frozenset(layer.name for layer in classifier.network.layers))
    store = open_store(feature_recipe(classifier, halves.extractor, digests))
    features = features_of((images,), halves.extractor, store, control)
    return None if features is None else (features.images[0], features.tables[0])


def _from_features(table: FeatureTable, forward: Callable[[np.ndarray], np.ndarray], control: JobControl) -> np.ndarray:
    parts = []
    for start in range(0, len(table), PREDICTION_BATCH):
        control.raise_if_stopped()
        rows = np.arange(start, min(start + PREDICTION_BATCH, len(table)))
        parts.append(forward(table.gather(rows)))
        control.progress("evaluate", start + len(rows), len(table))
    return _joined(parts)


def _from_pixels(
    trained: TrainedModel, images: LabelledImages, control: JobControl
) -> tuple[LabelledImages, np.ndarray]:
    usable: list[int] = []
    waiting: list[np.ndarray] = []
    parts: list[np.ndarray] = []
    with closing(decode_in_order(images.files, trained.image_size)) as decoded:
        for index, pixels in decoded:
            control.raise_if_stopped()
            if isinstance(pixels, ImageUnusable):
                control.report(Notice(message=f"Left out: {pixels.message}"))
            else:
                usable.append(index)
                waiting.append(pixels)
            if len(waiting) == PREDICTION_BATCH or (waiting and index + 1 == len(images)):
                parts.append(trained.probabilities(np.stack(waiting)))
                waiting = []
                control.progress("evaluate", index + 1, len(images))
    return images.select(np.asarray(usable, dtype=np.int64)), _joined(parts)


def _joined(parts: list[np.ndarray]) -> np.ndarray:
    return np.concatenate(parts) if parts else np.empty((0, 0), dtype=np.float32)
