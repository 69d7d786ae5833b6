"""What is inspected: the selected layer, block or stage, or a loose group of layers. Plain functions, no widgets."""

from __future__ import annotations

from collections.abc import Iterator

from core.network.description import NetworkDescription
from gui.language.translate import tr
from gui.layers.tree_node import TreeNode, build_tree
from gui.layers.tree_selection import names_in

#: The name of a group of layers that is no part of the network by itself.
LOOSE_KIND = tr("Selection")


class Subjects:
    """The parts of a network that can be inspected, by the names that stand for them."""

    def __init__(self, network: NetworkDescription) -> None:
        self.network = network
        self._nodes = tuple(_walk(build_tree(network)))
        self._by_name = {node.name: node for node in self._nodes}

    def named(self, name: str) -> TreeNode:
        """Return the layer, block or stage of this name; KeyError when there is none."""
        return self._by_name[name]

    def of_selection(self, names: frozenset[str]) -> TreeNode | None:
        """Return what a selection of layers is, None when it is empty (or of another network)."""
        known = names & frozenset().union(*(names_in(node) for node in self._nodes))
        alike = [node for node in self._nodes if names_in(node) == known]
        # Where a stage consists of one layer, it is the layer that is meant: the last one on the way down.
        return alike[-1] if alike else self._loose_group(known)

    def readers_of(self, name: str) -> tuple[str, ...]:
        """Return the names of the layers that take the output of a layer."""
        return tuple(layer.name for layer in self.network.layers if name in layer.inputs)

    def filters_to_see(self, node: TreeNode) -> int:
        """Return how many filters of a layer can be seen as colour pictures; 0 for all but the stem's convolution."""
        layer = node.layers[0]
        if layer.kind != "Conv2D" or ("kernel", "1 x 1") in layer.details:
            return 0
        reads_colours = all(self.named(name).layers[0].output_shape[-1] == 3 for name in layer.inputs)
        return layer.output_shape[-1] if reads_colours else 0

    def _loose_group(self, names: frozenset[str]) -> TreeNode | None:
        if not names:
            return None
        layers = tuple(layer for layer in self.network.layers if layer.name in names)
        more = tr(" and the head") if len(layers) < len(names) else ""
        count = tr("1 layer") if len(layers) == 1 else tr("{count} layers", count=len(layers))
        return TreeNode(name=f"{count}{more}", kind=LOOSE_KIND, output_shape="", layers=layers, row=0)


def is_layer(node: TreeNode) -> bool:
    """Return whether the node is a single layer of the network, into which one can look."""
    return len(node.layers) == 1 and node.name == node.layers[0].name


def _walk(nodes: tuple[TreeNode, ...] | list[TreeNode]) -> Iterator[TreeNode]:
    for node in nodes:
        yield node
        yield from _walk(node.children)
