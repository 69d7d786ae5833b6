"""Pictures of every colour mode come out as the colours a person sees."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.data.decode import decode_image

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def saved(picture: Image.Image, image_format: str, **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, format=image_format, **options)
    return file.getvalue()


def tiff_of(values: NDArray[np.generic], *, bits: int | None = None, packed: bytes | None = None) -> bytes:
    """Return an uncompressed grey TIFF of numbers that Pillow itself can't write, or of data packed to fewer bits."""
    sample_format = {"u": 1, "i": 2, "f": 3}[values.dtype.kind]
    height, width = values.shape
    data = packed or values.tobytes()
    tags = [
        *((256, width), (257, height), (258, bits or values.dtype.itemsize * 8), (259, 1), (262, 1)),
        *((273, 8), (277, 1), (278, height), (279, len(data)), (339, sample_format)),
    ]
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    return b"II*\0" + struct.pack("<I", 8 + len(data)) + data + struct.pack("<H", len(tags)) + entries + bytes(4)


def colour_of(content: bytes) -> tuple[int, ...]:
    """Return the one colour of a picture of one colour."""
    pixels = decode_image(content, 4)
    assert pixels.dtype == np.uint8
    assert pixels.shape == (4, 4, 3)
    assert (pixels == pixels[0, 0]).all()
    return tuple(pixels[0, 0].tolist())


@pytest.mark.parametrize("image_format", ["PNG", "BMP", "TIFF", "GIF", "WEBP", "PPM", "TGA", "ICO", "JPEG2000", "AVIF"])
def test_every_format_gives_its_colours(image_format: str) -> None:
    options = {"lossless": True} if image_format == "WEBP" else {}
    content = saved(Image.new("RGB", (16, 16), RED), image_format, **options)

    colour = colour_of(content)

    assert np.abs(np.subtract(colour, RED)).max() <= 3


def test_grey_and_two_colour_pictures_become_rgb() -> None:
    assert colour_of(saved(Image.new("L", (8, 8), 77), "PNG")) == (77, 77, 77)
    assert colour_of(saved(Image.new("1", (8, 8), 1), "PNG")) == WHITE
    assert colour_of(saved(Image.new("1", (8, 8), 0), "TIFF")) == (0, 0, 0)


def test_palette_pictures_show_their_palette() -> None:
    picture = Image.new("P", (8, 8), 1)
    picture.putpalette([0, 0, 0, *GREEN])

    assert colour_of(saved(picture, "PNG")) == GREEN
    assert colour_of(saved(picture, "GIF")) == GREEN


@pytest.mark.parametrize(
    ("mode", "pixel", "expected"),
    [
        ("RGBA", (255, 0, 0, 0), WHITE),
        ("RGBA", (255, 0, 0, 255), RED),
        ("RGBA", (255, 0, 0, 128), (255, 127, 127)),
        ("LA", (0, 0), WHITE),
        ("LA", (0, 128), (127, 127, 127)),
    ],
)
def test_transparent_pixels_lie_on_white(mode: str, pixel: tuple[int, ...], expected: tuple[int, ...]) -> None:
    content = saved(Image.new(mode, (8, 8), pixel), "PNG")

    assert np.abs(np.subtract(colour_of(content), expected)).max() <= 1


def test_a_transparent_palette_entry_lies_on_white() -> None:
    picture = Image.new("P", (8, 8), 1)
    picture.putpalette([0, 0, 0, *GREEN])

    assert colour_of(saved(picture, "PNG", transparency=1)) == WHITE
    assert colour_of(saved(picture, "PNG", transparency=bytes([255, 0]))) == WHITE
    assert colour_of(saved(picture, "GIF", transparency=1)) == WHITE
    assert colour_of(saved(picture, "PNG", transparency=0)) == GREEN


def test_a_transparent_colour_of_a_picture_without_alpha_lies_on_white() -> None:
    assert colour_of(saved(Image.new("RGB", (8, 8), BLUE), "PNG", transparency=BLUE)) == WHITE
    assert colour_of(saved(Image.new("L", (8, 8), 9), "PNG", transparency=9)) == WHITE


def test_print_colours_of_a_jpeg_become_screen_colours() -> None:
    magenta = saved(Image.new("CMYK", (16, 16), (0, 255, 0, 0)), "JPEG", quality=100)

    assert np.abs(np.subtract(colour_of(magenta), (255, 0, 255))).max() <= 3


