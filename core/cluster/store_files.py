"""The store that a cluster writes and a training reads: what is called how in it, and its manifest.

    store.json                       how every row was made, of which pictures, and whether all of them are done
    images/00012.parquet             names, classes, keys and looks of the pictures of a portion
    features/00012-<letters>.parquet rows of features under their keys (`core.cluster.partition`)
    problems/00012.parquet           pictures that can't be used, with why
    listing/, extractor.npz          only while an extraction is on its way: what there is to do, and with which weights

A portion is a range of the hashes of the pictures' names, so that each is a random sample of all classes. What is in
the tables is the concern of the files that write them.
"""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass

from core.cluster.place import Place, why_not_reached
from core.errors import UnusableInput
from core.features.recipe import FeatureRecipe
from core.typed_json import from_json

MANIFEST = "store.json"
IMAGES, FEATURES, PROBLEMS, LISTING = "images", "features", "problems", "listing"
WEIGHTS_FILE = "extractor.npz"
#: Held by whoever writes to the store, where it is a folder.
LOCK_FILE = ".lock"
_VERSION = 1


@dataclass(frozen=True, kw_only=True)
class StoreManifest:
    """What `store.json` says.

    source: the folder or URI of the pictures. weights, seed, engine: as a training's specification names them.
    portions: their number, which stays the same for the life of the store. images: how many were listed last.
    complete: whether all of them are done.
    """

    recipe: FeatureRecipe
    source: str
    weights: str
    seed: int
    engine: str
    portions: int
    images: int
    inner_classes: bool = False
    pixel_limit: int | None = None
    complete: bool = False
    version: int = _VERSION


def write_manifest(manifest: StoreManifest, store: Place) -> None:
    """Write `store.json`; raises OSError."""
    text = json.dumps(dataclasses.asdict(manifest), indent=2) + "\n"
    (store / MANIFEST).write(text.encode("utf-8"))


def find_manifest(store: Place) -> StoreManifest | None:
    """Return what `store.json` says; None where there is none.

    Raises:
        UnusableInput: it is damaged, or of a later version.
        FrostlineError: the place can't be reached.

    """
    file = store / MANIFEST
    try:
        if not file.is_file():
            return None
        content = file.read()
    except Exception as error:  # the packages behind fsspec raise exceptions of their own
        raise why_not_reached(store.where, error) from error
    try:
        manifest = from_json(StoreManifest, json.loads(content))
    except (ValueError, RecursionError) as error:
        raise UnusableInput(
            f"{file.where} is damaged: {str(error).removesuffix('.')}.", hint="Extract the features again elsewhere."
        ) from error
    if manifest.version > _VERSION or manifest.portions < 1:
        raise UnusableInput(
            f"{file.where} was written by another Frostline.", hint="Update Frostline, or extract anew."
        )
    return manifest


def read_manifest(store: Place) -> StoreManifest:
    """Return the manifest of a store that is complete.

    Raises:
        UnusableInput: there is none, it is damaged, or its extraction is not over.
        FrostlineError: the place can't be reached.

    """
    manifest = find_manifest(store)
    if manifest is None:
        raise UnusableInput(
            f"{store.where} is not a store of features: it has no {MANIFEST}.",
            hint="Choose the folder that `frostline extract` wrote with --out.",
        )
    if not manifest.complete:
        raise UnusableInput(
            f"The extraction into {store.where} is not over.",
            hint="Start `frostline extract` again as before: it goes on from where it was.",
        )
    return manifest


def what_differs(store: FeatureRecipe, wanted: FeatureRecipe) -> str:
    """Return how a store's recipe differs from what is wanted, as the end of a sentence; '' where it doesn't."""
    words = {
        "backbone": "backbone",
        "image_size": "image size",
        "cut_layer": "cut",
        "dtype": "feature type",
        "decoder": "version of the decoder",
        "backend": "backend or engine",
        "row_shape": "shape of a row",
    }
    for name, word in words.items():
        has, wants = getattr(store, name), getattr(wanted, name)
        if has != wants:
            return f"it has the {word} {has}, and {wants} is wanted"
    return "" if store == wanted else "it was computed with other weights"


def portion_name(portion: int) -> str:
    """Return what the files of a portion are called, without their suffix."""
    return f"{portion:05d}"
