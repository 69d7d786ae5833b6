"""Threads that died before they were there: who started one waits for it for ever, and with him his job.

`threading.Thread.start` returns once the new thread has said that it is there. A thread that finds no memory for its
first steps ends without a word, wherever in a library it was started, and CPython's wait for it has no end.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

#: A thread that is seen unborn at so many looks in a row will never come to life ...
LOOKS = 3
#: ... when so many seconds lie between two of them.
SECONDS_BETWEEN_LOOKS = 5.0


class StillbornThreads:
    """Remembers the threads that were started and not there yet, from look to look."""

    def __init__(self) -> None:
        self._looks: dict[threading.Thread, int] = {}

    def look(self) -> bool:
        """Look at all threads of this process; return whether one has been on its way for `LOOKS` looks in a row."""
        unborn = [thread for thread in threading.enumerate() if thread.ident is None]
        self._looks = {thread: self._looks.get(thread, 0) + 1 for thread in unborn}
        return max(self._looks.values(), default=0) >= LOOKS


def watch_for_stillborn_threads(then: Callable[[], object], *, seconds: float = SECONDS_BETWEEN_LOOKS) -> None:
    """Start a thread that looks every so many seconds, and calls `then` once when a thread was born dead."""

    def watch() -> None:
        threads = StillbornThreads()
        pause = threading.Event()
        while True:
            pause.wait(seconds)
            try:
                if threads.look():
                    break
            except Exception:  # No memory for the look: the next one may have it.
                continue
        then()

    threading.Thread(target=watch, name="stillborn threads", daemon=True).start()
