"""When a training is over, or was given up, nothing keeps the features that it learned from."""

from __future__ import annotations

import gc
import itertools
import weakref
from collections.abc import Iterator

import keras
import numpy as np
import pytest

from core.backend_specific import repeated_slices

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
