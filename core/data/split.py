"""The validation split: which images of each class are held out.

Indices only; what they index (files, features) is the caller's.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.data.held_out import held_out_count

_Indices = NDArray[np.int64]


def stratified_split(
    labels: Sequence[int] | NDArray[np.integer],
    fraction: float,
    seed: int,
    groups: Sequence[int] | NDArray[np.integer] | None = None,
) -> tuple[_Indices, _Indices]:
    """Return the indices of the training images and of the validation images, each int64 and ascending.

    labels: the class of each image, 0 or more. fraction: part of each class to hold out, 0 <= fraction < 1.
    A class of n images gives round(fraction * n) to validation, at least one where fraction > 0 and n >= 2, and always
    keeps at least one for training. The same labels, fraction and seed give the same split on every machine.

    groups: a number for each image; images of the same number (the same picture, say) stay on one side, whatever their
    classes. A class may give fewer to validation then, and more, at most half of it, where its groups are so large that
    it would give none. Where each image has a number of its own, the split is the one without groups.

    Raises:
        ValueError: the fraction is out of its range, or there is not one group number for each label.

    """
    if not 0.0 <= fraction < 1.0:
        raise ValueError(f"The fraction is {fraction}: expected 0 <= fraction < 1.")
    classes = np.asarray(labels, dtype=np.int64)
    numbers = np.arange(len(classes)) if groups is None else np.asarray(groups, dtype=np.int64)
    if len(numbers) != len(classes):
        raise ValueError(f"There are {len(numbers)} group numbers for {len(classes)} images: expected as many.")
    held_out = _Split(classes, numbers, fraction, seed).held_out()
    return np.flatnonzero(~held_out).astype(np.int64), np.flatnonzero(held_out).astype(np.int64)


class _Split:
    """A split in the making: groups are held out whole while every class in them has images to give."""

    def __init__(self, classes: _Indices, groups: _Indices, fraction: float, seed: int) -> None:
        self._classes = classes
        # By class: a generator for each leaves the split of the others as it was when one gets more images.
        self._orders = {
            int(one): np.random.default_rng([seed, int(one)]).permutation(np.flatnonzero(classes == one))
            for one in np.unique(classes)
        }
        self._sizes = {one: len(order) for one, order in self._orders.items()}
        self._left = {one: held_out_count(size, fraction) for one, size in self._sizes.items()}
        self._given = dict.fromkeys(self._orders, 0)
        self._held_out = np.zeros(len(classes), dtype=bool)
        _, self._groups, counts = np.unique(groups, return_inverse=True, return_counts=True)
        self._members = self._members_of_several(counts)

    def held_out(self) -> NDArray[np.bool_]:
        wanting = [one for one, order in self._orders.items() if self._left[one] and not self._take(one, order)]
        for one in wanting:
            self._take_small_group(one)
        return self._held_out

    def _members_of_several(self, counts: _Indices) -> dict[int, _Indices]:
        """Return the images of each group that has more than one."""
        order = np.argsort(self._groups, kind="stable")
        ends = np.cumsum(counts)
        return {int(group): order[ends[group] - counts[group] : ends[group]] for group in np.flatnonzero(counts > 1)}

    def _take(self, one: int, order: _Indices) -> bool:
        """Hold out images of a class, in its order, until it has given enough; return whether it gave any."""
        for image in order.tolist():
            if not self._left[one]:
                break
            if not self._held_out[image]:
                self._take_group(image)
        return self._given[one] > 0

    def _take_group(self, image: int) -> None:
        if int(self._groups[image]) not in self._members:
            self._hold_out(np.asarray([image]), {int(self._classes[image]): 1})
            return
        members = self._members_at(image)
        gives = self._gives(members)
        if all(count <= self._left[one] for one, count in gives.items()):
            self._hold_out(members, gives)

    def _take_small_group(self, one: int) -> None:
        """Hold out the smallest group of a class of which every class in it keeps half."""
        if self._given[one]:
            return  # by a group that it shares with a class before it
        for image in sorted(self._orders[one].tolist(), key=lambda image: len(self._members_at(image))):
            members = self._members_at(image)
            gives = self._gives(members)
            if all(2 * (self._given[other] + count) <= self._sizes[other] for other, count in gives.items()):
                self._hold_out(members, gives)
                return

    def _members_at(self, image: int) -> _Indices:
        return self._members.get(int(self._groups[image]), np.asarray([image]))

    def _gives(self, members: _Indices) -> dict[int, int]:
        classes, counts = np.unique(self._classes[members], return_counts=True)
        return dict(zip(classes.tolist(), counts.tolist(), strict=True))

    def _hold_out(self, members: _Indices, gives: dict[int, int]) -> None:
        self._held_out[members] = True
        for one, count in gives.items():
            self._left[one] = max(0, self._left[one] - count)
            self._given[one] += count
