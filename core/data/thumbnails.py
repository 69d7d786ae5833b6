"""Small pictures of files for the window, as plain pixels. How they are decoded is `core.data.decode`'s work."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from core.data.decode import ImageUnusable, open_upright
from core.job_control import JobControl
from core.messages import ThumbnailMade


def make_thumbnails(files: Iterable[Path], edge: int, control: JobControl) -> None:
    """Report a `ThumbnailMade` for each file in order, its longest edge at most `edge` pixels.

    Of a file that can't be used it has no pixels, and a width and height of 0.

    Raises:
        Stopped: `control` says so.

    """
    for file in files:
        control.raise_if_stopped()
        control.report(_thumbnail(file, edge))


def _thumbnail(file: Path, edge: int) -> ThumbnailMade:
    try:
        picture = open_upright(file, edge)
    except ImageUnusable:
        return ThumbnailMade(file=file, width=0, height=0, pixels=b"")
    return ThumbnailMade(file=file, width=picture.width, height=picture.height, pixels=picture.tobytes())
