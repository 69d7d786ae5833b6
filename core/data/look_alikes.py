"""Which files look alike, by number: for a split that keeps them on one side, and for leaks into validation.

What the files look like comes from the check of the files, which knows those that a scan has seen before. Which looks
are alike is `core.data.duplicates`' affair.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.data.checked_files import check_files
from core.data.duplicates import Prints, find_likeness
from core.job_control import JobControl


def look_numbers(files: Sequence[Path], digests: Sequence[str], control: JobControl) -> NDArray[np.int64]:
    """Return a number for each file, int64 (n,): equal ones look alike.

    digests: of each file's content (`core.data.content.image_digest`), as it was listed. Files that can't be decoded
    have a number of their own. Reports Progress of stage `check`.

    Raises:
        Stopped: the user asked for it.

    """
    checked = check_files(files, control)
    return numbers_of_looks(digests, checked.prints.looks, checked.usable, control)


def numbers_of_looks(
    digests: Sequence[str], looks: NDArray[np.uint8], usable: NDArray[np.int64], control: JobControl
) -> NDArray[np.int64]:
    """Return a number for each picture, as `look_numbers` does, where the looks are known already.

    looks: uint8 (n, LOOK_BYTES). usable: the indices of those that have one, ascending.
    """
    if not digests:  # All have gone since they were listed.
        return np.zeros(0, dtype=np.int64)
    contents = np.frombuffer(bytes.fromhex("".join(digests)), dtype=np.uint8).reshape(len(digests), -1)
    numbers = np.arange(len(digests), dtype=np.int64)
    if len(usable):
        likeness = find_likeness(Prints(contents, looks).select(usable), control)
        # Named after the first file of each look, so that no other file has the number.
        _, first, place = np.unique(likeness.looks, return_index=True, return_inverse=True)
        numbers[usable] = usable[first][place]
    return numbers
