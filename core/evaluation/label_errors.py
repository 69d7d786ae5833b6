"""Labels that may be wrong, found by confident learning.

Northcutt et al. 2021, "Confident Learning: Estimating Uncertainty in Dataset Labels", https://arxiv.org/abs/1911.00068.
A model's threshold for a class is its mean sureness of that class on the images that are labelled so. An image is
suspected when the model prefers another class than the given one and is at least so sure of it: it lies off the
diagonal of the confident joint. The order is that of the normalized margin. Plain functions over arrays; the
predictions must be of images that the model was not trained on, which is the caller's affair (`trained_on`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Suspicion:
    """An image, by its index, that looks like another class: how sure the model is of that one and of its own."""

    index: int
    suggested: int
    probability: float
    own_probability: float
    threshold: float


def class_thresholds(probabilities: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Return the mean sureness of each class on its own images, float64 (classes,); infinite for one without images.

    probabilities: float (n, classes). labels: int (n,).
    """
    classes = probabilities.shape[1]
    own = probabilities[np.arange(len(labels)), labels].astype(np.float64)
    images = np.bincount(labels, minlength=classes)
    sums = np.bincount(labels, weights=own, minlength=classes)
    return np.asarray(np.divide(sums, images, out=np.full(classes, np.inf), where=images > 0))


def suspected_labels(probabilities: np.ndarray, labels: np.ndarray) -> list[Suspicion]:
    """Return the images whose labels may be wrong, the likeliest first.

    probabilities: float (n, classes), of images that were held out. labels: int (n,), the given classes.
    """
    if not len(labels):
        return []
    thresholds = class_thresholds(probabilities, labels)
    suggested = probabilities.argmax(axis=1)
    rows = np.arange(len(labels))
    sure, own = probabilities[rows, suggested], probabilities[rows, labels]
    found = np.flatnonzero((suggested != labels) & (sure >= thresholds[suggested]))
    return [
        Suspicion(
            index=int(index),
            suggested=int(suggested[index]),
            probability=float(sure[index]),
            own_probability=float(own[index]),
            threshold=float(thresholds[suggested[index]]),
        )
        for index in found[np.argsort(own[found] - sure[found], kind="stable")]
    ]
