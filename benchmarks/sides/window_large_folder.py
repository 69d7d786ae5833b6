"""A large data folder dropped on the real window: by what its memory grows, and how late its event loop is."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QTableView

from benchmarks.memory import forget_peak, memory, peak_memory
from benchmarks.sides.event_loop_gaps import EventLoopGaps
from benchmarks.sides.window import DATA, TRAIN, open_folder, open_window, stay_on_two_cores
from gui.demo.scripted_user import ScriptedUser

_SETTLE_MILLISECONDS = 1500
_CLASSES_LOOKED_AT = 3


def measure(folder: str) -> dict[str, Any]:
    """Open the folder and look around; return the growth in MB, the stalls in ms, and the seconds of the check."""
    stay_on_two_cores()
    with open_window() as (_, user):
        user.rest(_SETTLE_MILLISECONDS)
        forget_peak()
        before = memory()
        gaps = EventLoopGaps()
        started = time.monotonic()
        gaps.note("check")
        open_folder(user, Path(folder))
        gaps.note("look around")
        seconds = time.monotonic() - started
        _look_around(user)
        return gaps.stop() | {"growth": peak_memory() - before, "check": seconds}


def _look_around(user: ScriptedUser) -> None:
    """Look at the pictures of some classes, go to the Train page, and come back."""
    table = user.find(QTableView, "class_table")
    for row in range(min(_CLASSES_LOOKED_AT, table.model().rowCount())):
        table.selectRow(row)
        user.rest(_SETTLE_MILLISECONDS)
    for step in (TRAIN, DATA):
        user.go_to(step)
        user.rest(_SETTLE_MILLISECONDS)
