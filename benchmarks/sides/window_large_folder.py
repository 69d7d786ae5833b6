"""A large data folder dropped on the real window: by what its memory grows, and how late its event loop is."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QTableView

from benchmarks.memory import NotTold, forget_peak, memory, peak_memory
from benchmarks.sides.event_loop_gaps import EventLoopGaps
from benchmarks.sides.two_cores import stay_on_two_cores
from benchmarks.sides.window import DATA, TRAIN, open_folder, open_window
from gui.demo.scripted_user import ScriptedUser

_SETTLE_MILLISECONDS = 1500
_CLASSES_LOOKED_AT = 3


def measure(folder: str) -> dict[str, Any]:
    """Open the folder and look around; return growth in MB (None: not told), stalls in ms, seconds of the check."""
    stay_on_two_cores()
    with open_window() as (_, user):
        user.rest(_SETTLE_MILLISECONDS)
        before = _memory_from_here()
        gaps = EventLoopGaps()
        started = time.monotonic()
        gaps.note("check")
        open_folder(user, Path(folder))
        gaps.note("look around")
        seconds = time.monotonic() - started
        _look_around(user)
        growth = None if before is None else peak_memory() - before
        return gaps.stop() | {"growth": growth, "check": seconds}


def _memory_from_here() -> float | None:
    """Let the peak begin anew, and return what is held now, in MB; None where the system tells neither."""
    try:
        forget_peak()
        return memory()
    except NotTold:
        return None


def _look_around(user: ScriptedUser) -> None:
    """Look at the pictures of some classes, go to the Train page, and come back."""
    table = user.find(QTableView, "class_table")
    for row in range(min(_CLASSES_LOOKED_AT, table.model().rowCount())):
        table.selectRow(row)
        user.rest(_SETTLE_MILLISECONDS)
    for step in (TRAIN, DATA):
        user.go_to(step)
        user.rest(_SETTLE_MILLISECONDS)
