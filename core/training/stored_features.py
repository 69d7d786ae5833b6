"""From images to stored features: what a training needs from the feature store, computed where it is absent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import keras
import numpy as np

from core.backend_specific import backend_name
from core.data.decode import DECODER_VERSION, ImageUnusable
from core.features.extract import extract_features
from core.features.recipe import FeatureRecipe, row_key
from core.features.store import FeatureStore
from core.features.table import FeatureTable
from core.job_control import JobControl
from core.messages import Notice
from core.network.backbone import BACKBONE_NAME
from core.network.frost_line import digest_below
from core.places import feature_store_folder
from core.training.classifier import Classifier
from core.training.training_data import LabelledImages


@dataclass(frozen=True)
class StoredFeatures:
    """The features of some images: table row i belongs to image `images[i]`; unusable images are left out.

    decode_seconds: waiting for decoded images; extract_seconds: computing; both by the clock.
    """

    images: tuple[LabelledImages, ...]
    tables: tuple[FeatureTable, ...]
    extracted: int
    reused: int
    decode_seconds: float
    extract_seconds: float


def feature_recipe(classifier: Classifier, extractor: keras.Model, digests: dict[str, str]) -> FeatureRecipe:
    """Return what the features at the classifier's frost line depend on. `digests`: of every frozen layer."""
    return FeatureRecipe(
        backbone=BACKBONE_NAME,
        weights_digest=digest_below(digests, classifier.network, classifier.cut_layer),
        cut_layer=classifier.cut_layer,
        image_size=classifier.network.image_size,
        decoder=DECODER_VERSION,
        backend=backend_name(),
        row_shape=tuple(int(size) for size in extractor.output.shape[1:]),
    )


def open_store(recipe: FeatureRecipe) -> FeatureStore:
    """Open the user's feature store for this recipe."""
    return FeatureStore(feature_store_folder(), recipe)


def features_of(
    parts: Sequence[LabelledImages], extractor: keras.Model, store: FeatureStore, control: JobControl
) -> StoredFeatures | None:
    """Return the features of all images, computing what the store has not; None when the store has no room.

    Reports a Notice for each image that can't be decoded.
    """
    file_of = {row_key(digest): file for part in parts for digest, file in zip(part.digests, part.files, strict=True)}
    present = store.load(file_of)
    missing = [key for key in file_of if key not in present]
    if missing and not store.has_room_for(len(missing)):
        return None
    decode_seconds = extract_seconds = 0.0
    if missing:
        done = extract_features(extractor, [file_of[key] for key in missing], missing, store, control)
        decode_seconds, extract_seconds = done.decode_seconds, done.extract_seconds
        _tell_unusable(done.unusable, control)
        present = store.load(file_of)
    usable = tuple(_select_present(part, present) for part in parts)
    return StoredFeatures(
        images=usable,
        tables=tuple(store.table([row_key(digest) for digest in part.digests]) for part in usable),
        extracted=len([key for key in missing if key in present]),
        reused=len(file_of) - len(missing),
        decode_seconds=decode_seconds,
        extract_seconds=extract_seconds,
    )


def _tell_unusable(unusable: Sequence[ImageUnusable], control: JobControl) -> None:
    for problem in unusable:
        control.report(Notice(message=f"Left out: {problem.message}"))


def _select_present(part: LabelledImages, present: frozenset[str]) -> LabelledImages:
    keep = [index for index, digest in enumerate(part.digests) if row_key(digest) in present]
    return part if len(keep) == len(part) else part.select(np.asarray(keep, dtype=np.int64))
