"""How many pixels a picture may have: the usual limit, one of the job's own, and how it reaches every thread."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from core.data.decode import ImageUnusable, decode_image
from core.data.decoder_pool import decode_in_order
from core.data.pixel_limit import USUAL_PIXEL_LIMIT, allowed_pixels, pixel_limit
from core.data.scan import scan_folder
from core.data.thumbnails import make_thumbnails
from core.errors import UnusableInput
from core.job_control import JobControl
from core.messages import Event, ThumbnailMade
from core.training.rows import ImageRows
from core.training.specification import TrainingSpecification

WritePicture = Callable[..., Path]


def bomb(file: Path, width: int, height: int) -> Path:
    """Write a PNG of some bytes that claims to be a picture of this size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(64))) + chunk(b"IEND", b""))
    return file


def reason(file: Path) -> str:
    with pytest.raises(ImageUnusable) as caught:
        decode_image(file, 8)
    return caught.value.reason


def test_a_bomb_is_refused_with_its_size_and_the_limit(tmp_path: Path) -> None:
    file = bomb(tmp_path / "bomb.png", 30_000, 20_000)

    assert reason(file) == "The image has 30000 x 20000 pixels: at most 179 million are allowed."


def test_a_raised_limit_lets_it_be_decoded_and_holds_for_its_job_alone(tmp_path: Path) -> None:
    # Given a file that would be decoded if its pixels were there: what is missing is only told by the decoder
    file = bomb(tmp_path / "bomb.png", 20_000, 10_000)

    with pixel_limit(200_000_000):
        assert reason(file) == "The image is cut short: the end of the file is missing."

    assert "at most 179 million" in reason(file)


def test_a_limit_may_be_low_too(write_picture: WritePicture, tmp_path: Path) -> None:
    file = write_picture(tmp_path / "1.png", size=(30, 30))

    with pixel_limit(899):
        assert reason(file) == "The image has 30 x 30 pixels: at most 899 are allowed."
    with pixel_limit(900):
        assert decode_image(file, 8).shape == (8, 8, 3)


def test_nothing_asked_for_leaves_the_limit_as_it_was() -> None:
    with pixel_limit(7), pixel_limit(None):
        assert allowed_pixels() == 7
    assert allowed_pixels() == USUAL_PIXEL_LIMIT


def test_the_limit_goes_with_the_job_into_its_threads(write_picture: WritePicture, tmp_path: Path) -> None:
    files = [write_picture(tmp_path / f"{number}.png", size=(30, 30)) for number in range(5)]

    with pixel_limit(899):
        refused = [pixels for _, pixels in decode_in_order(files, 8)]

    assert all(isinstance(one, ImageUnusable) for one in refused)
    assert not any(isinstance(one, ImageUnusable) for _, one in decode_in_order(files, 8))


def test_rows_keep_the_limit_of_the_job_that_made_them(write_picture: WritePicture, tmp_path: Path) -> None:
    file = write_picture(tmp_path / "1.png", size=(30, 30))
    with pixel_limit(899):
        rows = ImageRows([file], 8)

    # When a thread of the framework asks for a batch, then it is refused as it would be in the job
    with ThreadPoolExecutor(1) as threads, pytest.raises(ImageUnusable, match="at most 899"):
        threads.submit(rows.in_epoch(1).gather, np.arange(1)).result()


def test_a_scan_and_its_thumbnails_use_the_limit_of_their_request(write_picture: WritePicture, tmp_path: Path) -> None:
    small = write_picture(tmp_path / "ants" / "1.png", size=(30, 30))
    large = write_picture(tmp_path / "bees" / "1.png", size=(40, 40))
    events: list[Event] = []

    found = scan_folder(tmp_path, JobControl(), pixels=1000)
    make_thumbnails([small, large], 16, JobControl(report=events.append), pixels=1000)

    assert [(problem.file, problem.reason) for problem in found.problems] == [
        (large, "The image has 40 x 40 pixels: at most 1,000 are allowed.")
    ]
    assert [made.width for made in events if isinstance(made, ThumbnailMade)] == [16, 0]
    assert not scan_folder(tmp_path, JobControl()).problems


@pytest.mark.parametrize("pixels", [0, -1, 10_000_000_001])
def test_a_specification_refuses_a_limit_that_makes_no_sense(pixels: int) -> None:
    with pytest.raises(UnusableInput, match="pixel limit"):
        TrainingSpecification(folder=Path("photos"), run=Path("run"), pixel_limit=pixels)


def test_a_scan_says_which_files_a_higher_limit_would_help(write_picture: WritePicture, tmp_path: Path) -> None:
    write_picture(tmp_path / "data" / "ants" / "small.png")
    (tmp_path / "data" / "ants" / "empty.png").touch()
    bomb(tmp_path / "data" / "ants" / "bomb.png", 30_000, 20_000)

    scan = scan_folder(tmp_path / "data", JobControl())

    found = {problem.file.name: (problem.kind, problem.pixels) for problem in scan.problems}
    assert found == {"empty.png": ("", 0), "bomb.png": ("too_large", 600_000_000)}
