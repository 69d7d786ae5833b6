"""Put the weights of a file into the backbone: exactly, and all of them or none.

Layers are matched by name, and every array is checked before the first one is set. What a file holds is
`saved_layers`' concern, where it comes from that of `weights`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import keras
import numpy as np

from core.errors import UnusableInput
from core.network.backbone import backbone_of, backbone_with_weights
from core.network.class_words import word_of_class
from core.network.description import FEATURES_LAYER, PREPROCESSING_LAYER
from core.network.saved_layers import SavedLayer, open_saved_layers
from core.network.weights_container import HINT, damaged

#: Layers of residual networks under Keras' names; one that a residual backbone has not gives a deeper one away.
_RESIDUAL_LAYER = re.compile(r"conv\d+_block\d+_.+")
#: Groups of layers that a file has only by class and number, as older versions of Keras wrote them.
_NUMBERED_PLACE = re.compile(
    r"((?:.*/)?)(conv2d|depthwise_conv2d|dense|batch_normalization|layer_normalization)(?:_(\d+))?"
)


class _Unfit(Exception):
    """The file is one of another network; the text says why."""


def load_weights(choice_file: Path, backbone: keras.Model) -> None:
    """Set the weights of the backbone's layers to those in `choice_file`, bit by bit where it holds float32.

    choice_file: .h5, .weights.h5 or .keras of the same network, with or without its top, a head, or other layers around
    it; those are left aside, as is the backbone's own preprocessing. Nothing of the file is instantiated.

    Raises:
        UnusableInput: the file can't be read or doesn't fit; the backbone is untouched.

    """
    network = backbone_of(backbone).name
    layers = [layer for layer in backbone.layers if layer.weights and layer.name != PREPROCESSING_LAYER]
    try:
        with open_saved_layers(choice_file) as saved:
            matched = _match(layers, saved, network)
            values = [
                (weight, _read(array, weight, f"{layer.name}/{weight.name}", choice_file))
                for layer, found in zip(layers, matched, strict=True)
                for weight, array in zip(layer.weights, _arrays(layer, found), strict=True)
            ]
    except _Unfit as why:
        raise UnusableInput(f"{choice_file} doesn't fit {network}: {why}.", hint=HINT) from why
    for weight, value in values:
        weight.assign(value)


def load_imagenet_weights(cached_file: Path, backbone: keras.Model) -> None:
    """Set the weights of the backbone's layers to those of the ImageNet file, as keras.applications itself loads it.

    cached_file: the file whose hash was verified; so it is Keras' to read, in the order of its own network's layers.
    """
    chosen = backbone_of(backbone)
    if not chosen.includes_preprocessing:
        bare = keras.Model(backbone.get_layer(PREPROCESSING_LAYER).output, backbone.get_layer(FEATURES_LAYER).output)
        bare.load_weights(cached_file)
        return
    # Of these networks some are built anew (see `flat_graph`), and the file doesn't know their layers.
    read = backbone_with_weights(chosen, int(backbone.input_shape[1]), str(cached_file))
    for layer in read.layers:
        backbone.get_layer(layer.name).set_weights(layer.get_weights())


def _match(layers: list[keras.Layer], saved: tuple[SavedLayer, ...], network: str) -> list[SavedLayer]:
    """Return what the file holds for each of `layers`."""
    named = {layer.name: layer for layer in saved if layer.name}
    if not any(layer.name in named for layer in layers):
        in_order = _match_by_order(layers, saved)
        if in_order is not None:
            return in_order
    wanted = {layer.name for layer in layers}
    _refuse_other_network(named, wanted, network)
    named |= _unnamed_in_keras(layers, named)
    missing = [layer.name for layer in layers if layer.name not in named]
    if missing:
        others = f" (and {len(missing) - 1} others)" if len(missing) > 1 else ""
        raise _Unfit(f"it has no layer {missing[0]}{others}")
    count = Counter(layer.name for layer in saved)
    for name in wanted:
        if count[name] > 1:
            raise _Unfit(f"it has {count[name]} layers called {name}")
    return [named[layer.name] for layer in layers]


def _refuse_other_network(named: Iterable[str], wanted: set[str], network: str) -> None:
    is_residual = any(_RESIDUAL_LAYER.fullmatch(name) for name in wanted)
    foreign = sorted(name for name in named if _RESIDUAL_LAYER.fullmatch(name) and name not in wanted)
    if foreign and is_residual:
        example = ", such as ResNet101" if network == "ResNet50" else ""
        raise _Unfit(f"it has a layer {foreign[0]}, so it is another residual network{example}")


def _unnamed_in_keras(layers: list[keras.Layer], named: dict[str, SavedLayer]) -> dict[str, SavedLayer]:
    """Return what the file holds for a layer whose name Keras makes up: the only one of the file that is called so."""
    found = {}
    for layer in layers:
        candidates = [one for name, one in named.items() if re.fullmatch(r"layer_normalization(_\d+)?", name)]
        if layer.name not in named and isinstance(layer, keras.layers.LayerNormalization) and len(candidates) == 1:
            found[layer.name] = candidates[0]
    return found


def _match_by_order(layers: list[keras.Layer], saved: tuple[SavedLayer, ...]) -> list[SavedLayer] | None:
    """Match layers that have no names in the file: Keras numbered those of each class in the order of the model.

    None when no part of the file has enough of them. Further ones (a head's) come after those of the backbone.
    """
    numbered: dict[tuple[str, str], list[tuple[int, SavedLayer]]] = {}
    for layer in saved:
        place = _NUMBERED_PLACE.fullmatch(layer.place)
        if place and not layer.name:
            parent, kind, number = place.groups()
            numbered.setdefault((parent, kind), []).append((int(number or 0), layer))
    ordered = {key: [layer for _, layer in sorted(one, key=lambda pair: pair[0])] for key, one in numbered.items()}
    kinds = [word_of_class(type(layer).__name__) for layer in layers]
    needed = Counter(kinds)
    for parent in {parent for parent, _ in ordered}:
        if all(len(ordered.get((parent, kind), ())) >= count for kind, count in needed.items()):
            following = {kind: iter(ordered[parent, kind]) for kind in needed}
            return [next(following[kind]) for kind in kinds]
    return None


def _arrays(layer: keras.Layer, found: SavedLayer) -> list[Any]:
    """Return the arrays of a saved layer in the order of `layer.weights`."""
    names = [weight.name for weight in layer.weights]
    if len(found.arrays) != len(names):
        raise _Unfit(f"its layer {layer.name} has {len(found.arrays)} weights, expected {len(names)}")
    if all(name in found.arrays for name in names):
        return [found.arrays[name] for name in names]
    return list(found.arrays.values())


def _read(array: Any, weight: Any, name: str, file: Path) -> np.ndarray:
    """Return the values of one array, float32, once its shape and type are known to be right."""
    expected = tuple(weight.shape)
    # The scales of ConvNeXt are (channels,) in Keras' files and (1, 1, channels, 1) in our graph.
    if array.shape != expected and array.shape != tuple(size for size in expected if size > 1):
        raise _Unfit(f"{name} has the shape {array.shape}, expected {expected}")
    if array.dtype.kind != "f":
        raise _Unfit(f"{name} has the type {array.dtype}, expected floating-point numbers")
    try:
        with np.errstate(over="ignore"):
            values = np.asarray(array[()], dtype=np.float32)
    except Exception as error:  # h5py raises almost anything on a damaged file
        raise damaged(file) from error
    if not np.isfinite(values).all():
        raise UnusableInput(
            f"{file} can't be used: {name} holds values that are not numbers (NaN or infinite).", hint=HINT
        )
    return values.reshape(expected)
