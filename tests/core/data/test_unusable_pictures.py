"""What can't be used is refused with its name and a reason; what can be used is not refused for trifles."""

from __future__ import annotations

import gc
import io
import os
import struct
import warnings
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from core.data.decode import ImageUnusable, decode_image, open_upright
from core.errors import UnusableInput

WritePicture = Callable[..., Path]


def noise_as(image_format: str) -> bytes:
    pixels = np.random.default_rng(0).integers(0, 256, (60, 80, 3), dtype=np.uint8)
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, format=image_format)
    return file.getvalue()


def png_that_claims(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(64))) + chunk(b"IEND", b"")
    )


def refusal_of(source: Path | bytes) -> ImageUnusable:
    with pytest.raises(ImageUnusable) as caught:
        decode_image(source, 32)
    return caught.value


def pixels_or_refusal(content: bytes) -> NDArray[np.uint8] | ImageUnusable:
    try:
        return decode_image(content, 16)
    except ImageUnusable as refusal:
        return refusal


def test_the_refusal_names_the_file_and_a_remedy(tmp_path: Path) -> None:
    file = tmp_path / "蝶 Fjäril.jpg"
    file.touch()

    refusal = refusal_of(file)

    assert isinstance(refusal, UnusableInput)
    assert refusal.reason == "The file is empty."
    assert refusal.message == f"{file} can't be used: the file is empty."
    assert refusal.hint
    assert refusal.as_failure().kind == "image_unusable"


def test_a_picture_without_a_file_is_refused_as_the_picture() -> None:
    assert refusal_of(b"").message == "The picture can't be used: the file is empty."


