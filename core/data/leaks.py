"""Validation images that are among the training images too: what validation says of them is what was learnt by heart.

Plain rules over which images look alike (`core.data.duplicates`). The split of one folder has no leaks, since it keeps
look-alikes together (`core.data.split`); a validation folder of the user's own may.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_FILES_NAMED = 3


def find_leaks(training: NDArray[np.int64], validation: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the indices of the validation images that look like a training image, int64, ascending.

    training, validation: for each image the number of its look, equal ones for images that look alike.
    """
    return np.flatnonzero(np.isin(validation, training)).astype(np.int64)


def describe_leaks(leaks: NDArray[np.int64], validation_files: Sequence[Path]) -> str:
    """Return the sentences that tell of leaks: how many, the first of them, and what follows; '' without leaks."""
    if not len(leaks):
        return ""
    named = ", ".join(str(validation_files[index]) for index in leaks[:_FILES_NAMED])
    more = f" and {len(leaks) - _FILES_NAMED:,} more" if len(leaks) > _FILES_NAMED else ""
    number = f"{len(leaks):,} of the {len(validation_files):,} validation images"
    return (
        f"{number} {'is' if len(leaks) == 1 else 'are'} among the training images too, or so like one of them that "
        f"they show the same: {named}{more}. The validation accuracy will be too good to be true: take them out of one "
        "of the two folders."
    )
