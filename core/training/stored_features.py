"""From images to stored features: what a training needs from the feature store, computed where it is absent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import keras
import numpy as np

from core.backend_specific import gpu_names
from core.data.augment import View
from core.data.decode import ImageUnusable
from core.features.batch_size import largest_batch_size
from core.features.deviation import describe_deviation, deviation_from_keras
from core.features.engine import KERAS, computes_on_gpu, devices_together, idle_gpu_notice, open_engine
from core.features.extract import Extraction, extract_features
from core.features.portions import StoreFull, in_memory_notice
from core.features.recipe import FeatureRecipe, row_key
from core.features.recipe_here import recipe_here
from core.features.store import FeatureStore
from core.features.table import FeatureTable
from core.job_control import JobControl
from core.messages import Notice
from core.places import feature_store_folder
from core.training.classifier import Classifier
from core.training.training_data import LabelledImages


@dataclass(frozen=True)
class StoredFeatures:
    """The features of some images: table row i belongs to image `images[i]`; unusable images are left out.

    Where an image has several views, the rows of view 0 come first, then those of view 1, and so on. extracted and
    reused count images: one is reused when none of its views had to be computed.
    decode_seconds: waiting for decoded images; extract_seconds: computing; both by the clock.
    """

    images: tuple[LabelledImages, ...]
    tables: tuple[FeatureTable, ...]
    extracted: int
    reused: int
    decode_seconds: float
    extract_seconds: float


def feature_recipe(
    classifier: Classifier,
    extractor: keras.Model,
    digests: dict[str, str],
    *,
    engine: str = KERAS,
    dtype: str = "float32",
) -> FeatureRecipe:
    """Return what the features at the classifier's frost line depend on. `digests`: of every frozen layer.

    Raises:
        UnusableInput: the engine is not installed, or this machine can't run it.

    """
    return recipe_here(classifier.network, classifier.cut_layer, digests, extractor, engine=engine, dtype=dtype)


def open_store(recipe: FeatureRecipe) -> FeatureStore:
    """Open the user's feature store for this recipe."""
    return FeatureStore(feature_store_folder(), recipe)


def features_of(
    parts: Sequence[LabelledImages],
    extractor: keras.Model,
    store: FeatureStore,
    control: JobControl,
    *,
    engine: str = KERAS,
    views: Sequence[int] | None = None,
    devices: tuple[str, ...] = (),
) -> StoredFeatures | None:
    """Return the features of all images, computing what the store has not; None when there is no room for them.

    Where the disk has no room, or can't be written to, features are held in memory, as long as they are not too many.

    engine: that of the store's recipe. views: how many views each part has, by default one, the image itself.
    devices: that share the work, see `open_engine`.
    Reports a Notice for each image that can't be decoded, and one of how exact an engine other than Keras was.
    """
    views_of_part = views or (1,) * len(parts)
    wanted = {
        row_key(view.digest, view.number): view
        for part, count in zip(parts, views_of_part, strict=True)
        for view in _views(part, count)
    }
    present = store.load(wanted, between_rows=control.raise_if_stopped)
    missing = {key: view for key, view in wanted.items() if key not in present}
    if missing and not _has_room(store, len(missing), control):
        return None
    done = Extraction()
    if missing:
        try:
            done = _extract(missing, extractor, store, control, engine, devices)
        except StoreFull:
            return None
        for message in _left_out(done.unusable, parts):
            control.report(Notice(message=f"Left out: {message}"))
        present = store.load(wanted)
    usable = tuple(_select_present(part, count, present) for part, count in zip(parts, views_of_part, strict=True))
    extracted = {view.digest for key, view in missing.items() if key in present}
    return StoredFeatures(
        images=usable,
        tables=tuple(
            store.table([row_key(view.digest, view.number) for view in _views(part, count)])
            for part, count in zip(usable, views_of_part, strict=True)
        ),
        extracted=len(extracted),
        reused=len({view.digest for view in wanted.values()} - {view.digest for view in missing.values()}),
        decode_seconds=done.decode_seconds,
        extract_seconds=done.extract_seconds,
    )


def _has_room(store: FeatureStore, row_count: int, control: JobControl) -> bool:
    """Whether so many more rows find room, on the disk or in memory."""
    if store.has_room_for(row_count):
        return True
    if not store.may_hold(row_count):
        return False
    needed = row_count * store.recipe.row_bytes / 1e6
    control.report(Notice(message=in_memory_notice(store, f"it has no room for {needed:,.1f} MB")))
    store.on_disk = False
    return True


def _views(images: LabelledImages, count: int) -> Iterator[View]:
    """Yield view 0 of all images, then view 1 of all, and so on."""
    files = images.files
    for number in range(count):
        for file, digest in zip(files, images.digests, strict=True):
            yield View(file, digest, number)


def _extract(
    missing: dict[str, View],
    extractor: keras.Model,
    store: FeatureStore,
    control: JobControl,
    engine_name: str,
    devices: tuple[str, ...],
) -> Extraction:
    idle = idle_gpu_notice(engine_name, gpu_names())
    if idle is not None:
        control.report(Notice(message=idle))
    engine = open_engine(engine_name, extractor, devices)
    on_gpu, together = computes_on_gpu(engine_name), devices_together(engine_name, devices)
    largest = largest_batch_size(engine, len(missing), store.recipe.image_size, on_gpu=on_gpu, devices=together)
    done = extract_features(engine, list(missing.values()), list(missing), store, control, largest=largest)
    if engine_name != KERAS and done.sample is not None:
        deviation = deviation_from_keras(done.sample, extractor)
        images = len(done.sample.pixels)
        control.report(Notice(message=describe_deviation(deviation, store.recipe.backend, images)))
    return done


def _left_out(unusable: Sequence[ImageUnusable], parts: Sequence[LabelledImages]) -> Iterator[str]:
    """Yield a sentence for each image that has no features: of copies only one was decoded, and all are left out."""
    reasons = {problem.source: problem.reason for problem in unusable}
    if not reasons:
        return
    images = [(file, digest) for part in parts for file, digest in zip(part.files, part.digests, strict=True)]
    of_digest = {digest: reasons[file] for file, digest in images if file in reasons}
    for file, digest in images:
        if digest in of_digest:
            yield ImageUnusable(file, reasons.get(file, of_digest[digest])).message


def _select_present(part: LabelledImages, views: int, present: frozenset[str]) -> LabelledImages:
    keep = [
        index
        for index, digest in enumerate(part.digests)
        if all(row_key(digest, number) in present for number in range(views))
    ]
    return part if len(keep) == len(part) else part.select(np.asarray(keep, dtype=np.int64))
