"""A training from a store of features (`frostline extract`): its images, and the rows that it lends.

Classes, names, digests and looks come from the store's tables, so that the split is the one that the folder would have
had; rows are mapped from its partitions. What it lacks is computed from the pictures where they are at hand.
"""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Callable, Collection

import numpy as np

from core.cluster.image_table import StoredImage, read_images, read_problems
from core.cluster.partition import PartitionDamaged, map_partition
from core.cluster.place import Place, open_place, why_not_reached
from core.cluster.store_files import FEATURES, read_manifest, what_differs
from core.data.file_names import name_in_class
from core.data.looks import LOOK_BYTES
from core.errors import UnusableInput
from core.features.recipe import FeatureRecipe, row_key
from core.job_control import JobControl
from core.messages import Notice
from core.training.specification import TrainingSpecification
from core.training.training_data import LabelledImages, TrainingData

_log = logging.getLogger(__name__)

#: A row of features where it lies: the array that it is in, and its place there.
Row = tuple[np.ndarray, int]


def has_pictures(specification: TrainingSpecification) -> bool:
    """Whether the pictures of the specification's store are at hand."""
    return specification.folder != specification.store


def read_store_images(specification: TrainingSpecification) -> tuple[tuple[str, ...], LabelledImages]:
    """Return the classes of a store and its images, in the order in which the folder's would be listed.

    Raises:
        UnusableInput: it is no store, or is not complete.
        FrostlineError: it can't be read.

    """
    store = _store_of(specification)
    manifest = read_manifest(store)
    images = [image for portion in range(manifest.portions) for image in _images_in(portion, store)]
    class_names = tuple(sorted({image.picture.class_name for image in images}))
    inner = manifest.inner_classes
    readable = sorted((image for image in images if image.digest), key=lambda image: _place_of(image, inner=inner))
    label_of = {name: label for label, name in enumerate(class_names)}
    empty = bytes(LOOK_BYTES)
    return class_names, LabelledImages(
        folder=specification.folder,
        names=tuple(image.picture.name for image in readable),
        labels=np.asarray([label_of[image.picture.class_name] for image in readable], dtype=np.int64),
        digests=tuple(image.digest for image in readable),
        looks=np.frombuffer(b"".join(image.look or empty for image in readable), np.uint8).reshape(-1, LOOK_BYTES),
    )


def rows_in_store(
    specification: TrainingSpecification, recipe: FeatureRecipe, digests: Collection[str], control: JobControl
) -> dict[str, Row]:
    """Return the rows of these contents that the store has, by key, each of them verified and mapped.

    None where the store's features are of another recipe, which is told; the pictures are computed anew then.

    Raises:
        UnusableInput: it is of another recipe and the pictures are not at hand.
        Stopped: the user asked for it.

    """
    store = _store_of(specification)
    differs = what_differs(read_manifest(store).recipe, recipe)
    if differs:
        refuse_without_pictures(specification, differs)
        message = f"The store {store.where} is of no use here: {differs}. The features are computed from the pictures."
        control.report(Notice(message=message))
        return {}
    return _mapped(store, recipe, {row_key(digest) for digest in digests}, control.raise_if_stopped)


def refuse_without_pictures(specification: TrainingSpecification, differs: str) -> None:
    """Refuse features that the store doesn't have where there is nothing to compute them from.

    Raises:
        UnusableInput: the pictures are not at hand.

    """
    if not has_pictures(specification):
        raise UnusableInput(
            f"The store {specification.store} has not the features that this training needs: {differs}.",
            hint="Choose settings that fit the store, extract others, or name the folder of the pictures as well.",
        )


def refuse_other_cut(specification: TrainingSpecification, cuts: Collection[str]) -> None:
    """Refuse a training that needs features at other cuts than its store has, unless the pictures are at hand.

    Raises:
        UnusableInput: they are not.

    """
    recipe = read_manifest(_store_of(specification)).recipe
    for cut in sorted(set(cuts) - {recipe.cut_layer}):
        refuse_without_pictures(specification, what_differs(recipe, dataclasses.replace(recipe, cut_layer=cut)))
    if specification.views > 1:
        refuse_without_pictures(specification, "it has each picture as it is, and augmented views are wanted")


def without_missing(
    specification: TrainingSpecification, data: TrainingData, present: Collection[str], control: JobControl
) -> TrainingData:
    """Return the data less the images that have no row, where there are no pictures; a Notice says why of each."""
    reasons = {one.name: one.reason for one in read_problems(_store_of(specification))}
    parts = []
    for part in (data.training, data.validation):
        is_there = np.asarray([row_key(digest) in present for digest in part.digests], dtype=bool)
        if part.folder == specification.store:
            for index in np.flatnonzero(~is_there):
                name = part.names[index]
                why = reasons.get(name, "Its features are not in the store.")
                why = f"{why[:1].lower()}{why[1:]}"
                control.report(Notice(message=f"Left out: {part.folder / name} can't be used: {why}"))
            part = part.select(np.flatnonzero(is_there))  # noqa: PLW2901
        parts.append(part)
    return dataclasses.replace(data, training=parts[0], validation=parts[1])


def _mapped(store: Place, recipe: FeatureRecipe, wanted: set[str], between_rows: Callable[[], None]) -> dict[str, Row]:
    found: dict[str, Row] = {}
    assert store.local is not None
    for file in sorted((store.local / FEATURES).glob("*/*.parquet")):
        try:
            partition = map_partition(file, recipe)
        except PartitionDamaged as damage:
            _log.warning("A partition is left out: %s", damage)
            continue
        for position, key in enumerate(partition.keys):
            if key in wanted and key not in found:
                between_rows()
                if partition.is_whole(position):
                    found[key] = (partition.rows, position)
                else:
                    _log.warning("A row of %s fails its checksum", file)
    return found


def _store_of(specification: TrainingSpecification) -> Place:
    assert specification.store is not None
    return open_place(str(specification.store))


def _images_in(portion: int, store: Place) -> list[StoredImage]:
    try:
        return read_images(portion, store)
    except OSError as error:
        raise why_not_reached(store.where, error) from error


def _place_of(image: StoredImage, *, inner: bool) -> tuple[str, str, str]:
    name = image.picture.name
    return image.picture.class_name, name_in_class(name, inner_classes=inner), name
