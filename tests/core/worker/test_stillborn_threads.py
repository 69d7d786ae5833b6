"""A thread that dies before it is there, in a process and in a real worker: nobody waits for it for ever."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from core.worker.memory_shortage import NO_MEMORY_STATUS
from core.worker.stillborn_threads import LOOKS, StillbornThreads

#: As without memory for the first frame of a thread: it ends before it says that it is there.
PROGRAM = """
import os, threading
from functools import partial
from core.worker.stillborn_threads import watch_for_stillborn_threads

watch_for_stillborn_threads(partial(os._exit, {status}), seconds=0.02)

class Stillborn(threading.Thread):
    def _bootstrap_inner(self):
        raise MemoryError

Stillborn(daemon=True).start()
"""


def test_a_process_in_which_a_thread_was_born_dead_is_ended_rather_than_left_to_wait() -> None:
    program = PROGRAM.format(status=NO_MEMORY_STATUS)

    done = subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parents[3], check=False, timeout=60)

    assert done.returncode == NO_MEMORY_STATUS


def test_threads_that_live_and_threads_that_end_are_no_matter() -> None:
    release = threading.Event()
    threads = StillbornThreads()
    living = [threading.Thread(target=release.wait, daemon=True) for _ in range(3)]
    for thread in living:
        thread.start()

    assert not any(threads.look() for _ in range(LOOKS + 2))
    release.set()
    for thread in living:
        thread.join()
    assert not any(threads.look() for _ in range(LOOKS + 2))
