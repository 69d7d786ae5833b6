"""How far pictures lie from all training images of a run: what a prediction says beside its classes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.explanation.distances import distances_to, unit_length
from core.explanation.reference_shelf import Reference
from core.explanation.unlikeness import SAME_PICTURE, distance_of_kth_in, farther_than, is_beyond, threshold_of


@dataclass(frozen=True)
class Remoteness:
    """A picture's distance to the k-th nearest training image, and what that means; see `messages.ImagePredicted`."""

    distance: float
    threshold: float | None
    farther_than: float | None
    is_unlike: bool


def remoteness_of(features: np.ndarray, reference: Reference, percentile: float) -> tuple[Remoteness, ...]:
    """Return how far each picture lies. features: pooled, float32 (n, channels), of any length."""
    between = distances_to(unit_length(features), reference.training.features)
    threshold = threshold_of(reference.validation_distances, percentile)
    found = []
    for row in between:
        distance = distance_of_kth_in(row)
        # Every training image is nearest to itself, and like what was trained on whatever the others are.
        is_known = float(row.min()) < SAME_PICTURE
        rank = farther_than(distance, reference.validation_distances)
        found.append(
            Remoteness(
                distance=distance,
                threshold=threshold,
                farther_than=0.0 if is_known and rank is not None else rank,
                is_unlike=is_beyond(distance, threshold) and not is_known,
            )
        )
    return tuple(found)
