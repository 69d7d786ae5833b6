"""Pictures for an extraction: three classes, a copy, a bad file; and what a store holds, read as anybody would."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.cluster.extraction import ExtractionOrder, extract_to_store
from core.job_control import JobControl
from core.messages import FeaturesExtracted
from tests.core.conftest import draw_noise

pytest.importorskip("pyarrow", reason="pyarrow is not installed: extra 'cluster'")

PER_CLASS = 6
Rows = dict[str, np.ndarray]


def draw_pictures(folder: Path, per_class: int) -> None:
    """Draw three classes of noise, a copy of a picture in another class, and a file that is no picture."""
    generator = np.random.default_rng(0)
    for number, name in enumerate(("ants", "bees", "cats")):
        for index in range(per_class):
            draw_noise(folder / name / f"{index}.png", 60 * number, 60 * number + 100, generator)
    shutil.copy(folder / "ants" / "1.png", folder / "bees" / "copy.png")
    (folder / "cats" / "bad.jpg").write_bytes(b"this is no picture")


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """A data folder of 18 pictures, a copy and a bad file."""
    folder = tmp_path / "pictures"
    draw_pictures(folder, PER_CLASS)
    return folder


@pytest.fixture
def rows_of() -> Callable[[Path], Rows]:
    """Return what reads all rows of a store by key; it refuses a key that is there twice."""
    return read_rows


def read_rows(store: Path) -> Rows:
    from pyarrow import parquet

    found: Rows = {}
    for file in store.glob("features/*/*.parquet"):
        table = parquet.read_table(file, columns=["key", "features"])
        for key, row in zip(table["key"].to_pylist(), table["features"].to_pylist(), strict=True):
            assert key not in found
            found[key] = np.asarray(row, dtype=np.float32)
    return found


def read_problems_table(store: Path) -> list[dict[str, str]]:
    from pyarrow import parquet

    return [row for file in store.glob("problems/*.parquet") for row in parquet.read_table(file).to_pylist()]


def order_of(pictures: Path | str, store: Path | str, **changes: object) -> ExtractionOrder:
    """Return the order of what the small tests compute of a folder, or of what `changes` make of it."""
    asked = ExtractionOrder(
        source=str(pictures),
        store=str(store),
        cut="avg_pool",
        backbone="ResNet50",
        weights="random",
        image_size=32,
        seed=0,
        engine="keras",
        feature_dtype="float32",
    )
    return dataclasses.replace(asked, **changes)  # type: ignore[arg-type]


def extract(pictures: Path | str, store: Path | str, **changes: object) -> FeaturesExtracted:
    return extract_to_store(order_of(pictures, store, **changes), JobControl())
