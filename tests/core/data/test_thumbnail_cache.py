"""Thumbnails that were made once come from the disk; what lies there may change, be damaged, or go at any time."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from core.data.thumbnail_cache import ThumbnailCache, thumbnail_cache
from core.data.thumbnails import make_thumbnails
from core.job_control import JobControl
from core.messages import Event, MakeThumbnails, ThumbnailMade
from core.places import thumbnail_folder
from core.worker.answers import answer_request

WritePicture = Callable[..., Path]
_EDGE = 16


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "thumbnails"


def _make(file: Path, cache: ThumbnailCache) -> ThumbnailMade:
    events: list[Event] = []
    make_thumbnails((file,), _EDGE, JobControl(report=events.append), cache=cache)
    assert isinstance(events[0], ThumbnailMade)
    return events[0]


def _kept(place: Path) -> list[Path]:
    return sorted(path for path in place.rglob("*") if path.is_file())


def _is_red(made: ThumbnailMade) -> bool:
    red, green, blue = made.pixels[:3]
    return red > 240 and green < 15 and blue < 15


def test_second_thumbnail_of_a_file_comes_from_the_disk(
    tmp_path: Path, place: Path, write_picture: WritePicture, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Given a thumbnail that was made by one process
    file = write_picture(tmp_path / "a.png", colour="red", size=(64, 32))
    first = _make(file, ThumbnailCache(place))
    assert (first.width, first.height) == (16, 8)
    # When another one asks for it, who could not decode the file
    content, status = file.read_bytes(), file.stat()
    file.write_bytes(bytes(len(content)))
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    second = _make(file, ThumbnailCache(place))
    # Then
    assert (second.width, second.height) == (16, 8)
    assert _is_red(second)


def test_changed_file_gets_a_new_thumbnail(tmp_path: Path, place: Path, write_picture: WritePicture) -> None:
    cache = ThumbnailCache(place)
    file = write_picture(tmp_path / "a.png", colour="blue")
    assert not _is_red(_make(file, cache))
    write_picture(file, colour="red", size=(30, 30))
    assert _is_red(_make(file, cache))


def test_another_edge_has_a_thumbnail_of_its_own(tmp_path: Path, place: Path, write_picture: WritePicture) -> None:
    cache = ThumbnailCache(place)
    file = write_picture(tmp_path / "a.png", colour="red", size=(64, 64))
    cache.keep(file, 16, Image.new("RGB", (16, 16), "red"))
    assert cache.find(file, 8) is None


def test_damaged_thumbnail_is_made_again(tmp_path: Path, place: Path, write_picture: WritePicture) -> None:
    cache = ThumbnailCache(place)
    file = write_picture(tmp_path / "a.png", colour="red")
    _make(file, cache)
    _kept(place)[0].write_bytes(_kept(place)[0].read_bytes()[:-300])
    assert _is_red(_make(file, cache))
    assert cache.find(file, _EDGE) is not None


def test_file_that_cannot_be_used_is_not_kept(tmp_path: Path, place: Path) -> None:
    (tmp_path / "text.jpg").write_text("no picture")
    assert _make(tmp_path / "text.jpg", ThumbnailCache(place)).pixels == b""
    assert _make(tmp_path / "gone.jpg", ThumbnailCache(place)).pixels == b""
    assert _kept(place) == []


def test_cache_may_be_deleted_at_any_time(tmp_path: Path, place: Path, write_picture: WritePicture) -> None:
    cache = ThumbnailCache(place)
    file = write_picture(tmp_path / "a.png", colour="red")
    _make(file, cache)
    shutil.rmtree(place)
    assert _is_red(_make(file, cache))
    assert len(_kept(place)) == 1


def test_cache_that_cannot_be_written_costs_nothing_but_the_memory(
    tmp_path: Path, place: Path, write_picture: WritePicture
) -> None:
    place.write_text("a file where the folder should be")
    assert _is_red(_make(write_picture(tmp_path / "a.png", colour="red"), ThumbnailCache(place)))


def test_what_was_not_looked_at_for_longest_goes_first(
    tmp_path: Path, place: Path, write_picture: WritePicture
) -> None:
    # Given as many thumbnails as there is room for, and one that another process left unfinished long ago
    files = [write_picture(tmp_path / f"{number}.png", colour="red") for number in range(6)]
    roomy = ThumbnailCache(place)
    for age, file in enumerate(files[:5]):
        _make(file, roomy)
        newest = next(path for path in _kept(place) if path.stat().st_mtime > 1e9)
        os.utime(newest, (100.0 + age, 100.0 + age))
    left = place / "ab" / ".0.part"
    left.parent.mkdir(exist_ok=True)
    left.write_bytes(bytes(10))
    os.utime(left, (1.0, 1.0))
    limit = sum(path.stat().st_size for path in _kept(place))
    # When the oldest is looked at, and one more is made
    small = ThumbnailCache(place, limit=limit)
    assert small.find(files[0], _EDGE) is not None
    _make(files[5], small)
    # Then it and the newest stay, and there is room again
    assert sum(path.stat().st_size for path in _kept(place)) <= limit
    assert not left.exists()
    assert small.find(files[0], _EDGE) is not None
    assert small.find(files[5], _EDGE) is not None
    assert small.find(files[1], _EDGE) is None


def test_worker_keeps_thumbnails_in_the_place_for_caches(tmp_path: Path, write_picture: WritePicture) -> None:
    file = write_picture(tmp_path / "a.png", colour="red")
    answer_request(MakeThumbnails(files=(file,), edge=_EDGE), JobControl())
    assert thumbnail_cache(thumbnail_folder()).find(file, _EDGE) is not None