@pytest.mark.parametrize(
    "content", [b"Dear diary, today I saw a bee.\n", b'{"label": "bee"}', b"%PDF-1.7\n%", b"<svg/>"]
)
def test_other_files_are_called_no_image_whatever_their_name(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bee.jpg"
    file.write_bytes(content)

    assert refusal_of(file).reason == "It is not an image."


def test_a_program_that_draws_is_not_run(tmp_path: Path) -> None:
    file = tmp_path / "bee.eps"
    Image.new("RGB", (8, 8)).save(file, format="EPS")

    assert refusal_of(file).reason == "It is not an image."


def test_a_heic_picture_is_told_to_be_converted() -> None:
    refusal = refusal_of(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(64))

    assert "HEIC" in refusal.reason
    assert "Convert" in refusal.hint


@pytest.mark.parametrize("image_format", ["JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "JPEG2000", "AVIF"])
@pytest.mark.parametrize("part", [0.5, 0.9])
def test_a_picture_that_is_cut_short_is_refused(image_format: str, part: float) -> None:
    whole = noise_as(image_format)

    refusal = refusal_of(whole[: int(len(whole) * part)])

    assert "cut short" in refusal.reason or "damaged" in refusal.reason


def test_a_cut_jpeg_is_found_at_the_smallest_scale_too(tmp_path: Path) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (800, 800, 3), dtype=np.uint8)
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, format="JPEG")
    cut = file.getvalue()[: -len(file.getvalue()) // 20]

    with pytest.raises(ImageUnusable, match="cut short"):
        decode_image(cut, 8)


@pytest.mark.parametrize("length", [1, 2, 4, 10, 24])
def test_the_first_bytes_of_a_picture_are_no_picture(length: int) -> None:
    assert refusal_of(noise_as("JPEG")[:length]).reason
    assert refusal_of(noise_as("PNG")[:length]).reason


def test_a_picture_that_claims_too_many_pixels_is_refused_with_its_size() -> None:
    refusal = refusal_of(png_that_claims(20_000, 30_000))

    assert "20000 x 30000" in refusal.reason


def test_the_limit_of_pixels_is_ours_whatever_pillow_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", None)

    assert "20000 x 30000" in refusal_of(png_that_claims(20_000, 30_000)).reason


def test_a_picture_without_pixels_is_refused() -> None:
    assert refusal_of(png_that_claims(0, 10)).reason


def test_a_file_that_has_vanished_is_refused(tmp_path: Path) -> None:
    assert refusal_of(tmp_path / "gone.jpg").reason == "The file is no longer there."


def test_a_folder_and_a_pipe_are_refused_without_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.jpg"
    os.mkfifo(pipe)

    assert refusal_of(tmp_path).reason == "It is not a file."
    assert refusal_of(pipe).reason == "It is not a file."


def test_a_file_that_may_not_be_read_is_refused(folder_of_nobody: Path, write_picture: WritePicture) -> None:
    file = write_picture(folder_of_nobody / "secret.png")
    file.chmod(0)

    assert "permission" in refusal_of(file).reason


def test_the_preview_refuses_as_the_decoder_does(tmp_path: Path) -> None:
    with pytest.raises(ImageUnusable, match="no longer there"):
        open_upright(tmp_path / "gone.jpg", 100)


def test_a_large_picture_is_decoded_without_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    # Given Pillow that warns of more than 3000 pixels, and a picture of 4800
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 3000)

    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        pixels = decode_image(noise_as("PNG"), 32)

    assert pixels.shape == (32, 32, 3)
    assert seen == []


def test_warnings_of_others_are_still_shown() -> None:
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        decode_image(noise_as("PNG"), 32)
        warnings.warn("mind the gap", stacklevel=1)

    assert [str(one.message) for one in seen] == ["mind the gap"]


@settings(max_examples=60, deadline=None)
@given(junk=st.binary(max_size=200), start=st.sampled_from([b"", b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08"]))
def test_a_damaged_exif_does_not_refuse_the_picture(junk: bytes, start: bytes) -> None:
    file = io.BytesIO()
    Image.new("RGB", (32, 32), "red").save(file, format="JPEG", exif=b"Exif\0\0" + start + junk, quality=95)

    pixels = decode_image(file.getvalue(), 16)

    assert np.abs(pixels.astype(int) - (255, 0, 0)).max() <= 3


@settings(max_examples=150, deadline=None)
@given(
    image_format=st.sampled_from(["JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "TGA", "ICO"]),
    hits=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=6),
)
def test_damage_anywhere_ends_in_pixels_or_in_a_reason(image_format: str, hits: list[tuple[float, int]]) -> None:
    content = bytearray(noise_as(image_format))
    for place, value in hits:
        content[int(place * len(content))] = value

    outcome = pixels_or_refusal(bytes(content))

    if isinstance(outcome, ImageUnusable):
        assert outcome.reason.endswith(".")
    else:
        assert outcome.shape == (16, 16, 3)


def test_a_decoder_led_before_the_start_of_a_file_says_the_same_of_file_and_content(tmp_path: Path) -> None:
    palette = io.BytesIO()
    noise = np.random.default_rng(0).integers(0, 256, (40, 48), dtype=np.uint8)
    Image.fromarray(noise).convert("P").save(palette, "PCX")
    cut = tmp_path / "cut.pcx"
    cut.write_bytes(palette.getvalue()[:700])  # its palette would lie 769 bytes before the end

    assert refusal_of(cut).reason == refusal_of(cut.read_bytes()).reason
    assert not refusal_of(cut).may_pass


def test_decoders_print_nothing_about_damaged_files(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    packed = io.BytesIO()
    noise = np.random.default_rng(0).integers(0, 256, (64, 64), dtype=np.uint8)
    Image.fromarray(noise).save(packed, "TIFF", compression="tiff_adobe_deflate")
    content = bytearray(packed.getvalue())
    content[300:400] = bytes(100)  # of the packed pixels, which come before the directory

    refusal_of(bytes(content))

    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the size of a process is read from /proc")
def test_pictures_that_are_refused_keep_no_memory(tmp_path: Path) -> None:
    claims = [png_that_claims(4000, 4000 + number) for number in range(12)]  # 48 MB each, once decoded
    held = []
    gc.collect()
    before = memory_in_use()

    for content in claims:
        with pytest.raises(ImageUnusable) as caught:
            decode_image(content, 32)
        held.append(caught.value)

    assert memory_in_use() - before < 100_000_000


def memory_in_use() -> int:
    """Return what Pillow's pictures and everything else hold, by the size of this process, in bytes."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
