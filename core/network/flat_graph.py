"""A network of keras.applications as a flat graph of plain layers with names that stay.

Some networks nest models, use layers that a model file can't be opened with, compute with bare numbers between layers,
or leave names to Keras, which counts on from model to model. Each is built anew from the same layers here, computes
the same and has the same weights; a network without any of these is handed back as it is.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import keras
import numpy as np

from core.network.class_words import word_of_class


def has_flat_graph(model: keras.Model) -> bool:
    """Whether `model` can be cut, saved and described as it is."""
    return all(_is_plain(operation) for operation in model.operations)


def flat_graph(model: keras.Model, start: Any, features_name: str) -> keras.Model:
    """Return `model` above the tensor `start` as a flat graph of plain layers, with the same weights.

    features_name: name of the layer whose output is that of the model; where it is another one's, one that changes
    nothing is put on top.
    """
    if has_flat_graph(model):
        return model
    building = _Building(model, start)
    for operation in _above(model, start):
        building.add(operation)
    output = building.tensors[id(model.outputs[0])]
    if output._keras_history.operation.name != features_name:
        output = keras.layers.Activation("linear", name=features_name)(output)
    flat = keras.Model(model.inputs[0], output, name=model.name)
    for layer, values in building.values:
        layer.set_weights(values)
    return flat


class _Building:
    """The flat graph as far as it has been built. tensors: those of the new graph by the ids of the old ones."""

    def __init__(self, model: keras.Model, start: Any) -> None:
        self.tensors: dict[int, Any] = {id(start): start}
        self.values: list[tuple[keras.Layer, list[np.ndarray]]] = []
        self._used: Counter[str] = Counter(layer.name for layer in model.layers if not _is_unnamed(layer))
        self._consumers = _consumers(model)

    def add(self, operation: Any) -> None:
        """Add what stands for one operation of the old graph."""
        inputs = [self.tensors[id(tensor)] for tensor in _inputs(operation)]
        if isinstance(operation, keras.Sequential):
            for layer in operation.layers:
                inputs = [self._apply(_copy(layer, layer.name), layer.get_weights(), inputs)]
            made = inputs[0]
        elif type(operation).__name__ == "LayerScale":
            constant = keras.initializers.Constant(operation.init_values)
            scale = keras.layers.DepthwiseConv2D(1, use_bias=False, depthwise_initializer=constant, name=operation.name)
            made = self._apply(scale, [operation.get_weights()[0].reshape(1, 1, -1, 1)], inputs)
        elif not isinstance(operation, keras.Layer):
            made = self._arithmetic(operation, inputs)
        else:
            name = self._name_for(operation) if _is_unnamed(operation) else operation.name
            made = self._apply(_copy(operation, name), operation.get_weights(), inputs)
        self.tensors[id(operation.output)] = made

    def _arithmetic(self, operation: Any, inputs: list[Any]) -> Any:
        """Return the layer for `x + y` of two tensors, and for the hard sigmoid that is written with bare numbers."""
        kind = type(operation).__name__
        if len(inputs) == 2 and kind == "Add":
            return keras.layers.Add(name=self._free(f"{inputs[1]._keras_history.operation.name}_add"))(inputs)
        # relu6(x + 3) / 6: the addition is passed over, and the multiplication stands for all three.
        if kind == "Add" and _constant(operation) == 3.0:
            return inputs[0]
        if kind == "Multiply" and math.isclose(_constant(operation), 1 / 6):
            before = inputs[0]._keras_history.operation.input  # that of the ReLU
            name = self._free(f"{before._keras_history.operation.name}_hard_sigmoid")
            return keras.layers.Activation("hard_sigmoid", name=name)(before)
        raise ValueError(f"The network computes {operation.name} between its layers, which is not known here.")

    def _apply(self, layer: keras.Layer, values: list[np.ndarray], inputs: list[Any]) -> Any:
        made = layer(inputs if len(inputs) > 1 else inputs[0])
        if values:
            self.values.append((layer, values))
        return made

    def _name_for(self, layer: keras.Layer) -> str:
        """Return a name from the layers around: of the one before it, or where paths part, of the one after it."""
        if isinstance(layer, keras.layers.GlobalAveragePooling2D):
            return self._free("pooled")  # comes after all blocks, so it is not named after one
        before = _inputs(layer)[-1]
        consumers = self._consumers.get(id(before), [])
        if len(consumers) > 1:
            neighbour = self._consumers[id(layer.output)][0].name
        else:
            neighbour = self.tensors[id(before)]._keras_history.operation.name
        return self._free(f"{neighbour}_{word_of_class(type(layer).__name__)}")

    def _free(self, name: str) -> str:
        self._used[name] += 1
        return name if self._used[name] == 1 else f"{name}_{self._used[name]}"


def _above(model: keras.Model, start: Any) -> Iterator[Any]:
    """Yield the operations above `start`, in the order of the graph."""
    known = {id(start)}
    for operation in model.operations:
        if not isinstance(operation, keras.layers.InputLayer) and all(id(one) in known for one in _inputs(operation)):
            known.add(id(operation.output))
            yield operation


def _is_plain(operation: Any) -> bool:
    is_layer = isinstance(operation, keras.Layer) and not isinstance(operation, keras.Model)
    return is_layer and type(operation).__name__ != "LayerScale" and not _is_unnamed(operation)


def _is_unnamed(operation: Any) -> bool:
    """Whether Keras made the name up: the class in small letters, with a number that counts on from model to model."""
    return re.fullmatch(rf"{word_of_class(type(operation).__name__)}(_\d+)?", operation.name) is not None


def _inputs(operation: Any) -> list[Any]:
    return list(operation.input) if isinstance(operation.input, (list, tuple)) else [operation.input]


def _consumers(model: keras.Model) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for operation in model.operations:
        if not isinstance(operation, keras.layers.InputLayer):
            for tensor in _inputs(operation):
                found.setdefault(id(tensor), []).append(operation)
    return found


def _constant(operation: Any) -> float:
    """Return the bare number in `x + 3.0`."""
    arguments = operation._inbound_nodes[0].arguments
    numbers = [one for one in (*arguments.args, *arguments.kwargs.values()) if isinstance(one, (int, float))]
    return float(numbers[0]) if numbers else math.nan


def _copy(layer: keras.Layer, name: str) -> keras.Layer:
    made = type(layer).from_config(layer.get_config() | {"name": name})
    for draw in ("kernel_initializer", "depthwise_initializer"):
        if hasattr(layer, draw):  # a configuration does not tell the seed that it drew with
            setattr(made, draw, getattr(layer, draw))
    return made
