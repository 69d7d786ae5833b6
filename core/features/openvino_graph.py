"""The network, from the image to the frost line, as a graph of OpenVINO's: built layer by layer from the Keras model.

OpenVINO's own converter is not used: it knows not every backend, and traces for seconds. The backbones have some
fifteen kinds of layers, so writing them down is short, and the same graph comes out on every backend. Who runs it is
`engine_openvino`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import keras
import numpy as np

from core.quiet_openvino import import_openvino

openvino = import_openvino()
operations = openvino.opset13

#: Keras counts (image, row, column, channel), OpenVINO's kernels (image, channel, row, column).
_TO_CHANNELS_FIRST, _TO_CHANNELS_LAST = (0, 3, 1, 2), (0, 2, 3, 1)

Node = Any


def openvino_graph(extractor: keras.Model, batch_size: int) -> Any:
    """Return an `openvino.Model` of `extractor`: float32 (batch_size, s, s, 3) -> float32 (batch_size, *row_shape).

    Raises:
        ValueError: the extractor has a layer of a kind that is not known here.

    """
    image = operations.parameter([batch_size, *extractor.input_shape[1:]], np.float32, name="image")
    made: dict[int, Node] = {id(extractor.inputs[0]): operations.transpose(image, _numbers(_TO_CHANNELS_FIRST))}
    for layer in extractor.operations:
        if not isinstance(layer, keras.layers.InputLayer):
            arguments = [made[id(tensor)] for tensor in _inputs_of(layer)]
            made[id(layer.output)] = _translation(layer)(layer, *arguments)
    output = made[id(extractor.outputs[0])]
    if len(extractor.output_shape) == 4:
        output = operations.transpose(output, _numbers(_TO_CHANNELS_LAST))
    return openvino.Model([operations.result(output)], [image], "frozen layers")


def _inputs_of(layer: keras.Layer) -> list[Any]:
    return layer.input if isinstance(layer.input, list) else [layer.input]


def _translation(layer: keras.Layer) -> Callable[..., Node]:
    translation = _TRANSLATIONS.get(type(layer).__name__)
    if translation is None:
        raise ValueError(f"The layer {layer.name} is a {type(layer).__name__}, which has no translation to OpenVINO.")
    return translation


def _convolution(layer: keras.layers.Conv2D, pixels: Node) -> Node:
    kernel = np.transpose(keras.ops.convert_to_numpy(layer.kernel), (3, 2, 0, 1))
    strides, dilation = list(layer.strides), list(layer.dilation_rate)
    if layer.groups == 1:
        kernel_node = operations.constant(np.ascontiguousarray(kernel))
        convolved = operations.convolution(pixels, kernel_node, strides, [0, 0], [0, 0], dilation, _padding(layer))
    else:
        grouped = kernel.reshape(layer.groups, -1, *kernel.shape[1:])
        convolved = _grouped(layer, pixels, grouped, strides, dilation)
    return _with_bias_and_activation(layer, convolved)


def _depthwise_convolution(layer: keras.layers.DepthwiseConv2D, pixels: Node) -> Node:
    # (row, column, channel, multiplier) -> (channel, multiplier, 1, row, column): a group for each channel
    kernel = np.transpose(keras.ops.convert_to_numpy(layer.kernel), (2, 3, 0, 1))[:, :, None]
    convolved = _grouped(layer, pixels, kernel, list(layer.strides), list(layer.dilation_rate))
    return _with_bias_and_activation(layer, convolved)


def _with_bias_and_activation(layer: keras.Layer, convolved: Node) -> Node:
    if layer.use_bias:
        convolved = operations.add(convolved, _for_each_channel(layer.bias))
    return _activated(layer, convolved)


def _grouped(layer: keras.Layer, pixels: Node, kernel: np.ndarray, strides: list[int], dilation: list[int]) -> Node:
    node = operations.constant(np.ascontiguousarray(kernel))
    return operations.group_convolution(pixels, node, strides, [0, 0], [0, 0], dilation, _padding(layer))


def _dense(layer: keras.layers.Dense, values: Node) -> Node:
    """Multiply with a matrix: a 1x1 convolution where there are pixels, as in ConvNeXt's blocks."""
    kernel = keras.ops.convert_to_numpy(layer.kernel)
    bias = keras.ops.convert_to_numpy(layer.bias) if layer.use_bias else np.zeros(kernel.shape[1], np.float32)
    if len(layer.output.shape) == 2:
        made = operations.matmul(values, operations.constant(kernel), False, False)
        made = operations.add(made, operations.constant(bias.reshape(1, -1)))
    else:
        node = operations.constant(np.ascontiguousarray(kernel.T[:, :, None, None]))
        made = operations.convolution(values, node, [1, 1], [0, 0], [0, 0], [1, 1])
        made = operations.add(made, operations.constant(bias.reshape(1, -1, 1, 1)))
    return _activated(layer, made)


