"""When a training is over, or was given up, nothing keeps the features that it learned from, nor what it has made."""

from __future__ import annotations

import gc
import itertools
import weakref
from collections.abc import Iterator
from pathlib import Path

import keras
import numpy as np
import pytest

from core.backend_specific import repeated_slices
from core.training.optimization import compile_for_training
from core.training.specification import TrainingSpecification

pytestmark = pytest.mark.skipif(keras.config.backend() != "tensorflow", reason="others take their batches from Python")
EPOCHS, ROWS, BATCH = 3, 8, 4


class Features:
    """Rows that are mapped into memory, for want of them."""

    def epochs(self) -> Iterator[tuple[np.ndarray, ...]]:
        for epoch in range(EPOCHS):
            yield (np.full((ROWS, 2), epoch, dtype=np.float32),)


@pytest.mark.parametrize("batches", [0, 1, EPOCHS * ROWS // BATCH], ids=["never begun", "given up", "to its end"])
def test_a_data_set_lets_go_of_what_it_was_made_from(batches: int) -> None:
    features = Features()
    reference = weakref.ref(features)
    data_set = repeated_slices(features.epochs, (np.zeros((1, 2), dtype=np.float32),), ROWS, BATCH)
    del features

    seen = [int(batch[0][0, 0]) for batch in itertools.islice(data_set, batches)]
    assert seen == [epoch for epoch in range(EPOCHS) for _ in range(ROWS // BATCH)][:batches]
    del data_set
    gc.collect()

    assert reference() is None


@pytest.mark.parametrize("optimizer", ["adam", "sgd", "adamw"])
def test_a_training_that_is_over_lets_go_of_its_steps_and_with_them_of_weights_and_moments(
    optimizer: str, tmp_path: Path
) -> None:
    specification = TrainingSpecification(folder=tmp_path, run=tmp_path / "run", optimizer=optimizer)
    before = steps_that_are_kept()
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(2, activation="softmax")])
    compile_for_training(model, specification)
    model.fit(np.zeros((4, 2), dtype=np.float32), np.zeros(4, dtype=np.int64), verbose=0)
    del model
    gc.collect()

    assert steps_that_are_kept() == before


def steps_that_are_kept() -> int:
    """Count the graphs of training steps that TensorFlow holds."""
    return sum(type(one).__name__ == "FuncGraph" and "one_step" in one.name for one in gc.get_objects())
