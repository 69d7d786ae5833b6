"""The frost line at work: freeze the layers of a plan, and cut the classifier in two at the line.

Where the line lies is decided in `freeze_plan`, on the description; here the decision meets the model.
"""

from __future__ import annotations

from dataclasses import dataclass

import keras
import numpy as np
import xxhash

from core.network.description import FEATURES_LAYER, NetworkDescription
from core.network.freeze_plan import layers_up_to


@dataclass(frozen=True)
class CutModel:
    """The two halves of a classifier over the same layer objects: training `tail` changes the whole in place.

    extractor: raw RGB (n, s, s, 3) -> tensor at the line. tail: tensor at the line -> probabilities (n, classes).
    """

    extractor: keras.Model
    tail: keras.Model


def freeze_layers(model: keras.Model, network: NetworkDescription, trainable: frozenset[str]) -> None:
    """Let exactly the layers named in `trainable` learn; layers of the head keep their own flags.

    Flags are set layer by layer, since `model.trainable = True` would thaw BatchNorm and preprocessing as well, and
    a BatchNorm that stays frozen (`trainable` False) is what keeps its statistics: `training=False` in the graph
    does not (keras#20285). Models must be compiled anew afterwards.
    """
    for layer in network.layers:
        model.get_layer(layer.name).trainable = layer.name in trainable


def cut_model(model: keras.Model, cut_layer: str) -> CutModel:
    """Cut the flat classifier at the output of `cut_layer`."""
    line = model.get_layer(cut_layer).output
    return CutModel(extractor=keras.Model(model.input, line), tail=keras.Model(line, model.output))


def pooling_part(model: keras.Model, cut_layer: str) -> keras.Model | None:
    """Return the part of `model` from the line to the pooled features; None when the line lies there already."""
    if cut_layer == FEATURES_LAYER:
        return None
    return keras.Model(model.get_layer(cut_layer).output, model.get_layer(FEATURES_LAYER).output)


def layer_digests(model: keras.Model, names: frozenset[str]) -> dict[str, str]:
    """Return, for each of the named layers that has weights, a digest of all its weights."""
    return {layer.name: _weights_digest(layer) for layer in model.layers if layer.name in names and layer.weights}


def digest_below(digests: dict[str, str], network: NetworkDescription, cut_layer: str) -> str:
    """Return one digest for all weights at or below the line, which is what the stored features depend on."""
    below = layers_up_to(cut_layer, network)
    text = "\n".join(f"{name} {digests[name]}" for name in sorted(below) if name in digests)
    return xxhash.xxh3_128_hexdigest(text.encode("utf-8"))


def _weights_digest(layer: keras.Layer) -> str:
    digest = xxhash.xxh3_128()
    for weight in layer.get_weights():
        # Read as bytes in place, since a copy of each weight would take as long as the digest.
        digest.update(np.ascontiguousarray(weight).data)
    return digest.hexdigest()
