"""Where the arrow keys lead on the layer map. Plain functions over the rows.

Up and down go along the network, among nodes of one kind; left and right go from stages to blocks to layers and back.
"""

from __future__ import annotations

from enum import Enum

from gui.layers.map.rows import MapRow
from gui.layers.tree_node import TreeNode


class Way(Enum):
    """The four arrow keys."""

    UP = "up"
    DOWN = "down"
    INWARDS = "inwards"
    OUTWARDS = "outwards"


def next_node(node: TreeNode | None, way: Way, rows: tuple[MapRow, ...]) -> TreeNode | None:
    """Return the node that is reached from `node`, which is None at first; itself where there is no way."""
    if not rows:
        return None
    if node is None:
        return rows[-1].node
    if way in (Way.UP, Way.DOWN):
        line = _nodes_beside(node, rows)
        place = line.index(node) + (1 if way == Way.UP else -1)
        return line[max(0, min(len(line) - 1, place))]
    return _inwards(node, rows) if way == Way.INWARDS else _outwards(node, rows)


def nodes_between(one: TreeNode, other: TreeNode, rows: tuple[MapRow, ...]) -> tuple[TreeNode, ...]:
    """Return the nodes from one to the other, both included; the other alone where they are not of one kind."""
    line = _nodes_beside(other, rows)
    if one not in line:
        return (other,)
    first, last = sorted((line.index(one), line.index(other)))
    return line[first : last + 1]


def nodes_from(node: TreeNode, rows: tuple[MapRow, ...]) -> tuple[TreeNode, ...]:
    """Return `node` and all nodes of its kind above it."""
    line = _nodes_beside(node, rows)
    return line[line.index(node) :]


def _nodes_beside(node: TreeNode, rows: tuple[MapRow, ...]) -> tuple[TreeNode, ...]:
    """Return the nodes of the kind of `node`, from the image to the head."""
    if any(row.node is node for row in rows):
        return tuple(row.node for row in rows)
    layers = tuple(one.node for row in rows if len(row.layers) > 1 for one in row.layers)
    if node in layers:
        return layers
    return tuple(dict.fromkeys(row.stage for row in rows if row.stage is not None))


def _inwards(node: TreeNode, rows: tuple[MapRow, ...]) -> TreeNode:
    for row in rows:
        if row.stage is node:
            return row.node
        if row.node is node and len(row.layers) > 1:
            return row.layers[0].node
    return node


def _outwards(node: TreeNode, rows: tuple[MapRow, ...]) -> TreeNode:
    for row in rows:
        if row.node is node:
            return row.stage or node
        if any(one.node is node for one in row.layers):
            return row.node
    return node
