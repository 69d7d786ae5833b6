"""The validation split: which images of each class are held out.

Indices only; what they index (files, features) is the caller's.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.data.held_out import held_out_count


def stratified_split(
    labels: Sequence[int] | NDArray[np.integer], fraction: float, seed: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the indices of the training images and of the validation images, each int64 and ascending.

    labels: the class of each image, 0 or more. fraction: part of each class to hold out, 0 <= fraction < 1.
    A class of n images gives round(fraction * n) to validation, at least one where fraction > 0 and n >= 2, and always
    keeps at least one for training. The same labels, fraction and seed give the same split on every machine.

    Raises:
        ValueError: the fraction is out of its range.

    """
    if not 0.0 <= fraction < 1.0:
        raise ValueError(f"The fraction is {fraction}: expected 0 <= fraction < 1.")
    classes = np.asarray(labels, dtype=np.int64)
    held_out = np.zeros(len(classes), dtype=bool)
    for one in np.unique(classes):
        # A generator for each class: more images in one class leave the split of the others as it was.
        members = np.random.default_rng([seed, int(one)]).permutation(np.flatnonzero(classes == one))
        held_out[members[: held_out_count(len(members), fraction)]] = True
    return np.flatnonzero(~held_out).astype(np.int64), np.flatnonzero(held_out).astype(np.int64)
