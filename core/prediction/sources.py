"""From paths that a person names to the pictures that they mean: a folder stands for all pictures in it. No Keras here.

Which files count as pictures is said by `core.data.listing`; whether they are any shows when they are decoded.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from core.data.listing import list_images_quickly, looks_like_image
from core.job_control import JobControl


def pictures_in(folder: Path) -> list[Path]:
    """Return the pictures in `folder`, sub-folders included, sorted; hidden files are passed over."""
    folder = folder.resolve() if folder.name in ("", "..") else folder  # "." has no name to be listed by
    listed = list_images_quickly(folder.parent, folder.name, JobControl())
    return [folder / name for name in listed.files if looks_like_image(name)]


def without_folders(paths: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Return `paths` with each folder replaced by its pictures, and the folders in which there are none."""
    found: list[Path] = []
    empty: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
        elif inside := pictures_in(path):
            found += inside
        else:
            empty.append(path)
    return tuple(found), tuple(empty)
