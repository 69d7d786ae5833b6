"""Augmentation: drawn from a seed, the same everywhere, natural at the edges, never a change of the thing itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from core.data.augment import AUGMENTATION_VERSION, Change, View, augment, decode_changed, decode_view, draw_change
from core.data.content import image_digest
from core.data.decode import ImageUnusable, decode_image


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A smooth picture without a single dark pixel."""
    rows, columns = np.mgrid[0:80, 0:100]
    pixels = np.stack([120 + rows, 120 + columns, 200 - rows], axis=-1).astype(np.uint8)
    Image.fromarray(pixels).save(tmp_path / "photo.png")
    return tmp_path / "photo.png"


def square(edge: int = 40) -> np.ndarray:
    return np.random.default_rng(0).integers(100, 200, (edge, edge, 3), dtype=np.uint8)


def test_no_change_leaves_every_pixel_as_it_is() -> None:
    np.testing.assert_array_equal(augment(square(), 40, Change()), square())


def test_a_mirrored_picture_is_the_picture_from_right_to_left() -> None:
    np.testing.assert_array_equal(augment(square(), 40, Change(mirrored=True)), square()[:, ::-1])


def test_a_picture_moved_to_the_side_is_filled_with_its_own_reflection() -> None:
    moved = augment(square(), 40, Change(right=0.1, down=-0.05))

    np.testing.assert_array_equal(moved[2:, :36], square()[:38, 4:])
    np.testing.assert_array_equal(moved[2:, 36:], square()[:38, :-5:-1])
    np.testing.assert_array_equal(moved[:2, :36], square()[1::-1, 4:])


def test_half_the_width_and_height_is_the_middle_of_the_picture() -> None:
    zoomed = augment(square(), 20, Change(width=0.5, height=0.5))

    np.testing.assert_array_equal(zoomed, square()[10:30, 10:30])


def test_a_quarter_of_a_turn_is_the_picture_turned() -> None:
    turned = augment(square(), 40, Change(turn=np.pi / 2))

    np.testing.assert_allclose(turned.astype(int), np.rot90(square()), atol=1)


def test_light_and_colour_change_as_their_factors_say() -> None:
    pixels = square()

    assert augment(pixels, 40, Change(brightness=0.8)).mean() == pytest.approx(pixels.mean() * 0.8, rel=0.01)
    assert augment(pixels, 40, Change(contrast=0.5)).std() == pytest.approx(pixels.std() * 0.5, rel=0.05)
    assert augment(pixels, 40, Change(saturation=0.0)).std(axis=2).max() < 1.0
    assert augment(pixels, 40, Change(tint=(1.1, 1.0, 1.0)))[..., 0].mean() > pixels[..., 0].mean() * 1.05


@given(st.integers(0, 2**64))
def test_no_draw_uncovers_a_black_edge(seed: int) -> None:
    bright = np.full((40, 40, 3), 200, dtype=np.uint8)

    assert augment(bright, 32, draw_change(np.random.default_rng(seed))).min() > 120


def test_view_0_is_the_image_itself_and_every_other_view_another_picture(photo: Path) -> None:
    views = [decode_view(View(photo, image_digest(photo), number), 32) for number in range(6)]

    np.testing.assert_array_equal(views[0], decode_image(photo, 32))
    assert len({view.tobytes() for view in views}) == 6
    assert all(view.shape == (32, 32, 3) and view.dtype == np.uint8 for view in views)


def test_a_view_depends_on_content_and_number_and_on_nothing_else(photo: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.png"
    copy.write_bytes(photo.read_bytes())
    view = View(photo, image_digest(photo), 3)

    np.testing.assert_array_equal(decode_view(view, 32), decode_view(View(copy, image_digest(copy), 3), 32))
    assert view.change() != replace(view, digest="0" * 32).change()


def test_the_draw_of_a_view_is_that_of_this_version() -> None:
    """Whoever makes this fail changes what stored views hold, and must change AUGMENTATION_VERSION."""
    change = View(Path("any.png"), "0123456789abcdef0123456789abcdef", 1).change()

    assert AUGMENTATION_VERSION == "1"
    assert change is not None
    assert not change.mirrored
    assert (change.width, change.height) == pytest.approx((0.847019, 0.791873), abs=1e-6)
    assert (change.turn, change.brightness, change.tint[2]) == pytest.approx((0.016740, 0.856806, 0.975468), abs=1e-6)


def test_a_damaged_file_is_refused_by_name_with_and_without_a_change(tmp_path: Path) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n")

    for change in (None, Change(mirrored=True)):
        with pytest.raises(ImageUnusable, match=r"broken\.png"):
            decode_changed(broken, 32, change)
