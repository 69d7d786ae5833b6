"""The network as a tree: stage, block, layer, and the new head at the end. Plain objects over a `NetworkDescription`.

What a node says of itself that never changes is worked out here once; what depends on the freeze plan is asked of
`gui.layers.node_state`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from core.network.description import HEAD, INPUT, POOLING, LayerDescription, NetworkDescription
from gui.language.translate import tr


@dataclass(frozen=True, eq=False)
class TreeNode:
    """A row of the tree.

    name: Keras' own name of the layer, or that of the stage or block. layers: the layers of the network in it.
    row: its place under its parent.
    """

    name: str
    kind: str
    output_shape: str
    layers: tuple[LayerDescription, ...]
    row: int
    parent: TreeNode | None = None
    children: list[TreeNode] = field(default_factory=list)

    @property
    def parameters(self) -> int:
        """The number of weights in it."""
        return sum(layer.parameters for layer in self.layers)

    @property
    def can_be_thawed(self) -> bool:
        """Whether there is anything in it that could learn."""
        return any(layer.can_be_thawed for layer in self.layers)

    @property
    def is_head(self) -> bool:
        """Whether this is the new head, which always learns and is not part of the network's description."""
        return self.name == HEAD

    @property
    def thawable_names(self) -> frozenset[str]:
        """The names of the layers in it that could learn."""
        return frozenset(layer.name for layer in self.layers if layer.can_be_thawed)


def build_tree(network: NetworkDescription) -> tuple[TreeNode, ...]:
    """Return the top rows, shallowest first: the input, the stages, the pooling, and the head."""
    stages = tuple(dict.fromkeys(layer.stage for layer in network.layers))
    top = [_stage_node(stage, network, row) for row, stage in enumerate(stages)]
    top.append(TreeNode(name=HEAD, kind=tr("New classes"), output_shape="", layers=(), row=len(top)))
    return tuple(top)


def shape_in_words(shape: tuple[int, ...]) -> str:
    """Return the shape of one image's output: '56 × 56 × 256'."""
    return " × ".join(str(size) for size in shape)


def _stage_node(stage: str, network: NetworkDescription, row: int) -> TreeNode:
    layers = tuple(layer for layer in network.layers if layer.stage == stage)
    blocks = tuple(dict.fromkeys(layer.block for layer in layers if layer.block))
    node = TreeNode(
        name=stage,
        kind=_kind_of_stage(stage, len(blocks)),
        output_shape=shape_in_words(layers[-1].output_shape),
        layers=layers,
        row=row,
    )
    seen: set[str] = set()
    for layer in layers:
        if not layer.block:
            node.children.append(_layer_node(layer, node, len(node.children)))
        elif layer.block not in seen:
            seen.add(layer.block)
            node.children.append(_block_node(layer.block, layers, node, len(node.children)))
    return node


def _block_node(block: str, of_stage: tuple[LayerDescription, ...], parent: TreeNode, row: int) -> TreeNode:
    layers = tuple(layer for layer in of_stage if layer.block == block)
    shape = shape_in_words(layers[-1].output_shape)
    node = TreeNode(name=block, kind=tr("Residual block"), output_shape=shape, layers=layers, row=row, parent=parent)
    node.children.extend(_layer_node(layer, node, place) for place, layer in enumerate(layers))
    return node


def _layer_node(layer: LayerDescription, parent: TreeNode, row: int) -> TreeNode:
    shape = shape_in_words(layer.output_shape)
    return TreeNode(name=layer.name, kind=layer.kind, output_shape=shape, layers=(layer,), row=row, parent=parent)


def _kind_of_stage(stage: str, blocks: int) -> str:
    if stage == INPUT:
        return tr("Image")
    if stage == POOLING:
        return tr("Average")
    if blocks:
        return tr("1 residual block") if blocks == 1 else tr("{blocks} residual blocks", blocks=blocks)
    return tr("Last layers") if stage == "top" else tr("Stem")
