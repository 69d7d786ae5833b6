"""The view of the layer tree: check boxes by mouse, and freezing and thawing of whole selections by keyboard.

Space toggles what is selected, F freezes it, T thaws it. The plan itself is changed by whoever hears the wish.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHeaderView, QMenu, QTreeView, QWidget

from gui.language.translate import tr
from gui.layers.arranged_layers import ArrangedLayers
from gui.layers.layer_delegate import LayerDelegate
from gui.layers.layer_tree_model import NODE_ROLE, Column, LayerTreeModel
from gui.window.icons import themed_icon
from gui.window.theme import LARGE, SMALL

_LEAST_WIDTH_OF_NAMES = 180


class LayerTree(QTreeView):
    """Shows a `LayerTreeModel`."""

    thaw_requested = Signal(object, bool)  # frozenset[str] of layer names; True to thaw, False to freeze

    def __init__(self, *, model: LayerTreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._network = model
        self._layers = ArrangedLayers(model=model, parent=self)
        self._width_of_names = 0
        self.setModel(self._layers)
        self.setItemDelegate(LayerDelegate(view=self))
        self._freeze = self._action(tr("Freeze"), "snowflake", "F", thaw=False)
        self._thaw = self._action(tr("Thaw"), "flame", "T", thaw=True)
        self._build()
        self._layers.modelReset.connect(self.show_overview)
        self.customContextMenuRequested.connect(self._on_tree_menu_requested)

    def show_overview(self) -> None:
        """Open the stages so far that their blocks are seen, and no further."""
        self.collapseAll()
        for row in range(self._layers.rowCount()):
            index = self._layers.index(row, 0)
            if any(child.children for child in index.data(NODE_ROLE).children):
                self.expand(index)

    def show_matching(self, words: str) -> None:
        """Show only rows whose name or type contains `words`, opened; '' shows the whole network again."""
        self._layers.show_matching(words)
        if words.strip():
            self.expandAll()
        else:
            self.show_overview()

    def show_movement(self, moved: Mapping[str, float] | None) -> None:
        """Show how far each layer moved, by name, beside the names; None shows the freeze plan alone."""
        self._network.show_movement(moved)
        if self.isColumnHidden(Column.MOVED) != (moved is None):
            self.setColumnHidden(Column.MOVED, moved is None)
            self._make_room_for_movement(moved is not None)

    def _make_room_for_movement(self, shown: bool) -> None:
        """Let names give way, so that the movement is in sight in a narrow tree too."""
        header = self.header()
        if shown:
            self._width_of_names = header.sectionSize(Column.NAME)
            room = self.viewport().width() - header.sectionSize(Column.MOVED)
            header.resizeSection(Column.NAME, max(_LEAST_WIDTH_OF_NAMES, min(self._width_of_names, room)))
        else:
            header.resizeSection(Column.NAME, self._width_of_names)

    def selected_layers(self) -> frozenset[str]:
        """Return the names of the layers in the selected rows that could learn; of a group, those that are shown."""
        rows = self.selectionModel().selectedRows()
        return frozenset().union(*(self._shown_layers(row) for row in rows))

    def _shown_layers(self, row: QModelIndex) -> frozenset[str]:
        count = self._layers.rowCount(row)
        if not count:
            names: frozenset[str] = row.data(NODE_ROLE).thawable_names
            return names
        return frozenset().union(*(self._shown_layers(self._layers.index(child, 0, row)) for child in range(count)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._toggle_selection()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setObjectName("layer_tree")
        self.setAccessibleName(tr("Layers of the network"))
        self.setAccessibleDescription(tr("Space freezes or thaws the selected rows"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAlternatingRowColors(True)
        self.setUniformRowHeights(True)
        self.setIndentation(LARGE)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QTreeView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self._size_columns()

    def _size_columns(self) -> None:
        header = self.header()
        header.setStretchLastSection(True)
        header.setSectionsMovable(False)
        # A third click on a column gives the network's own order back.
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        letter = self.fontMetrics().averageCharWidth()
        widths = {Column.NAME: 39, Column.TYPE: 20, Column.SHAPE: 17, Column.PARAMETERS: 12, Column.MOVED: 9}
        for column, letters in widths.items():
            header.resizeSection(column, letters * letter + 2 * SMALL)
        header.moveSection(header.visualIndex(Column.MOVED), 1)
        self.setColumnHidden(Column.MOVED, True)

    def _action(self, words: str, icon: str, key: str, *, thaw: bool) -> QAction:
        action = QAction(themed_icon(icon), words, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: self._request(thaw=thaw))
        self.addAction(action)
        return action

    def _toggle_selection(self) -> None:
        """Thaw what is selected, unless all of it is thawed already."""
        rows = self.selectionModel().selectedRows()
        states = [self._layers.data(row, Qt.ItemDataRole.CheckStateRole) for row in rows]
        all_thawed = all(state == Qt.CheckState.Checked for state in states if state is not None)
        self._request(thaw=not all_thawed)

    def _request(self, *, thaw: bool) -> None:
        names = self.selected_layers()
        if names:
            self.thaw_requested.emit(names, thaw)

    def _on_tree_menu_requested(self, position: QPoint) -> None:
        if not self.selected_layers():
            return
        menu = QMenu(self)
        menu.addActions([self._freeze, self._thaw])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(position))
