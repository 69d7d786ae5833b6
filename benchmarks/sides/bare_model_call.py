"""The bare call of a trained model on one decoded picture, compiled and warm: what no window can be quicker than."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

import keras
import numpy as np

from benchmarks.sides.two_cores import stay_on_two_cores
from core.training.run_record import MODEL_FILE

_WARMING_CALLS = 3


def measure(run: str, repetitions: int) -> float:
    """Return the median seconds of a call."""
    stay_on_two_cores()  # as the window's side does
    model = keras.saving.load_model(Path(run) / MODEL_FILE, compile=False)
    model.compile(jit_compile=False)
    edge = int(model.input_shape[1])
    pixels = np.random.default_rng(0).uniform(0, 255, (1, edge, edge, 3)).astype(np.float32)
    seconds = []
    for _ in range(_WARMING_CALLS + repetitions):
        started = time.perf_counter()
        np.asarray(model.predict_on_batch(pixels))
        seconds.append(time.perf_counter() - started)
    return statistics.median(seconds[_WARMING_CALLS:])
