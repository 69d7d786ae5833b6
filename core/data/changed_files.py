"""Files that change or go while a training is on its way: they are left out, and the run goes on without them.

A training knows its images by the digests of their content, which it took when it listed them. What it decodes later
must still be that content, or its features would be kept under the name of another picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.data.content import read_picture
from core.data.opened_picture import ImageUnusable


@contextmanager
def unchanged_picture(file: Path, digest: str) -> Iterator[Path | bytes]:
    """Give what to decode a picture from, whose content has the `image_digest` `digest`.

    Raises:
        ImageUnusable: the file is gone, has changed, or (from the `with` block) can't be decoded; it names the file.

    """
    source, now = read_picture(file)
    if now != digest:
        raise has_changed(file)
    try:
        yield source
    except ImageUnusable as unusable:
        raise ImageUnusable(file, unusable.reason, hint=unusable.hint, may_pass=unusable.may_pass) from unusable


def has_changed(file: Path) -> ImageUnusable:
    """Return why a file is left out that is no longer what it was."""
    return ImageUnusable(
        file,
        "The file has changed since the training began.",
        hint="Train again to use it as it is now.",
        may_pass=True,
    )
