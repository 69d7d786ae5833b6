"""A head by scikit-learn: LogisticRegression on the very features that Frostline keeps in its store.

What Frostline is spared here is the same on both sides: the features are there already, of the same images, with the
same split.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from core.data.content import image_digest
from core.features.recipe import FeatureRecipe, row_key
from core.features.store import RECIPE_FILE, FeatureStore
from core.places import feature_store_folder
from core.training.run_record import RunRecord, read_run_record


def measure(run: str) -> dict[str, Any]:
    """Fit on the training images of a run with the head alone trained; return seconds and validation accuracy."""
    record = read_run_record(Path(run))
    training, training_labels = _features(record, record.training_files)
    validation, validation_labels = _features(record, record.validation_files)

    started = time.monotonic()
    model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))
    model.fit(training, training_labels)
    seconds = time.monotonic() - started
    return {"seconds": seconds, "val_accuracy": float(model.score(validation, validation_labels))}


def _features(record: RunRecord, names: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Return the stored features of some of a run's images, float32 (n, 2048), and their labels, int64 (n,)."""
    keys = [row_key(image_digest(record.specification.folder / name)) for name in names]
    for recipe in _recipes():
        store = FeatureStore(feature_store_folder(), recipe)
        if recipe.cut_layer == record.cut_layer and store.load(keys).issuperset(keys):
            labels = [record.class_names.index(name.partition("/")[0]) for name in names]
            return store.table(keys).gather(np.arange(len(keys))), np.asarray(labels)
    raise LookupError(f"The feature store has not the features of {record.specification.run}.")


def _recipes() -> list[FeatureRecipe]:
    found = []
    for file in sorted(feature_store_folder().glob(f"*/{RECIPE_FILE}")):
        words = json.loads(file.read_text(encoding="utf-8"))
        found.append(FeatureRecipe(**{**words, "row_shape": tuple(words["row_shape"])}))
    return found
