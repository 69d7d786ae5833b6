"""One picture's way through a network, layer by layer: what was computed for one look serves the next.

Nothing is compiled: a person looks at a layer once or twice, and compiling takes longer than computing.
"""

from __future__ import annotations

from typing import Any

import keras
import numpy as np

from core.job_control import JobControl
from core.network.description import LayerDescription, NetworkDescription
from core.network.freeze_plan import layers_up_to


class Passage:
    """What the layers of `network`, which describes `model`, make of one picture.

    Kept are the outputs of the blocks (22 MB at 224 x 224): everything above such a point is computed from it alone.
    """

    def __init__(self, model: keras.Model, network: NetworkDescription, pixels: np.ndarray) -> None:
        """Take a picture: uint8 or float (s, s, 3), raw RGB."""
        self.pixels = pixels
        self._model = model
        self._network = network
        self._image = keras.ops.convert_to_tensor(pixels[None].astype(np.float32))
        self._kept: dict[str, np.ndarray] = {}

    def output_of(self, name: str, control: JobControl) -> np.ndarray:
        """Return what a layer of the network makes of the picture, float32, without the batch.

        Raises:
            Stopped: the user looks elsewhere by now; what was computed so far is kept.

        """
        values: dict[str, Any] = dict(self._kept)
        for layer in self._missing(name):
            control.raise_if_stopped()
            values[layer.name] = self._compute(layer, values)
            if layer.name in self._network.cut_points:
                # As plain numbers: tensors of some backends hold on to all that they were computed from.
                self._kept[layer.name] = values[layer.name] = _numbers(values[layer.name])
        output = _numbers(values[name])
        return output.reshape(output.shape[1:])

    def _missing(self, name: str) -> list[LayerDescription]:
        """Return the layers that are still to be computed for `name`, in order."""
        needed = layers_up_to(name, self._network)
        if name in self._kept:
            return []
        reached = [cut for cut in self._network.cut_points if cut in self._kept and cut in needed]
        below = layers_up_to(reached[-1], self._network) if reached else frozenset()
        return [layer for layer in self._network.layers if layer.name in needed - below]

    def _compute(self, layer: LayerDescription, values: dict[str, Any]) -> Any:
        if not layer.inputs:
            return self._image
        inputs = [values[name] for name in layer.inputs]
        return self._model.get_layer(layer.name)(inputs[0] if len(inputs) == 1 else inputs)


def _numbers(tensor: Any) -> np.ndarray:
    return np.asarray(keras.ops.convert_to_numpy(tensor), dtype=np.float32)
