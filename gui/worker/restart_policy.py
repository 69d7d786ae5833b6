"""When a worker that died is started again, and when that is given up: a pure rule, without clock or process."""

from __future__ import annotations

#: So many deaths ...
DEATHS_UNTIL_GIVEN_UP = 3
#: ... within so many seconds mean that the next worker would die as well.
SECONDS_OF_MEMORY = 60.0


class RestartPolicy:
    """Remembers the unexpected deaths of one worker."""

    def __init__(self) -> None:
        self._deaths: list[float] = []

    def allows_restart(self, *, died_at: float) -> bool:
        """Note a death (in seconds of a monotonic clock) and return whether to start another worker."""
        self._deaths = [death for death in self._deaths if died_at - death < SECONDS_OF_MEMORY]
        self._deaths.append(died_at)
        return len(self._deaths) < DEATHS_UNTIL_GIVEN_UP

    def forget(self) -> None:
        """Start to count afresh: the user wants another try."""
        self._deaths.clear()
