"""A store whose disk is full, or takes no larger files, serves every row all the same: from memory."""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.features import portions, store
from core.features.portions import Portions, StoreFull
from core.features.recipe import FeatureRecipe
from core.features.store import FeatureStore
from core.job_control import JobControl
from core.messages import Event, Notice

RECIPE = FeatureRecipe(
    backbone="ResNet50",
    weights_digest="0" * 32,
    cut_layer="avg_pool",
    image_size=64,
    decoder="1",
    backend="tensorflow",
    row_shape=(2048,),
)
KEYS = [f"{number}:0" for number in range(24)]
ROWS = np.random.default_rng(1).normal(size=(24, 2048)).astype(np.float32)


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    before, highest = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, highest))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (before, highest))


def write(into: FeatureStore, told: list[Event]) -> None:
    with Portions(into, JobControl(report=told.append)) as output:
        for start in range(0, len(KEYS), 4):
            output.append(KEYS[start : start + 4], ROWS[start : start + 4])


@pytest.mark.parametrize("seconds", [0.0, 99.0], ids=["a portion for each batch", "one portion"])
@pytest.mark.parametrize("limit", [0, 100, 200, 600, 8_192, 20_000, 40_000, 10_000_000])
def test_every_row_is_there_wherever_the_disk_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: int, seconds: float
) -> None:
    monkeypatch.setattr(portions, "COMMIT_SECONDS", seconds)
    filled, told = FeatureStore(tmp_path, RECIPE), list[Event]()

    with files_of_at_most(limit):
        write(filled, told)

    # Every row is served as it was given, and it is told once if some are in memory
    np.testing.assert_array_equal(filled.table(KEYS).gather(np.arange(24)), ROWS)
    on_disk = FeatureStore(tmp_path, RECIPE).load(KEYS)
    assert len(told) == (len(on_disk) < 24)
    if told:
        assert isinstance(told[0], Notice)
        assert f"The feature store {tmp_path} can't be written to (files may not be so large there)" in told[0].message
    # What is on the disk is whole
    assert list(tmp_path.rglob("*.unfinished")) == list(tmp_path.rglob("*.part*")) == []
    assert len(list(tmp_path.rglob("*.rows"))) == len(list(tmp_path.rglob("*.index")))


def test_no_more_rows_are_held_in_memory_than_are_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MOST_HELD_BYTES", 8192 * 10)
    filled = FeatureStore(tmp_path, RECIPE)

    with pytest.raises(StoreFull), files_of_at_most(0):
        write(filled, [])

    assert filled.load(KEYS) == set(KEYS[:8])


def test_what_was_used_while_the_clock_was_ahead_does_not_stay_for_ever(tmp_path: Path) -> None:
    """Given two segments, of which one was used when the clock was two years ahead, and is not used any more."""
    ahead = time.time() + 2 * 365 * 24 * 3600
    other = replace(RECIPE, image_size=96)
    for recipe in (RECIPE, other):
        filled = FeatureStore(tmp_path, recipe)
        writer = filled.writer()
        writer.append(KEYS[:1], ROWS[:1])
        filled.add(writer.commit())  # type: ignore[arg-type]
    (index,) = (tmp_path / RECIPE.key).glob("*.index")
    os.utime(index, (ahead, ahead))

    # When room is made, once while nothing has to go, and once after the other was used
    used = sum(file.stat().st_size for file in tmp_path.glob("*/*"))
    assert FeatureStore(tmp_path, other, limit_bytes=used + 9000).has_room_for(1)
    later = time.time() + 10
    (index,) = (tmp_path / other.key).glob("*.index")
    os.utime(index, (later, later))
    assert FeatureStore(tmp_path, replace(RECIPE, image_size=99), limit_bytes=used + 10).has_room_for(1)

    # Then the one that was not used is gone
    assert not FeatureStore(tmp_path, RECIPE).load(KEYS)
    assert FeatureStore(tmp_path, other).load(KEYS[:1])
