"""Which stage and which block a layer belongs to: told by its name, or by the layers around it. No Keras.

A layer whose name tells no block stands before the first one (the stem), after the last one (the top), or between two
blocks, where it belongs to the stage that follows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from core.network.backbones import Backbone
from core.network.description import FEATURES_LAYER, IMAGE_LAYER, INPUT, POOLING, PREPROCESSING_LAYER


@dataclass(frozen=True)
class Place:
    """A stage and a block ('' outside of the blocks)."""

    stage: str
    block: str


def places_of(backbone: Backbone, heights: Mapping[str, int]) -> dict[str, Place]:
    """Return the place of each layer. heights: rows of pixels that leave each layer, in the order of the graph."""
    named = {name: place for name in heights if (place := _told_by_name(backbone, name)) is not None}
    named = _with_stages(named, heights)
    return {name: named.get(name) or _told_by_neighbours(backbone, name, list(heights), named) for name in heights}


def _told_by_name(backbone: Backbone, name: str) -> Place | None:
    for pattern, block in backbone.blocks:
        match = re.fullmatch(pattern, name)
        if match:
            return Place(match.groupdict().get("stage") or "", match.expand(block))
    return None


def _with_stages(named: dict[str, Place], heights: Mapping[str, int]) -> dict[str, Place]:
    """Give the blocks whose names tell no stage one by how often the picture was halved when it leaves them."""
    picture = next(iter(heights.values()))
    leaving = {place.block: heights[name] for name, place in named.items() if heights[name] > 1}
    return {
        name: place if place.stage else replace(place, stage=f"stage{_halvings(picture, leaving.get(place.block, 1))}")
        for name, place in named.items()
    }


def _halvings(before: int, after: int) -> int:
    count = 0
    while after < before:
        after, count = after * 2, count + 1
    return count


def _told_by_neighbours(backbone: Backbone, name: str, order: list[str], named: dict[str, Place]) -> Place:
    if name in (IMAGE_LAYER, PREPROCESSING_LAYER):
        return Place(INPUT, "")
    if name == FEATURES_LAYER:
        return Place(POOLING, "")
    position = order.index(name)
    following = next((named[one] for one in order[position:] if one in named), None)
    if following is None:
        return Place(backbone.top, "")
    before_all = not any(one in named for one in order[:position])
    return Place(backbone.stem if before_all else following.stage, "")
