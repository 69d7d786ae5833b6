"""Files and folders in the making: held while a process writes them, so that what a dead one left can be removed.

On POSIX what is held bears an advisory lock (flock), which the system frees with its process, however that ends.
Windows refuses to remove what is open. Where neither helps, on a disk without locks, what has not changed for a day
counts as left. What unfinished files are called, and where they lie, is the concern of those who write them.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

if sys.platform != "win32":
    import fcntl

#: Where there are no locks: whoever writes for that long without a change is dead.
_DEAD_AFTER_SECONDS = 24 * 3600.0
_HELD_BY_ANOTHER = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK})


class Hold:
    """Keeps a file or folder from being taken for abandoned, under every name that it gets, until it is released."""

    def __init__(self, descriptor: int | None) -> None:
        self._descriptor = descriptor

    def release(self) -> None:
        """Let go; without effect when that was done before."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)


def hold_new_file(file: Path) -> Hold:
    """Make the empty file `file` and hold it.

    It is to be written to as it is: a writer that puts another file in its place loses the hold, and HDF5, which locks
    files itself, can't write to it.

    Raises:
        OSError: it can't be made, or is there already.

    """
    while True:
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        hold = _hold(descriptor)
        if file.exists():
            return hold
        hold.release()  # Removed between the two lines above, as somebody's who died: make it again.


def hold_folder(folder: Path) -> Hold:
    """Hold a folder that is there."""
    if sys.platform == "win32":
        return Hold(None)  # Folders can't be opened. What is in them and open can't be removed.
    return _hold(os.open(folder, os.O_RDONLY | os.O_DIRECTORY))


def remove_if_abandoned(path: Path, *, unless: Callable[[], bool] = lambda: False) -> bool:
    """Remove an unfinished file or folder if no living process holds it, and return whether that was done.

    unless: asked once nobody can hold it any more; True leaves it.
    """
    try:
        descriptor = _locked(path)
    except OSError as error:
        if error.errno in _HELD_BY_ANOTHER or not _is_old(path):
            return False
        descriptor = None
    try:
        return False if unless() else _remove(path)
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _hold(descriptor: int) -> Hold:
    if sys.platform == "win32":
        os.close(descriptor)
        return Hold(None)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    except OSError:  # A disk without locks.
        os.close(descriptor)
        return Hold(None)
    return Hold(descriptor)


def _locked(path: Path) -> int:
    """Lock what nobody holds, and return its descriptor; OSError where somebody does, or there are no locks."""
    if sys.platform == "win32":
        raise OSError(errno.ENOSYS, "no locks")
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _is_old(path: Path) -> bool:
    try:
        # In whichever direction: the clock may have been set back since.
        return abs(time.time() - path.stat().st_mtime) > _DEAD_AFTER_SECONDS
    except OSError:
        return False


def _remove(path: Path) -> bool:
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    except OSError:
        return False  # gone already, or open on Windows
    return True
