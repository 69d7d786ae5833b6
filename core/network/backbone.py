"""ResNet50 as Frostline uses it: one flat Keras graph from raw RGB pixels to pooled features.

Built here and described here (`NetworkDescription`); weights are loaded in `weights_file`, layers frozen and the
graph cut in `frost_line`, the head attached in `head`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import keras
import numpy as np

from core.network.description import INPUT, POOLING, LayerDescription, NetworkDescription

BACKBONE_NAME = "ResNet50"
IMAGE_LAYER, PREPROCESSING_LAYER, FEATURES_LAYER = "image", "preprocessing", "avg_pool"
STEM_OUTPUT = "pool1_pool"

#: Means of the ImageNet training pictures as `keras.applications.resnet` subtracts them: blue, green, red.
_IMAGENET_MEANS_BGR = (103.939, 116.779, 123.68)


def build_backbone(image_size: int, seed: int = 0, *, policy: str = "float32") -> keras.Model:
    """Build ResNet50 without its top, with random weights drawn from `seed`.

    policy: Keras' dtype policy of its layers; with a mixed one they compute in 16 bits, on weights of 32.

    The model takes raw RGB, float32 (n, image_size, image_size, 3), 0 to 255, and gives pooled features, float32
    (n, 2048). The graph is flat, so that it can be cut anywhere (a nested backbone can't). Preprocessing is a frozen
    1x1 convolution: the one form that every export format keeps (see `_rgb_to_centred_bgr`).
    """
    keras.utils.set_random_seed(seed)
    image = keras.Input((image_size, image_size, 3), name=IMAGE_LAYER)
    preprocessing = keras.layers.Conv2D(
        3,
        1,
        name=PREPROCESSING_LAYER,
        trainable=False,
        kernel_initializer="zeros",
        bias_initializer="zeros",
        # 16 bits would round the colours themselves.
        dtype="float32",
    )
    pixels = preprocessing(image)
    preprocessing.set_weights(_rgb_to_centred_bgr())
    with _layers_made_with(policy):
        body = keras.applications.ResNet50(include_top=False, weights=None, input_tensor=pixels, pooling="avg")
    # Keras takes the image from a list of inputs here; PyTorch's trainer gives it bare and would be warned each time.
    return keras.Model(image, body.output, name=body.name)


@contextmanager
def _layers_made_with(policy: str) -> Iterator[None]:
    """Set Keras' policy for new layers, the only way to tell it to `keras.applications`, and put it back."""
    before = keras.config.dtype_policy()
    keras.config.set_dtype_policy(policy)
    try:
        yield
    finally:
        keras.config.set_dtype_policy(before)


def _rgb_to_centred_bgr() -> list[np.ndarray]:
    """Return kernel (1, 1, 3, 3) and bias (3,) of the "caffe" preprocessing that ResNet50's weights expect."""
    kernel = np.zeros((1, 1, 3, 3), dtype=np.float32)
    for red_green_blue in range(3):
        kernel[0, 0, red_green_blue, 2 - red_green_blue] = 1.0
    return [kernel, -np.asarray(_IMAGENET_MEANS_BGR, dtype=np.float32)]


def describe_network(image_size: int = 224) -> NetworkDescription:
    """Describe the layers of ResNet50 at this image size, from the model itself."""
    return describe_backbone(build_backbone(image_size))


def describe_backbone(model: keras.Model) -> NetworkDescription:
    """Describe the backbone of `model`: its layers from the image up to and including the pooled features."""
    layers = []
    for layer in _layers_in_order(model):
        layers.append(_describe_layer(layer))
        if layer.name == FEATURES_LAYER:
            break
    return NetworkDescription(
        layers=tuple(layers), cut_points=_cut_points(layers), image_size=int(model.input_shape[1])
    )


def _layers_in_order(model: keras.Model) -> list[keras.Layer]:
    return [operation for operation in model.operations if isinstance(operation, keras.Layer)]


def _describe_layer(layer: keras.Layer) -> LayerDescription:
    stage, block = _stage_and_block(layer.name)
    learnable = 0 if stage == INPUT else sum(_size(w) for w in layer.weights) - _moving_statistics(layer)
    return LayerDescription(
        name=layer.name,
        kind=type(layer).__name__,
        stage=stage,
        block=block,
        inputs=_input_names(layer),
        output_shape=tuple(int(size) for size in layer.output.shape[1:]),
        parameters=sum(_size(weight) for weight in layer.weights),
        trainable_parameters=learnable,
        multiply_adds=_multiply_adds(layer),
        details=_details(layer),
    )


def _stage_and_block(name: str) -> tuple[str, str]:
    if name in (IMAGE_LAYER, PREPROCESSING_LAYER):
        return INPUT, ""
    if name == FEATURES_LAYER:
        return POOLING, ""
    first, _, rest = name.partition("_")
    block = rest.partition("_")[0]
    if block.startswith("block"):
        return first, f"{first}_{block}"
    return "conv1", ""


def _size(weight: Any) -> int:
    return math.prod(weight.shape)


def _moving_statistics(layer: keras.Layer) -> int:
    if not isinstance(layer, keras.layers.BatchNormalization):
        return 0
    return _size(layer.moving_mean) + _size(layer.moving_variance)


def _input_names(layer: keras.Layer) -> tuple[str, ...]:
    if isinstance(layer, keras.layers.InputLayer):
        return ()
    tensors = layer.input if isinstance(layer.input, list) else [layer.input]
    return tuple(tensor._keras_history.operation.name for tensor in tensors)


def _multiply_adds(layer: keras.Layer) -> int:
    if not isinstance(layer, keras.layers.Conv2D):
        return 0
    _, height, width, _ = layer.output.shape
    return int(height * width * math.prod(layer.kernel.shape))


def _details(layer: keras.Layer) -> tuple[tuple[str, str], ...]:
    config = layer.get_config()
    found = []
    if isinstance(layer, keras.layers.Conv2D):
        found = [("filters", str(config["filters"])), ("kernel", _by(config["kernel_size"]))]
    if "pool_size" in config:
        found = [("window", _by(config["pool_size"]))]
    if "strides" in config:
        found.append(("strides", _by(config["strides"])))
    if isinstance(layer, keras.layers.BatchNormalization):
        found = [("momentum", f"{config['momentum']:g}"), ("epsilon", f"{config['epsilon']:g}")]
    if isinstance(layer, keras.layers.Activation):
        found = [("function", str(config["activation"]))]
    return tuple(found)


def _by(sizes: Any) -> str:
    return " x ".join(str(size) for size in sizes)


def _cut_points(layers: list[LayerDescription]) -> tuple[str, ...]:
    """Return the single-tensor points at which a stage or block ends: where the frost line may lie.

    A layer is such a point when every path from the image to the features goes through it (a dominator of the
    output); of these only ends of blocks are offered, since a line inside a block would mean nothing to a person.
    """
    dominators: dict[str, frozenset[str]] = {}
    for layer in layers:
        above = [dominators[name] for name in layer.inputs]
        dominators[layer.name] = frozenset({layer.name}).union(frozenset.intersection(*above) if above else ())
    on_every_path = dominators[layers[-1].name]
    return tuple(layer.name for layer in layers if layer.name in on_every_path and _ends_a_block(layer.name))


def _ends_a_block(name: str) -> bool:
    return name in (IMAGE_LAYER, STEM_OUTPUT, FEATURES_LAYER) or name.endswith("_out")
