"""The feature store: found by content, verified before use, bounded, and safe to delete or share at any time."""

from __future__ import annotations

import os
import tracemalloc
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.data.augment import AUGMENTATION_VERSION
from core.errors import Stopped
from core.features.recipe import FeatureRecipe, row_key
from core.features.store import FeatureStore
from core.job_control import JobControl
from core.whole_files import file_beside

RECIPE = FeatureRecipe(
    backbone="ResNet50",
    weights_digest="0" * 32,
    cut_layer="avg_pool",
    image_size=64,
    decoder="1",
    backend="tensorflow",
    row_shape=(16,),
)


def rows_for(keys: list[str], recipe: FeatureRecipe = RECIPE) -> np.ndarray:
    return np.stack([np.random.default_rng(list(key.encode())).random(recipe.row_shape, np.float32) for key in keys])


def fill(store: FeatureStore, keys: list[str], recipe: FeatureRecipe = RECIPE) -> None:
    writer = store.writer()
    writer.append(keys, rows_for(keys, recipe))
    segment = writer.commit()
    assert segment is not None
    store.add(segment)


def only(folder: Path, pattern: str) -> Path:
    (file,) = folder.glob(pattern)
    return file


def test_rows_written_once_are_found_again_in_any_order(tmp_path: Path) -> None:
    fill(FeatureStore(tmp_path, RECIPE), ["a:0", "b:0"])
    fill(FeatureStore(tmp_path, RECIPE), ["c:0"])

    store = FeatureStore(tmp_path, RECIPE)
    found = store.load(["c:0", "a:0", "missing:0"])
    table = store.table(["c:0", "a:0"])

    assert found == {"c:0", "a:0"}
    np.testing.assert_array_equal(table.gather(np.array([1, 0, 1])), rows_for(["a:0", "c:0", "a:0"]))


def test_another_recipe_never_sees_these_rows(tmp_path: Path) -> None:
    fill(FeatureStore(tmp_path, RECIPE), ["a:0"])

    for other in (
        replace(RECIPE, weights_digest="1" * 32),
        replace(RECIPE, cut_layer="conv4_block6_out"),
        replace(RECIPE, image_size=96),
        replace(RECIPE, decoder="2"),
        replace(RECIPE, backend="torch"),
    ):
        assert not FeatureStore(tmp_path, other).load(["a:0"])


def test_a_row_with_one_flipped_bit_is_dropped_and_never_served(tmp_path: Path) -> None:
    fill(FeatureStore(tmp_path, RECIPE), ["a:0", "b:0"])
    rows_file = only(tmp_path, "*/*.rows")
    content = bytearray(rows_file.read_bytes())
    content[-3] ^= 1
    rows_file.write_bytes(content)

    store = FeatureStore(tmp_path, RECIPE)

    assert not store.load(["a:0", "b:0"])
    assert not list(tmp_path.glob("*/*.rows"))
    fill(store, ["a:0", "b:0"])
    assert FeatureStore(tmp_path, RECIPE).load(["a:0", "b:0"]) == {"a:0", "b:0"}


@pytest.mark.parametrize("pattern", ["*/*.rows", "*/*.index"])
def test_a_truncated_file_counts_as_absent(tmp_path: Path, pattern: str) -> None:
    fill(FeatureStore(tmp_path, RECIPE), ["a:0"])
    file = only(tmp_path, pattern)
    file.write_bytes(file.read_bytes()[:-5])

    assert not FeatureStore(tmp_path, RECIPE).load(["a:0"])


def test_a_damaged_segment_leaves_the_others_alone(tmp_path: Path) -> None:
    fill(FeatureStore(tmp_path, RECIPE), ["a:0"])
    damaged = only(tmp_path, "*/*.index")
    fill(FeatureStore(tmp_path, RECIPE), ["b:0"])
    damaged.write_text("not an index")

    assert FeatureStore(tmp_path, RECIPE).load(["a:0", "b:0"]) == {"b:0"}


def test_deleting_the_store_while_it_is_in_use_harms_nobody(tmp_path: Path) -> None:
    store = FeatureStore(tmp_path, RECIPE)
    fill(store, ["a:0"])
    table = store.table(["a:0"])

    for file in tmp_path.glob("*/*"):
        file.unlink()

    np.testing.assert_array_equal(table.gather(np.array([0])), rows_for(["a:0"]))
    assert not FeatureStore(tmp_path, RECIPE).load(["a:0"])


def test_two_windows_write_the_same_rows_without_harm(tmp_path: Path) -> None:
    first, second = FeatureStore(tmp_path, RECIPE), FeatureStore(tmp_path, RECIPE)
    one, other = first.writer(), second.writer()
    one.append(["a:0"], rows_for(["a:0"]))
    other.append(["a:0", "b:0"], rows_for(["a:0", "b:0"]))
    one.commit()
    other.commit()

    third = FeatureStore(tmp_path, RECIPE)

    assert third.load(["a:0", "b:0"]) == {"a:0", "b:0"}
    np.testing.assert_array_equal(third.table(["a:0"]).gather(np.array([0])), rows_for(["a:0"]))


