"""The folder in which an export comes to be, beside its destination, and its way from there into place.

Everything of an export is written into it, opened and compared there; only then it is moved. Whatever goes wrong
before, nothing is left, not even the folders that were made for the destination.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def staging_folder(destination: Path) -> Iterator[Path]:
    """Give an empty folder on the disk of `destination`; it is gone afterwards."""
    made = _make_folders(destination.parent)
    staging = destination.with_name(f".{destination.name[:80]}.{secrets.token_hex(4)}.part")
    try:
        staging.mkdir()
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        for folder in made:
            with suppress(OSError):  # It is not empty: the export is in it, or somebody else put something there.
                folder.rmdir()


def publish(staged: Path, place: Path) -> None:
    """Move a file or a folder from the staging folder to `place`, over what is there."""
    if staged.is_file():
        _flush_to_disk(staged)
        staged.replace(place)
        return
    previous = staged.with_name(f"{staged.name}.old")
    if place.exists():
        place.replace(previous)
    try:
        staged.replace(place)
    except OSError:
        if previous.exists():
            previous.replace(place)
        raise


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder and those above it; return those that were not there, the deepest first."""
    missing = []
    for one in (folder, *folder.parents):
        if one.exists():
            break
        missing.append(one)
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _flush_to_disk(file: Path) -> None:
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())
