"""A backbone as Frostline uses it: one flat Keras graph from raw RGB pixels to pooled features.

Built here and described here (`NetworkDescription`); which networks there are is in `backbones`, weights are loaded in
`weights_file`, layers frozen and the graph cut in `frost_line`, the head attached in `head`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import keras

from core.network.backbones import BACKBONES, DEFAULT, Backbone, backbone_called
from core.network.block_names import Place, places_of
from core.network.description import (
    FEATURES_LAYER,
    IMAGE_LAYER,
    INPUT,
    PREPROCESSING_LAYER,
    LayerDescription,
    NetworkDescription,
)
from core.network.flat_graph import flat_graph
from core.network.preprocessing import preprocessing_weights

#: How a classifier of ours is called; that of a backbone other than the first one has the backbone's name behind it.
CLASSIFIER_NAME = "frostline"


def build_backbone(
    image_size: int, seed: int = 0, *, policy: str = "float32", backbone: str = DEFAULT.name
) -> keras.Model:
    """Build a backbone without its top, with random weights drawn from `seed`.

    backbone: its name in the registry. policy: Keras' dtype policy of its layers; with a mixed one they compute in 16
    bits, on weights of 32.

    The model takes raw RGB, float32 (n, image_size, image_size, 3), 0 to 255, and gives pooled features, float32
    (n, channels). The graph is flat, so that it can be cut anywhere (a nested backbone can't). Preprocessing is a
    frozen 1x1 convolution: the one form that every export format keeps (see `preprocessing`).

    Raises:
        UnusableInput: there is no such backbone.

    """
    chosen = backbone_called(backbone)
    keras.utils.set_random_seed(seed)
    pixels = _preprocessed_image(chosen, image_size)
    with _layers_made_with(policy):
        return _from_the_image(flat_graph(_application(chosen, pixels), pixels, FEATURES_LAYER))


def backbone_with_weights(chosen: Backbone, image_size: int, file: str) -> keras.Model:
    """Return a backbone with the weights of a file of keras.applications, which Keras reads into its own network."""
    pixels = _preprocessed_image(chosen, image_size)
    network = _application(chosen, pixels)
    keras.Model(pixels, network.output).load_weights(file)
    return _from_the_image(flat_graph(network, pixels, FEATURES_LAYER))


def _from_the_image(network: keras.Model) -> keras.Model:
    """Return the same graph, which takes the bare image.

    Keras takes it from a list of inputs here; PyTorch's trainer gives it bare and would be warned each time.
    """
    return keras.Model(network.inputs[0], network.output, name=network.name)


def _application(chosen: Backbone, pixels: Any) -> keras.Model:
    """Return the network as keras.applications builds it on the preprocessed `pixels`, with pooled features."""
    options = {"include_preprocessing": False} if chosen.includes_preprocessing else {}
    build = getattr(keras.applications, chosen.name)
    network: keras.Model = build(include_top=False, weights=None, input_tensor=pixels, pooling="avg", **options)
    return network


def backbone_of(model: keras.Model) -> Backbone:
    """Return which backbone `model` is, or (a classifier of ours) was built on; the first one where it doesn't say."""
    name = model.name.removeprefix(f"{CLASSIFIER_NAME}_")
    return next((one for one in BACKBONES if name in (one.name, one.keras_name)), DEFAULT)


def _preprocessed_image(chosen: Backbone, image_size: int) -> Any:
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
    preprocessing.set_weights(preprocessing_weights(chosen.preprocessing))
    return pixels


@contextmanager
def _layers_made_with(policy: str) -> Iterator[None]:
    """Set Keras' policy for new layers, the only way to tell it to `keras.applications`, and put it back."""
    before = keras.config.dtype_policy()
    keras.config.set_dtype_policy(policy)
    try:
        yield
    finally:
        keras.config.set_dtype_policy(before)


@lru_cache(maxsize=64)
def describe_network(image_size: int = 224, backbone: str = DEFAULT.name) -> NetworkDescription:
    """Describe the layers of a backbone at this image size, from the model itself.

    What was described once is remembered: building a network takes a second, and nothing of the answer can change.
    """
    return describe_backbone(build_backbone(image_size, backbone=backbone))


def describe_backbone(model: keras.Model) -> NetworkDescription:
    """Describe the backbone of `model`: its layers from the image up to and including the pooled features."""
    chosen = backbone_of(model)
    own = _layers_of_backbone(model)
    inputs = {layer.name: _input_names(layer) for layer in own}
    dominators = _on_every_path(inputs)
    places = places_of(chosen, {layer.name: _height(layer) for layer in own})
    return NetworkDescription(
        layers=tuple(_describe_layer(layer, places[layer.name], inputs[layer.name]) for layer in own),
        cut_points=_cut_points(dominators, places),
        image_size=int(model.input_shape[1]),
        backbone=chosen.name,
    )


def _layers_of_backbone(model: keras.Model) -> list[keras.Layer]:
    found = []
    for layer in _layers_in_order(model):
        found.append(layer)
        if layer.name == FEATURES_LAYER:
            break
    return found


def _height(layer: keras.Layer) -> int:
    """Return how many rows of pixels a layer's output has; 1 where it has none."""
    return int(layer.output.shape[1]) if len(layer.output.shape) == 4 else 1


def _layers_in_order(model: keras.Model) -> list[keras.Layer]:
    return [operation for operation in model.operations if isinstance(operation, keras.Layer)]


def _describe_layer(layer: keras.Layer, place: Place, inputs: tuple[str, ...]) -> LayerDescription:
    learnable = 0 if place.stage == INPUT else sum(_size(w) for w in layer.weights) - _moving_statistics(layer)
    return LayerDescription(
        name=layer.name,
        kind=type(layer).__name__,
        stage=place.stage,
        block=place.block,
        inputs=inputs,
        output_shape=tuple(int(size) for size in layer.output.shape[1:]),
        parameters=sum(_size(weight) for weight in layer.weights),
        trainable_parameters=learnable,
        multiply_adds=_multiply_adds(layer),
        details=_details(layer),
    )


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
    if isinstance(layer, keras.layers.Dense):
        return int(math.prod(layer.output.shape[1:-1])) * _size(layer.kernel)
    if not isinstance(layer, (keras.layers.Conv2D, keras.layers.DepthwiseConv2D)):
        return 0
    _, height, width, _ = layer.output.shape
    return int(height) * int(width) * _size(layer.kernel)


def _details(layer: keras.Layer) -> tuple[tuple[str, str], ...]:
    config = layer.get_config()
    found = []
    if isinstance(layer, keras.layers.Conv2D):
        found = [("filters", str(config["filters"])), ("kernel", _by(config["kernel_size"]))]
    if isinstance(layer, keras.layers.DepthwiseConv2D):
        found = [("kernel", _by(config["kernel_size"]))]
    if isinstance(layer, keras.layers.Dense):
        found = [("units", str(config["units"]))]
    if isinstance(layer, keras.layers.LayerNormalization):
        found = [("epsilon", f"{config['epsilon']:g}")]
    if isinstance(layer, keras.layers.Dropout):
        found = [("rate", f"{config['rate']:g}")]
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


def _on_every_path(inputs: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the layers through which every path from the image to the features goes, in the order of the graph.

    These dominate the output: dom(layer) = {layer} and what dominates all of its inputs.
    """
    dominators: dict[str, frozenset[str]] = {}
    for name, above in inputs.items():
        shared = frozenset.intersection(*(dominators[one] for one in above)) if above else frozenset()
        dominators[name] = shared | {name}
    last = dominators[next(reversed(inputs))]
    return tuple(name for name in inputs if name in last)


def _cut_points(dominators: tuple[str, ...], places: dict[str, Place]) -> tuple[str, ...]:
    """Return where the frost line may lie: at the image, and at the last of `dominators` in each stage or block.

    Only there, since a line inside a block would mean nothing to a person.
    """
    ends = [
        name
        for name, following in zip(dominators, (*dominators[1:], ""), strict=True)
        if (not following or places[name] != places[following]) and places[name].stage != INPUT
    ]
    return (IMAGE_LAYER, *ends)
