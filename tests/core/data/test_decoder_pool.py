"""Pictures are decoded ahead, in order, in bounded memory, and the threads end when the consumer does."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path, PosixPath
from typing import overload

import numpy as np
import pytest

from core.data.decode import ImageUnusable, decode_image
from core.data.decoder_pool import DecoderPool, decode_in_order

WritePicture = Callable[..., Path]


class CountedPath(PosixPath):
    """A path that counts how many files were looked at."""

    looked_at = 0

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:
        CountedPath.looked_at += 1
        return super().stat(follow_symlinks=follow_symlinks)


class WatchedFiles(Sequence[Path]):
    """A sequence of files that remembers how far it was read."""

    def __init__(self, files: Sequence[Path]) -> None:
        self.files = files
        self.read = 0

    def __len__(self) -> int:
        return len(self.files)

    @overload
    def __getitem__(self, index: int) -> Path: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Path]: ...
    def __getitem__(self, index: int | slice) -> Path | Sequence[Path]:
        assert isinstance(index, int)
        self.read = max(self.read, index + 1)
        return self.files[index]


@pytest.fixture
def files(tmp_path: Path, write_picture: WritePicture) -> list[Path]:
    return [write_picture(tmp_path / f"{number}.png", colour=(number, 0, 255 - number)) for number in range(40)]


def decoding_threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("decode")]


@pytest.mark.parametrize("threads", [1, 2, 7])
@pytest.mark.parametrize("ahead", [1, 5, 64])
def test_pictures_come_in_order_whatever_the_threads(files: list[Path], threads: int, ahead: int) -> None:
    decoded = list(decode_in_order(files, 8, threads=threads, ahead=ahead))

    assert [index for index, _ in decoded] == list(range(40))
    for index, pixels in decoded:
        assert isinstance(pixels, np.ndarray)
        assert np.array_equal(pixels, decode_image(files[index], 8))
    assert decoding_threads() == []


def test_a_bad_picture_takes_its_place_in_the_order(files: list[Path]) -> None:
    files[3].write_bytes(b"")

    decoded = dict(decode_in_order(files, 8))

    refusal = decoded[3]
    assert isinstance(refusal, ImageUnusable)
    assert refusal.reason == "The file is empty."
    assert sum(isinstance(one, np.ndarray) for one in decoded.values()) == 39


def test_no_more_is_decoded_ahead_than_was_agreed(files: list[Path]) -> None:
    watched = WatchedFiles(files)
    decoded = decode_in_order(watched, 8, ahead=6)

    next(decoded)
    assert watched.read == 6
    next(decoded)
    assert watched.read == 7
    decoded.close()


def test_closing_early_leaves_no_thread(files: list[Path]) -> None:
    decoded = decode_in_order(files, 8, threads=3)
    next(decoded)
    assert decoding_threads()

    decoded.close()

    assert decoding_threads() == []


def test_closing_early_gives_up_what_nobody_has_begun(tmp_path: Path, write_picture: WritePicture) -> None:
    # Given pictures that take a while, all of them waiting for one thread
    large = CountedPath(write_picture(tmp_path / "large.png", size=(1500, 1500)))
    decoded = decode_in_order([large] * 60, 8, threads=1, ahead=60)
    next(decoded)

    decoded.close()

    assert CountedPath.looked_at < 30


def test_an_error_of_the_consumer_leaves_no_thread(files: list[Path]) -> None:
    def consume() -> None:
        for index, _ in decode_in_order(files, 8):
            if index == 2:
                raise RuntimeError("the consumer fails")

    with pytest.raises(RuntimeError, match="the consumer fails"):
        consume()

    assert decoding_threads() == []


def test_the_time_spent_decoding_adds_up(files: list[Path]) -> None:
    pool = DecoderPool(8, threads=2)

    list(pool.decode_in_order(files[:20]))
    after_one = pool.seconds
    list(pool.decode_in_order(files[20:]))

    assert 0.0 < after_one < pool.seconds
    assert pool.waited_seconds > 0.0


def test_nothing_to_decode_is_no_trouble() -> None:
    assert list(decode_in_order([], 8)) == []
