"""Small pictures of files for the window, as plain pixels. How they are decoded is `core.data.decode`'s work.

What was made once comes from the disk (`core.data.thumbnail_cache`).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PIL import Image

from core.data.decode import ImageUnusable, open_upright
from core.data.pixel_limit import pixel_limit
from core.data.thumbnail_cache import ThumbnailCache
from core.job_control import JobControl
from core.messages import ThumbnailMade


def make_thumbnails(
    files: Iterable[Path],
    edge: int,
    control: JobControl,
    *,
    cache: ThumbnailCache | None = None,
    pixels: int | None = None,
) -> None:
    """Report a `ThumbnailMade` for each file in order, its longest edge at most `edge` pixels.

    Of a file that can't be used it has no pixels, and a width and height of 0. cache: where thumbnails are kept; None:
    each is made. pixels: how many a picture may have, None: as many as usual.

    Raises:
        Stopped: `control` says so.

    """
    with pixel_limit(pixels):
        for file in files:
            control.raise_if_stopped()
            control.report(_thumbnail(file, edge, cache))


def _thumbnail(file: Path, edge: int, cache: ThumbnailCache | None) -> ThumbnailMade:
    try:
        picture = _found_or_made(file, edge, cache)
    except ImageUnusable:
        return ThumbnailMade(file=file, width=0, height=0, pixels=b"")
    return ThumbnailMade(file=file, width=picture.width, height=picture.height, pixels=picture.tobytes())


def _found_or_made(file: Path, edge: int, cache: ThumbnailCache | None) -> Image.Image:
    if cache is None:
        return open_upright(file, edge)
    picture = cache.find(file, edge)
    if picture is None:
        picture = open_upright(file, edge)
        cache.keep(file, edge, picture)
    return picture
