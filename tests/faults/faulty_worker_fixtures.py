"""Fixtures for faults of the machine: a worker whose disk, rights or memory fail, and a training of seconds for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.training.specification import TrainingSpecification
from tests.core.network.file_server import FileServer, serving
from tests.faults.faulty_worker import FaultyWorker, environment_of
from tests.faults.processes import kill_all_of

MakeSpecification = Callable[..., TrainingSpecification]


@pytest.fixture(scope="session")
def only_server() -> Iterator[FileServer]:
    """The server from which the worker fetches the ImageNet weights."""
    with serving() as offered:
        yield offered


@pytest.fixture
def weights_server(only_server: FileServer) -> Iterator[FileServer]:
    """A server of which nothing is known yet."""
    port = only_server.port
    only_server.__init__(port=port)  # type: ignore[misc]  # The same object, which the running server looks at.
    yield only_server
    only_server.release.set()


@pytest.fixture(scope="session")
def only_worker(tmp_path_factory: pytest.TempPathFactory, only_server: FileServer) -> Iterator[FaultyWorker]:
    """One worker with Keras for all tests of this process; it is started by `worker`."""
    home = tmp_path_factory.mktemp("home_of_the_faulty_worker")
    server = {"FROSTLINE_WEIGHTS_URL": only_server.url, "NO_PROXY": "127.0.0.1"}
    worker = FaultyWorker(name="faulty", home=home, environment=environment_of(home) | server)
    yield worker
    worker.client.close()
    kill_all_of(home)


@pytest.fixture
def worker(only_worker: FaultyWorker, monkeypatch: pytest.MonkeyPatch) -> Iterator[FaultyWorker]:
    """A worker that is ready, on a machine where all is well, with nothing kept from before."""
    monkeypatch.setenv("FROSTLINE_HOME", str(only_worker.home))
    only_worker.forget_everything()
    only_worker.start()
    yield only_worker
    only_worker.messages.clear()


@pytest.fixture
def specification(dark_and_light: Path, tmp_path: Path) -> MakeSpecification:
    """Return what makes the specification of a training of seconds, into `run` of the test's folder."""

    def make(**different: object) -> TrainingSpecification:
        usual: dict[str, object] = {
            "folder": dark_and_light,
            "run": tmp_path / "run",
            "weights": "random",
            "image_size": 32,
            "epochs": 3,
            "learning_rate": 0.01,
            "validation_split": 0.25,
        }
        return TrainingSpecification(**usual | different)  # type: ignore[arg-type]

    return make
