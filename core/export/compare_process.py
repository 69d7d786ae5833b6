"""Run as a process of its own: opens two models with plain Keras and compares what they say about some pictures.

    python compare_process.py ORIGINAL EXPORTED PICTURES.npy RESULT.json

It imports nothing of Frostline: what opens here opens anywhere. ORIGINAL is a .keras file, EXPORTED one or a
SavedModel folder, PICTURES uint8 (n, s, s, 3); RESULT gets the largest difference of a probability.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import keras
import numpy as np

_BATCH = 8


def main(original: Path, exported: Path, pictures: Path, result: Path) -> None:
    """Compare and write the result."""
    pixels = np.load(pictures).astype(np.float32)
    expected, found = _probabilities(_open(original), pixels), _probabilities(_open(exported), pixels)
    if expected.shape != found.shape:
        raise ValueError(f"the exported model gives {found.shape}: expected {expected.shape}")
    difference = float(np.max(np.abs(expected - found)))
    result.write_text(json.dumps({"max_difference": difference}), encoding="utf-8")


def _open(path: Path) -> Callable[[np.ndarray], object]:
    if path.is_dir():
        layer: Callable[[np.ndarray], object] = keras.layers.TFSMLayer(str(path), call_endpoint="serve")
        return layer
    model = keras.saving.load_model(path, compile=False)
    forward: Callable[[np.ndarray], object] = keras.Model(model.inputs[0], model.outputs[0])
    return forward


def _probabilities(model: Callable[[np.ndarray], object], pixels: np.ndarray) -> np.ndarray:
    parts = [model(pixels[start : start + _BATCH]) for start in range(0, len(pixels), _BATCH)]
    return np.concatenate([keras.ops.convert_to_numpy(part) for part in parts])


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:5]))
