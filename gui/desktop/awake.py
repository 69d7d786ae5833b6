"""Keeping the computer from falling asleep while it works: how each system is asked, and how that ends.

Whatever is held ends with this process too, even a killed one: a descriptor, a connection, a child that waits for our
end. The screen may turn off, and a lid that is closed still suspends. When to ask is said in `gui.desktop.presence`.
"""

from __future__ import annotations

import itertools
import logging
import os
import subprocess
import sys
from contextlib import suppress
from typing import Any, Protocol

from PySide6.QtCore import QObject

from gui.desktop.bus import Bus
from gui.desktop.services import login_inhibit, portal_inhibit, portal_release

_log = logging.getLogger(__name__)

_REASON = "Frostline is computing"


class Awake(Protocol):
    """How one system is kept from sleeping. Holding twice, or releasing what is not held, does nothing."""

    def hold(self) -> None:
        """Keep it awake from now on."""
        ...

    def release(self) -> None:
        """Let it sleep again."""
        ...


class LinuxAwake(QObject):
    """Asks the portal and the login manager, both: that the portal grants it is no proof that its desktop heard of it.

    The portal ends it when our connection to the bus ends, the login manager when a descriptor is closed.
    """

    def __init__(self, *, session: Bus, system: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._system = system
        self._tokens = itertools.count(1)
        self._token = ""
        self._descriptor: Any = None

    @property
    def is_held(self) -> bool:
        """Whether the login manager has granted it."""
        return self._descriptor is not None

    def hold(self) -> None:
        if self._token:
            return
        token = self._token = f"frostline{next(self._tokens)}"
        self._session.call(
            portal_inhibit(token, _REASON),
            lambda _handle: self._release_portal(token) if token != self._token else None,
            lambda reason: _log.debug("The portal does not keep the computer awake: %s", reason),
        )
        self._system.call(
            login_inhibit(_REASON),
            lambda answer: self._take(token, answer),
            lambda reason: _log.debug("The login manager does not keep the computer awake: %s", reason),
        )

    def release(self) -> None:
        if not self._token:
            return
        token, self._token = self._token, ""
        self._release_portal(token)
        if self._descriptor is not None:
            self._descriptor.close()
            self._descriptor = None

    def _release_portal(self, token: str) -> None:
        if self._session.name:  # else there is no connection, and with it went what it was granted
            self._session.tell(portal_release(self._session.name, token))

    def _take(self, token: str, answer: tuple[Any, ...]) -> None:
        (descriptor,) = answer
        if token == self._token:
            self._descriptor = descriptor
        else:  # The work has ended meanwhile.
            descriptor.close()


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
