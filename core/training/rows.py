"""What a training reads batches from: rows of features, or the images themselves.

`core.features.table.FeatureTable` is the usual one. `ImageRows` decodes anew at every epoch; it serves when the
feature store is off, and when nothing is frozen, so that there is nothing to keep.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

import numpy as np

from core.data.decode import decode_image

DECODE_THREADS = 2


class Rows(Protocol):
    """A read-only sequence of equally shaped arrays that can be gathered a batch at a time."""

    def __len__(self) -> int:
        """Return the number of rows."""
        ...

    @property
    def held_bytes(self) -> int | None:
        """Size of all rows as float32 arrays, in bytes; None when they are made anew whenever they are asked for."""
        ...

    def in_epoch(self, epoch: int) -> Rows:
        """Return the rows as `epoch` (counted from 0) sees them."""
        ...

    def gather(self, rows: np.ndarray) -> np.ndarray:
        """Return the given rows (int64 (n,)) as float32 (n, ...), in this order."""
        ...


class ImageRows:
    """Images as rows, float32 (s, s, 3), raw RGB 0 to 255, decoded whenever they are asked for."""

    def __init__(self, files: Sequence[Path], image_size: int) -> None:
        self._files = files
        self._image_size = image_size

    def __len__(self) -> int:
        return len(self._files)

    @property
    def held_bytes(self) -> None:
        """Images are decoded anew at every epoch."""
        return

    def in_epoch(self, epoch: int) -> ImageRows:  # noqa: ARG002
        """Return the same images: nothing is drawn anew."""
        return self

    def gather(self, rows: np.ndarray) -> np.ndarray:
        """Decode the given files; raises `ImageUnusable` if one has become unreadable."""
        with ThreadPoolExecutor(DECODE_THREADS) as threads:
            images = list(threads.map(lambda row: decode_image(self._files[row], self._image_size), rows))
        return np.stack(images).astype(np.float32)
