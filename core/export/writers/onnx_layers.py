"""What each kind of Keras layer is in ONNX: a table of small functions, one for each kind. No file is written here.

Pictures are (image, row, column, channel) in Keras and (image, channel, row, column) in ONNX, whose kernels know no
other order; `GraphBuilder` holds the nodes and weights that come together. Weights are read by `keras.ops`, so the
same graph comes out on every backend. The whole graph is made by `onnx_graph`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
from onnx import helper, numpy_helper


class GraphBuilder:
    """Collects nodes and constants. Values are known by their names, which are unique."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def node(self, kind: str, inputs: list[str], name: str, **attributes: Any) -> str:
        """Add a node with one output and return the output's name, which is also the node's."""
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, **attributes))
        return name

    def constant(self, values: Any, name: str) -> str:
        """Add a constant and return its name."""
        array = np.ascontiguousarray(keras.ops.convert_to_numpy(values))
        self.constants.append(numpy_helper.from_array(array, name))
        return name

    def numbers(self, values: tuple[int, ...], name: str) -> str:
        """Add whole numbers (int64) and return their name."""
        return self.constant(np.asarray(values, dtype=np.int64), name)


#: (graph, layer, names of the inputs) -> name of the output.
Translation = Callable[[GraphBuilder, Any, list[str]], str]


def translation_of(layer: Any) -> Translation:
    """Return how to write `layer`.

    Raises:
        ValueError: layers of this kind have no translation.

    """
    translation = _TRANSLATIONS.get(type(layer).__name__)
    if translation is None:
        raise ValueError(f"the layer {layer.name} is a {type(layer).__name__}, which has no translation")
    return translation


def _convolution(graph: GraphBuilder, layer: Any, inputs: list[str]) -> str:
    # (row, column, in, out) -> (out, in, row, column)
    kernel = np.transpose(keras.ops.convert_to_numpy(layer.kernel), (3, 2, 0, 1))
    return _convolved(graph, layer, inputs, kernel, layer.groups)


def _depthwise_convolution(graph: GraphBuilder, layer: Any, inputs: list[str]) -> str:
    # (row, column, in, multiplier) -> (in * multiplier, 1, row, column)
    kernel = keras.ops.convert_to_numpy(layer.kernel)
    rows, columns, channels, multiplier = kernel.shape
    kernel = np.transpose(kernel, (2, 3, 0, 1)).reshape(channels * multiplier, 1, rows, columns)
    return _convolved(graph, layer, inputs, kernel, channels)


def _convolved(graph: GraphBuilder, layer: Any, inputs: list[str], kernel: np.ndarray, groups: int) -> str:
    weights = [graph.constant(kernel, f"{layer.name}/kernel")]
    if layer.use_bias:
        weights.append(graph.constant(layer.bias, f"{layer.name}/bias"))
    convolved = graph.node(
        "Conv",
        [*inputs, *weights],
        f"{layer.name}/convolved",
        strides=list(layer.strides),
        dilations=list(layer.dilation_rate),
        group=groups,
        auto_pad=_padding(layer),
    )
    return _activated(graph, layer, convolved)


def _batch_normalization(graph: GraphBuilder, layer: Any, inputs: list[str]) -> str:
    mean, variance = (keras.ops.convert_to_numpy(part) for part in (layer.moving_mean, layer.moving_variance))
    gamma = np.ones_like(mean) if layer.gamma is None else layer.gamma
    beta = np.zeros_like(mean) if layer.beta is None else layer.beta
    parts = {"gamma": gamma, "beta": beta, "mean": mean, "variance": variance}
    names = [graph.constant(values, f"{layer.name}/{part}") for part, values in parts.items()]
    return graph.node("BatchNormalization", [*inputs, *names], layer.name, epsilon=layer.epsilon)


def _dense(graph: GraphBuilder, layer: Any, inputs: list[str]) -> str:
    """Multiply with a matrix: a 1x1 convolution where there are pixels, as in ConvNeXt's blocks."""
    has_pixels = len(layer.input.shape) == 4
    kernel = keras.ops.convert_to_numpy(layer.kernel)
    parts = [graph.constant(kernel.T[:, :, None, None] if has_pixels else kernel, f"{layer.name}/kernel")]
    if layer.use_bias:
        parts.append(graph.constant(layer.bias, f"{layer.name}/bias"))
    product = graph.node("Conv" if has_pixels else "Gemm", [*inputs, *parts], f"{layer.name}/product")
    return _activated(graph, layer, product)


def _layer_normalization(graph: GraphBuilder, layer: Any, inputs: list[str]) -> str:
    """Normalise over the channels, which ONNX wants to find last."""
    has_pixels = len(layer.input.shape) == 4
    parts = [graph.constant(layer.gamma, f"{layer.name}/gamma"), graph.constant(layer.beta, f"{layer.name}/beta")]
    if not has_pixels:
        return graph.node("LayerNormalization", [*inputs, *parts], layer.name, axis=-1, epsilon=layer.epsilon)
    last = graph.node("Transpose", inputs, f"{layer.name}/channels last", perm=[0, 2, 3, 1])
    made = graph.node("LayerNormalization", [last, *parts], f"{layer.name}/normalised", axis=-1, epsilon=layer.epsilon)
    return graph.node("Transpose", [made], layer.name, perm=[0, 3, 1, 2])


def _activation(graph: GraphBuilder, layer: Any, inputs: list[str]) -> str:
    return _activated(graph, layer, inputs[0])


def _activated(graph: GraphBuilder, layer: Any, value: str) -> str:
    """Apply the layer's activation function to `value`; the result bears the layer's name."""
    function = getattr(layer.activation, "__name__", str(layer.activation))
    if function not in _ACTIVATIONS:
        raise ValueError(f"the layer {layer.name} has the activation {function}, which has no translation")
    return _ACTIVATIONS[function](graph, layer.name, value)


