"""An extraction into a store, from the order to the end: looked at, listed, computed here or on a cluster, completed.

How portions are computed is the concern of `here` and `on_cluster`.
"""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from core.backend_specific import backend_name
from core.cluster.address import cluster_address, require_ray
from core.cluster.driver import Order
from core.cluster.extractor import build_extractor, recipe_of, write_weights
from core.cluster.here import extract_here
from core.cluster.ledger import Count
from core.cluster.listing import list_pictures, portion_count, remove_listing, write_listing
from core.cluster.on_cluster import extract_on_cluster
from core.cluster.place import Place, open_place, why_not_reached
from core.cluster.store_files import LOCK_FILE, WEIGHTS_FILE, StoreManifest, find_manifest, what_differs, write_manifest
from core.errors import FrostlineError, UnusableInput
from core.features.recipe import FeatureRecipe
from core.job_control import JobControl
from core.messages import FeaturesExtracted
from core.training.specification import TrainingSpecification


@dataclass(frozen=True, kw_only=True)
class ExtractionOrder:
    """What is to be computed, and where. source, store: folders or URIs. cluster: its address; None: this computer.

    The others are named as in a training's specification. workers: at most so many on a cluster (0: as many as fit).
    """

    source: str
    store: str
    cut: str
    cluster: str | None = None
    backbone: str
    weights: str
    image_size: int
    seed: int
    engine: str
    feature_dtype: str
    inner_classes: bool = False
    pixel_limit: int | None = None
    workers: int = 0


def extract_to_store(order: ExtractionOrder, control: JobControl) -> FeaturesExtracted:
    """Compute the features of all pictures of a folder into a store, but for those that it has.

    Raises:
        UnusableInput: the folder has no pictures, the store is of another recipe or of other pictures, or the address
            is none.
        FrostlineError: the cluster or the store can't be reached, or is lost on the way; what is done is kept.
        Stopped: the user asked for it; what is done is kept.

    """
    started = time.monotonic()
    source, store = open_place(order.source), open_place(order.store)
    _refuse_store_inside(source, store)
    address = None if order.cluster is None else _joined(order.cluster)
    backbone, extractor = build_extractor(
        order.backbone, order.weights, order.image_size, order.seed, order.cut, control
    )
    recipe = recipe_of(backbone, extractor, order.cut, order.engine, order.feature_dtype)
    before = find_manifest(store)
    wanted = _manifest(order, recipe, source)
    _refuse_other_store(before, wanted, store)
    try:
        with _alone_in(store):
            images = write_listing(list_pictures(source, control, inner_classes=order.inner_classes), store, control)
            if not images:
                raise UnusableInput(
                    f"{source.where} has no pictures in class folders.",
                    hint="Choose a folder whose sub-folders are named after their classes.",
                )
            portions = portion_count(images) if before is None else before.portions
            manifest = dataclasses.replace(wanted, images=images, portions=portions)
            write_manifest(manifest, store)
            nodes: tuple[str, ...] = ()
            if address is None:
                count = extract_here(manifest, store.where, extractor, control)
            else:
                write_weights(extractor, store)
                del backbone, extractor
                what = Order(address, store.where, manifest, backend_name(), order.workers)
                count, nodes = extract_on_cluster(what, control)
            _complete(manifest, count, store)
    except OSError as error:
        raise why_not_reached(store.where, error) from error
    return FeaturesExtracted(
        store=store.where,
        images=images,
        images_extracted=count.computed,
        images_reused=count.reused,
        copies=count.copies,
        problems=count.problems,
        nodes=nodes,
        seconds=time.monotonic() - started,
    )


def order_for_training(
    specification: TrainingSpecification, cut: str, *, cluster: str | None, store: Path
) -> ExtractionOrder:
    """Return the order of what a training with this frost line would compute of its folder's pictures."""
    return ExtractionOrder(
        source=str(specification.folder),
        store=str(store),
        cut=cut,
        cluster=cluster,
        backbone=specification.backbone,
        weights=specification.weights,
        image_size=specification.image_size,
        seed=specification.seed,
        engine=specification.engine,
        feature_dtype=specification.feature_dtype,
        inner_classes=specification.inner_classes,
        pixel_limit=specification.pixel_limit,
    )


@contextmanager
def _alone_in(store: Place) -> Iterator[None]:
    """Keep others of this machine from writing to the store meanwhile; behind a URI nobody is kept from it.

    Raises:
        UnusableInput: somebody else writes to it.
        OSError: it can't be written to.

    """
    if store.local is None:
        yield
        return
    store.local.mkdir(parents=True, exist_ok=True)
    lock = FileLock(store.local / LOCK_FILE)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise UnusableInput(
            f"Another extraction writes to {store.where}.", hint="Wait for its end, or choose another place with --out."
        ) from error
    try:
        yield
    finally:
        lock.release()


def _joined(cluster: str) -> str:
    require_ray()
    return cluster_address(cluster)


def _manifest(order: ExtractionOrder, recipe: FeatureRecipe, source: Place) -> StoreManifest:
    """Return what the manifest is to say, but for the numbers, which are not known yet."""
    return StoreManifest(
        recipe=recipe,
        source=source.where,
        weights=order.weights,
        seed=order.seed,
        engine=order.engine,
        portions=1,
        images=0,
        inner_classes=order.inner_classes,
        pixel_limit=order.pixel_limit,
    )


def _refuse_store_inside(source: Place, store: Place) -> None:
    inside = f"{store.where}/".startswith(f"{source.where.rstrip('/')}/")
    if inside:
        raise UnusableInput(
            f"The store {store.where} would lie inside the data folder {source.where}.",
            hint="Choose another place with --out.",
        )


def _refuse_other_store(before: StoreManifest | None, wanted: StoreManifest, store: Place) -> None:
    if before is None:
        if store.local is not None and _holds_other_things(store.local):
            raise UnusableInput(
                f"{store.where} is there already, and is not a store of features.",
                hint="Choose a new or an empty folder with --out.",
            )
        return
    differs = what_differs(before.recipe, wanted.recipe)
    if differs:
        raise UnusableInput(
            f"The store {store.where} was made by another recipe: {differs}.",
            hint="Choose another place with --out, or the settings with which the store was made.",
        )
    if (before.source, before.inner_classes) != (wanted.source, wanted.inner_classes):
        raise UnusableInput(
            f"The store {store.where} is of the pictures of {before.source}, read in its own way.",
            hint="Choose another place with --out.",
        )


def _holds_other_things(folder: Path) -> bool:
    if not folder.exists():
        return False
    return not folder.is_dir() or any(one.name != LOCK_FILE for one in folder.iterdir())


def _complete(manifest: StoreManifest, count: Count, store: Place) -> None:
    if count.done < manifest.images:
        raise FrostlineError(
            f"{manifest.images - count.done:,} of {manifest.images:,} pictures were not dealt with.",
            hint="Repeat the command: what is done is kept.",
            kind="incomplete",
        )
    write_manifest(dataclasses.replace(manifest, complete=True), store)
    remove_listing(store)
    (store / WEIGHTS_FILE).remove()
