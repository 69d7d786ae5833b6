"""Rows of features as one table, wherever they lie: in several mapped files, or in memory.

Training and evaluation read batches from here; memory does not grow with the number of images.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np


class FeatureTable:
    """A read-only table of `len(self)` rows of `row_shape`, gathered a batch at a time."""

    def __init__(self, arrays: Sequence[np.ndarray], array_of_row: np.ndarray, position_of_row: np.ndarray) -> None:
        """Make row i the row `position_of_row[i]` of `arrays[array_of_row[i]]`; both are int64 (rows,)."""
        self._arrays = arrays
        self._array_of_row = array_of_row
        self._position_of_row = position_of_row

    @classmethod
    def from_rows(cls, rows: Sequence[tuple[np.ndarray, int]], row_shape: tuple[int, ...], dtype: str) -> FeatureTable:
        """Make a table of (array, position) pairs."""
        arrays: list[np.ndarray] = []
        number_of: dict[int, int] = {}
        array_of_row = np.empty(len(rows), dtype=np.int64)
        position_of_row = np.empty(len(rows), dtype=np.int64)
        for row, (array, position) in enumerate(rows):
            if id(array) not in number_of:
                number_of[id(array)] = len(arrays)
                arrays.append(array)
            array_of_row[row] = number_of[id(array)]
            position_of_row[row] = position
        return cls(arrays or [np.empty((0, *row_shape), dtype=dtype)], array_of_row, position_of_row)

    def __len__(self) -> int:
        return len(self._array_of_row)

    @property
    def row_shape(self) -> tuple[int, ...]:
        """The shape of one row."""
        return tuple(self._arrays[0].shape[1:])

    @property
    def held_bytes(self) -> int:
        """Size of all rows as float32, in bytes."""
        return len(self) * math.prod(self.row_shape) * np.dtype(np.float32).itemsize

    def in_epoch(self, epoch: int) -> FeatureTable:  # noqa: ARG002
        """Return the same rows: they don't change from epoch to epoch."""
        return self

    def gather(self, rows: np.ndarray) -> np.ndarray:
        """Return the given rows (int64 (n,)) as float32 (n, *row_shape), in this order."""
        gathered = np.empty((len(rows), *self.row_shape), dtype=np.float32)
        sources = self._array_of_row[rows]
        for number in np.unique(sources):
            chosen = np.flatnonzero(sources == number)
            gathered[chosen] = self._arrays[number][self._position_of_row[rows[chosen]]]
        return gathered
