"""What the fault tests work on: small pictures, a home for each file of tests, and a training to compare with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.messages import Train
from core.training.run_record import MODEL_FILE, RunRecord, read_run_record
from core.training.specification import TrainingSpecification
from tests.core.conftest import dark_and_light, once_for_all, own_run, trained_resnet50
from tests.faults.faulty_worker_fixtures import only_server, only_worker, specification, weights_server, worker
from tests.faults.processes import kill_all_of, wait_until_none_is_left
from tests.faults.whole import rows_in, weights_digest
from tests.faults.worker import Worker, assert_done

__all__ = [
    "dark_and_light",
    "once_for_all",
    "only_server",
    "only_worker",
    "own_run",
    "specification",
    "trained_resnet50",
    "weights_server",
    "worker",
]

PICTURES_PER_CLASS = 20


def draw_pictures(folder: Path, per_class: int = PICTURES_PER_CLASS) -> None:
    """Draw two classes of grainy pictures that can be told apart."""
    generator = np.random.default_rng(0)
    for name, lowest in (("dark", 0), ("light", 120)):
        (folder / name).mkdir(parents=True)
        for number in range(per_class):
            pixels = generator.integers(lowest, lowest + 130, (40, 48, 3), dtype=np.uint8)
            Image.fromarray(pixels).save(folder / name / f"{number:02}.png")


@dataclass(frozen=True)
class Place:
    """A home of the program, a data folder, and a folder for exports; what is in them is a test's to change."""

    home: Path
    data: Path
    exports: Path

    @property
    def store(self) -> Path:
        return self.home / "cache" / "features"

    @property
    def runs(self) -> Path:
        return self.home / "data" / "runs"

    @property
    def all(self) -> tuple[Path, Path, Path]:
        return self.home, self.data, self.exports

    def specification(self, name: str) -> TrainingSpecification:
        """Everything that a checkpoint must keep plays a part: dropout, an optimizer with state, early stopping."""
        return TrainingSpecification(
            folder=self.data,
            run=self.runs / name,
            weights="random",
            image_size=32,
            epochs=6,
            batch_size=8,
            hidden=8,
            dropout=0.4,
            early_stopping=5,
            seed=3,
        )


def new_place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    base = tmp_path_factory.mktemp("faults")
    made = Place(base / "home", base / "pictures", base / "exports")
    for folder in (made.exports, made.runs):
        folder.mkdir(parents=True)
    draw_pictures(made.data)
    return made


@dataclass(frozen=True)
class Undisturbed:
    """What came of a training that nobody disturbed: its run, and what a killed and resumed one must come to."""

    run: Path
    record: RunRecord
    weights: str
    rows: dict[str, bytes]

    @classmethod
    def read(cls, run: Path, store: Path) -> Undisturbed:
        return cls(run, read_run_record(run), weights_digest(run / MODEL_FILE), rows_in(store))

    def assert_same(self, run: Path, store: Path) -> None:
        other = Undisturbed.read(run, store)
        assert other.record.state == "finished"
        assert [replace(one, seconds=0.0) for one in other.record.history] == [
            replace(one, seconds=0.0) for one in self.record.history
        ]
        assert other.record.best_epoch == self.record.best_epoch
        assert other.record.validation_files == self.record.validation_files
        assert other.record.frozen_layers_changed == 0
        assert other.weights == self.weights
        assert other.rows == self.rows


@pytest.fixture(scope="session")
def trained_run(trained_resnet50: Path) -> Path:
    """Give a run of the network that workers build: they know of no small one."""
    return trained_resnet50


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Give a place that tests share; no process of it is left in the end, whatever happens."""
    made = new_place(tmp_path_factory)
    yield made
    kill_all_of(made.home)


@pytest.fixture(scope="module")
def own_place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Give a place of its own to a file of tests."""
    made = new_place(tmp_path_factory)
    yield made
    kill_all_of(made.home)


@pytest.fixture(scope="session")
def trainer(place: Place) -> Iterator[Worker]:
    """Give a worker as the window's trainer is; all tests share it, since loading Keras is what takes their time."""
    made = Worker(home=place.home, name="trainer", preload=True)
    yield made
    made.close()
    wait_until_none_is_left(place.home)


@pytest.fixture(scope="session")
def undisturbed(place: Place, trainer: Worker) -> Undisturbed:
    """Train once without any fault; tests only read the run."""
    specification = place.specification("undisturbed")
    assert_done(trainer.do(Train(specification=specification)))
    return Undisturbed.read(specification.run, place.store)
