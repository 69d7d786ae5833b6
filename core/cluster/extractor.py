"""The network up to the cut, and how it gets to nodes that have neither its weights nor a way to get them.

Whoever starts an extraction builds it, with whatever weights, and writes them into the store; a node builds the same
graph and reads them from there. That both compute the same is proven by the recipe, which holds a digest of them.
"""

from __future__ import annotations

import io
import zipfile

import keras
import numpy as np

from core.cluster.place import Place
from core.cluster.store_files import WEIGHTS_FILE, what_differs
from core.errors import FrostlineError, UnusableInput
from core.features.recipe import FeatureRecipe
from core.features.recipe_here import recipe_here
from core.job_control import JobControl
from core.network.backbone import build_backbone, describe_backbone
from core.network.backbone_with_weights import backbone_with_weights
from core.network.description import IMAGE_LAYER
from core.network.frost_line import layer_digests


def build_extractor(
    backbone_name: str, weights: str, image_size: int, seed: int, cut_layer: str, control: JobControl
) -> tuple[keras.Model, keras.Model]:
    """Return a backbone with its weights, as a training with these settings has it, and its part up to the cut.

    Raises:
        UnusableInput: it can't be cut there, or the weights file does not fit.
        WeightsUnavailable: the ImageNet weights can't be had.

    """
    backbone = backbone_with_weights(backbone_name, weights, image_size, seed, control)
    extractor = _cut(backbone, cut_layer)
    control.progress("build", 1, 1)
    return backbone, extractor


def recipe_of(backbone: keras.Model, extractor: keras.Model, cut_layer: str, engine: str, dtype: str) -> FeatureRecipe:
    """Return the recipe of what `extractor` computes here, the one that a training would ask the store for.

    Raises:
        UnusableInput: the engine is not installed, or this machine can't run it.

    """
    network = describe_backbone(backbone)
    digests = layer_digests(backbone, frozenset(layer.name for layer in network.layers))
    return recipe_here(network, cut_layer, digests, extractor, engine=engine, dtype=dtype)


def write_weights(extractor: keras.Model, store: Place) -> None:
    """Write the extractor's weights into the store, for the nodes. Raises OSError."""
    content = io.BytesIO()
    np.savez(content, *extractor.get_weights())
    (store / WEIGHTS_FILE).write(content.getvalue())


def read_extractor(recipe: FeatureRecipe, engine: str, store: Place) -> keras.Model:
    """Return the extractor of a recipe, with the weights that lie in the store.

    Raises:
        FrostlineError: what it would compute here is not what the recipe says.
        OSError: the weights can't be read.

    """
    backbone = build_backbone(recipe.image_size, backbone=recipe.backbone)
    extractor = _cut(backbone, recipe.cut_layer)
    try:
        with np.load(io.BytesIO((store / WEIGHTS_FILE).read()), allow_pickle=False) as arrays:
            extractor.set_weights([arrays[f"arr_{number}"] for number in range(len(arrays.files))])
    except (ValueError, KeyError, zipfile.BadZipFile) as error:
        raise _other_numbers("the weights in the store are not whole") from error
    here = recipe_of(backbone, extractor, recipe.cut_layer, engine, recipe.dtype)
    if here != recipe:
        raise _other_numbers(what_differs(here, recipe))
    return extractor


def _cut(backbone: keras.Model, cut_layer: str) -> keras.Model:
    network = describe_backbone(backbone)
    if cut_layer not in network.cut_points or cut_layer == IMAGE_LAYER:
        places = ", ".join(network.cut_points[-1:0:-1])
        raise UnusableInput(
            f"{network.backbone} can't be cut at '{cut_layer[:80]}'.", hint=f"Cut it at one of: {places}."
        )
    return keras.Model(backbone.input, backbone.get_layer(cut_layer).output)


def _other_numbers(why: str) -> FrostlineError:
    return FrostlineError(
        f"A node would compute other features than asked for: {why}.",
        hint="Install the same versions of Frostline, Keras and its backend on all nodes.",
        kind="node_unfit",
    )
