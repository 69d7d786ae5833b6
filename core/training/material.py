"""What `fit` works on: the images that are left after extraction, and their rows, features or pixels.

Which of the two it is, is decided here: features where something is frozen and the store may be used, else pixels.
"""

from __future__ import annotations

from dataclasses import dataclass

import keras
import numpy as np

from core.backend_specific import must_compile
from core.errors import UnusableInput
from core.features.recipe import FeatureRecipe
from core.features.store import FeatureStore
from core.features.views import RotatingViews
from core.job_control import JobControl
from core.messages import Notice
from core.network.description import IMAGE_LAYER
from core.network.frost_line import cut_model, pooling_part
from core.network.head import set_normalization
from core.training.classifier import Classifier
from core.training.devices import chosen_devices
from core.training.rows import Drawing, FreshViews, ImageRows, Rows, SameViews
from core.training.specification import TrainingSpecification
from core.training.stored_features import StoredFeatures, feature_recipe, features_of, open_store
from core.training.training_data import LabelledImages, TrainingData
from core.training.usable_images import without_unusable

#: The head's normalisation is measured on at most so many training images: more change its digits, not its use.
_NORMALIZATION_IMAGES = 2048
_NORMALIZATION_BATCH = 16

_NO_ROOM = (
    "The feature store has no room for these images, so the frozen layers are computed again at every epoch: "
    "free some disk space, or let the frost line lie higher, to train faster."
)

_FRESH_VIEWS = (
    "Every epoch draws its pictures anew, so nothing can be stored: the frozen layers are computed again at every "
    "epoch, for {images} images each time. A fixed number of views would be computed once."
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
    if _may_store(specification, classifier, data, control):
        extractor = cut_model(classifier.model, classifier.cut_layer).extractor
        recipe = feature_recipe(
            classifier, extractor, digests, engine=specification.engine, dtype=specification.feature_dtype
        )
        store = open_store(recipe)
        if specification.store is not None:
            data = _with_rows_of_store(specification, recipe, data, store, control)
        features = features_of(
            (data.training, data.validation),
            extractor,
            store,
            control,
            engine=specification.engine,
            views=(specification.views, 1),
            devices=chosen_devices(specification),
        )
        if features is not None:
            return _from_features(classifier.cut_layer, data, features, specification.views)
        control.report(Notice(message=_NO_ROOM))
    return _from_images(specification, data, control)


def _with_rows_of_store(
    specification: TrainingSpecification,
    recipe: FeatureRecipe,
    data: TrainingData,
    store: FeatureStore,
    control: JobControl,
) -> TrainingData:
    """Lend the rows of the specification's store to the feature store; return the images that there is something of."""
    from core.training.store_images import has_pictures, rows_in_store, without_missing  # which take pyarrow

    digests = {*data.training.digests, *data.validation.digests}
    rows = rows_in_store(specification, recipe, digests, control)
    store.lend(rows)
    return data if has_pictures(specification) else without_missing(specification, data, rows, control)


def _may_store(
    specification: TrainingSpecification, classifier: Classifier, data: TrainingData, control: JobControl
) -> bool:
    """Whether features are to be kept; reports what fresh views cost where they are the reason for not doing so."""
    if not specification.feature_store or classifier.cut_layer == IMAGE_LAYER:
        return False
    if specification.fresh_views:
        images = len(data.training) + len(data.validation)
        control.report(Notice(message=_FRESH_VIEWS.format(images=images)))
    return not specification.fresh_views


def normalize_head(model: keras.Model, material: Material) -> None:
    """Set the statistics of the head's normalisation from (a seeded sample of) the training images."""
    count = min(len(material.training), _NORMALIZATION_IMAGES)
    rows = np.sort(np.random.default_rng(0).permutation(len(material.training))[:count])
    pooling = pooling_part(model, material.layer)
    if pooling is None:
        set_normalization(model, material.training.gather(rows))
        return
    pooling.compile(jit_compile=must_compile())
    parts = np.array_split(rows, -(-count // _NORMALIZATION_BATCH))
    features = [np.asarray(pooling.predict_on_batch(material.training.gather(part))) for part in parts]
    set_normalization(model, np.concatenate(features))


def _from_features(cut_layer: str, data: TrainingData, features: StoredFeatures, views: int) -> Material:
    training, validation = features.images
    _require_two_classes(training)
    table = features.tables[0]
    return Material(
        data=TrainingData(data.class_names, training, validation, data.inner_classes),
        training=table if views == 1 else RotatingViews(table, views),
        validation=features.tables[1],
        layer=cut_layer,
        extracted=features.extracted,
        reused=features.reused,
        decode_seconds=features.decode_seconds,
        extract_seconds=features.extract_seconds,
    )


def _from_images(specification: TrainingSpecification, data: TrainingData, control: JobControl) -> Material:
    training, validation = without_unusable((data.training, data.validation), control)
    _require_two_classes(training)
    size, files = specification.image_size, training.files
    drawing: Drawing | None = None
    if specification.fresh_views:
        drawing = FreshViews(specification.seed)
    elif specification.views > 1:
        drawing = SameViews(files, training.digests, specification.views)
    return Material(
        data=TrainingData(data.class_names, training, validation, data.inner_classes),
        training=ImageRows(files, size, drawing, digests=training.digests),
        validation=ImageRows(validation.files, size, digests=validation.digests),
        layer=IMAGE_LAYER,
    )


def _require_two_classes(training: LabelledImages) -> None:
    if len(np.unique(training.labels)) < 2:
        raise UnusableInput(
            f"Fewer than two classes of {training.folder} have images that can be decoded.",
            hint="`frostline check` names every file that can't be used.",
        )
