"""The network, from the image to the frost line, as a graph of OpenVINO's: built layer by layer from the Keras model.

OpenVINO's own converter is not used: it knows not every backend, and traces for seconds. ResNet50 has seven kinds of
layers, so writing them down is short, and the same graph comes out on every backend. Who runs it is `engine_openvino`.
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
    kernel = np.ascontiguousarray(np.transpose(keras.ops.convert_to_numpy(layer.kernel), (3, 2, 0, 1)))
    strides, dilation = list(layer.strides), list(layer.dilation_rate)
    convolved = operations.convolution(
        pixels, operations.constant(kernel), strides, [0, 0], [0, 0], dilation, _padding(layer)
    )
    return operations.add(convolved, _for_each_channel(layer.bias)) if layer.use_bias else convolved


def _batch_normalization(layer: keras.layers.BatchNormalization, pixels: Node) -> Node:
    parts = (layer.gamma, layer.beta, layer.moving_mean, layer.moving_variance)
    gamma, beta, mean, variance = (operations.constant(keras.ops.convert_to_numpy(part)) for part in parts)
    return operations.batch_norm_inference(pixels, gamma, beta, mean, variance, layer.epsilon)


def _activation(layer: keras.layers.Activation, values: Node) -> Node:
    if layer.activation is not keras.activations.relu:
        raise ValueError(f"The layer {layer.name} is not a ReLU.")
    return operations.relu(values)


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


def _mean_of_pixels(_layer: keras.Layer, pixels: Node) -> Node:
    return operations.reduce_mean(pixels, _numbers((2, 3)), keep_dims=False)


def _padding(layer: keras.Layer) -> str:
    return {"same": "same_upper", "valid": "valid"}[layer.padding]


def _for_each_channel(values: Any) -> Node:
    return operations.constant(keras.ops.convert_to_numpy(values).reshape(1, -1, 1, 1))


def _numbers(values: tuple[int, ...]) -> Node:
    return operations.constant(np.asarray(values, dtype=np.int64))


_TRANSLATIONS: dict[str, Callable[..., Node]] = {
    "Conv2D": _convolution,
    "BatchNormalization": _batch_normalization,
    "Activation": _activation,
    "Add": _addition,
    "ZeroPadding2D": _zero_padding,
    "MaxPooling2D": _largest_of_window,
    "GlobalAveragePooling2D": _mean_of_pixels,
}
