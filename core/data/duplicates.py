"""Which images of a folder are the same: byte for byte, or to the eye.

What is compared are the prints that the check of the files left (`core.data.checked_files`). Which looks are alike is
said in `core.data.looks`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.data.close_pairs import close_pairs, comparisons_needed
from core.data.looks import MOST_BITS, hashes_of, same_colours
from core.data.packed_names import PackedNames
from core.data.paths_in import PathsIn
from core.job_control import JobControl
from core.messages import DuplicateGroup

#: Where more comparisons would be needed (half a minute), most images look alike, and likeness tells nothing.
MOST_COMPARISONS = 300_000_000
#: To compare fewer looks takes no time.
_MANY = 10_000


@dataclass(frozen=True)
class Prints:
    """What tells images apart, index by index: digests of their content, uint8 (n, 16), and looks, uint8 (n, 80)."""

    digests: NDArray[np.uint8]
    looks: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.digests)

    def select(self, indices: NDArray[np.int64]) -> Prints:
        """Return the prints of some of the images, in the order of `indices`."""
        return Prints(self.digests[indices], self.looks[indices])

    @classmethod
    def joined(cls, parts: Sequence[Prints]) -> Prints:
        """Return the prints of several parts, one after another."""
        return cls(np.concatenate([one.digests for one in parts]), np.concatenate([one.looks for one in parts]))


@dataclass(frozen=True)
class Likeness:
    """For each image the numbers of its content and of its look, int64 (n,): equal ones have the same number.

    Images of equal content have equal looks. all_alike: most images look alike, so that looks were not compared, and
    only equal content counts as the same look.
    """

    contents: NDArray[np.int64]
    looks: NDArray[np.int64]
    all_alike: bool = False


def find_likeness(prints: Prints, control: JobControl) -> Likeness:
    """Say which images have the same content, and which look alike; likeness is passed on from pair to pair.

    Reports Progress of stage `compare` where there are so many that it takes a while.

    Raises:
        Stopped: `control` says so.

    """
    _, first, contents = np.unique(prints.digests, axis=0, return_index=True, return_inverse=True)
    contents = contents.reshape(-1).astype(np.int64)
    looks = prints.looks[first]
    hashes = hashes_of(looks)
    if comparisons_needed(hashes) > MOST_COMPARISONS:
        return Likeness(contents, contents, all_alike=True)
    groups = np.arange(len(first), dtype=np.int64)
    for pairs in close_pairs(hashes, MOST_BITS, groups):
        control.raise_if_stopped()
        if len(hashes) > _MANY:
            control.progress("compare", 0, 0)
        if len(pairs):
            _join(groups, pairs[same_colours(looks[pairs[:, 0]], looks[pairs[:, 1]])])
    return Likeness(contents, groups[contents])


def duplicate_groups(
    likeness: Likeness, folder: Path, names: Sequence[str], class_names: Sequence[str]
) -> tuple[DuplicateGroup, ...]:
    """Return the groups of equal files, then those of files that look alike, each in the order of the files.

    names: of the files, relative to `folder`, with '/'. class_names: the class of each. Where copies of a file look
    like another one, both are told: the copies as equal, and all of them as alike.
    """

    def group(indices: NDArray[np.int64], exact: bool) -> DuplicateGroup:
        return DuplicateGroup(
            files=PathsIn(folder, PackedNames(names[index] for index in indices)),
            class_names=PackedNames(class_names[index] for index in indices),
            exact=exact,
        )

    equal = [group(indices, True) for indices in _groups_of_several(likeness.contents)]
    alike = [
        group(indices, False)
        for indices in _groups_of_several(likeness.looks)
        if np.any(likeness.contents[indices] != likeness.contents[indices[0]])
    ]
    return (*equal, *alike)


def _join(groups: NDArray[np.int64], pairs: NDArray[np.int64]) -> None:
    """Make one group, in place, of those of the two of each pair; its number is its smallest member."""
    while len(pairs):
        left, right = groups[pairs[:, 0]], groups[pairs[:, 1]]
        apart = left != right
        pairs, left, right = pairs[apart], left[apart], right[apart]
        # Hang the larger name under the smaller one, then let everybody look up the name that is current now.
        np.minimum.at(groups, np.maximum(left, right), np.minimum(left, right))
        while np.any(groups[groups] != groups):
            groups[:] = groups[groups]


def _groups_of_several(numbers: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """Return the indices of each number that is there more than once, ascending, in the order of their first."""
    order = np.argsort(numbers, kind="stable")
    ends = np.flatnonzero(np.diff(numbers[order])) + 1
    several = [indices for indices in np.split(order, ends) if len(indices) > 1]
    return sorted(several, key=lambda indices: int(indices[0]))