def _layer_normalization(layer: keras.layers.LayerNormalization, values: Node) -> Node:
    normalised = operations.mvn(values, _numbers((1,)), True, layer.epsilon, "INSIDE_SQRT")
    shape = (1, -1, 1, 1) if len(layer.output.shape) == 4 else (1, -1)
    scale, shift = (keras.ops.convert_to_numpy(part).reshape(shape) for part in (layer.gamma, layer.beta))
    return operations.add(operations.multiply(normalised, operations.constant(scale)), operations.constant(shift))


def _batch_normalization(layer: keras.layers.BatchNormalization, pixels: Node) -> Node:
    parts = (layer.gamma, layer.beta, layer.moving_mean, layer.moving_variance)
    gamma, beta, mean, variance = (operations.constant(keras.ops.convert_to_numpy(part)) for part in parts)
    return operations.batch_norm_inference(pixels, gamma, beta, mean, variance, layer.epsilon)


def _activation(layer: keras.layers.Activation, values: Node) -> Node:
    return _activated(layer, values)


def _activated(layer: keras.Layer, values: Node) -> Node:
    name = layer.activation.__name__
    if name not in _FUNCTIONS:
        raise ValueError(f"The layer {layer.name} computes {name}, which has no translation to OpenVINO.")
    return _FUNCTIONS[name](values)


def _relu(layer: keras.layers.ReLU, values: Node) -> Node:
    if layer.negative_slope or layer.threshold:
        raise ValueError(f"The layer {layer.name} is not a plain ReLU.")
    return operations.relu(values) if layer.max_value is None else operations.clamp(values, 0.0, layer.max_value)


def _unchanged(_layer: keras.Layer, values: Node) -> Node:
    return values


def _product(_layer: keras.Layer, one: Node, other: Node) -> Node:
    return operations.multiply(one, other)


def _reshape(layer: keras.layers.Reshape, values: Node) -> Node:
    """Give pooled channels their pixel back: (n, c) -> (n, c, 1, 1), the one reshape that the backbones have."""
    if tuple(layer.target_shape[:2]) != (1, 1):
        raise ValueError(f"The layer {layer.name} reshapes to {layer.target_shape}, which is not known here.")
    return operations.reshape(values, _numbers((0, layer.target_shape[2], 1, 1)), True)


def _addition(_layer: keras.Layer, *summands: Node) -> Node:
    total = summands[0]
    for summand in summands[1:]:
        total = operations.add(total, summand)
    return total


def _zero_padding(layer: keras.layers.ZeroPadding2D, pixels: Node) -> Node:
    (top, bottom), (left, right) = layer.padding
    zero = operations.constant(np.float32(0.0))
    return operations.pad(pixels, _numbers((0, 0, top, left)), _numbers((0, 0, bottom, right)), "constant", zero)


def _largest_of_window(layer: keras.layers.MaxPooling2D, pixels: Node) -> Node:
    nothing, strides, window = [0, 0], list(layer.strides), list(layer.pool_size)
    pooled = operations.max_pool(pixels, strides, [1, 1], nothing, nothing, window, "floor", _padding(layer))
    return pooled.output(0)  # the second output says where the largest values were


def _mean_of_pixels(layer: keras.layers.GlobalAveragePooling2D, pixels: Node) -> Node:
    return operations.reduce_mean(pixels, _numbers((2, 3)), keep_dims=bool(layer.keepdims))


def _padding(layer: keras.Layer) -> str:
    return {"same": "same_upper", "valid": "valid"}[layer.padding]


def _for_each_channel(values: Any) -> Node:
    return operations.constant(keras.ops.convert_to_numpy(values).reshape(1, -1, 1, 1))


def _numbers(values: tuple[int, ...]) -> Node:
    return operations.constant(np.asarray(values, dtype=np.int64))


_FUNCTIONS: dict[str, Callable[[Node], Node]] = {
    "linear": lambda values: values,
    "relu": operations.relu,
    "sigmoid": operations.sigmoid,
    "silu": operations.swish,
    "hard_silu": operations.hswish,
    "hard_sigmoid": operations.hsigmoid,
    "gelu": lambda values: operations.gelu(values, "erf"),
}

_TRANSLATIONS: dict[str, Callable[..., Node]] = {
    "Conv2D": _convolution,
    "DepthwiseConv2D": _depthwise_convolution,
    "Dense": _dense,
    "BatchNormalization": _batch_normalization,
    "LayerNormalization": _layer_normalization,
    "Activation": _activation,
    "ReLU": _relu,
    "Dropout": _unchanged,
    "Add": _addition,
    "Multiply": _product,
    "Reshape": _reshape,
    "ZeroPadding2D": _zero_padding,
    "MaxPooling2D": _largest_of_window,
    "GlobalAveragePooling2D": _mean_of_pixels,
}
