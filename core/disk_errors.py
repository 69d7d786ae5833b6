"""What a person is told when a file can't be written: where, why, and how much room there is. No file is touched here.

Rooms that know what they were writing raise `cannot_write`; what is left gets its sentence from `failure_of_disk`.
"""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

from core.errors import Failure, FrostlineError

#: None: what a library says that keeps the system's number to itself.
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, None})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def cannot_write(what: str, place: Path, error: OSError, *, then: str) -> FrostlineError:
    """Return the error that says that `what` can't be written to `place` (kind `cannot_write`); raise it from `error`.

    then: what to do when there is room again, as the end of a sentence.
    """
    remedy = "Make room on the disk" if error.errno in _FULL else "Make the place writable"
    return FrostlineError(
        f"{what} can't be written to {place}: {why_not_written(error, place)}.",
        hint=f"{remedy}, then {then}.",
        kind="cannot_write",
    )


def failure_of_disk(error: OSError) -> Failure | None:
    """Return what to tell of an error of the disk that no room foresaw; None where it is none.

    Kinds: `disk_full`; `cannot_write`, where writing is refused; `cannot_open`, where it may have been reading.
    """
    place = error.filename if isinstance(error.filename, str) else ""
    then = "then start this job again."
    full = error.errno is not None and error.errno in _FULL
    if full or error.errno == errno.EROFS:
        where = f" ({place})" if place else ""
        return Failure(
            kind="disk_full" if full else "cannot_write",
            message=f"A file can't be written{where}: {why_not_written(error, Path(place) if place else None)}.",
            hint=f"Free some space, {then}" if full else f"Make the place writable, {then}",
        )
    if error.errno in _REFUSED | {errno.EIO} and place:
        return Failure(
            kind="cannot_open",
            message=f"{place} can't be opened: {error.strerror}.",
            hint=f"See that the disk is there, and that you may read and write it, {then}",
        )
    return None


def why_not_written(error: OSError, place: Path | None = None) -> str:
    """Return why, as the end of a sentence. place: the file or folder that was to be written, where that is known."""
    if error.errno == errno.EFBIG:
        return "files may not be so large there"
    if error.errno == errno.EDQUOT:
        return "your share of the disk is used up"
    if error.errno == errno.ENOSPC:
        return "the disk is full" + ("" if place is None else _free_in_words(place))
    if error.errno == errno.EROFS:
        return "the disk is read-only"
    if error.errno in _REFUSED:
        return "you are not allowed to write there"
    return error.strerror or str(error)


def free_bytes(place: Path) -> int | None:
    """Return how many bytes are free where `place` is or would be; None where the system doesn't say."""
    for folder in (place, *place.absolute().parents):
        try:
            return shutil.disk_usage(folder).free
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError:
            return None
    return None


def _free_in_words(place: Path) -> str:
    free = free_bytes(place)
    return "" if free is None else f" ({free / 1e6:,.1f} MB are free)"
