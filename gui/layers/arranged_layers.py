"""The layer tree filtered and sorted: a model between the network's own and the view.

Qt's proxy does the work. A row stays when its name or type has the words in it; so do the rows above it, and all
rows of a group that has them. Without a sorted column the rows stand in the network's order.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from gui.layers.layer_tree_model import SORT_ROLE, Column, LayerTreeModel

_Index = QModelIndex | QPersistentModelIndex


class ArrangedLayers(QSortFilterProxyModel):
    """Shows the rows of a `LayerTreeModel` that match, in a chosen order within their group."""

    def __init__(self, *, model: LayerTreeModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setSourceModel(model)
        self.setSortRole(SORT_ROLE)
        self.setRecursiveFilteringEnabled(True)
        self.setAutoAcceptChildRows(True)
        self.setDynamicSortFilter(False)

    def show_matching(self, words: str) -> None:
        """Keep the rows whose name or type contains `words`, whatever the case; '' keeps all."""
        self._words = words.strip().casefold()
        self.invalidateFilter()

    def filterAcceptsRow(self, row: int, parent: _Index) -> bool:
        model = self.sourceModel()
        texts = (model.index(row, column, parent).data() for column in (Column.NAME, Column.TYPE))
        return any(self._words in str(text).casefold() for text in texts)
