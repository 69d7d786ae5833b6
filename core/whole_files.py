"""Writing files and folders so that they are whole or not there, whatever dies whenever.

Everything is written beside its destination and renamed into place. What a process that died left beside it is removed
by the next that writes to the same destination, or by `remove_leftovers`. What is written is the caller's concern.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from core.unfinished_files import hold_folder, hold_new_file, remove_if_abandoned

_PART, _OLD = ".part", ".old"
_LONGEST_NAME = 80
#: The name of what is in the making, or was put aside: as `_path_beside` makes it.
_LEFTOVER = re.compile(r"\.(?P<name>.+)\.[0-9a-f]{8}(?P<kind>\.part|\.old)(\.[^.]*)?", re.DOTALL)


def write_text(destination: Path, text: str) -> None:
    """Write `text` (UTF-8) to `destination`, replacing what is there in one step."""
    write_bytes(destination, text.encode("utf-8"))


def write_bytes(destination: Path, content: bytes) -> None:
    """Write `content` to `destination`, replacing what is there in one step."""
    with file_beside(destination) as unfinished:
        unfinished.write_bytes(content)


@contextmanager
def file_beside(destination: Path) -> Iterator[Path]:
    """Give an empty file beside `destination` to write to; move it into place at the end, or remove it after an error.

    The unfinished file has the destination's suffix, since many writers look at it.
    """
    destination.parent.mkdir(parents=True, exist_ok=True)
    remove_leftovers(destination.parent, of=destination.name)
    unfinished = _path_beside(destination, _PART + destination.suffix)
    hold = hold_new_file(unfinished)
    try:
        yield unfinished
        _flush_to_disk(unfinished)
        unfinished.replace(destination)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    finally:
        hold.release()


@contextmanager
def folder_beside(destination: Path) -> Iterator[Path]:
    """Give an empty folder beside `destination` to fill; move it into place at the end, or remove it after an error.

    A folder that stands at `destination` is replaced only after the new one is complete.
    """
    destination.parent.mkdir(parents=True, exist_ok=True)
    remove_leftovers(destination.parent, of=destination.name)
    unfinished = _path_beside(destination, _PART)
    unfinished.mkdir()
    hold = hold_folder(unfinished)
    try:
        yield unfinished
        _replace_folder(unfinished, destination)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    finally:
        hold.release()


def remove_leftovers(folder: Path, *, of: str | None = None) -> None:
    """Remove what dead processes left in `folder` while they wrote there; nothing that a living one is at.

    of: the name of the one destination that is looked after; None: all. A folder that was put aside and never replaced
    gets its name back. A folder that can't be read or written to is left as it is.
    """
    wanted = None if of is None else of[:_LONGEST_NAME]
    try:
        names = [one.name for one in folder.iterdir()]
    except OSError:
        return
    for name in names:
        match = _LEFTOVER.fullmatch(name)
        if match is not None and wanted in (None, match["name"]):
            _see_to(folder / name, match["name"], put_aside=match["kind"] == _OLD)


def is_leftover(name: str) -> bool:
    """Whether a file of this name is one in the making, of a living process or of a dead one."""
    return _LEFTOVER.fullmatch(name) is not None


def _see_to(leftover: Path, name: str, *, put_aside: bool) -> None:
    destination = leftover.with_name(name)
    if not put_aside:
        remove_if_abandoned(leftover)
    elif len(name) < _LONGEST_NAME:  # Else nobody knows what it was called.
        remove_if_abandoned(leftover, unless=lambda: not destination.exists() and _put_back(leftover, destination))


def _put_back(leftover: Path, destination: Path) -> bool:
    with suppress(OSError):  # Else it stays where it is: it is all that there is.
        leftover.rename(destination)
    return True


def put_aside(file: Path) -> Path:
    """Rename a damaged file, so that nothing writes over it, and return where it is now; raises OSError."""
    aside, number = file.with_name(file.name + ".damaged"), 1
    while aside.exists():
        number += 1
        aside = file.with_name(f"{file.name}.damaged-{number}")
    file.rename(aside)
    return aside


def _replace_folder(unfinished: Path, destination: Path) -> None:
    if not destination.exists():
        unfinished.replace(destination)
        return
    previous = _path_beside(destination, _OLD)
    hold = hold_folder(destination)
    try:
        destination.replace(previous)
        try:
            unfinished.replace(destination)
        except OSError:
            previous.replace(destination)
            raise
        shutil.rmtree(previous, ignore_errors=True)
    finally:
        hold.release()


def _path_beside(destination: Path, suffix: str) -> Path:
    return destination.with_name(f".{destination.name[:_LONGEST_NAME]}.{secrets.token_hex(4)}{suffix}")


def _flush_to_disk(file: Path) -> None:
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())
