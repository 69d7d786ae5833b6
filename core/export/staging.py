"""The folder in which an export comes to be, beside its destination, and its way from there into place.

Everything of an export is written into it, opened and compared there; only then it is moved. Whatever goes wrong
before, nothing is left, not even the folders that were made for the destination. A process that is killed can't clear
up: the next export to the same folder does. The staging folder holds a lock, which the system frees when its process
is gone; inside it `new` is the export, and `old` what stood in its place.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from core.export.destination import REPORT_SUFFIX, may_be_replaced

_SUFFIX, _LOCK, _NEW, _OLD = ".part", ".frostline-export", "new", "old"


@contextmanager
def staging_folder(destination: Path) -> Iterator[Path]:
    """Give an empty folder on the disk of `destination`; it is gone afterwards."""
    made = _make_folders(destination.parent)
    staging = destination.with_name(f".{destination.name[:80]}.{secrets.token_hex(4)}{_SUFFIX}")
    try:
        staging.mkdir()
        lock = FileLock(staging / _LOCK)
        with suppress(NotImplementedError):  # A disk without locks: then nobody clears up after others, either.
            lock.acquire()
        try:
            (staging / _NEW).mkdir()
            yield staging / _NEW
        finally:
            lock.release()
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        for folder in made:
            with suppress(OSError):  # It is not empty: the export is in it, or somebody else put something there.
                folder.rmdir()


def publish(staged: Sequence[Path], folder: Path) -> None:
    """Move files and folders from the staging folder into `folder`, over what is there: all of them or none.

    The report of the export must come last.
    """
    for part in staged:
        if part.is_file():
            _flush_to_disk(part)
    kept = staged[0].parent.with_name(_OLD)
    kept.mkdir()  # From here on a killed process has its export finished by `clear_up`.
    moved: list[Path] = []
    try:
        for part in staged:
            _set_aside(folder / part.name, kept / part.name)
            part.replace(folder / part.name)
            moved.append(part)
    except BaseException:
        for part in moved:
            (folder / part.name).replace(part)
        for one in list(kept.iterdir()):
            one.replace(folder / one.name)
        raise


def clear_up(folder: Path) -> None:
    """See to what killed exports left in `folder`: finish what was being moved into place, remove the rest.

    What a living process works in is left alone, and so is what can't be finished, since something of the user's stands
    in its place by now.
    """
    with suppress(OSError):
        for staging in staging_folders(folder):
            _clear_up_unless_in_use(staging)


def staging_folders(folder: Path) -> list[Path]:
    """Return the staging folders in `folder`, of exports under way and of killed ones."""
    return [one for one in sorted(folder.glob(f".*{_SUFFIX}")) if (one / _LOCK).is_file() and (one / _NEW).is_dir()]


def _clear_up_unless_in_use(staging: Path) -> None:
    lock = FileLock(staging / _LOCK, timeout=0)
    try:
        lock.acquire()
    except (Timeout, OSError, NotImplementedError):
        return
    try:
        finished = not (staging / _OLD).is_dir() or _finish(staging)
    finally:
        lock.release()
    if finished:
        shutil.rmtree(staging, ignore_errors=True)


def _finish(staging: Path) -> bool:
    """Move what is left into place, the report last; False if something else stands there."""
    for part in sorted((staging / _NEW).iterdir(), key=lambda one: (one.name.endswith(REPORT_SUFFIX), one.name)):
        place, kept = staging.parent / part.name, staging / _OLD / part.name
        if place.exists() and not may_be_replaced(place) and not (kept.exists() and place.samefile(kept)):
            return False
        if not kept.exists():
            _set_aside(place, kept)
        part.replace(place)
    return True


def _set_aside(place: Path, kept: Path) -> None:
    """Keep what is at `place`; a file stays there too, so that the name is never without one."""
    if place.is_file():
        with suppress(OSError):  # A disk that knows no second name for a file.
            kept.hardlink_to(place)
            return
    if place.exists():
        place.replace(kept)


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
