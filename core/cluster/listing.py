"""The listing of an extraction: every picture by name, dealt out to portions, in memory that doesn't grow with it.

As names come they are collected, put in the order of their hashes and written away; a portion is a range of hashes,
read from each of these files. So a portion is a random sample of all classes, whoever computes it, and the same
pictures are in the same portion whenever the folder is listed again.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xxhash

from core.cluster.parquet_file import read_parquet, write_parquet
from core.cluster.place import Place
from core.cluster.store_files import LISTING
from core.data.collection import list_collection
from core.data.corrected_listing import list_corrected
from core.data.corrections import read_corrections
from core.data.listing import is_passed_over, list_class_folders, list_images_quickly, looks_like_image
from core.errors import UnusableInput
from core.job_control import JobControl

#: So many names are held before they are written away, and so many are read at once.
_HELD, _ROW_GROUP = 20_000, 2048
#: A portion has at least so many pictures, and at most so many more than there are portions.
_SMALLEST_PORTION, _LARGEST_PORTION = 128, 10_000
_HASH_BITS = 63


@dataclass(frozen=True, slots=True)
class Listed:
    """A picture: its name relative to the source, with '/', its class, its bytes, and when it was changed (ns)."""

    name: str
    class_name: str
    size: int
    modified: int


def hash_of(name: str) -> int:
    """Return the hash by which a picture belongs to a portion: 63 bits."""
    return xxhash.xxh3_64_intdigest(name) >> 1


def portion_count(images: int) -> int:
    """Return the number of portions for so many images: about as many as a portion has images, where they are many."""
    size = min(max(_SMALLEST_PORTION, math.isqrt(images)), _LARGEST_PORTION)
    return max(1, round(images / size))


def list_pictures(source: Place, control: JobControl, *, inner_classes: bool) -> Iterator[Listed]:
    """Yield the pictures of a data folder as a training would list them, corrections applied.

    Behind a URI the folders directly in it are the classes, and all that lies below one belongs to it.

    Raises:
        UnusableInput: there is no such folder, or it can't be read.

    """
    if source.local is None:
        return _list_far(source, control)
    folder = source.local
    if inner_classes or read_corrections(folder) or list_collection(folder):
        return _list_corrected(folder, control, inner_classes=inner_classes)
    return _list_as_it_is(folder, control)


def _list_as_it_is(folder: Path, control: JobControl) -> Iterator[Listed]:
    """List one class after another, so that never more than one is in memory."""
    for class_name in list_class_folders(folder):
        listed = list_images_quickly(folder, class_name, control)
        for file in listed.files:
            if looks_like_image(file):
                yield _listed(folder, f"{class_name}/{file}", class_name)


def _list_corrected(folder: Path, control: JobControl, *, inner_classes: bool) -> Iterator[Listed]:
    for one in list_corrected(folder, control, inner_classes=inner_classes).classes:
        for name in one.files:
            if looks_like_image(name):
                yield _listed(folder, name, one.name)


def _listed(folder: Path, name: str, class_name: str) -> Listed:
    try:
        status = (folder / name).stat()
    except OSError:
        return Listed(name, class_name, 0, 0)  # it is found to be gone when it is read
    return Listed(name, class_name, status.st_size, status.st_mtime_ns)


def _list_far(source: Place, control: JobControl) -> Iterator[Listed]:
    try:
        for class_name in source.folders():
            if is_passed_over(class_name):
                continue
            for found in (source / class_name).files_below(is_passed_over):
                control.raise_if_stopped()
                if looks_like_image(found.name):
                    yield Listed(f"{class_name}/{found.name}", class_name, found.size, found.modified)
    except OSError as error:
        why = str(error).partition("\n")[0].rstrip(".")
        raise UnusableInput(
            f"{source.where} can't be listed: {why}.", hint="Check the name, and that you may read there."
        ) from error


def write_listing(pictures: Iterator[Listed], store: Place, control: JobControl) -> int:
    """Write the listing into the store and return how many pictures there are. Reports Progress of stage `list`."""
    remove_listing(store)
    held: list[Listed] = []
    count = files = 0
    control.progress("list", 0, 0)
    for picture in pictures:
        held.append(picture)
        count += 1
        if len(held) == _HELD:
            _write_away(held, store, files)
            held, files = [], files + 1
        if count % 256 == 0:
            control.raise_if_stopped()
            control.progress("list", count, 0)
    if held:
        _write_away(held, store, files)
    return count


def remove_listing(store: Place) -> None:
    """Remove the listing of this or an earlier extraction."""
    place = store / LISTING
    for name in place.files(suffix=".parquet"):
        (place / name).remove()
    if place.local is not None:
        with suppress(OSError):  # It is not there, or somebody has put something into it.
            place.local.rmdir()


def pictures_of(portion: int, portions: int, store: Place) -> list[Listed]:
    """Return the pictures of a portion, in the order of their hashes."""
    first, behind = (number * (1 << _HASH_BITS) // portions for number in (portion, portion + 1))
    bounds = [("hash", ">=", first), ("hash", "<=", behind - 1)]
    found: list[tuple[int, Listed]] = []
    for name in (store / LISTING).files(suffix=".parquet"):
        columns: dict[str, Any] = read_parquet(store / LISTING / name, filters=bounds).to_pydict()
        found += [
            (number, Listed(*row))
            for number, *row in zip(
                *(columns[one] for one in ("hash", "name", "class", "size", "modified")), strict=True
            )
        ]
    return [picture for _, picture in sorted(found, key=lambda one: (one[0], one[1].name))]


def _write_away(held: list[Listed], store: Place, number: int) -> None:
    import pyarrow as pa

    rows = sorted(((hash_of(one.name), one) for one in held), key=lambda row: row[0])
    table = pa.table(
        {
            "hash": pa.array([number for number, _ in rows], pa.int64()),
            "name": pa.array([one.name for _, one in rows], pa.string()),
            "class": pa.array([one.class_name for _, one in rows], pa.string()),
            "size": pa.array([one.size for _, one in rows], pa.int64()),
            "modified": pa.array([one.modified for _, one in rows], pa.int64()),
        }
    )
    write_parquet(table, store / LISTING / f"{number:05d}.parquet", row_group_size=_ROW_GROUP, compression="zstd")
