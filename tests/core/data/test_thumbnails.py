"""Thumbnails come one for each file, in order, and none when the user has stopped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from core.data.thumbnails import make_thumbnails
from core.errors import Stopped
from core.job_control import JobControl
from core.messages import Event, ThumbnailMade

WritePicture = Callable[..., Path]


def test_each_file_gets_its_small_picture_in_order(tmp_path: Path, write_picture: WritePicture) -> None:
    wide = write_picture(tmp_path / "wide.png", colour="red", size=(200, 100))
    high = write_picture(tmp_path / "high.png", colour="blue", size=(100, 200))
    events: list[Event] = []

    make_thumbnails((wide, high), 50, JobControl(report=events.append))

    assert events == [
        ThumbnailMade(file=wide, width=50, height=25, pixels=bytes((255, 0, 0)) * 1250),
        ThumbnailMade(file=high, width=25, height=50, pixels=bytes((0, 0, 255)) * 1250),
    ]


def test_a_file_that_cannot_be_used_has_no_pixels(tmp_path: Path, write_picture: WritePicture) -> None:
    (tmp_path / "text.jpg").write_text("no picture")
    files = (tmp_path / "text.jpg", tmp_path / "gone.jpg", write_picture(tmp_path / "good.png", size=(8, 8)))
    events: list[Event] = []

    make_thumbnails(files, 50, JobControl(report=events.append))

    made = [event for event in events if isinstance(event, ThumbnailMade)]
    assert [(one.file, one.width, one.height, len(one.pixels)) for one in made] == [
        (files[0], 0, 0, 0),
        (files[1], 0, 0, 0),
        (files[2], 8, 8, 192),
    ]


def test_stop_is_heard_between_files(tmp_path: Path, write_picture: WritePicture) -> None:
    files = [write_picture(tmp_path / f"{number}.png") for number in range(5)]
    events: list[Event] = []
    control = JobControl(report=events.append)

    def stop_after_two(event: Event) -> None:
        events.append(event)
        if len(events) == 2:
            control.stop_requested.set()

    control.report = stop_after_two

    with pytest.raises(Stopped):
        make_thumbnails(files, 50, control)

    assert len(events) == 2
