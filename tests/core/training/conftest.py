"""Small real pictures for the tests of the training: three classes of stripes that a linear head can tell apart."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

CLASSES = ("diagonal", "horizontal", "vertical")


def draw_stripes(file: Path, kind: str, generator: np.random.Generator) -> None:
    """Draw a 64 x 64 picture of stripes in random colours, grainy, so that no two of them look alike."""
    rows, columns = np.mgrid[0:64, 0:64]
    phase = {"horizontal": rows, "vertical": columns, "diagonal": rows + columns}[kind] + generator.integers(0, 16)
    light, dark = generator.integers(120, 256, 3), generator.integers(0, 120, 3)
    pixels = np.where(((phase // 8) % 2)[..., None] == 0, light, dark) + generator.integers(-30, 31, (64, 64, 1))
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).save(file)


@pytest.fixture(scope="session")
def stripes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder of three classes with ten pictures each; tests must not change it."""
    folder = tmp_path_factory.mktemp("stripes")
    generator = np.random.default_rng(0)
    for kind in CLASSES:
        for number in range(10):
            draw_stripes(folder / kind / f"{number}.png", kind, generator)
    return folder


@pytest.fixture(scope="session")
def kept_features(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A feature store that lasts for all tests."""
    return tmp_path_factory.mktemp("kept features")


@pytest.fixture
def with_kept_features(kept_features: Path, frostline_home: Path) -> None:
    """Let a test whose subject is not the store have the features that earlier tests have computed."""
    store = frostline_home / "cache" / "features"
    if not store.exists():  # those of `trained_run` may be there
        store.parent.mkdir(parents=True, exist_ok=True)
        store.symlink_to(kept_features, target_is_directory=True)
