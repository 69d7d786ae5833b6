"""Real workers behind real bridges. Their jobs behave as a word says: see tests/core/worker/controllable_answers.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import pytest
from pytestqt.qtbot import QtBot

from core.messages import Export, PrepareWeights, Request
from core.worker.client import WorkerClient
from core.worker.launch import worker_command
from gui.worker.bridge import ClientMaker, Job, WorkerBridge
from gui.worker.workers import Workers

MakeRequest = Callable[[str], Request]


class MakeMaker(Protocol):
    def __call__(self, name: str = ..., **options: Any) -> ClientMaker: ...


@pytest.fixture
def client_maker() -> MakeMaker:
    """Return what makes the makers of clients."""
    answers = Path(__file__).parents[2] / "core" / "worker"

    def make(name: str = "tested", **options: Any) -> ClientMaker:
        options.setdefault("command", worker_command(name=name, answers="controllable_answers:answer"))
        return partial(WorkerClient, name=name, environment={"PYTHONPATH": str(answers)}, **options)

    return make


@pytest.fixture
def bridge(qtbot: QtBot, client_maker: MakeMaker) -> Iterator[WorkerBridge]:
    made = WorkerBridge(make_client=client_maker())
    yield made
    made.close()


@pytest.fixture
def workers(qtbot: QtBot, client_maker: MakeMaker) -> Iterator[Workers]:
    made = Workers(trainer=client_maker("trainer"), viewer=client_maker("viewer"))
    yield made
    made.close()


@pytest.fixture
def compute() -> MakeRequest:
    """Return what makes requests of the trainer whose jobs behave as a word says."""
    return lambda word: Export(run=Path(), format=word, destination=Path())


@pytest.fixture
def files() -> MakeRequest:
    """Return what makes requests of the viewer whose jobs behave as a word says."""
    return lambda word: PrepareWeights(weights=word)


class Listener:
    """Keeps what a job told, in order."""

    def __init__(self, job: Job) -> None:
        self.told: list[tuple[str, object]] = []
        for name in ("reported", "finished", "failed", "ended"):
            getattr(job, name).connect(partial(self._keep, name))
        for name in ("started", "stopped"):
            getattr(job, name).connect(partial(self._keep, name, None))

    def _keep(self, name: str, payload: object) -> None:
        self.told.append((name, payload))

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.told]


@pytest.fixture
def listen() -> type[Listener]:
    """Return what listens to a job."""
    return Listener
