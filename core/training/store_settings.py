"""What a store of features has decided for a training from it. No Keras here: the command line and the window ask."""

from __future__ import annotations

from pathlib import Path

from core.cluster.place import open_place
from core.cluster.store_files import StoreManifest, read_manifest
from core.network.weights import RANDOM


def store_settings(store: Path) -> dict[str, object]:
    """Return the settings of a training that a store has decided: what its features are made of.

    Raises:
        UnusableInput: it is no store, or is not complete.

    """
    manifest = read_manifest(open_place(str(store)))
    return {
        "backbone": manifest.recipe.backbone,
        "weights": manifest.weights,
        "image_size": manifest.recipe.image_size,
        "engine": manifest.engine,
        "feature_dtype": manifest.recipe.dtype,
        "inner_classes": manifest.inner_classes,
        "folder": _folder_of(manifest, store),
    } | ({"seed": manifest.seed} if manifest.weights == RANDOM else {})


def _folder_of(manifest: StoreManifest, store: Path) -> Path:
    """Return where the pictures are, as far as they are at hand; else the store itself."""
    source = open_place(manifest.source).local
    return store if source is None or not source.is_dir() else source
