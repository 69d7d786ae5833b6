"""Thumbnails on disk, so that a folder that was looked at before is there at once: JPEG files in the cache place.

A thumbnail's name is the digest of what it was made from: path, size and time of the file, edge, and the decoder's
version; so a changed file has another name, and nothing is ever corrected. Files are written beside and renamed, so
several processes may write at once, and anything may be deleted at any time. Without room, those not used for longest
go first. How a thumbnail is made is `core.data.thumbnails`' work.
"""

from __future__ import annotations

import io
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import xxhash
from PIL import Image

from core.data.decode import DECODER_VERSION, ImageUnusable, open_upright
from core.time_of_use import bring_back_from_the_future

#: Bytes kept at most: some 20,000 thumbnails.
LIMIT_BYTES = 256 * 1024 * 1024

#: Loss that the eye does not find at this size; nothing but the eye looks at thumbnails.
_QUALITY = 90
#: After so many bytes of its own, a process looks whether all together are too many, and so much room it makes then.
_SHARE_BETWEEN_LOOKS, _SHARE_LEFT = 1 / 16, 0.8


class ThumbnailCache:
    """The thumbnails in `folder`, at most about `limit` bytes. For one thread; other processes may use the folder too.

    A disk that is full, read-only or gone costs the memory of thumbnails, nothing else.
    """

    def __init__(self, folder: Path, *, limit: int = LIMIT_BYTES) -> None:
        self._folder = folder
        self._limit = limit
        self._written = limit  # So that the first thumbnail that is written looks at what others have left.

    def find(self, file: Path, edge: int) -> Image.Image | None:
        """Return the thumbnail of `file` as it is now, RGB, or None where there is none."""
        place = self._place(file, edge)
        if place is None:
            return None
        try:
            content = place.read_bytes()
        except OSError:
            return None
        try:
            picture = open_upright(content, edge)
        except ImageUnusable:
            _remove(place)
            return None
        with suppress(OSError):
            os.utime(place)
        return picture

    def keep(self, file: Path, edge: int, picture: Image.Image) -> None:
        """Keep `picture` (RGB) as the thumbnail of `file` at `edge`."""
        place = self._place(file, edge)
        if place is None:
            return
        content = io.BytesIO()
        picture.save(content, "JPEG", quality=_QUALITY, subsampling=0)
        with suppress(OSError):
            _write(place, content.getvalue())
            self._written += len(content.getvalue())
        if self._written > self._limit * _SHARE_BETWEEN_LOOKS:
            self._written = 0
            self._make_room()

    def _place(self, file: Path, edge: int) -> Path | None:
        try:
            status = file.stat()
        except OSError:
            return None
        made_from = f"{file.absolute()}\0{status.st_size}\0{status.st_mtime_ns}\0{edge}\0{DECODER_VERSION}"
        digest = xxhash.xxh3_128_hexdigest(made_from.encode("utf-8", errors="surrogateescape"))
        return self._folder / digest[:2] / f"{digest[2:]}.jpg"

    def _make_room(self) -> None:
        """Remove the thumbnails that were not looked at for longest, where there are too many."""
        kept = _kept_files(self._folder)
        total = sum(one.size for one in kept)
        if total <= self._limit:
            return
        kept.sort(key=lambda one: one.used)
        bring_back_from_the_future(one.path for one in kept)
        for one in kept:
            if total <= self._limit * _SHARE_LEFT:
                break
            _remove(one.path)
            total -= one.size


@lru_cache(maxsize=4)
def thumbnail_cache(folder: Path) -> ThumbnailCache:
    """Return this process's cache in `folder`: the same one each time, since it counts what it writes."""
    return ThumbnailCache(folder)


@dataclass(frozen=True)
class _Kept:
    path: Path
    size: int
    used: float


def _kept_files(folder: Path) -> list[_Kept]:
    """Return every file below `folder`, what a process that died has left unfinished included."""
    kept: list[_Kept] = []
    for here, _, names in os.walk(folder):
        for name in names:
            path = Path(here) / name
            with suppress(OSError):
                status = path.stat()
                kept.append(_Kept(path, status.st_size, status.st_mtime))
    return kept


def _write(place: Path, content: bytes) -> None:
    """Write beside and rename. Not flushed to the disk: one that a power cut damages is made again."""
    place.parent.mkdir(parents=True, exist_ok=True)
    unfinished = place.with_name(f".{secrets.token_hex(8)}.part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(place)
    except BaseException:
        _remove(unfinished)
        raise


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
