"""Pictures that are easy to tell apart and a run that was trained on them, for every room that needs a model."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
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
def dark_and_light(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder of two classes with eight pictures each; tests must not change it."""
    folder = tmp_path_factory.mktemp("dark and light")
    generator = np.random.default_rng(0)
    for number in range(PICTURES_PER_CLASS):
        draw_noise(folder / "dark" / f"{number}.png", 0, 100, generator)
        draw_noise(folder / "light" / f"{number}.jpg", 150, 256, generator)
    return folder


@pytest.fixture(scope="session")
def trained_run(dark_and_light: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real run on these pictures, at 32 pixels with random weights; tests must not change it."""
    from core.job_control import JobControl
    from core.training.specification import TrainingSpecification
    from core.training.train import train

    home = tmp_path_factory.mktemp("home of the trained run")
    specification = TrainingSpecification(
        folder=dark_and_light,
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
    return specification.run


@pytest.fixture
def own_run(trained_run: Path, tmp_path: Path) -> Path:
    """A copy of the trained run that the test may change."""
    return shutil.copytree(trained_run, tmp_path / "own run")
