"""A real worker's process that is asked one thing after another, with what it told, how it died, and what it took.

What is asked of it is each test's concern.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from core.messages import Event, JobEnded, JobReport, Outcome, Request, WorkerEnded
from core.worker.client import Message, WorkerClient


@dataclass(frozen=True)
class Answer:
    """What came of a request: its reports in order, and its end."""

    events: tuple[Event, ...]
    end: JobEnded

    @property
    def sentence(self) -> str:
        """Why it failed, '' when it didn't."""
        return self.end.failure.message if self.end.failure is not None else ""


def peak_megabytes(process: str = "self") -> int:
    """Return the most memory that a process ever had, resident; what it was forked from does not count."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) // 1024


class RealWorker:
    """A worker whose settings, caches and runs lie in `home`. deaths: of its processes, none of which was asked for."""

    def __init__(self, home: Path, *, seconds: float, environment: Mapping[str, str] | None = None) -> None:
        """seconds: after which a job that has not ended has hung. environment: added to that of this process."""
        self.deaths: list[WorkerEnded] = []
        self._seconds = seconds
        self._told: list[Message] = []
        self._changed = threading.Condition()
        places = {"FROSTLINE_HOME": str(home), "KERAS_HOME": str(home / "keras")}
        quiet = {"TF_CPP_MIN_LOG_LEVEL": "2", "PYTHONFAULTHANDLER": "1"}
        environment = {**places, **quiet, **(environment or {})}
        self._client = WorkerClient(on_message=self._on_message, name="fuzzed", environment=environment)

    def __enter__(self) -> RealWorker:
        self._client.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._client.close()

    def ask(self, request: Request) -> Answer:
        """Have a request answered. AssertionError: no end in time."""
        job = self._client.submit(request)
        with self._changed:
            ended = self._changed.wait_for(lambda: self._end_of(job), timeout=self._seconds)
            assert ended, f"no answer to {request} within {self._seconds} s"
            end = self._end_of(job)
            assert end is not None
            events = [one.event for one in self._told if isinstance(one, JobReport) and one.job == job]
            self._told.clear()
        if end.outcome is Outcome.CRASHED:
            self._client.start()
        return Answer(tuple(events), end)

    @property
    def peak_megabytes(self) -> int:
        """The most memory that its process ever had, resident."""
        return peak_megabytes(str(self._client.process_id))

    def _end_of(self, job: int) -> JobEnded | None:
        return next((one for one in self._told if isinstance(one, JobEnded) and one.job == job), None)

    def _on_message(self, message: Message) -> None:
        with self._changed:
            self._told.append(message)
            if isinstance(message, WorkerEnded) and not message.expected:
                self.deaths.append(message)
            self._changed.notify_all()
