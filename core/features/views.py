"""Stored views of images as the rows of a training: each epoch sees one view of every image, and mixes the views.

In epoch e image i is seen in view (e + i) modulo the number of views. So within as many epochs as there are views every
image is seen once in each; every epoch has each view equally often, in every class, so that no epoch is harder than
another; and an epoch depends on nothing but its number, so that a resumed training sees what an undisturbed one would.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.features.table import FeatureTable


def view_in_epoch(rows: np.ndarray, epoch: int, views: int) -> np.ndarray:
    """Return the number of the view, int64 (n,), in which `epoch` (counted from 0) sees the given rows."""
    return (rows + epoch) % views


@dataclass(frozen=True)
class RotatingViews:
    """The views of some images as rows: the images as they are, until they are asked for as an epoch sees them.

    table: all of image 0 to n - 1 in view 0, then all of them in view 1, and so on.
    """

    table: FeatureTable
    views: int
    epoch: int | None = None

    def __len__(self) -> int:
        return len(self.table) // self.views

    @property
    def held_bytes(self) -> int:
        """Size of the rows of one epoch as float32, in bytes."""
        return self.table.held_bytes // self.views

    def in_epoch(self, epoch: int) -> RotatingViews:
        """Return the rows as `epoch` (counted from 0) sees them."""
        return RotatingViews(self.table, self.views, epoch)

    def gather(self, rows: np.ndarray) -> np.ndarray:
        """Return the given rows (int64 (n,)) as float32 (n, *row_shape), in this order."""
        if self.epoch is None:
            return self.table.gather(rows)
        return self.table.gather(view_in_epoch(rows, self.epoch, self.views) * len(self) + rows)
