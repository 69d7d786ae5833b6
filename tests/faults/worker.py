"""A real worker of the program for a fault test: given jobs, listened to, killed at a moment that a seed decides.

The moment is either so many seconds after a sign of its job, or a certain change of a file below some folder from then
on, in the middle of which the process is killed (`saboteur/sitecustomize.py`).
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.messages import JobEnded, JobReport, Outcome, Request, WorkerEnded
from core.whole_files import write_text
from core.worker.client import Message, WorkerClient
from tests.faults.processes import PATIENCE_SECONDS

SABOTEUR = Path(__file__).parent / "saboteur"
ROOT = Path(__file__).parents[2]

Sign = Callable[[object], bool]


@dataclass(frozen=True)
class Moment:
    """When to kill: after a sign, `seconds` later, or with change number `change` of a file below `below`, if not 0."""

    sign: Sign | None
    below: Path
    change: int
    seconds: float

    @classmethod
    def drawn(
        cls, generator: np.random.Generator, sign: Sign | None, below: Path, *, changes: int, within: float
    ) -> Moment:
        """Draw one of the two kinds, with equal chances."""
        change = int(generator.integers(1, changes + 1)) if generator.random() < 0.5 else 0
        return cls(sign, below, change, float(generator.uniform(0.0, within)))

    def __str__(self) -> str:
        return f"at file change {self.change}" if self.change else f"{self.seconds:.3f} s later"


class Worker:
    """A worker's client that keeps what it hears; it starts at its first job, and again after each death."""

    def __init__(self, *, home: Path, name: str, preload: bool) -> None:
        self._order = home / f"order for {name}"
        self._heard: list[Message] = []
        self._news = threading.Condition()
        self.client = WorkerClient(
            on_message=self._hear,
            name=name,
            preload=preload,
            environment={
                "FROSTLINE_HOME": str(home),
                "KERAS_HOME": str(home / "keras"),
                "FROSTLINE_SABOTAGE": str(self._order),
                "PYTHONPATH": f"{SABOTEUR}{os.pathsep}{ROOT}",
            },
        )

    def do(self, request: Request) -> JobEnded:
        """Have a request answered, and return its end."""
        return self.end_of(self.submit(request))

    def submit(self, request: Request) -> int:
        self.client.start()
        return self.client.submit(request)

    def end_of(self, job: int) -> JobEnded:
        self._wait_for(lambda: self._ends(job))
        return self._ends(job)[0]

    def wait_for_event(self, job: int, sign: Sign) -> None:
        """Wait for the first event of a job that is the sign."""
        self._wait_for(lambda: any(map(sign, self._events(job))))

    def be_killed_at(self, request: Request, moment: Moment) -> JobEnded:
        """Let the worker begin a request, kill it at the moment, and return the job's end; it may be done before."""
        with self._news:
            heard_before = len(self._heard)
        job = self.submit(request)
        process = self.client.process_id
        assert process is not None
        sign = moment.sign
        if sign is not None:
            self._wait_for(lambda: self._ends(job) or any(map(sign, self._events(job))))
        if moment.change:
            write_text(self._order, f"{moment.change} {process} {moment.below}")
            self._wait_for(lambda: self._ends(job))
        else:
            threading.Event().wait(moment.seconds)
        self._kill(process)
        self._wait_for(lambda: any(isinstance(one, WorkerEnded) for one in self._heard[heard_before:]))
        self._order.unlink(missing_ok=True)
        return self.end_of(job)

    def restart(self) -> None:
        self.client.start()

    def close(self) -> None:
        self.client.close()

    def _kill(self, process: int) -> None:
        try:
            os.kill(process, signal.SIGKILL)
        except ProcessLookupError:
            return

    def _hear(self, message: Message) -> None:
        with self._news:
            self._heard.append(message)
            self._news.notify_all()

    def _events(self, job: int) -> list[object]:
        return [one.event for one in self._heard if isinstance(one, JobReport) and one.job == job]

    def _ends(self, job: int) -> list[JobEnded]:
        return [one for one in self._heard if isinstance(one, JobEnded) and one.job == job]

    def _wait_for(self, holds: Callable[[], object]) -> None:
        with self._news:
            assert self._news.wait_for(holds, timeout=PATIENCE_SECONDS), f"heard only {self._heard[-5:]}"


def assert_done(end: JobEnded) -> None:
    assert end.outcome is Outcome.DONE, end.failure


def assert_told_of_death_or_done(end: JobEnded) -> None:
    """Whoever waits for the job hears that it is done, or a sentence that says what happened and what to do."""
    if end.outcome is Outcome.DONE:
        return
    assert end.outcome is Outcome.CRASHED
    assert end.failure is not None
    assert "SIGKILL" in end.failure.message
    assert end.failure.hint
