"""Who trains a run: a lock in its folder, which the system frees when the process that trains is gone, however it ends.

Two windows, or a window and the command line, may show one run; only one may train it, give it another name, or throw
it away meanwhile. No Keras and no training here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from core.errors import UnusableInput

LOCK_FILE = ".in training"
#: Whoever only asks whether the lock is free has it for a moment; so long a training waits for that.
_PATIENCE_SECONDS = 2.0


@contextmanager
def in_training(run: Path) -> Iterator[None]:
    """Keep every other process from training the run in the folder `run`, which must be there.

    On a disk that knows no locks, or where none can be written, nobody is kept from anything.

    Raises:
        UnusableInput: another process trains it.

    """
    from filelock import FileLock, Timeout  # which takes asyncio along

    file = run / LOCK_FILE
    lock = FileLock(file)
    try:
        lock.acquire(timeout=_PATIENCE_SECONDS)
    except Timeout as error:
        raise UnusableInput(
            f"{run} is being trained by another window or command.",
            hint="Wait for its end, or stop it there.",
            kind="run_in_use",
        ) from error
    except (OSError, NotImplementedError):
        yield
        return
    try:
        yield
    finally:
        _remove(file)  # While it is locked: whoever waits for it notices, and makes another.
        lock.release()
        _remove(file)  # On Windows what is open can't be removed.
        with suppress(OSError):  # A folder that was only made for this.
            run.rmdir()


def is_in_training(run: Path) -> bool:
    """Whether some process trains the run in the folder `run` now, this one's worker included."""
    file = run / LOCK_FILE
    if not file.exists():
        return False
    from filelock import FileLock, Timeout

    lock = FileLock(file)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    except (OSError, NotImplementedError):
        return False
    lock.release()
    return False


def _remove(file: Path) -> None:
    with suppress(OSError):
        file.unlink(missing_ok=True)
