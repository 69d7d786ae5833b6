"""Who may write to a project: a lock in its folder, which the system frees with the process, however that ends.

Two windows may show one project; only the first one writes to it. Runs have locks of their own.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from filelock import BaseFileLock

LOCK_FILE = ".open in Frostline"


class LockedByAnother(Exception):
    """Another window has the project open."""


class ProjectLock:
    """Keeps every other window from writing to the project in `folder`, until it is released.

    Raises:
        LockedByAnother: another window, of this process or of another, has it.
        OSError: the folder can't be written to.

    """

    def __init__(self, folder: Path) -> None:
        from filelock import FileLock, Timeout  # which takes asyncio along

        self._file = folder / LOCK_FILE
        self._lock: BaseFileLock | None = FileLock(self._file)
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise LockedByAnother from error
        except NotImplementedError:  # A disk without locks: nobody is kept from anything.
            self._lock = None

    def release(self) -> None:
        """Let others write; without effect when that was done before."""
        lock, self._lock = self._lock, None
        if lock is None:
            return
        with suppress(OSError):  # While it is locked: whoever waits for it notices, and makes another.
            self._file.unlink(missing_ok=True)
        lock.release()
        if sys.platform == "win32":  # Where what is open can't be removed.
            with suppress(OSError):
                self._file.unlink(missing_ok=True)
