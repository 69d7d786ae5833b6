"""Digests of pictures and of whole data sets: by them the feature store and a run know what they were made from.

Of the files' bytes, not of their pixels, names or dates. What a digest is used for is the caller's concern; the files'
content is read here too, so that what is decoded is what was digested.
"""

from __future__ import annotations

import stat
from collections.abc import Iterable
from pathlib import Path

import xxhash

from core.data.opened_picture import IN_MEMORY_BYTES, ImageUnusable, why_unreadable

_CHUNK_BYTES = 1 << 20


def image_digest(file: Path) -> str:
    """Return the digest of a file's content: xxh3 of 128 bits, as 32 hexadecimal digits.

    Raises:
        ImageUnusable: the file is gone or can't be read.

    """
    digest = xxhash.xxh3_128()
    try:
        with file.open("rb") as opened:
            while chunk := opened.read(_CHUNK_BYTES):
                digest.update(chunk)
    except OSError as error:
        raise ImageUnusable(file, why_unreadable(error), may_pass=True) from error
    return digest.hexdigest()


def read_picture(file: Path) -> tuple[Path | bytes, str]:
    """Return what to decode a picture from, and its `image_digest`: the file's content, or the file where it is large.

    Raises:
        ImageUnusable: the file is gone, can't be read, or is no file at all.

    """
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):  # a named pipe would block
            raise ImageUnusable(file, "It is not a file.", hint="Choose an image file.", may_pass=True)
        if status.st_size > IN_MEMORY_BYTES:
            return file, image_digest(file)
        content = file.read_bytes()
    except OSError as error:
        raise ImageUnusable(file, why_unreadable(error), may_pass=True) from error
    return content, xxhash.xxh3_128_hexdigest(content)


def dataset_digest(images: Iterable[tuple[str, str]]) -> str:
    """Return the digest of a data set: 32 hexadecimal digits, whatever the order in which the images come.

    images: for each image its name relative to the data folder (`class/file`, with '/') and its `image_digest`.
    """
    digest = xxhash.xxh3_128()
    for name, content in sorted(images):
        # A zero byte occurs neither in names nor in digests, so no two data sets run together into the same bytes.
        digest.update(f"{name}\0{content}\0".encode())
    return digest.hexdigest()
