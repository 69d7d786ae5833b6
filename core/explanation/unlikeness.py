"""Whether a picture is unlike anything that the network was trained on.

After Sun et al. (2022), "Out-of-Distribution Detection with Deep Nearest Neighbors", arXiv 2204.06507: the distance to
the k-th nearest training image, between features of length 1, against a threshold that most held-out images stay
below. Nothing is assumed of how the features are spread, and nothing is trained.
"""

from __future__ import annotations

import numpy as np

from core.explanation.neighbours import distances_to

#: The k of the k-th nearest image: several, so that one odd training image excuses nothing, and so few that classes
#: with a handful of images are not out of the question. (There: 10 for 12,800 images, 1,000 for a hundred times more.)
NEIGHBOUR_NUMBER = 5

#: So many of the validation images, in per cent, are called alike.
PERCENTILE = 95.0

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


def threshold_of(validation_distances: np.ndarray, percentile: float = PERCENTILE) -> float | None:
    """Return the distance beyond which a picture is called unlike; None where no image was held out to tell.

    validation_distances: of the held-out images to their k-th nearest training image, float32 (m,).
    """
    if not len(validation_distances):
        return None
    return float(np.percentile(validation_distances, percentile))
