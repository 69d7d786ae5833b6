"""What the layer map shows, from top to bottom of the network: rows, each a residual block or a stage without blocks.

Plain objects over the tree of `gui.layers.tree_node`. What a skip connection does is read from the graph: it is the
shorter of the ways by which a tensor reaches the layer that merges them. Where things stand on the screen is worked
out in `layout` and `row_geometry`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from core.network.description import LayerDescription, NetworkDescription
from gui.layers.tree_node import TreeNode


class Skip(Enum):
    """What the skip connection of a block does with the block's input."""

    NONE = "none"
    IDENTITY = "identity"
    PROJECTION = "projection"


@dataclass(frozen=True, eq=False)
class MapLayer:
    """A layer inside a row; `on_skip` when it lies on the skip connection."""

    node: TreeNode
    on_skip: bool

    @property
    def layer(self) -> LayerDescription:
        """The description of the layer."""
        return self.node.layers[0]


@dataclass(frozen=True, eq=False)
class MapRow:
    """A row of the map.

    stage: the stage of a block; None where the row is a whole stage, or the head. layers: shallowest first, those on
    the skip connection before the others. cut: the cut point at the row's output, '' when there is none.
    """

    node: TreeNode
    stage: TreeNode | None
    skip: Skip
    layers: tuple[MapLayer, ...]
    cut: str

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of the row's output, without the batch; () for the head."""
        return self.node.layers[-1].output_shape if self.node.layers else ()

    @property
    def resolution(self) -> int:
        """The height of the row's output in pixels, 1 for a vector."""
        return self.shape[0] if len(self.shape) == 3 else 1

    @property
    def channels(self) -> int:
        """The number of channels of the row's output, 0 when it is not known."""
        return self.shape[-1] if self.shape else 0

    @property
    def merging_layer(self) -> MapLayer | None:
        """The layer at which the skip connection ends."""
        return next((one for one in self.layers if len(one.layer.inputs) > 1), None)


def build_rows(tree: tuple[TreeNode, ...], network: NetworkDescription) -> tuple[MapRow, ...]:
    """Return the rows of a network's tree, shallowest (the image) first, the head last."""
    rows: list[MapRow] = []
    for top in tree:
        has_blocks = any(child.children for child in top.children)
        for node in top.children if has_blocks else (top,):
            rows.append(_row(node, top if has_blocks else None, network))
    return tuple(rows)


def _row(node: TreeNode, stage: TreeNode | None, network: NetworkDescription) -> MapRow:
    skip, on_skip = _skip_connection(node.layers)
    leaves = tuple(node.children) or ((node,) if node.layers else ())
    layers = [MapLayer(node=leaf, on_skip=leaf.name in on_skip) for leaf in leaves]
    cuts = [layer.name for layer in node.layers if layer.name in network.cut_points]
    return MapRow(
        node=node,
        stage=stage,
        skip=skip,
        layers=tuple(sorted(layers, key=lambda one: not one.on_skip)),
        cut=cuts[-1] if cuts else "",
    )


def _skip_connection(layers: tuple[LayerDescription, ...]) -> tuple[Skip, frozenset[str]]:
    """Return what the skip connection among these layers does, and the names of the layers that lie on it."""
    merging = next((layer for layer in layers if len(layer.inputs) > 1), None)
    if merging is None:
        return Skip.NONE, frozenset()
    inside = {layer.name: layer for layer in layers}
    ways = sorted((_way_up_to(name, inside) for name in merging.inputs), key=len)
    on_skip = ways[0] - ways[-1]
    return (Skip.PROJECTION if on_skip else Skip.IDENTITY), on_skip


def _way_up_to(name: str, inside: dict[str, LayerDescription]) -> frozenset[str]:
    """Return the names of `name` and the layers that it is computed from, as far as they lie inside."""
    if name not in inside:
        return frozenset()
    return frozenset({name}).union(*(_way_up_to(below, inside) for below in inside[name].inputs))
