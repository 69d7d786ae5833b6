"""The collection of a data folder: copies of pictures from elsewhere that were given a class, beside its own files.

A picture lies in `collection/<class>/` of the sidecar folder, named by the digest of its content, so that adding it
twice keeps one. That it is listed as a member of its class is `core.data.corrected_listing`'s work.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import xxhash

from core.data.content import image_digest
from core.data.file_names import name_in_folder
from core.data.listing import is_passed_over
from core.data.opened_picture import opened_picture
from core.data.sidecar import COLLECTION, collections_of, write_where_possible
from core.errors import UnusableInput
from core.whole_files import file_beside

#: Where a format is not called as its files are.
_SUFFIXES = {"jpeg": ".jpg", "jpeg2000": ".jp2"}


def add_to_collection(folder: Path, source: Path | bytes, class_name: str) -> str:
    """Copy a picture, a file or an encoded one, into the collection of `folder`, and return its name there.

    The name is relative to `folder`, with '/'; where the folder can't be written to, it is the whole path. A picture
    that was collected under another class changes over to this one.

    Raises:
        UnusableInput: the picture can't be read or kept, or a folder can't be named after the class.
        ImageUnusable: it is no picture.

    """
    _refuse_unusable_name(class_name)
    suffix = _suffix_of(source)
    digest = _digest_of(source)
    earlier = _collected_as(folder, digest)

    def write(place: Path) -> Path:
        destination = place / COLLECTION / class_name / f"{digest}{suffix}"
        if not destination.exists():
            with file_beside(destination) as unfinished:
                if isinstance(source, Path):
                    shutil.copyfile(source, unfinished)
                else:
                    unfinished.write_bytes(source)
        return destination

    kept = write_where_possible(folder, write)
    for one in earlier:
        if one != kept:
            one.unlink(missing_ok=True)
    return name_in_folder(folder, kept)


def find_in_collection(folder: Path, source: Path | bytes) -> str | None:
    """Return the name of a picture of the same content that was collected before, or None.

    Raises:
        ImageUnusable: the file is gone or can't be read.

    """
    found = _collected_as(folder, _digest_of(source))
    return name_in_folder(folder, found[0]) if found else None


def list_collection(folder: Path) -> dict[str, tuple[str, ...]]:
    """Return the names of the collected pictures by class, sorted; empty where nothing was collected."""
    found: dict[str, list[str]] = {}
    for place in collections_of(folder):
        for file in _files_below(place):
            found.setdefault(file.parent.relative_to(place).as_posix(), []).append(name_in_folder(folder, file))
    return {class_name: tuple(sorted(names)) for class_name, names in sorted(found.items())}


def take_from_collection(folder: Path, name: str) -> None:
    """Hide a picture of the collection, so that it is listed no more; `return_to_collection` undoes it.

    Raises:
        UnusableInput: it can't be renamed.

    """
    _rename(folder / name, _hidden(folder / name))


def return_to_collection(folder: Path, name: str) -> None:
    """List a picture again that was taken from the collection.

    Raises:
        UnusableInput: it is not there any more, or can't be renamed.

    """
    _rename(_hidden(folder / name), folder / name)


def _refuse_unusable_name(class_name: str) -> None:
    if any(part in {"", ".", ".."} or is_passed_over(part) for part in class_name.split("/")):
        raise UnusableInput(f"'{class_name}' can't be the name of a class.", hint="Choose another name.")


def _files_below(place: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(place):
        folders[:] = sorted(name for name in folders if not is_passed_over(name))
        yield from (Path(here) / name for name in sorted(files) if not is_passed_over(name))


def _collected_as(folder: Path, digest: str) -> tuple[Path, ...]:
    return tuple(file for place in collections_of(folder) for file in _files_below(place) if file.stem == digest)


def _digest_of(source: Path | bytes) -> str:
    return image_digest(source) if isinstance(source, Path) else xxhash.xxh3_128(source).hexdigest()


def _suffix_of(source: Path | bytes) -> str:
    """Return the suffix that the content asks for, since many pasted pictures have no name, and some a wrong one."""
    with opened_picture(source) as picture:
        format_name = (picture.format or "").lower()
    return _SUFFIXES.get(format_name, f".{format_name}")


def _hidden(file: Path) -> Path:
    return file.with_name(f".{file.name}")


def _rename(file: Path, new: Path) -> None:
    try:
        file.rename(new)
    except OSError as error:
        raise UnusableInput(
            f"{file} can't be renamed ({error.strerror}).", hint="Add the picture to the collection again."
        ) from error
