"""The fast engine for processors: OpenVINO (extra `fast`), in 32 bits or, where the processor has them, in 16.

The graph comes from `openvino_graph`, OpenVINO itself through `core.quiet_openvino`.
"""

from __future__ import annotations

from typing import Any

import keras
import numpy as np

from core.errors import UnusableInput
from core.quiet_openvino import import_openvino
from core.self_contained import how_to_get

INSTALL = "pip install 'frostline[fast]'"
_DEVICE = "CPU"
_OPENVINO_PRECISIONS = {"BF16": "bf16", "FP16": "f16"}


def precision_for(bits: int) -> str:
    """Return the precision in which this machine computes with so many bits: `f32`, `bf16` or `f16`.

    Raises:
        UnusableInput: OpenVINO is not installed, or the processor has no arithmetic of 16 bits.

    """
    openvino = _openvino()
    if bits == 32:
        return "f32"
    able = openvino.Core().get_property(_DEVICE, "OPTIMIZATION_CAPABILITIES")
    return sixteen_bit_precision(able)


def sixteen_bit_precision(able: list[str]) -> str:
    """Return `bf16` or `f16`, whichever is among what a device is able to (OpenVINO's words); bf16 where both are.

    Raises:
        UnusableInput: neither is.

    """
    for capability, precision in _OPENVINO_PRECISIONS.items():
        if capability in able:
            return precision
    raise UnusableInput(
        "The processor of this machine has no arithmetic of 16 bits, so the engine `openvino-16bit` can't run on it.",
        hint="Choose the engine `openvino` (32 bits) or `keras`.",
    )


class OpenVinoEngine:
    """Runs the extractor as a graph of OpenVINO's, compiled once for each shape of batch."""

    def __init__(self, extractor: keras.Model, precision: str) -> None:
        """precision: `f32`, `bf16` or `f16`; said outright, since OpenVINO takes 16 bits by itself where it can."""
        self._core = _openvino().Core()
        self._extractor = extractor
        self._options = {
            "INFERENCE_PRECISION_HINT": precision,
            # One batch at a time on all cores; "THROUGHPUT" runs several beside each other at half the speed.
            "PERFORMANCE_HINT": "LATENCY",
        }
        self._compiled: Any = None
        self._batch_size = 0

    def features(self, pixels: np.ndarray) -> np.ndarray:
        """Return the features, float32 (n, *row_shape), of raw RGB, float32 (n, s, s, 3)."""
        if len(pixels) != self._batch_size:
            self._compile(len(pixels))
        # Copied: OpenVINO writes the next batch into the same memory.
        return np.array(self._compiled(pixels)[0], dtype=np.float32)

    def _compile(self, batch_size: int) -> None:
        from core.features.openvino_graph import openvino_graph

        self._compiled = None  # gives its memory back before the next one takes some
        graph = openvino_graph(self._extractor, batch_size)
        self._compiled = self._core.compile_model(graph, _DEVICE, self._options)
        self._batch_size = batch_size


def _openvino() -> Any:
    try:
        return import_openvino()
    except ImportError as error:
        raise UnusableInput(
            f"The engine OpenVINO is not installed: {error}.", hint=how_to_get(f"Install it with: {INSTALL}")
        ) from error