def test_an_abandoned_segment_leaves_nothing_behind(tmp_path: Path) -> None:
    writer = FeatureStore(tmp_path, RECIPE).writer()
    writer.append(["a:0"], rows_for(["a:0"]))

    writer.abandon()

    assert {file.name for file in tmp_path.glob("*/*")} == {"recipe.json"}


def test_the_least_recently_used_rows_go_first_when_the_limit_is_reached(tmp_path: Path) -> None:
    other = replace(RECIPE, image_size=96)
    for recipe, key, age in ((RECIPE, "old:0", 300), (other, "older:0", 900), (RECIPE, "new:0", 0)):
        before = set(tmp_path.glob("*/*.index"))
        fill(FeatureStore(tmp_path, recipe), [key], recipe)
        (index,) = set(tmp_path.glob("*/*.index")) - before
        time = index.stat().st_mtime - age
        os.utime(index, (time, time))
    used = sum(file.stat().st_size for file in tmp_path.glob("*/*"))

    store = FeatureStore(tmp_path, RECIPE, limit_bytes=used + 10)
    made_room = store.has_room_for(1)

    assert made_room
    assert not FeatureStore(tmp_path, other).load(["older:0"])
    assert FeatureStore(tmp_path, RECIPE).load(["old:0", "new:0"]) == {"old:0", "new:0"}


def test_rows_in_use_are_never_evicted_and_too_large_a_wish_is_refused(tmp_path: Path) -> None:
    store = FeatureStore(tmp_path, RECIPE, limit_bytes=1000)
    fill(store, ["a:0"])

    assert not store.has_room_for(1000)
    assert FeatureStore(tmp_path, RECIPE).load(["a:0"]) == {"a:0"}


def test_leftovers_of_a_process_that_died_are_cleared_and_what_a_living_one_writes_is_not(tmp_path: Path) -> None:
    store = FeatureStore(tmp_path, RECIPE)
    fill(store, ["a:0"])
    folder = only(tmp_path, "*")
    left = [folder / name for name in ("dead.unfinished", "dead.rows", ".dead.index.0123abcd.part.index")]
    for file in left:
        file.write_bytes(b"x" * 10)
    writer = store.writer()
    writer.append(["b:0"], rows_for(["b:0"]))

    store.has_room_for(1)

    assert not any(file.exists() for file in left)
    assert writer.commit() is not None
    assert FeatureStore(tmp_path, RECIPE).load(["a:0", "b:0"]) == {"a:0", "b:0"}


def test_an_index_that_another_window_is_just_writing_is_left_alone(tmp_path: Path) -> None:
    """It would be taken for a damaged one and deleted, and the window that writes it would fail."""
    fill(FeatureStore(tmp_path, RECIPE), ["a:0"])
    index = only(tmp_path, "*/*.index")

    with file_beside(index.with_name("another.index")) as unfinished:
        unfinished.write_bytes(index.read_bytes()[:10])
        FeatureStore(tmp_path, RECIPE).load(["a:0", "b:0"])

        assert unfinished.exists()


def test_reading_many_rows_can_be_given_up_and_nothing_is_lost(tmp_path: Path) -> None:
    fill(FeatureStore(tmp_path, RECIPE), ["a:0", "b:0", "c:0"])
    control = JobControl()
    control.stop_requested.set()

    with pytest.raises(Stopped):
        FeatureStore(tmp_path, RECIPE).load(["a:0", "b:0", "c:0"], between_rows=control.raise_if_stopped)

    assert FeatureStore(tmp_path, RECIPE).load(["a:0", "b:0", "c:0"]) == {"a:0", "b:0", "c:0"}


def test_many_rows_take_no_memory_of_their_own(tmp_path: Path) -> None:
    """Two thousand rows of 64 KB: the store may keep their keys and checksums, not their 131 MB."""
    recipe = replace(RECIPE, row_shape=(16384,))
    keys = [f"{number}:0" for number in range(2000)]
    writer = FeatureStore(tmp_path, recipe).writer()
    rows = np.zeros((2000, 16384), dtype=np.float32)
    writer.append(keys, rows)
    writer.commit()
    del rows

    tracemalloc.start()
    store = FeatureStore(tmp_path, recipe)
    store.load(keys)
    table = store.table(keys)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert len(table) == 2000
    assert peak < 4_000_000


def test_views_have_keys_of_their_own_and_the_image_itself_the_plain_one() -> None:
    assert row_key("abc") == row_key("abc", 0) == "abc:0"
    assert len({row_key("abc", number) for number in range(4)}) == 4
    assert row_key("abc", 1).endswith(f":{AUGMENTATION_VERSION}")


def test_memory_maps_are_read_only(tmp_path: Path) -> None:
    store = FeatureStore(tmp_path, RECIPE)
    fill(store, ["a:0"])
    array, _ = store._row("a:0")

    with pytest.raises(ValueError, match="read-only"):
        array[0, 0] = 1.0
