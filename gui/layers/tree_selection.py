"""Keeps the rows that are selected in the layer tree and the shared `LayerSelection` the same, both ways.

It knows rows by their `NODE_ROLE` alone, so that a model may stand between the tree and the network's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QObject
from PySide6.QtWidgets import QTreeView

from gui.layers.layer_tree_model import NODE_ROLE
from gui.layers.selection import LayerSelection
from gui.layers.tree_node import TreeNode

_SELECT_ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


def names_in(node: TreeNode) -> frozenset[str]:
    """Return the names by which a node is selected: those of its layers; the head has its own name."""
    return frozenset(layer.name for layer in node.layers) or frozenset({node.name})


class TreeSelection(QObject):
    """Binds a tree to a selection; lives as long as the tree."""

    def __init__(self, *, tree: QTreeView, selection: LayerSelection) -> None:
        super().__init__(tree)
        self._tree, self._selection = tree, selection
        tree.selectionModel().selectionChanged.connect(self._on_tree_selection_changed)
        tree.model().modelReset.connect(self._on_model_reset)
        selection.selection_changed.connect(self._on_selection_changed)

    def _names_in_tree(self) -> frozenset[str]:
        rows = self._tree.selectionModel().selectedRows()
        return frozenset().union(*(names_in(row.data(NODE_ROLE)) for row in rows))

    def _on_tree_selection_changed(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        self._selection.select(self._names_in_tree())

    def _on_selection_changed(self, names: frozenset[str]) -> None:
        if names != self._names_in_tree():
            self._show(names)

    def _on_model_reset(self) -> None:
        self._show(self._selection.names)

    def _show(self, names: frozenset[str]) -> None:
        """Select the fewest rows that stand for these layers, and bring the first of them into sight."""
        rows = list(self._covering(QModelIndex(), names))
        chosen = QItemSelection()
        for row in rows:
            chosen.select(row, row)
        if rows:
            self._tree.selectionModel().setCurrentIndex(rows[0], QItemSelectionModel.SelectionFlag.NoUpdate)
            self._tree.scrollTo(rows[0])
        self._tree.selectionModel().select(chosen, _SELECT_ROWS)

    def _covering(self, parent: QModelIndex, names: frozenset[str]) -> Iterator[QModelIndex]:
        model = self._tree.model()
        for number in range(model.rowCount(parent)):
            row = model.index(number, 0, parent)
            inside = names_in(row.data(NODE_ROLE))
            if inside <= names:
                yield self._deepest_alike(row)
            elif inside & names:
                yield from self._covering(row, names)

    def _deepest_alike(self, row: QModelIndex) -> QModelIndex:
        """Return the row of the layer itself where a stage consists of one layer."""
        model = self._tree.model()
        return self._deepest_alike(model.index(0, 0, row)) if model.rowCount(row) == 1 else row
