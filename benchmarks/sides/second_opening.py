"""A data folder checked for the first time, and again when nothing in it has changed."""

from __future__ import annotations

import time
from pathlib import Path

from benchmarks.sides.two_cores import stay_on_two_cores
from core.data.scan import scan_folder
from core.job_control import JobControl


def measure(folder: str) -> dict[str, float]:
    """Return the seconds of the first and of the second scan of `folder`."""
    stay_on_two_cores()
    return {"first": _seconds_of_scan(Path(folder)), "second": _seconds_of_scan(Path(folder))}


def _seconds_of_scan(folder: Path) -> float:
    started = time.perf_counter()
    scan_folder(folder, JobControl())
    return time.perf_counter() - started
