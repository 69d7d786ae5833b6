"""Whether a picture is unlike anything that the network was trained on.

After Sun et al. (2022), "Out-of-Distribution Detection with Deep Nearest Neighbors", arXiv 2204.06507: the distance to
the k-th nearest training image, between features of length 1, against a threshold that most held-out images stay
below. Nothing is assumed of how the features are spread, and nothing is trained.
"""

from __future__ import annotations

import numpy as np

from core.explanation.distances import distances_to

#: What `run.json` calls this measure.
METHOD = "distance to the k-th nearest training image, pooled features of length 1 (Sun et al. 2022, arXiv 2204.06507)"

#: The k of the k-th nearest image: several, so that one odd training image excuses nothing, and so few that classes
#: with a handful of images are not out of the question. (There: 10 for 12,800 images, 1,000 for a hundred times more.)
NEIGHBOUR_NUMBER = 5

#: So many of the validation images, in per cent, are called alike.
PERCENTILE = 95.0

#: Nearer than that are only the same picture's features, computed twice, at worst once in 16 bits.
SAME_PICTURE = 0.01

#: The distances of a picture whose features are computed twice, alone and in a batch, differ by less than that.
_NOISE = 1e-4

_ROWS_AT_ONCE = 256


def distances_of_kth(features: np.ndarray, reference: np.ndarray) -> np.ndarray:
    """Return how far each of `features`, (m, channels), lies from its k-th nearest of `reference`, (n, channels).

    float32 (m,), from 0 to 2; of fewer than k images the farthest counts. Both have length 1; n is at least 1.
    """
    position = min(NEIGHBOUR_NUMBER, len(reference)) - 1
    parts = [
        np.partition(distances_to(features[start : start + _ROWS_AT_ONCE], reference), position, axis=1)[:, position]
        for start in range(0, len(features), _ROWS_AT_ONCE)
    ]
    return np.concatenate(parts) if parts else np.empty(0, dtype=np.float32)


def distance_of_kth_in(distances: np.ndarray) -> float:
    """Return the distance to the k-th nearest of the images that lie at `distances`, float32 (n,), n at least 1."""
    position = min(NEIGHBOUR_NUMBER, len(distances)) - 1
    return float(np.partition(distances, position)[position])


def threshold_of(validation_distances: np.ndarray, percentile: float = PERCENTILE) -> float | None:
    """Return the distance beyond which a picture is called unlike; None where no image was held out to tell.

    validation_distances: of the held-out images to their k-th nearest training image, float32 (m,).
    """
    if not len(validation_distances):
        return None
    return float(np.percentile(validation_distances, percentile))


def is_beyond(distance: float, threshold: float | None) -> bool:
    """Whether a picture at `distance` is unlike: beyond the threshold by more than float noise."""
    return threshold is not None and distance - _NOISE > threshold


def farther_than(distance: float, validation_distances: np.ndarray) -> float | None:
    """Return so many of the validation images, in per cent, as lie nearer than `distance`; None where there are none.

    The inverse of `threshold_of`: a picture is unlike at a percentile just when this is above it. Beyond the farthest
    validation image it is above 100.
    """
    if not len(validation_distances):
        return None
    ranked = np.sort(validation_distances)
    if is_beyond(distance, float(ranked[-1])):
        return 101.0
    return float(np.interp(distance - _NOISE, ranked, np.linspace(0.0, 100.0, len(ranked)), left=0.0))
