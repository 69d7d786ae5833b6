"""The size of a batch: nothing wasted, measured on a GPU, and halved when the memory does not hold it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from core.data.augment import View
from core.data.content import image_digest
from core.errors import FrostlineError
from core.features.batch_size import ON_GPU, ON_PROCESSOR, batch_size_for, largest_batch_size
from core.features.extract import extract_features
from core.features.recipe import FeatureRecipe, row_key
from core.features.store import FeatureStore
from core.job_control import JobControl
from core.messages import Event, Notice

RECIPE = FeatureRecipe(
    backbone="means of colours",
    weights_digest="0" * 32,
    cut_layer="mean",
    image_size=16,
    decoder="1",
    backend="numpy",
    row_shape=(3,),
)


class MeansOfColours:
    """An engine with room for `room` images: beyond, it asks for more memory than there is, and really gets none."""

    def __init__(self, room: int, scale: float = 1.0) -> None:
        self.room = room
        self.scale = scale
        self.shapes: list[int] = []

    def features(self, pixels: np.ndarray) -> np.ndarray:
        self.shapes.append(len(pixels))
        if len(pixels) > self.room:
            np.empty(2**60, dtype=np.uint8)
        means: np.ndarray = pixels.mean(axis=(1, 2)) * np.float32(self.scale)
        return means


class TimedEngine(MeansOfColours):
    """An engine that keeps its own time: so many seconds for each call, and for each image."""

    def __init__(self, room: int, a_call: float, an_image: float) -> None:
        super().__init__(room)
        self.a_call, self.an_image, self.now = a_call, an_image, 0.0

    def features(self, pixels: np.ndarray) -> np.ndarray:
        features = super().features(pixels)
        self.now += self.a_call + self.an_image * len(pixels)
        return features


@pytest.fixture(scope="module")
def views(tmp_path_factory: pytest.TempPathFactory) -> list[View]:
    """Twenty-one pictures, each of one colour."""
    folder = tmp_path_factory.mktemp("colours")
    files = [folder / f"{number}.png" for number in range(21)]
    for number, file in enumerate(files):
        Image.new("RGB", (20, 20), (number * 10, 255 - number * 10, 77)).save(file)
    return [View(file, image_digest(file)) for file in files]


def keys_of(views: list[View]) -> list[str]:
    return [row_key(view.digest, view.number) for view in views]


def test_a_batch_beyond_the_memory_is_halved_until_it_fits_and_nothing_is_lost(
    views: list[View], tmp_path: Path
) -> None:
    events: list[Event] = []
    engine, store = MeansOfColours(room=3), FeatureStore(tmp_path, RECIPE)

    done = extract_features(engine, views, keys_of(views), store, JobControl(events.append), largest=16)
    rows = store.table(keys_of(views)).gather(np.arange(21))

    assert done.images == 21
    np.testing.assert_allclose(rows[:, 0], np.arange(21) * 10)
    assert engine.shapes[:3] == [11, 6, 3]
    assert set(engine.shapes[3:]) == {3}
    notices = [event.message for event in events if isinstance(event, Notice)]
    assert len(notices) == 2
    assert notices[0].startswith("11 images at once do not fit into the memory: features are computed 6 at a time")


def test_where_not_even_one_image_fits_the_extraction_fails_in_a_sentence(views: list[View], tmp_path: Path) -> None:
    store = FeatureStore(tmp_path, RECIPE)

    with pytest.raises(FrostlineError, match="does not suffice") as failure:
        extract_features(MeansOfColours(room=0), views, keys_of(views), store, JobControl(), largest=16)

    assert failure.value.kind == "out_of_memory"
    assert "image size" in failure.value.hint


def test_every_batch_has_the_same_shape_the_last_one_too(views: list[View], tmp_path: Path) -> None:
    engine = MeansOfColours(room=99)

    extract_features(engine, views, keys_of(views), FeatureStore(tmp_path, RECIPE), JobControl(), largest=8)

    assert engine.shapes == [7, 7, 7]


@given(st.integers(1, 5000), st.sampled_from([16, 32, 256]))
def test_the_last_batch_is_never_left_more_than_half_empty(count: int, largest: int) -> None:
    size = batch_size_for(count, largest)

    batches = -(-count // size)
    assert 1 <= size <= largest
    assert batches * size - count <= size // 2
    assert batches <= -(-count // largest) * 2


def test_numbers_beyond_float16_are_cut_and_said_never_infinite(views: list[View], tmp_path: Path) -> None:
    events: list[Event] = []
    store = FeatureStore(tmp_path, FeatureRecipe(**{**RECIPE.__dict__, "dtype": "float16"}))
    engine = MeansOfColours(room=99, scale=1000.0)

    extract_features(engine, views, keys_of(views), store, JobControl(events.append), largest=16)
    rows = store.table(keys_of(views)).gather(np.arange(21))

    assert rows.dtype == np.float32
    assert rows.max() == 65504.0
    np.testing.assert_allclose(rows[:7, 0], np.arange(7) * 10000.0, rtol=1e-3)
    assert "too large for float16" in next(event.message for event in events if isinstance(event, Notice))


def test_a_processor_is_not_measured() -> None:
    engine = MeansOfColours(room=99)

    assert largest_batch_size(engine, 10**6, 16, on_gpu=False) == ON_PROCESSOR
    assert not engine.shapes


def test_a_few_images_are_not_worth_a_measurement() -> None:
    engine = MeansOfColours(room=99)

    assert largest_batch_size(engine, 300, 16, on_gpu=True) == ON_GPU
    assert not engine.shapes


@pytest.mark.parametrize(
    ("room", "a_call", "an_image", "expected"),
    [
        (999, 0.010, 0.001, 64),  # beyond 64 images the call hardly counts any more: 128 would gain 7 %
        (999, 1.000, 0.001, 512),  # the call is what costs
        (40, 1.000, 0.001, 32),  # 64 do not fit
        (999, 0.000, 0.001, 16),  # size does not matter
    ],
)
def test_a_gpu_gets_the_size_beyond_which_it_gains_little(
    room: int, a_call: float, an_image: float, expected: int
) -> None:
    engine = TimedEngine(room, a_call, an_image)

    assert largest_batch_size(engine, 20_000, 16, on_gpu=True, clock=lambda: engine.now) == expected
