"""The rows of a training with augmentation: which epoch sees which view, the same in every run."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.data.augment import View, decode_view
from core.data.content import image_digest
from core.data.decode import decode_image
from core.features.table import FeatureTable
from core.features.views import RotatingViews, view_in_epoch
from core.training.rows import FreshViews, ImageRows, SameViews


@pytest.fixture(scope="module")
def files(stripes: Path) -> list[Path]:
    return sorted(stripes.glob("*/*.png"))[:5]


def numbered_views(images: int, views: int) -> RotatingViews:
    """Rows that say of which view and image they are: [view, image]."""
    rows = np.array([[view, image] for view in range(views) for image in range(images)], dtype=np.float32)
    everything = np.arange(len(rows))
    return RotatingViews(FeatureTable([rows], np.zeros_like(everything), everything), views)


def test_an_epoch_mixes_the_views_and_as_many_epochs_as_views_show_each_once() -> None:
    rows = numbered_views(images=10, views=3)

    epochs = [rows.in_epoch(epoch).gather(np.arange(10)) for epoch in range(3)]

    for epoch in epochs:
        assert epoch[:, 1].tolist() == list(range(10))
        counts = np.bincount(epoch[:, 0].astype(int), minlength=3)
        assert counts.max() - counts.min() <= 1
    for image in range(10):
        assert {epoch[image, 0] for epoch in epochs} == {0.0, 1.0, 2.0}


def test_rows_that_no_epoch_asked_for_are_the_images_as_they_are() -> None:
    rows = numbered_views(images=4, views=2)

    assert len(rows) == 4
    assert rows.held_bytes == 4 * 2 * 4
    assert rows.gather(np.array([3, 1])).tolist() == [[0.0, 3.0], [0.0, 1.0]]


def test_an_epoch_depends_on_its_number_alone_and_views_come_round() -> None:
    rows = numbered_views(images=7, views=4)

    np.testing.assert_array_equal(
        rows.in_epoch(5).in_epoch(9).gather(np.arange(7)), rows.in_epoch(1).gather(np.arange(7))
    )


def test_decoded_anew_the_views_are_those_that_the_store_keeps(files: list[Path]) -> None:
    digests = [image_digest(file) for file in files]
    rows = ImageRows(files, 32, SameViews(files, digests, views=3))

    seen = rows.in_epoch(4).gather(np.array([3, 0]))

    for row, pixels in zip((3, 0), seen, strict=True):
        number = int(view_in_epoch(np.asarray(row), 4, 3))
        np.testing.assert_array_equal(pixels, decode_view(View(files[row], digests[row], number), 32))


def test_fresh_views_differ_from_epoch_to_epoch_and_not_from_run_to_run(files: list[Path]) -> None:
    everything = np.arange(len(files))

    def seen(seed: int, epoch: int) -> np.ndarray:
        return ImageRows(files, 32, FreshViews(seed)).in_epoch(epoch).gather(everything)

    np.testing.assert_array_equal(seen(1, 2), seen(1, 2))
    assert not np.array_equal(seen(1, 2), seen(1, 3))
    assert not np.array_equal(seen(1, 2), seen(2, 2))
    assert len({pixels.tobytes() for pixels in seen(1, 2)}) == len(files)


def test_images_without_augmentation_are_the_same_in_every_epoch(files: list[Path]) -> None:
    rows = ImageRows(files, 32)

    pixels = rows.in_epoch(7).gather(np.array([2]))

    assert pixels.dtype == np.float32
    np.testing.assert_array_equal(pixels[0], decode_image(files[2], 32))
