"""`reference.npz` of a run: the pooled features that a picture's are compared with, to tell whether it is unlike them.

Reading and writing alone, without Keras. Where the features come from is `reference`'s concern, and
`core.explanation.reference_shelf`'s for runs that were written without them.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path, PurePath

import numpy as np

from core.array_file import ArraysDamaged, read_arrays
from core.data.sidecar import COLLECTION
from core.network.archive_members import is_inside
from core.training.run_record import REFERENCE_FILE
from core.whole_files import file_beside

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class StoredReference:
    """Training images with their features, and how far the validation images lie from them.

    names: of the training images, relative to the data folder, with '/'. labels: int64 (n,). features: float32
    (n, channels), each row of length 1. validation_distances: float32 (m,), to the k-th nearest training image.
    """

    names: tuple[str, ...]
    labels: np.ndarray
    features: np.ndarray
    validation_distances: np.ndarray


def write_reference(reference: StoredReference, run: Path) -> None:
    """Write `reference.npz` into the folder `run`, whole or not at all; raises OSError."""
    with file_beside(run / REFERENCE_FILE) as unfinished:
        np.savez(
            unfinished,
            names=np.asarray(reference.names, dtype=np.str_),
            labels=reference.labels,
            features=reference.features,
            validation_distances=reference.validation_distances,
        )


def read_reference(run: Path) -> StoredReference | None:
    """Return what `reference.npz` of the folder `run` holds; None when there is none, or it can't be used."""
    file = run / REFERENCE_FILE
    try:
        arrays = read_arrays(file)
        reference = StoredReference(
            names=tuple(str(name) for name in arrays["names"]),
            labels=arrays["labels"],
            features=arrays["features"],
            validation_distances=arrays["validation_distances"],
        )
    except FileNotFoundError:
        return None
    except (OSError, ArraysDamaged, KeyError, TypeError):
        _log.warning("%s can't be used", file, exc_info=True)
        return None
    return reference if _fits_together(reference) else None


def read_validation_distances(run: Path) -> np.ndarray:
    """Return how far the validation images lie, float32 (m,), without reading the features; empty where none tell."""
    try:
        distances = read_arrays(run / REFERENCE_FILE, {"validation_distances"})["validation_distances"]
    except (OSError, ArraysDamaged, KeyError):
        return np.empty(0, dtype=np.float32)
    return distances if distances.ndim == 1 and distances.dtype.kind == "f" else np.empty(0, dtype=np.float32)


def _fits_together(reference: StoredReference) -> bool:
    count = len(reference.names)
    return bool(
        count
        and reference.labels.shape == (count,)
        and reference.labels.dtype.kind == "i"
        and reference.features.ndim == 2
        and reference.features.dtype.kind == "f"
        and len(reference.features) == count
        and reference.validation_distances.ndim == 1
        and reference.validation_distances.dtype.kind == "f"
        and np.isfinite(reference.features).all()
        and all(is_inside(name) or COLLECTION in PurePath(name).parts for name in reference.names)
    )