def _relu(graph: GraphBuilder, layer: Any, inputs: list[str]) -> str:
    if layer.negative_slope or layer.threshold:
        raise ValueError(f"the layer {layer.name} is a ReLU with a slope or a threshold")
    if layer.max_value is None:
        return graph.node("Relu", inputs, layer.name)
    limits = (graph.constant(np.float32(limit), f"{layer.name}/{limit:g}") for limit in (0.0, float(layer.max_value)))
    return graph.node("Clip", [*inputs, *limits], layer.name)


def _silu(graph: GraphBuilder, name: str, value: str) -> str:
    return graph.node("Mul", [value, graph.node("Sigmoid", [value], f"{name}/sigmoid")], name)


def _hard_sigmoid(graph: GraphBuilder, name: str, value: str) -> str:
    return graph.node("HardSigmoid", [value], name, alpha=1.0 / 6.0, beta=0.5)


def _gelu(graph: GraphBuilder, name: str, value: str) -> str:
    """Compute x / 2 * (1 + erf(x / sqrt(2))) (Hendrycks and Gimpel 2016), which older runtimes know in parts alone."""
    half, one = (graph.constant(np.float32(number), f"{name}/{number}") for number in (0.5, 1.0))
    root = graph.constant(np.float32(np.sqrt(0.5)), f"{name}/root")
    error = graph.node("Erf", [graph.node("Mul", [value, root], f"{name}/scaled")], f"{name}/erf")
    halved = graph.node("Mul", [value, half], f"{name}/halved")
    return graph.node("Mul", [halved, graph.node("Add", [error, one], f"{name}/raised")], name)


def _plain(kind: str, **attributes: Any) -> Callable[[GraphBuilder, str, str], str]:
    return lambda graph, name, value: graph.node(kind, [value], name, **attributes)


def _elementwise(kind: str) -> Translation:
    def translate(graph: GraphBuilder, layer: Any, inputs: list[str]) -> str:
        total = inputs[0]
        for number, other in enumerate(inputs[1:], start=2):
            name = layer.name if number == len(inputs) else f"{layer.name}/{number}"
            total = graph.node(kind, [total, other], name)
        return total

    return translate


def _zero_padding(graph: GraphBuilder, layer: Any, inputs: list[str]) -> str:
    (top, bottom), (left, right) = layer.padding
    widths = graph.numbers((0, 0, top, left, 0, 0, bottom, right), f"{layer.name}/widths")
    return graph.node("Pad", [*inputs, widths], layer.name, mode="constant")


def _largest_of_window(graph: GraphBuilder, layer: Any, inputs: list[str]) -> str:
    return graph.node(
        "MaxPool",
        inputs,
        layer.name,
        kernel_shape=list(layer.pool_size),
        strides=list(layer.strides),
        auto_pad=_padding(layer),
    )


def _mean_of_pixels(graph: GraphBuilder, layer: Any, inputs: list[str]) -> str:
    if layer.keepdims:
        return graph.node("GlobalAveragePool", inputs, layer.name)
    return graph.node("Flatten", [graph.node("GlobalAveragePool", inputs, f"{layer.name}/mean")], layer.name)


def _reshape(graph: GraphBuilder, layer: Any, inputs: list[str]) -> str:
    """Write a reshape to one pixel, which squeeze-and-excitation makes of pooled channels; there is no other here."""
    if len(layer.input.shape) != 2 or tuple(layer.target_shape[:2]) != (1, 1):
        raise ValueError(f"the layer {layer.name} reshapes to {tuple(layer.target_shape)}")
    axes = graph.numbers((2, 3), f"{layer.name}/axes")
    return graph.node("Unsqueeze", [*inputs, axes], layer.name)


def _rescaling(graph: GraphBuilder, layer: Any, inputs: list[str]) -> str:
    scale = graph.constant(_for_each_channel(layer.scale), f"{layer.name}/scale")
    offset = graph.constant(_for_each_channel(layer.offset), f"{layer.name}/offset")
    return graph.node("Add", [graph.node("Mul", [*inputs, scale], f"{layer.name}/scaled"), offset], layer.name)


def _nothing(_graph: GraphBuilder, _layer: Any, inputs: list[str]) -> str:
    return inputs[0]


def _for_each_channel(values: Any) -> np.ndarray:
    return np.asarray(keras.ops.convert_to_numpy(values), dtype=np.float32).reshape(1, -1, 1, 1)


def _padding(layer: Any) -> str:
    return {"same": "SAME_UPPER", "valid": "VALID"}[layer.padding]


_ACTIVATIONS: dict[str, Callable[[GraphBuilder, str, str], str]] = {
    "linear": lambda _graph, _name, value: value,
    "relu": _plain("Relu"),
    "softmax": _plain("Softmax", axis=1),
    "sigmoid": _plain("Sigmoid"),
    "silu": _silu,
    "gelu": _gelu,
    "hard_sigmoid": _hard_sigmoid,
    "hard_silu": _plain("HardSwish"),
}

_TRANSLATIONS: dict[str, Translation] = {
    "Activation": _activation,
    "Add": _elementwise("Add"),
    "BatchNormalization": _batch_normalization,
    "Conv2D": _convolution,
    "Dense": _dense,
    "DepthwiseConv2D": _depthwise_convolution,
    "LayerNormalization": _layer_normalization,
    "Dropout": _nothing,
    "GlobalAveragePooling2D": _mean_of_pixels,
    "MaxPooling2D": _largest_of_window,
    "Multiply": _elementwise("Mul"),
    "ReLU": _relu,
    "Rescaling": _rescaling,
    "Reshape": _reshape,
    "ZeroPadding2D": _zero_padding,
}
