"""What a training reads batches from: rows of features, or the images themselves.

`core.features.table.FeatureTable` is the usual one, `core.features.views.RotatingViews` that of augmented images.
`ImageRows` decodes anew at every epoch; it serves when the feature store is off, when every epoch draws new views, and
when nothing is frozen, so that there is nothing to keep.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from core.data.augment import Change, View, decode_changed, draw_change
from core.data.changed_files import unchanged_picture
from core.data.opened_picture import ImageUnusable
from core.data.pixel_limit import adopt_pixel_limit, allowed_pixels, pixel_limit
from core.data.work_ahead import MOST_THREADS, usable_cores
from core.features.views import view_in_epoch


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


class Drawing(Protocol):
    """Decides in which form an epoch sees an image."""

    def change(self, row: int, epoch: int) -> Change | None:
        """Return how the image is changed, None for not at all."""
        ...


@dataclass(frozen=True)
class SameViews:
    """The views that the feature store would have kept, in the rotation in which it would have shown them."""

    files: Sequence[Path]
    digests: Sequence[str]
    views: int

    def change(self, row: int, epoch: int) -> Change | None:
        """Return how the view of this epoch differs from the image."""
        number = int(view_in_epoch(np.asarray(row), epoch, self.views))
        return View(self.files[row], self.digests[row], number).change()


@dataclass(frozen=True)
class FreshViews:
    """Another change of every image in every epoch, the same ones for the same seed."""

    seed: int

    def change(self, row: int, epoch: int) -> Change:
        """Draw the change of this image in this epoch."""
        return draw_change(np.random.default_rng([self.seed, epoch, row]))


class ImageRows:
    """Images as rows, float32 (s, s, 3), raw RGB 0 to 255, decoded whenever they are asked for.

    As they are, until they are asked for as an epoch sees them. trouble: why pictures could not be decoded any more;
    frameworks, which ask for batches in threads of their own, pass such errors on in words of theirs.
    """

    def __init__(
        self,
        files: Sequence[Path],
        image_size: int,
        drawing: Drawing | None = None,
        epoch: int | None = None,
        *,
        digests: Sequence[str] | None = None,
    ) -> None:
        """digests: of the files' content as it must still be; None: whatever is in them now."""
        self._files = files
        self._digests = digests
        self.trouble: list[ImageUnusable] = []
        self._image_size = image_size
        self._drawing = drawing
        self._epoch = epoch
        # Batches are asked for by threads of the framework, which know nothing of the job.
        self._allowed_pixels = allowed_pixels()

    def __len__(self) -> int:
        return len(self._files)

    @property
    def held_bytes(self) -> None:
        """Images are decoded anew at every epoch."""
        return

    def in_epoch(self, epoch: int) -> ImageRows:
        """Return the images as `epoch` (counted from 0) sees them."""
        if self._drawing is None:
            return self
        with pixel_limit(self._allowed_pixels):
            rows = ImageRows(self._files, self._image_size, self._drawing, epoch, digests=self._digests)
            rows.trouble = self.trouble
            return rows

    def gather(self, rows: np.ndarray) -> np.ndarray:
        """Decode the given files; raises `ImageUnusable` if one is gone, has changed, or has become unreadable."""
        pixels = np.empty((len(rows), self._image_size, self._image_size, 3), dtype=np.float32)
        with ThreadPoolExecutor(
            min(usable_cores(), MOST_THREADS), "decode", adopt_pixel_limit, (self._allowed_pixels,)
        ) as threads:
            for position, image in enumerate(threads.map(self._decode, rows.tolist())):
                pixels[position] = image
        return pixels

    def _decode(self, row: int) -> np.ndarray:
        change = None
        if self._drawing is not None and self._epoch is not None:
            change = self._drawing.change(row, self._epoch)
        try:
            if self._digests is None:
                return decode_changed(self._files[row], self._image_size, change)
            with unchanged_picture(self._files[row], self._digests[row]) as source:
                return decode_changed(source, self._image_size, change)
        except ImageUnusable as unusable:
            self.trouble.append(unusable)
            raise
