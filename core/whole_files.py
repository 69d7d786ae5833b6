"""Writing files and folders so that they are whole or not there, whatever dies whenever.

Everything is written beside its destination and renamed into place. What is written is the caller's concern.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def write_text(destination: Path, text: str) -> None:
    """Write `text` (UTF-8) to `destination`, replacing what is there in one step."""
    write_bytes(destination, text.encode("utf-8"))


def write_bytes(destination: Path, content: bytes) -> None:
    """Write `content` to `destination`, replacing what is there in one step."""
    with file_beside(destination) as unfinished:
        unfinished.write_bytes(content)


@contextmanager
def file_beside(destination: Path) -> Iterator[Path]:
    """Give a path beside `destination` to write to; move it into place at the end, or remove it after an error.

    The unfinished file has the destination's suffix, since many writers look at it.
    """
    destination.parent.mkdir(parents=True, exist_ok=True)
    unfinished = _path_beside(destination, ".part" + destination.suffix)
    try:
        yield unfinished
        _flush_to_disk(unfinished)
        unfinished.replace(destination)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


@contextmanager
def folder_beside(destination: Path) -> Iterator[Path]:
    """Give an empty folder beside `destination` to fill; move it into place at the end, or remove it after an error.

    A folder that stands at `destination` is replaced only after the new one is complete.
    """
    destination.parent.mkdir(parents=True, exist_ok=True)
    unfinished = _path_beside(destination, ".part")
    unfinished.mkdir()
    try:
        yield unfinished
        _replace_folder(unfinished, destination)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def _replace_folder(unfinished: Path, destination: Path) -> None:
    if not destination.exists():
        unfinished.replace(destination)
        return
    previous = _path_beside(destination, ".old")
    destination.replace(previous)
    try:
        unfinished.replace(destination)
    except OSError:
        previous.replace(destination)
        raise
    shutil.rmtree(previous, ignore_errors=True)


def _path_beside(destination: Path, suffix: str) -> Path:
    return destination.with_name(f".{destination.name[:80]}.{secrets.token_hex(4)}{suffix}")


def _flush_to_disk(file: Path) -> None:
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())
