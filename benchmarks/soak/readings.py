"""What is read after each round, of the window, its workers, and the disk. Linux tells it of processes (/proc)."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QObject, QTimer
from PySide6.QtGui import QAction, QPixmapCache
from PySide6.QtWidgets import QApplication

from benchmarks.memory import NotTold, private_memory
from benchmarks.soak.doings import SoakUser

#: In the names of files and folders that are not whole yet, or are to go (core/whole_files).
_UNFINISHED = frozenset({".part", ".old"})


#: What is counted beside widgets. Not every QObject: Python would keep a wrapper of each that it was shown, also of
#: those that Qt makes for itself and throws away.
_COUNTED: tuple[type[QObject], ...] = (QAbstractItemModel, QAction, QTimer)


@dataclass(frozen=True)
class Reading:
    """One thing that was read: of `whom` (window, trainer, viewer, program), `what`, and how much."""

    whom: str
    what: str
    value: float


def read_all(user: SoakUser, window: QObject, place: Path) -> list[Reading]:
    """Read everything now; the window and its workers should be idle.

    Raises:
        NotTold: a process is gone, or the system tells nothing of processes.

    """
    gc.collect()  # What waits for Python's collector is not lost, and when it comes is chance.
    QPixmapCache.clear()  # Qt fills it in some twenty rounds, with 10 MB of selected icons, and keeps to that.
    workers = {"trainer": user.workers.trainer.process_id, "viewer": user.workers.viewer.process_id}
    found: list[Reading] = []
    for whom, process in {"window": os.getpid(), **workers}.items():
        if process is not None:
            found += _of_process(whom, process)
    found += [
        Reading("window", "widgets", len(QApplication.allWidgets())),
        Reading("window", "models, actions, timers", sum(len(window.findChildren(kind)) for kind in _COUNTED)),
        Reading("window", "Python objects", len(gc.get_objects())),
        Reading("program", "processes", 1 + len(list(_descendants(os.getpid())))),
        Reading("program", "temporary files", len(list(_temporary_files(place)))),
    ]
    return found


def _of_process(whom: str, process: int) -> list[Reading]:
    folder = Path(f"/proc/{process}")
    try:
        threads, handles = len(list((folder / "task").iterdir())), len(list((folder / "fd").iterdir()))
    except OSError as error:
        raise NotTold(f"the {whom} (process {process}) is gone") from error
    return [
        Reading(whom, "process", process),
        Reading(whom, "MB", private_memory(process)),
        Reading(whom, "threads", threads),
        Reading(whom, "file handles", handles),
    ]


def _descendants(process: int) -> Iterator[int]:
    """Yield the children of a process and theirs."""
    for listed in Path(f"/proc/{process}/task").glob("*/children"):
        for child in map(int, listed.read_text().split()):
            yield child
            yield from _descendants(child)


def _temporary_files(place: Path) -> Iterator[Path]:
    """Yield what lies in the folder for temporary files, and below the place whatever is not whole yet."""
    yield from (place / "temporary").rglob("*")
    yield from (file for file in (place / "home").rglob("*") if _UNFINISHED.intersection(file.suffixes))
