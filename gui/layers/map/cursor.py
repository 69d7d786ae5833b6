"""Where the user is on the layer map: the current node, and what is selected from there by mouse and keyboard.

The selection itself is shared with others (`LayerSelection`); the current node is the map's own. No plan here.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QRectF, Qt, Signal

from gui.layers.map.map_scene import MapScene
from gui.layers.map.navigation import Way, next_node, nodes_between, nodes_from
from gui.layers.map.rows import MapRow
from gui.layers.map.targets import MapTargets
from gui.layers.selection import LayerSelection
from gui.layers.tree_node import TreeNode
from gui.layers.tree_selection import names_in


class MapCursor(QObject):
    """Moves and selects on one map."""

    moved = Signal(object)  # TreeNode: the current one

    def __init__(self, *, scene: MapScene, targets: MapTargets, selection: LayerSelection, parent: QObject) -> None:
        super().__init__(parent)
        self._scene = scene
        self._targets = targets
        self._selection = selection
        self._before_band: frozenset[str] = frozenset()

    @property
    def node(self) -> TreeNode | None:
        """The current node; the block in place of a layer that is not seen."""
        node = self._scene.current
        row = self.row
        if row is None or node is row.node or self._targets.shows_layers(row):
            return node
        return row.node

    @property
    def row(self) -> MapRow | None:
        """The row of the current node; None for a stage of several rows."""
        node = self._scene.current
        return None if node is None else self._scene.row_of(node)

    @property
    def names_from_here_up(self) -> frozenset[str]:
        """The names of the current node and all of its kind above it."""
        node = self.node
        return frozenset() if node is None else names_of_all(nodes_from(node, self._scene.rows))

    def go(self, way: Way, *, extend: bool) -> None:
        """Make another node current; extend: add it to the selection rather than select it alone."""
        node = next_node(self.node, way, self._scene.rows)
        if node is not None:
            before = self._selection.names if extend else frozenset()
            self._selection.select(before | names_in(node))
            self._move_to(node)

    def select(self, node: TreeNode) -> None:
        """Make `node` current and select it alone."""
        self._selection.select(names_in(node))
        self._move_to(node)

    def select_with(self, node: TreeNode, modifiers: Qt.KeyboardModifier) -> None:
        """Make `node` current; Shift adds all up to it to the selection, Control adds it or takes it away."""
        names, before, current = names_in(node), self._selection.names, self.node
        if modifiers & Qt.KeyboardModifier.ShiftModifier and current is not None:
            names = names_of_all(nodes_between(current, node, self._scene.rows))
        taken_away = modifiers & Qt.KeyboardModifier.ControlModifier and names <= before
        self._selection.select(before - names if taken_away else before | names)
        self._move_to(node)

    def point_at(self, node: TreeNode) -> None:
        """Make `node` current, and select it unless it is among what is selected."""
        if not names_in(node) <= self._selection.names:
            self._selection.select(names_in(node))
        self._move_to(node)

    def select_all(self) -> None:
        """Select all that is there."""
        self._selection.select(names_of_all(row.node for row in self._scene.rows))

    def start_band(self) -> None:
        """Take note of what is selected before a rubber band is drawn."""
        self._before_band = self._selection.names

    def draw_band(self, area: QRectF, *, adds: bool) -> None:
        """Select what lies in a part of the viewport, or add it to what was selected before."""
        names = names_of_all(self._targets.nodes_in(area))
        self._selection.select(self._before_band | names if adds else names)

    def _move_to(self, node: TreeNode) -> None:
        self._scene.show_current(node)
        self.moved.emit(node)


def names_of_all(nodes: Iterable[TreeNode]) -> frozenset[str]:
    """Return the names by which all these nodes are selected."""
    return frozenset[str]().union(*(names_in(node) for node in nodes))
