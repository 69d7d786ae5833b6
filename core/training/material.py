"""What `fit` works on: the images that are left after extraction, and their rows, features or pixels.

Which of the two it is, is decided here: features where something is frozen and the store may be used, else pixels.
"""

from __future__ import annotations

from dataclasses import dataclass

import keras
import numpy as np

from core.errors import UnusableInput
from core.job_control import JobControl
from core.messages import Notice
from core.network.backbone import IMAGE_LAYER
from core.network.frost_line import cut_model, pooling_part
from core.network.head import set_normalization
from core.training.classifier import Classifier
from core.training.rows import ImageRows, Rows
from core.training.specification import TrainingSpecification
from core.training.stored_features import StoredFeatures, feature_recipe, features_of, open_store
from core.training.training_data import LabelledImages, TrainingData

#: The head's normalisation is measured on at most so many training images: more change its digits, not its use.
_NORMALIZATION_IMAGES = 2048
_NORMALIZATION_BATCH = 16

_NO_ROOM = (
    "The feature store has no room for these images, so the frozen layers are computed again at every epoch: "
    "free some disk space, or let the frost line lie higher, to train faster."
)


@dataclass(frozen=True)
class Material:
    """The rows of both sides of the split, and the layer whose output they are (the image, or the frost line)."""

    data: TrainingData
    training: Rows
    validation: Rows
    layer: str
    extracted: int = 0
    reused: int = 0
    decode_seconds: float = 0.0
    extract_seconds: float = 0.0

    def learner(self, model: keras.Model) -> keras.Model:
        """Return the part of the classifier that learns from these rows: its tail, or the whole of it."""
        return model if self.layer == IMAGE_LAYER else cut_model(model, self.layer).tail


def gather_material(
    specification: TrainingSpecification,
    classifier: Classifier,
    digests: dict[str, str],
    data: TrainingData,
    control: JobControl,
) -> Material:
    """Make the rows for `data`, computing the features that are not stored yet.

    digests: of every layer of the backbone, before training. Reports a Notice for each image that is left out.
    """
    if specification.feature_store and classifier.cut_layer != IMAGE_LAYER:
        extractor = cut_model(classifier.model, classifier.cut_layer).extractor
        store = open_store(feature_recipe(classifier, extractor, digests))
        features = features_of((data.training, data.validation), extractor, store, control)
        if features is not None:
            return _from_features(classifier.cut_layer, data, features)
        control.report(Notice(message=_NO_ROOM))
    size = specification.image_size
    return Material(
        data=data,
        training=ImageRows(data.training.files, size),
        validation=ImageRows(data.validation.files, size),
        layer=IMAGE_LAYER,
    )


def normalize_head(model: keras.Model, material: Material) -> None:
    """Set the statistics of the head's normalisation from (a seeded sample of) the training images."""
    count = min(len(material.training), _NORMALIZATION_IMAGES)
    rows = np.sort(np.random.default_rng(0).permutation(len(material.training))[:count])
    pooling = pooling_part(model, material.layer)
    if pooling is None:
        set_normalization(model, material.training.gather(rows))
        return
    pooling.compile(jit_compile=False)
    parts = np.array_split(rows, -(-count // _NORMALIZATION_BATCH))
    features = [np.asarray(pooling.predict_on_batch(material.training.gather(part))) for part in parts]
    set_normalization(model, np.concatenate(features))


def _from_features(cut_layer: str, data: TrainingData, features: StoredFeatures) -> Material:
    training, validation = features.images
    _require_two_classes(training)
    return Material(
        data=TrainingData(data.class_names, training, validation),
        training=features.tables[0],
        validation=features.tables[1],
        layer=cut_layer,
        extracted=features.extracted,
        reused=features.reused,
        decode_seconds=features.decode_seconds,
        extract_seconds=features.extract_seconds,
    )


def _require_two_classes(training: LabelledImages) -> None:
    if len(np.unique(training.labels)) < 2:
        raise UnusableInput(
            f"Fewer than two classes of {training.folder} have images that can be decoded.",
            hint="`frostline check` names every file that can't be used.",
        )
