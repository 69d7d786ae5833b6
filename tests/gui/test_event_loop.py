"""Leaving the program while a thread is busy. Real processes, since a process that ends badly dies of a signal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_LEAVE_WHILE_A_THREAD_READS = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from gui.background_task import BackgroundTask
from gui.event_loop import run_event_loop

application = QApplication([])
task = BackgroundTask()
def read():
    print("begun", flush=True)
    time.sleep({seconds})
    print("done", flush=True)
task.start(read)
QTimer.singleShot(200, lambda: application.exit(7))
sys.exit(run_event_loop(application, patience_milliseconds={patience}))
"""


def leave(*, seconds: float, patience: int) -> subprocess.CompletedProcess[str]:
    program = _LEAVE_WHILE_A_THREAD_READS.format(seconds=seconds, patience=patience)
    command = [sys.executable, "-c", program]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, cwd=_ROOT)


def test_a_thread_that_is_busy_for_a_moment_is_waited_for() -> None:
    left = leave(seconds=1, patience=30_000)

    assert (left.returncode, left.stdout.split()) == (7, ["begun", "done"])


def test_a_thread_that_does_not_come_back_does_not_keep_the_program() -> None:
    left = leave(seconds=3600, patience=100)

    assert (left.returncode, left.stdout.split()) == (7, ["begun"])