def test_lab_and_ycbcr_tiffs_become_rgb() -> None:
    red_in_lab = saved(Image.new("RGB", (8, 8), RED).convert("LAB"), "TIFF")
    blue_in_ycbcr = saved(Image.new("RGB", (8, 8), BLUE).convert("YCbCr"), "TIFF")

    assert Image.open(io.BytesIO(red_in_lab)).mode == "LAB"
    assert np.abs(np.subtract(colour_of(red_in_lab), RED)).max() <= 12
    assert np.abs(np.subtract(colour_of(blue_in_ycbcr), BLUE)).max() <= 3


@pytest.mark.parametrize(("value", "expected"), [(0, 0), (257, 1), (32768, 128), (65535, 255)])
def test_sixteen_bits_of_grey_come_down_to_eight(value: int, expected: int) -> None:
    grey = np.full((8, 8), value, np.uint16)
    png = saved(Image.fromarray(grey), "PNG")
    big_endian_tiff = saved(Image.fromarray(grey.astype(">u2")), "TIFF")

    assert colour_of(png) == (expected,) * 3
    assert colour_of(tiff_of(grey)) == (expected,) * 3
    assert colour_of(big_endian_tiff) == (expected,) * 3


def test_twelve_bits_of_grey_use_their_own_range() -> None:
    grey = np.full((8, 8), 2048, np.uint16)
    packed = bytes([0x80, 0x08, 0x00]) * 32

    assert colour_of(tiff_of(grey, bits=12, packed=packed)) == (128, 128, 128)


def test_a_deep_pgm_is_grey_by_its_own_maximum() -> None:
    content = b"P5 2 2 1023\n" + struct.pack(">4H", *[512] * 4)

    assert colour_of(content) == (128, 128, 128)


@pytest.mark.parametrize(
    ("value", "expected"), [(0.0, 0), (0.5, 128), (1.0, 255), (100.0, 100), (255.0, 255), (32768.0, 128)]
)
def test_a_float_tiff_is_read_by_the_usual_range_that_holds_it(value: float, expected: int) -> None:
    assert colour_of(tiff_of(np.full((8, 8), value, np.float32))) == (expected,) * 3


def test_numbers_beyond_every_usual_range_are_stretched_from_darkest_to_lightest() -> None:
    unsigned = np.full((8, 8), 7, np.uint32)
    unsigned[4:] = 2**32 - 1
    signed = np.full((8, 8), -1000, np.int32)
    signed[4:] = 3000

    for content in (tiff_of(unsigned), tiff_of(signed), tiff_of(signed.astype(np.float32))):
        pixels = decode_image(content, 8)
        assert (pixels[0], pixels[7]) == (pytest.approx(0), pytest.approx(255))


def test_numbers_that_are_none_are_black() -> None:
    values = np.full((8, 8), 0.5, np.float32)
    values[:4] = np.nan
    values[4, 0] = np.inf

    pixels = decode_image(tiff_of(values), 8)

    assert (pixels[:3] == 0).all()
    assert (pixels[6:] == 128).all()


def test_a_sixteen_bit_tiff_keeps_its_dark_and_light_places(tmp_path: Path) -> None:
    ramp = np.tile(np.linspace(0, 65535, 256).astype(np.uint16), (256, 1))
    file = tmp_path / "ramp.tif"
    file.write_bytes(tiff_of(ramp))

    pixels = decode_image(file, 256)

    assert np.abs(pixels[..., 0].astype(int) - np.arange(256)).max() <= 1


@pytest.mark.parametrize(("image_format", "options"), [("GIF", {}), ("WEBP", {"lossless": True}), ("PNG", {})])
def test_of_an_animation_the_first_frame_counts(image_format: str, options: dict[str, object]) -> None:
    frames = [Image.new("RGB", (16, 16), colour) for colour in (RED, GREEN, BLUE)]
    content = saved(frames[0], image_format, save_all=True, append_images=frames[1:], **options)

    assert colour_of(content) == RED


def test_floats_that_signal_are_black_and_warn_nobody() -> None:
    signalling = np.full((32, 32), 0x7F800001, dtype=np.uint32).view(np.float32)
    content = io.BytesIO()
    Image.fromarray(signalling).save(content, "TIFF")

    assert not decode_image(content.getvalue(), 32).any()
