"""What computes the features: the contract of an engine, and the choice of one by the name that a specification has.

Each engine has a file of its own, `engine_keras`, which `engine_devices` multiplies, and `engine_openvino`; only the
chosen one is imported.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import keras
import numpy as np

from core.backend_specific import backend_name, gpu_names

KERAS = "keras"
#: The engines of a specification that OpenVINO runs, with the precision that each asks for.
_OPENVINO_BITS = {"openvino": 32, "openvino-16bit": 16}


class Engine(Protocol):
    """Computes features. Whoever gives it batches of one shape is spared that it prepares itself anew."""

    def features(self, pixels: np.ndarray) -> np.ndarray:
        """Return the features, float32 (n, *row_shape), of raw RGB 0 to 255, float32 (n, s, s, 3).

        Raises one of `core.backend_specific.out_of_memory_errors` when n images are too many.
        """
        ...


def computed_by(engine: str, extractor: keras.Model) -> str:
    """Return what computes the features with this engine, as a recipe names it: their digits depend on it.

    Raises:
        UnusableInput: the engine is not installed, or this machine can't run it.

    """
    if engine == KERAS:
        precision = str(extractor.layers[-1].compute_dtype)
        return backend_name() if precision == "float32" else f"{backend_name()} {precision}"
    from core.features.engine_openvino import precision_for

    return f"openvino {precision_for(_OPENVINO_BITS[engine])}"


def computes_on_gpu(engine: str) -> bool:
    """Whether the engine of this name computes on a GPU here."""
    return engine == KERAS and bool(gpu_names())


def idle_gpu_notice(engine: str, gpus: Sequence[str]) -> str | None:
    """Return a sentence where the engine of this name leaves a GPU idle, None where it doesn't. `gpus`: their names."""
    if engine == KERAS or not gpus:
        return None
    return f"OpenVINO computes on the processor, not on the {gpus[0]}, which the engine `keras` would use."


def devices_together(engine: str, devices: Sequence[str]) -> int:
    """Return how many of `devices` the engine of this name computes on at once: OpenVINO has the processor alone."""
    return max(len(devices), 1) if engine == KERAS else 1


def open_engine(engine: str, extractor: keras.Model, devices: Sequence[str] = ()) -> Engine:
    """Return the engine of this name, ready to compute what `extractor` does. Raises as `computed_by` does.

    devices: that share each batch, as `keras.device` names them; fewer than two leave it to the usual one.
    """
    if devices_together(engine, devices) > 1:
        from core.features.engine_devices import SeveralDevices

        return SeveralDevices(extractor, devices)
    if engine == KERAS:
        from core.features.engine_keras import KerasEngine

        return KerasEngine(extractor)
    from core.features.engine_openvino import OpenVinoEngine, precision_for

    return OpenVinoEngine(extractor, precision_for(_OPENVINO_BITS[engine]))
