"""How late an event loop comes to what is due: a timer that should fire every 2 ms notes by how much it was late."""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer

_TICK_MILLISECONDS = 2


class EventLoopGaps(QObject):
    """Watches the event loop of the thread that it lives in, from its making until `stop`."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._late: list[tuple[float, str]] = []
        self._doing = ""
        self._timer = QTimer(self, interval=_TICK_MILLISECONDS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._last = time.perf_counter()
        self._timer.start()

    def note(self, doing: str) -> None:
        """Take note of what is being done from now on."""
        self._doing = doing

    def stop(self) -> dict[str, Any]:
        """End the watch; return the longest stall and the 99th percentile, in milliseconds, and how often it looked.

        `longest_while`: what was being done when the longest came.
        """
        self._timer.stop()
        late = sorted(self._late)
        longest, doing = late[-1]
        percentile, _ = late[round(0.99 * (len(late) - 1))]
        return {"longest": longest, "longest_while": doing, "percentile": percentile, "ticks": len(late)}

    def _on_timer_timeout(self) -> None:
        now = time.perf_counter()
        self._late.append((max(0.0, (now - self._last) * 1000 - _TICK_MILLISECONDS), self._doing))
        self._last = now
