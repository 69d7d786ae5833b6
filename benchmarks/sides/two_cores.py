"""Keeping a process on two cores, as the bounds of the window mean it, whatever machine it is."""

from __future__ import annotations

import os
from contextlib import suppress

_CORES = 2


def stay_on_two_cores() -> None:
    """Keep this process, and what it will start, on two cores; nothing where the system can't do that."""
    if hasattr(os, "sched_setaffinity"):
        with suppress(OSError):
            os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:_CORES])
