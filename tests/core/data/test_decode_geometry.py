"""The resize rule: upright, centred square, bilinear with antialiasing; and the previews that are not cropped."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.data.decode import decode_image, fit_square, open_upright

ORIENTATION = 0x0112
#: How a camera stores an upright picture for each EXIF orientation: the inverse of what a viewer must do.
STORED_AS = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def four_corners(size: tuple[int, int]) -> Image.Image:
    """Return a picture with red at the upper left, green at the upper right, blue lower left, white lower right."""
    width, height = size
    picture = Image.new("RGB", size, "white")
    picture.paste("red", (0, 0, width // 2, height // 2))
    picture.paste("lime", (width // 2, 0, width, height // 2))
    picture.paste("blue", (0, height // 2, width // 2, height))
    return picture


def stored(upright: Image.Image, orientation: int, image_format: str) -> bytes:
    transpose = STORED_AS[orientation]
    turned = upright if transpose is None else upright.transpose(transpose)
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    file = io.BytesIO()
    turned.save(file, format=image_format, exif=exif)
    return file.getvalue()


def corner_names(pixels: NDArray[np.uint8]) -> list[str]:
    names: dict[tuple[int, ...], str] = {(1, 0, 0): "red", (0, 1, 0): "green", (0, 0, 1): "blue", (1, 1, 1): "white"}
    near, far_y, far_x = 2, pixels.shape[0] - 3, pixels.shape[1] - 3
    places = [(near, near), (near, far_x), (far_y, near), (far_y, far_x)]
    return [names[tuple(int(one) for one in np.rint(pixels[place] / 255.0))] for place in places]


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "TIFF", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_exif_orientation_is_shown_upright(orientation: int, image_format: str) -> None:
    content = stored(four_corners((96, 64)), orientation, image_format)

    pixels = decode_image(content, 32)
    preview = open_upright(content, 48)

    assert corner_names(pixels) == ["red", "green", "blue", "white"]
    assert preview.size == (48, 32)
    assert corner_names(np.asarray(preview)) == ["red", "green", "blue", "white"]


@pytest.mark.parametrize(("size", "box"), [((9, 4), (2, 0, 6, 4)), ((4, 9), (0, 2, 4, 6)), ((5, 5), (0, 0, 5, 5))])
def test_the_square_lies_in_the_centre(size: tuple[int, int], box: tuple[int, int, int, int]) -> None:
    random = np.random.default_rng(0)
    picture = Image.fromarray(random.integers(0, 256, (size[1], size[0], 3), dtype=np.uint8))

    square = fit_square(picture, min(size))

    assert np.array_equal(np.asarray(square), np.asarray(picture.crop(box)))


def test_a_file_is_decoded_by_the_resize_rule(tmp_path: Path) -> None:
    random = np.random.default_rng(1)
    picture = Image.fromarray(random.integers(0, 256, (90, 120, 3), dtype=np.uint8))
    picture.save(tmp_path / "noise.png")

    pixels = decode_image(tmp_path / "noise.png", 32)

    expected = picture.crop((15, 0, 105, 90)).resize((32, 32), Image.Resampling.BILINEAR)
    assert np.array_equal(pixels, np.asarray(expected))


def test_a_small_picture_is_enlarged_to_the_size_of_the_network() -> None:
    file = io.BytesIO()
    Image.new("RGB", (1, 7), "red").save(file, format="PNG")

    assert (decode_image(file.getvalue(), 224) == (255, 0, 0)).all()


def test_fine_stripes_become_an_even_grey_instead_of_a_pattern() -> None:
    stripes = np.zeros((512, 512, 3), np.uint8)
    stripes[:, ::2] = 255
    file = io.BytesIO()
    Image.fromarray(stripes).save(file, format="PNG")

    pixels = decode_image(file.getvalue(), 61)

    assert np.abs(pixels.astype(int) - 128).max() <= 8


@pytest.mark.parametrize(
    ("image_size", "scale"), [(15, 8), (64, 8), (65, 4), (128, 4), (129, 2), (256, 2), (257, 1), (300, 1), (600, 1)]
)
def test_a_jpeg_is_decoded_at_the_smallest_scale_that_is_large_enough(image_size: int, scale: int) -> None:
    # Given a picture whose shorter edge is 512
    random = np.random.default_rng(2)
    file = io.BytesIO()
    Image.fromarray(random.integers(0, 256, (512, 768, 3), dtype=np.uint8)).save(file, format="JPEG")

    pixels = decode_image(file.getvalue(), image_size)

    with Image.open(file) as picture:
        picture.draft(None, (768 // scale, 512 // scale))
        assert picture.size == (768 // scale, 512 // scale)
        assert np.array_equal(pixels, np.asarray(fit_square(picture, image_size)))


def test_the_pixels_belong_to_the_caller() -> None:
    file = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(file, format="PNG")

    pixels = decode_image(file.getvalue(), 8)
    pixels[0, 0] = 1

    assert pixels.flags.owndata
    assert pixels[0, 0].tolist() == [1, 1, 1]


def test_a_preview_is_never_enlarged_and_keeps_its_proportions() -> None:
    file = io.BytesIO()
    Image.new("RGB", (300, 30), "red").save(file, format="JPEG")

    assert open_upright(file.getvalue(), 640).size == (300, 30)
    assert open_upright(file.getvalue(), 100).size == (100, 10)
    assert open_upright(file.getvalue(), 5).size == (5, 1)
    assert open_upright(file.getvalue(), 5).mode == "RGB"


def test_many_threads_decode_what_one_decodes(tmp_path: Path) -> None:
    contents = [stored(four_corners((64 + 8 * i, 96)), 1 + i % 8, "JPEG") for i in range(24)]
    one_by_one = [decode_image(content, 32) for content in contents]

    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda content: decode_image(content, 32), contents))

    assert all(np.array_equal(first, second) for first, second in zip(one_by_one, together, strict=True))
