"""Where Frostline keeps what it notes of a data folder: in a hidden folder inside it, or with the user's own data.

Inside, it goes along when the data folder is moved or sent. Where the folder can't be written to, the user's place is
taken, by the data folder's path; what stands there counts before what stands inside. What the files say is not known
here.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import xxhash

from core.data.file_names import SIDECAR
from core.errors import UnusableInput
from core.places import corrections_folder
from core.whole_files import remove_leftovers

#: The folder of collected pictures inside the sidecar folder, with a folder for each class.
COLLECTION = "collection"

#: What a system answers when a place may not be written to, or when something else stands in the way.
_REFUSALS = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST})
_LOCK_SECONDS = 10.0

_Written = TypeVar("_Written")


def inside(folder: Path) -> Path:
    """Return the sidecar folder inside the data folder."""
    return folder / SIDECAR


def elsewhere(folder: Path) -> Path:
    """Return the sidecar folder among the user's own data."""
    place = folder.resolve()
    return corrections_folder() / f"{place.name[:60]}-{xxhash.xxh3_64(str(place).encode()).hexdigest()}"


def collections_of(folder: Path) -> tuple[Path, Path]:
    """Return where pictures may be that were collected for the data folder (`core.data.collection`)."""
    return inside(folder) / COLLECTION, elsewhere(folder) / COLLECTION


def collected_class(folder: Path, name: str) -> str | None:
    """Return the class under which a file of the collection was added, or None where `name` is no such file."""
    for place in collections_of(folder):
        file = folder / name
        if file.is_relative_to(place):
            return file.relative_to(place).parent.as_posix()
    return None


def write_where_possible(folder: Path, write: Callable[[Path], _Written]) -> _Written:
    """Have `write` write into the sidecar folder inside the data folder, or elsewhere when that is refused.

    Raises:
        UnusableInput: neither place can be written to, or the disk is full.

    """
    try:
        try:
            return write(inside(folder))
        except OSError as error:
            if error.errno not in _REFUSALS:
                raise
            return write(elsewhere(folder))
    except OSError as error:
        raise _not_kept(folder, error) from error


def remove_elsewhere(folder: Path, name: str) -> None:
    """Remove a file from the place among the user's data, which would count before the one inside the data folder.

    Raises:
        UnusableInput: it can't be removed.

    """
    try:
        (elsewhere(folder) / name).unlink(missing_ok=True)
    except OSError as error:
        raise _not_kept(folder, error) from error


def clear_up_sidecar(folder: Path) -> None:
    """Remove what processes that died left of files that they were writing for the data folder."""
    for place in (inside(folder), elsewhere(folder)):
        remove_leftovers(place)
        for here, _, _ in os.walk(place / COLLECTION):
            remove_leftovers(Path(here))


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other windows and commands of this user from writing at the same time.

    Raises:
        UnusableInput: another one has been at it for too long, or the lock can't be written.

    """
    from filelock import FileLock  # which takes asyncio along

    file = elsewhere(folder).with_suffix(".lock")
    lock = FileLock(file, timeout=_LOCK_SECONDS)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except TimeoutError as error:
        raise UnusableInput(
            f"Another window has been writing to the corrections of {folder} for {_LOCK_SECONDS:.0f} seconds.",
            hint="Close it, and try again.",
        ) from error
    except OSError as error:
        raise _not_kept(folder, error) from error
    try:
        yield
    finally:
        lock.release()


def _not_kept(folder: Path, error: OSError) -> UnusableInput:
    return UnusableInput(
        f"What was changed about {folder} can't be kept ({error.strerror}): nothing was changed.",
        hint=f"Make room, or make {inside(folder)} or {corrections_folder()} writable.",
    )
