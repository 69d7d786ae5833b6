"""Pictures that are easy to tell apart and a run that was trained on them, for every room that needs a model."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock
from PIL import Image

PICTURES_PER_CLASS = 8


def draw_noise(file: Path, lowest: int, highest: int, generator: np.random.Generator) -> None:
    """Draw a 48 x 40 picture of noise between two values."""
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(generator.integers(lowest, highest, (40, 48, 3), dtype=np.uint8)).save(file)


@pytest.fixture(autouse=True, scope="module")
def memory_given_back() -> Iterator[None]:
    """Free the models of a module when it is over: they lie in cycles, which Python clears late."""
    yield
    gc.collect()


@pytest.fixture(scope="session")
def once_for_all(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], None]], Path]:
    """Return what makes a folder once, whichever of the processes of pytest-xdist needs it first.

    Its arguments are the folder's name, the same in each process, and what fills the empty folder.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def make(name: str, fill: Callable[[Path], None]) -> Path:
        folder, finished = shared / name, shared / f"{name} is whole"
        with FileLock(shared / f"{name}.lock"):
            if not finished.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                fill(folder)
                finished.touch()
        return folder

    return make


@pytest.fixture(scope="session")
def dark_and_light(once_for_all: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """A data folder of two classes with eight pictures each; tests must not change it."""

    def draw(folder: Path) -> None:
        generator = np.random.default_rng(0)
        for number in range(PICTURES_PER_CLASS):
            draw_noise(folder / "dark" / f"{number}.png", 0, 100, generator)
            draw_noise(folder / "light" / f"{number}.jpg", 150, 256, generator)

    return once_for_all("dark and light", draw)


@pytest.fixture(scope="module")
def small_resnet50() -> Iterator[None]:
    """Let the tests of a file build a small ResNet50 (see `small_resnet`); processes that they start don't.

    A file whose tests build the network of `trained_run` anew, from its record, needs it.
    """
    from tests.core.small_resnet import resnet50_being_small

    with resnet50_being_small():
        yield


MakeFolder = Callable[[str, Callable[[Path], None]], Path]


@pytest.fixture(scope="session")
def trained_run(dark_and_light: Path, once_for_all: MakeFolder) -> Path:
    """A real run on these pictures, at 32 pixels with random weights and a small ResNet50; tests must not change it."""

    def train_it(home: Path) -> None:
        from tests.core.small_resnet import resnet50_being_small

        with resnet50_being_small():
            _train(dark_and_light, home)

    return once_for_all("home of the trained run", train_it) / "run"


@pytest.fixture(scope="session")
def trained_resnet50(dark_and_light: Path, once_for_all: MakeFolder) -> Path:
    """The same with the real ResNet50, which takes longer to train, to open and to export."""

    def train_it(home: Path) -> None:
        from tests.core.small_resnet import resnet50_being_itself

        with resnet50_being_itself():  # The first test to ask may be one that has the small network.
            _train(dark_and_light, home)

    return once_for_all("home of the trained ResNet50", train_it) / "run"


def _train(folder: Path, home: Path) -> None:
    from core.job_control import JobControl
    from core.training.specification import TrainingSpecification
    from core.training.train import train

    specification = TrainingSpecification(
        folder=folder,
        run=home / "run",
        weights="random",
        image_size=32,
        epochs=5,
        learning_rate=0.01,
        validation_split=0.25,
    )
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("FROSTLINE_HOME", str(home))
        train(specification, JobControl())


@pytest.fixture(autouse=True)
def features_at_hand(request: pytest.FixtureRequest, frostline_home: Path) -> None:
    """Give a test that uses `trained_run` the features that its training has stored, as whoever trained it has them.

    Tests that begin without any features ask for `no_features_at_hand`.
    """
    if "trained_run" in request.fixturenames and "no_features_at_hand" not in request.fixturenames:
        store = request.getfixturevalue("trained_run").parent / "cache" / "features"
        shutil.copytree(store, frostline_home / "cache" / "features")


@pytest.fixture
def no_features_at_hand() -> None:
    """Begin with an empty feature store."""


@pytest.fixture
def own_run(trained_run: Path, tmp_path: Path) -> Path:
    """A copy of the trained run that the test may change."""
    return shutil.copytree(trained_run, tmp_path / "own run")
