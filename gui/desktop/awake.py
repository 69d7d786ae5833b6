"""Keeping the computer from falling asleep while it works: how Windows and macOS are asked, and how that ends.

Whatever is held ends with this process too, even a killed one: a descriptor, a connection, a child that waits for our
end. The screen may turn off, and a lid that is closed still suspends. Linux is asked in `freedesktop`, and when to ask
is said in `presence`.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from contextlib import suppress
from typing import Protocol

_log = logging.getLogger(__name__)


class Awake(Protocol):
    """How one system is kept from sleeping. Holding twice, or releasing what is not held, does nothing."""

    def hold(self) -> None:
        """Keep it awake from now on."""
        ...

    def release(self) -> None:
        """Let it sleep again."""
        ...


class MacAwake:
    """Runs macOS' own `caffeinate`, which ends by itself when our process does (-w), and prevents idle sleep (-i)."""

    def __init__(self, program: str = "/usr/bin/caffeinate") -> None:
        self._program = program
        self._child: subprocess.Popen[bytes] | None = None

    def hold(self) -> None:
        if self._child is not None:
            return
        nothing = subprocess.DEVNULL
        try:
            self._child = subprocess.Popen(
                [self._program, "-i", "-w", str(os.getpid())], stdin=nothing, stdout=nothing, stderr=nothing
            )
        except OSError as error:
            _log.debug("caffeinate does not keep the computer awake: %s", error)

    def release(self) -> None:
        if self._child is not None:
            self._child.kill()
            with suppress(subprocess.TimeoutExpired):
                self._child.wait(timeout=1.0)
            self._child = None


class WindowsAwake:
    """Tells Windows that this thread needs the system (SetThreadExecutionState); it ends with the thread."""

    _CONTINUOUS, _SYSTEM_REQUIRED = 0x80000000, 0x00000001

    def hold(self) -> None:
        self._tell(self._CONTINUOUS | self._SYSTEM_REQUIRED)

    def release(self) -> None:
        self._tell(self._CONTINUOUS)

    def _tell(self, state: int) -> None:
        if sys.platform == "win32":
            import ctypes

            if not ctypes.windll.kernel32.SetThreadExecutionState(ctypes.c_uint(state)):
                _log.debug("Windows does not keep the computer awake.")


class NeverAwake:
    """For systems that nobody here knows how to ask."""

    def hold(self) -> None:
        pass

    def release(self) -> None:
        pass
