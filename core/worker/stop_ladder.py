"""The rungs of stopping after the flag: terminate a process whose job doesn't stop, then kill it."""

from __future__ import annotations

import threading

from core.worker.child_process import ChildProcess


class StopLadder:
    """Ends `child` by force unless it is cancelled in time.

    stop_grace: seconds from now until the process is terminated. kill_grace: seconds from then until it is killed.
    """

    def __init__(self, child: ChildProcess, *, stop_grace: float, kill_grace: float) -> None:
        self._child = child
        self.stop_grace = stop_grace
        self._kill_grace = kill_grace
        self._cancelled = threading.Event()
        self._used_force = threading.Event()
        self._thread = threading.Thread(target=self._climb, name="stop ladder", daemon=True)

    def start(self) -> None:
        """Begin to count the seconds."""
        self._thread.start()

    def cancel(self) -> None:
        """Leave the process alone: its job has ended."""
        self._cancelled.set()

    @property
    def used_force(self) -> bool:
        """Whether the process was terminated, or is about to be."""
        return self._used_force.is_set()

    def _climb(self) -> None:
        if self._cancelled.wait(self.stop_grace):
            return
        self._used_force.set()
        self._child.terminate()
        if not self._child.wait(self._kill_grace):
            self._child.kill()
