"""What is to be looked into for a selection, and why nothing is. Plain functions, no widgets."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from core.messages import InspectLayer
from core.network.backbones import DEFAULT
from core.network.description import HEAD
from gui.language.translate import tr
from gui.layers.inspector.subject import is_layer
from gui.layers.tree_node import TreeNode
from gui.shared_settings import SharedSettings

_DEFAULTS = SharedSettings()

#: How many channels are shown at most: four rows of four.
MOST_CHANNELS = 16

_OF_GROUPS = tr("Select a single layer to see its weights, and what it makes of a picture.")
_OF_NEW_HEAD = tr("The head is new: it gets its weights when a training starts. After it they can be seen here.")


def wish_for(
    node: TreeNode,
    *,
    run: Path | None,
    image_size: int,
    image: Path | bytes | None,
    settings: SharedSettings = _DEFAULTS,
    backbone: str = DEFAULT.name,
) -> InspectLayer | None:
    """Return what is to be looked into: a single layer, or the head of a run; None where there is nothing to see.

    run: whose model; None: `backbone` with the weights of `settings` at `image_size`. image: what is shown to it.
    """
    if node.is_head:
        return None if run is None else InspectLayer(layer=HEAD, run=run)
    if not is_layer(node):
        return None
    look = InspectLayer(layer=node.name, run=run, image_size=image_size, image=image, channels=MOST_CHANNELS)
    return look if run is not None else replace(look, backbone=backbone, weights=settings.weights, seed=settings.seed)


def why_no_look(node: TreeNode) -> str:
    """Return why there is nothing to see, and what to do, in a sentence or two."""
    return _OF_NEW_HEAD if node.is_head else _OF_GROUPS


def is_same_but_picture(one: InspectLayer, other: InspectLayer) -> bool:
    """Return whether two wishes are about the same weights."""
    return replace(one, image=None) == replace(other, image=None)
