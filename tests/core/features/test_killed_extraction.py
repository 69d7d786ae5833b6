"""An extraction that is killed, or whose engine fails, loses at most the rows since the last portion."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.data.augment import View
from core.data.content import image_digest
from core.features.extract import extract_features
from core.features.recipe import FeatureRecipe, row_key
from core.features.store import FeatureStore
from core.job_control import JobControl

ROOT = Path(__file__).parents[3]
RECIPE = FeatureRecipe(
    backbone="mean",
    weights_digest="0" * 32,
    cut_layer="mean",
    image_size=16,
    decoder="1",
    backend="numpy",
    row_shape=(3,),
)

#: Extracts into the store argv[1] from the pictures argv[2:], a portion for each batch of four, and kills itself at
#: the fourth batch, as the out-of-memory killer would.
KILLED = """
import os, signal, sys
from pathlib import Path
from core.data.augment import View
from core.data.content import image_digest
from core.features import extract, portions
from core.features.recipe import FeatureRecipe, row_key
from core.features.store import FeatureStore
from core.job_control import JobControl

class Engine:
    calls = 0
    def features(self, pixels):
        self.calls += 1
        if self.calls == 4:
            os.kill(os.getpid(), signal.SIGKILL)
        return pixels.mean(axis=(1, 2))

portions.COMMIT_SECONDS = 0.0
recipe = FeatureRecipe(backbone="mean", weights_digest="0" * 32, cut_layer="mean", image_size=16, decoder="1",
                       backend="numpy", row_shape=(3,))
views = [View(Path(file), image_digest(Path(file))) for file in sys.argv[2:]]
keys = [row_key(view.digest) for view in views]
extract.extract_features(Engine(), views, keys, FeatureStore(Path(sys.argv[1]), recipe), JobControl(), largest=4)
"""


class MeanEngine:
    """The mean colour; fails at call number `fails_at`, as a driver might."""

    def __init__(self, fails_at: int = 0) -> None:
        self.calls = 0
        self.fails_at = fails_at

    def features(self, pixels: np.ndarray) -> np.ndarray:
        self.calls += 1
        if self.calls == self.fails_at:
            raise RuntimeError("the driver fell over")
        means: np.ndarray = pixels.mean(axis=(1, 2))
        return means


@pytest.fixture(scope="module")
def views(tmp_path_factory: pytest.TempPathFactory) -> list[View]:
    """Twenty-four pictures, each of one colour."""
    folder = tmp_path_factory.mktemp("colours")
    files = [folder / f"{number:02}.png" for number in range(24)]
    for number, file in enumerate(files):
        Image.new("RGB", (20, 20), (number * 10, 0, 0)).save(file)
    return [View(file, image_digest(file)) for file in files]


def go_on(views: list[View], folder: Path) -> tuple[int, np.ndarray]:
    """Compute what is missing; return how many rows were there already, and all rows."""
    store = FeatureStore(folder, RECIPE)
    keys = [row_key(view.digest) for view in views]
    present = store.load(keys)
    missing = [view for view in views if row_key(view.digest) not in present]
    extract_features(MeanEngine(), missing, [row_key(view.digest) for view in missing], store, JobControl(), largest=16)
    return len(present), store.table(keys).gather(np.arange(len(keys)))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_extraction_goes_on_from_its_last_portion(views: list[View], tmp_path: Path) -> None:
    files = [str(view.file) for view in views]

    killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), *files], cwd=ROOT, check=False)
    kept, rows = go_on(views, tmp_path)

    assert killed.returncode == -signal.SIGKILL
    assert kept == 12
    np.testing.assert_allclose(rows[:, 0], np.arange(24) * 10)


def test_what_an_engine_computed_before_it_failed_is_kept(views: list[View], tmp_path: Path) -> None:
    keys = [row_key(view.digest) for view in views]

    with pytest.raises(RuntimeError, match="the driver fell over"):
        extract_features(MeanEngine(3), views, keys, FeatureStore(tmp_path, RECIPE), JobControl(), largest=6)
    kept, rows = go_on(views, tmp_path)

    assert kept == 12
    np.testing.assert_allclose(rows[:, 0], np.arange(24) * 10)
