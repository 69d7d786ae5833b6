"""How far pooled features lie from each other: Euclidean, between features of length 1, so from 0 (the same) to 2.

Plain functions over arrays. They are computed one against all, which takes milliseconds for thousands.
"""

from __future__ import annotations

import numpy as np

#: Of the space that is measured in: beyond float noise, and far below any distance of two pictures.
_SMALLEST_LENGTH = 1e-12


def unit_length(features: np.ndarray) -> np.ndarray:
    """Return rows of features, float32 (n, channels), each divided by its Euclidean length."""
    lengths = np.linalg.norm(features, axis=-1, keepdims=True)
    unit: np.ndarray = features / np.maximum(lengths, _SMALLEST_LENGTH)
    return unit


def distances_to(features: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Return the distances of each of `features`, (m, channels), to each of `others`, (n, channels): float32 (m, n).

    Both are of length 1, so the squared distance is 2 less twice the cosine.
    """
    squared = 2.0 - 2.0 * (features @ others.T)
    distances: np.ndarray = np.sqrt(np.maximum(squared, 0.0))
    return distances
