"""The one object through which a running job speaks and is spoken to.

A job (a scan, an extraction, a training) gets a `JobControl`: it reports events through it,
asks whether it should stop or wait, and announces progress at a bearable rate. The worker and
the command line make one; functions of `core` only use it. No threads are started here.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from core.errors import Stopped
from core.messages import ChangePlan, Event, Progress, UndoPlanChange

#: At most this many progress events a second leave a job, so that telling never costs more than doing.
PROGRESS_EVENTS_PER_SECOND = 20.0


def _ignore(_event: Event) -> None:
    """Report to nobody: the default for use in a notebook."""


@dataclass
class JobControl:
    """Report events, and learn of wishes to stop or to pause.

    `stop_requested` and `paused` may be set, and wishes put, from any thread; everything else belongs to the job's.
    wishes: what the user wants of a training on its way, the oldest first.
    """

    report: Callable[[Event], None] = _ignore
    stop_requested: threading.Event = field(default_factory=threading.Event)
    paused: threading.Event = field(default_factory=threading.Event)
    wishes: queue.SimpleQueue[ChangePlan | UndoPlanChange] = field(default_factory=queue.SimpleQueue)
    _stage: str = ""
    _stage_started: float = 0.0
    _already_done: int = 0
    _last_report: float = 0.0

    def raise_if_stopped(self) -> None:
        """Raise `Stopped` when the user asked for it; call it between units of work."""
        if self.stop_requested.is_set():
            raise Stopped

    def wait_while_paused(self) -> None:
        """Block while the job is paused; return at once when it is stopped."""
        while self.paused.is_set() and not self.stop_requested.is_set():
            time.sleep(0.02)

    def progress(self, stage: str, done: int, total: int) -> None:
        """Report that `done` of `total` units of `stage` are done, at most 20 times a second.

        The first and the last unit of a stage are always reported. `total` 0 means unknown, which has no last unit.
        """
        now = time.monotonic()
        if stage != self._stage:
            self._stage, self._stage_started, self._already_done = stage, now, done
        elif (done < total or total <= 0) and now - self._last_report < 1.0 / PROGRESS_EVENTS_PER_SECOND:
            return
        self._last_report = now
        self.report(Progress(stage=stage, done=done, total=total, seconds_left=self._seconds_left(done, total, now)))

    def _seconds_left(self, done: int, total: int, now: float) -> float | None:
        fresh = done - self._already_done
        if total <= 0 or fresh <= 0:
            return None
        return (now - self._stage_started) / fresh * (total - done)
