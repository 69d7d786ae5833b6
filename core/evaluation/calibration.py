"""Whether a model is as sure as it is right: the bins of a reliability diagram, and the expected calibration error.

Guo et al. 2017, "On Calibration of Modern Neural Networks", https://arxiv.org/abs/1706.04599. Plain functions over
arrays; the curve itself is scikit-learn's.
"""

from __future__ import annotations

import numpy as np
from sklearn.calibration import calibration_curve

from core.messages import ReliabilityBin

#: Bins of equal width between 0 and 1, as in the diagrams of Guo et al.
BINS = 10


def reliability_bins(probabilities: np.ndarray, labels: np.ndarray, bins: int = BINS) -> tuple[ReliabilityBin, ...]:
    """Return how sure and how right the answers are, by how sure they are.

    probabilities: float (n, classes), n >= 1. labels: int (n,). The answer is the likeliest class.
    """
    sureness = np.clip(probabilities.max(axis=1).astype(np.float64), 0.0, 1.0)
    right = probabilities.argmax(axis=1) == labels
    edges = np.linspace(0.0, 1.0, bins + 1)
    counts = np.bincount(np.searchsorted(edges[1:-1], sureness), minlength=bins)
    accuracies, confidences = np.zeros(bins), np.zeros(bins)
    # It leaves empty bins out.
    accuracies[counts > 0], confidences[counts > 0] = calibration_curve(right, sureness, pos_label=True, n_bins=bins)
    return tuple(
        ReliabilityBin(
            lower=float(edges[number]),
            upper=float(edges[number + 1]),
            images=int(counts[number]),
            confidence=float(confidences[number]),
            accuracy=float(accuracies[number]),
        )
        for number in range(bins)
    )


def expected_calibration_error(bins: tuple[ReliabilityBin, ...]) -> float:
    """Return the mean distance between sureness and accuracy, weighted by images: 0 (calibrated) to 1."""
    images = sum(one.images for one in bins)
    return sum(one.images * abs(one.accuracy - one.confidence) for one in bins) / images if images else 0.0
