"""Real workers for tests: a client whose worker behaves as a word says, and what it told so far."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

import pytest

from core.messages import Export, JobEnded, JobReport, JobStarted, Notice, Outcome, PrepareWeights, WorkerEnded
from core.worker.client import Message, WorkerClient
from core.worker.launch import worker_command

#: Long enough for a process to start on a busy machine; what is waited for comes much sooner.
PATIENCE = 60.0


class RecordedClient(WorkerClient):
    """A client that keeps what it was told."""

    def __init__(self, **options: Any) -> None:
        self.messages: list[Message] = []
        self.threads: set[int] = set()
        self._told = threading.Condition()
        super().__init__(on_message=self._record, **options)

    def _record(self, message: Message) -> None:
        with self._told:
            self.threads.add(threading.get_ident())
            self.messages.append(message)
            self._told.notify_all()

    def wait_for(self, condition: Callable[[], object]) -> None:
        """Wait until a condition on the messages holds."""
        with self._told:
            assert self._told.wait_for(condition, timeout=PATIENCE), f"told only: {self.messages}"

    def compute(self, word: str) -> int:
        """Submit a COMPUTE job that behaves as the word says."""
        return self.submit(Export(run=Path(), format=word, destination=Path()))

    def files(self, word: str) -> int:
        """Submit a FILES job that behaves as the word says."""
        return self.submit(PrepareWeights(weights=word))

    def all_ends(self, job: int) -> list[JobEnded]:
        return [message for message in self.messages if isinstance(message, JobEnded) and message.job == job]

    def end_of(self, job: int) -> JobEnded:
        """Wait for the last word on a job."""
        self.wait_for(lambda: self.all_ends(job))
        return self.all_ends(job)[0]

    def notices(self, job: int) -> list[str]:
        """Return what a job has reported so far."""
        return [
            message.event.message
            for message in self.messages
            if isinstance(message, JobReport) and message.job == job and isinstance(message.event, Notice)
        ]

    def notice_of(self, job: int) -> str:
        """Wait for the first report of a job."""
        self.wait_for(lambda: self.notices(job))
        return self.notices(job)[0]

    def wait_until_started(self, job: int) -> None:
        self.wait_for(lambda: JobStarted(job) in self.messages)

    def worker_end(self) -> WorkerEnded:
        """Wait for the first death of a worker."""
        self.wait_for(lambda: any(isinstance(message, WorkerEnded) for message in self.messages))
        return next(message for message in self.messages if isinstance(message, WorkerEnded))

    def outcome(self, job: int) -> Outcome:
        return self.end_of(job).outcome


class MakeClient(Protocol):
    def __call__(
        self, *, name: str = ..., preload: bool = ..., command: Sequence[str] | None = ..., **options: Any
    ) -> RecordedClient: ...


@pytest.fixture
def answers_path() -> str:
    """Return the folder in which workers under test find their answering function."""
    return str(Path(__file__).parent)


@pytest.fixture
def make_client(answers_path: str) -> Iterator[MakeClient]:
    """Make clients, not started yet, whose workers behave as a word says; close them all in the end."""
    made: list[RecordedClient] = []

    def make(
        *, name: str = "tested", preload: bool = False, command: Sequence[str] | None = None, **options: Any
    ) -> RecordedClient:
        path = os.pathsep.join((answers_path, os.environ.get("PYTHONPATH", "")))
        options["environment"] = {"PYTHONPATH": path.rstrip(os.pathsep), **options.get("environment", {})}
        command = command or worker_command(name=name, preload=preload, answers="controllable_answers:answer")
        made.append(RecordedClient(name=name, command=command, **options))
        return made[-1]

    yield make
    for client in made:
        process = client.process_id
        client.close()
        assert process is None or is_gone(process)


@pytest.fixture
def client(make_client: MakeClient) -> RecordedClient:
    """Return a client whose worker was started."""
    client = make_client()
    client.start()
    return client


@pytest.fixture
def wait_until_gone() -> Callable[[int], None]:
    """Return a function that waits until no process of that number runs."""

    def wait(process: int) -> None:
        deadline = time.monotonic() + PATIENCE
        while not is_gone(process):
            assert time.monotonic() < deadline, f"process {process} is still there"
            time.sleep(0.01)

    return wait


def is_gone(process: int) -> bool:
    """Return whether no process of that number runs; one that waits to be reaped doesn't run."""
    try:
        os.kill(process, 0)
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except (ProcessLookupError, FileNotFoundError):
        return True
