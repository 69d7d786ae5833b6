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
from core.network.backbone import BACKBONE_NAME, PREPROCESSING_LAYER
from core.network.saved_layers import SavedLayer, open_saved_layers
from core.network.weights_container import HINT, damaged

#: Layers of residual networks under Keras' names; one that the backbone has not gives a deeper network away.
_RESIDUAL_LAYER = re.compile(r"conv\d+_block\d+_.+")
#: Groups of layers that a file has only by class and number, as older versions of Keras wrote them.
_NUMBERED_PLACE = re.compile(r"(.*?)(conv2d|batch_normalization)(?:_(\d+))?")


def load_weights(choice_file: Path, backbone: keras.Model) -> None:
    """Set the weights of the backbone's layers to those in `choice_file`, bit by bit where it holds float32.

    choice_file: .h5, .weights.h5 or .keras of a ResNet50, with or without its top, a head, or other layers around
    it; those are left aside, as is the backbone's own preprocessing. Nothing of the file is instantiated.

    Raises:
        UnusableInput: the file can't be read or doesn't fit; the backbone is untouched.

    """
    layers = [layer for layer in backbone.layers if layer.weights and layer.name != PREPROCESSING_LAYER]
    with open_saved_layers(choice_file) as saved:
        matched = _match(layers, saved, choice_file)
        values = [
            (weight, _read(array, weight, f"{layer.name}/{weight.name}", choice_file))
            for layer, found in zip(layers, matched, strict=True)
            for weight, array in zip(layer.weights, _arrays(layer, found, choice_file), strict=True)
        ]
    for weight, value in values:
        weight.assign(value)


def load_imagenet_weights(cached_file: Path, backbone: keras.Model) -> None:
    """Set the weights of the backbone's layers to those of the ImageNet file, as keras.applications itself loads it.

    cached_file: the file whose hash was verified; so it is Keras' to read, in the order of ResNet50's layers.
    """
    resnet = keras.Model(backbone.get_layer(PREPROCESSING_LAYER).output, backbone.output)
    resnet.load_weights(cached_file)


def _match(layers: list[keras.Layer], saved: tuple[SavedLayer, ...], file: Path) -> list[SavedLayer]:
    """Return what `file` holds for each of `layers`."""
    named = {layer.name: layer for layer in saved if layer.name}
    if not any(layer.name in named for layer in layers):
        in_order = _match_by_order(layers, saved)
        if in_order is not None:
            return in_order
    wanted = {layer.name for layer in layers}
    _refuse_other_network(named, wanted, file)
    missing = [layer.name for layer in layers if layer.name not in named]
    if missing:
        others = f" (and {len(missing) - 1} others)" if len(missing) > 1 else ""
        raise _unfit(file, f"it has no layer {missing[0]}{others}")
    count = Counter(layer.name for layer in saved)
    for name in wanted:
        if count[name] > 1:
            raise _unfit(file, f"it has {count[name]} layers called {name}")
    return [named[layer.name] for layer in layers]


def _refuse_other_network(named: Iterable[str], wanted: set[str], file: Path) -> None:
    foreign = sorted(name for name in named if _RESIDUAL_LAYER.fullmatch(name) and name not in wanted)
    if foreign:
        raise _unfit(file, f"it has a layer {foreign[0]}, so it is another residual network, such as ResNet101")


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
    kinds = [_kind(layer) for layer in layers]
    needed = Counter(kinds)
    for parent in {parent for parent, _ in ordered}:
        if all(len(ordered.get((parent, kind), ())) >= count for kind, count in needed.items()):
            following = {kind: iter(ordered[parent, kind]) for kind in needed}
            return [next(following[kind]) for kind in kinds]
    return None


def _kind(layer: keras.Layer) -> str:
    return "batch_normalization" if isinstance(layer, keras.layers.BatchNormalization) else "conv2d"


def _arrays(layer: keras.Layer, found: SavedLayer, file: Path) -> list[Any]:
    """Return the arrays of a saved layer in the order of `layer.weights`."""
    names = [weight.name for weight in layer.weights]
    if len(found.arrays) != len(names):
        raise _unfit(file, f"its layer {layer.name} has {len(found.arrays)} weights, expected {len(names)}")
    if all(name in found.arrays for name in names):
        return [found.arrays[name] for name in names]
    return list(found.arrays.values())


def _read(array: Any, weight: Any, name: str, file: Path) -> np.ndarray:
    """Return the values of one array, float32, once its shape and type are known to be right."""
    expected = tuple(weight.shape)
    if array.shape != expected:
        raise _unfit(file, f"{name} has the shape {array.shape}, expected {expected}")
    if array.dtype.kind != "f":
        raise _unfit(file, f"{name} has the type {array.dtype}, expected floating-point numbers")
    try:
        with np.errstate(over="ignore"):
            values = np.asarray(array[()], dtype=np.float32)
    except Exception as error:  # h5py raises almost anything on a damaged file
        raise damaged(file) from error
    if not np.isfinite(values).all():
        raise UnusableInput(
            f"{file} can't be used: {name} holds values that are not numbers (NaN or infinite).", hint=HINT
        )
    return values


def _unfit(file: Path, why: str) -> UnusableInput:
    return UnusableInput(f"{file} doesn't fit {BACKBONE_NAME}: {why}.", hint=HINT)
