"""The network and its freeze plan as a Qt item model: stage, block, layer; a check box means thawed.

The model shows a plan and never changes it: a click on a check box is announced as a wish (`thaw_requested`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QIcon

from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, FreezeState
from gui.language.translate import local_number, tr
from gui.layers.map.movement import movement_in_words, movement_of
from gui.layers.node_state import STATE_ICONS, batch_norm_tip, learning_state, node_state, state_in_words
from gui.layers.tree_node import TreeNode, build_tree

#: The `TreeNode` of a row; its `FreezeState` as training will find it, None where there is nothing to freeze.
NODE_ROLE = Qt.ItemDataRole.UserRole
STATE_ROLE = Qt.ItemDataRole.UserRole + 1
#: How far what is in the row moved, |dw| / |w|; None while the freeze plan is shown, and where nothing moved.
MOVED_ROLE = Qt.ItemDataRole.UserRole + 2
#: What a column is sorted by: a number, or text in small letters.
SORT_ROLE = Qt.ItemDataRole.UserRole + 3

_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, from left to right."""

    NAME = 0
    TYPE = 1
    SHAPE = 2
    PARAMETERS = 3
    STATE = 4
    MOVED = 5


HEADERS = {
    Column.NAME: tr("Layer"),
    Column.TYPE: tr("Type"),
    Column.SHAPE: tr("Output shape"),
    Column.PARAMETERS: tr("Parameters"),
    Column.STATE: tr("State"),
    Column.MOVED: tr("Moved"),
}
_CHECK_STATES = {
    FreezeState.FROZEN: Qt.CheckState.Unchecked,
    FreezeState.MIXED: Qt.CheckState.PartiallyChecked,
    FreezeState.TRAINABLE: Qt.CheckState.Checked,
}


class LayerTreeModel(QAbstractItemModel):
    """Rows over `TreeNode` objects; icons come in from outside, since a model draws nothing."""

    thaw_requested = Signal(object, bool)  # frozenset[str] of layer names; True to thaw, False to freeze

    def __init__(self, *, icon: Callable[[str], QIcon], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons = {state: icon(name) for state, name in STATE_ICONS.items()}
        self._top: tuple[TreeNode, ...] = ()
        self._plan = FreezePlan()
        self._classes = 0
        self._moved: Mapping[str, float] | None = None

    def show_network(self, network: NetworkDescription) -> None:
        """Show the layers of this network."""
        self.beginResetModel()
        self._top = build_tree(network)
        self.endResetModel()

    def show_plan(self, plan: FreezePlan) -> None:
        """Show this plan; only rows whose state changes are announced."""
        before, self._plan = self._plan, plan
        if before == plan:
            return
        changed, all_changed = before.thawed ^ plan.thawed, before.thaw_batch_norm != plan.thaw_batch_norm
        for node in self._nodes(self._top):
            touched = all_changed or any(layer.name in changed for layer in node.layers)
            if touched and node.can_be_thawed and _says(node, before) != _says(node, plan):
                self._announce(node, Column.NAME, Column.STATE)

    def show_movement(self, moved: Mapping[str, float] | None) -> None:
        """Show how far each layer moved, by name; None shows the freeze plan alone."""
        before, self._moved = self._moved, moved
        if before == moved:
            return
        for node in self._nodes(self._top):
            if (before is None) != (moved is None) or movement_of(node, before or {}) != movement_of(node, moved or {}):
                self._announce(node, Column.NAME, Column.MOVED)

    def show_classes(self, classes: int) -> None:
        """Say how many classes the head will have (0: not known yet)."""
        self._classes = classes
        if self._top:
            self._announce(self._top[-1], Column.SHAPE, Column.PARAMETERS)

    def node_at(self, index: _Index) -> TreeNode:
        """Return the node of a valid index."""
        node = index.internalPointer()
        assert isinstance(node, TreeNode)
        return node

    # ------------------------------------------------------------------ structure

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        rows = self._rows_under(parent)
        if not (0 <= row < len(rows) and 0 <= column < len(Column)):
            return QModelIndex()
        return self.createIndex(row, column, rows[row])

    def parent(self, index: _Index = QModelIndex()) -> QModelIndex:  # type: ignore[override] # noqa: B008
        node = self.node_at(index).parent if index.isValid() else None
        return QModelIndex() if node is None else self.createIndex(node.row, 0, node)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.column() > 0 else len(self._rows_under(parent))

    def columnCount(self, _parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return len(Column)

    def _rows_under(self, parent: _Index) -> tuple[TreeNode, ...] | list[TreeNode]:
        return self.node_at(parent).children if parent.isValid() else self._top

    # ------------------------------------------------------------------ data

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADERS[Column(section)]
        return _alignment(Column(section)) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == Column.NAME and self.node_at(index).can_be_thawed:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        node, column = self.node_at(index), Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(node, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == NODE_ROLE:
            return node
        if role == STATE_ROLE:
            return self._state(node)
        if role == MOVED_ROLE:
            return None if self._moved is None else movement_of(node, self._moved)
        if role == SORT_ROLE:
            return self._sorted_by(node, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return batch_norm_tip(node, self._plan) or None
        if column == Column.NAME:
            return self._data_of_name(node, role)
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Wish for a check box to change; the plan, and with it the box, follows if the wish is heard."""
        if role != Qt.ItemDataRole.CheckStateRole or not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        thaw = Qt.CheckState(value) != Qt.CheckState.Unchecked
        self.thaw_requested.emit(self.node_at(index).thawable_names, thaw)
        return True

    def _data_of_name(self, node: TreeNode, role: int) -> object:
        if role == Qt.ItemDataRole.DecorationRole:
            state = self._state(node)
            return None if state is None else self._icons[state]
        if role == Qt.ItemDataRole.CheckStateRole and node.can_be_thawed:
            return _CHECK_STATES[node_state(node, self._plan)]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            moved = self._text(node, Column.MOVED)
            return f"{node.name}, {state_in_words(node, self._plan)}" + (
                tr(", moved {moved}", moved=moved) if moved else ""
            )
        return None

    def _sorted_by(self, node: TreeNode, column: Column) -> int | float | str:
        if column == Column.PARAMETERS:
            return node.parameters
        if column == Column.SHAPE:
            return sum(math.prod(layer.output_shape) for layer in node.layers[-1:])
        if column == Column.MOVED:
            return (movement_of(node, self._moved or {}) or 0.0) if self._moved is not None else 0.0
        return self._text(node, column).casefold()

    def _state(self, node: TreeNode) -> FreezeState | None:
        return learning_state(node, self._plan) if node.can_be_thawed or node.is_head else None

    def _text(self, node: TreeNode, column: Column) -> str:
        if column == Column.NAME:
            return node.name
        if column == Column.TYPE:
            return node.kind
        if column == Column.STATE:
            return state_in_words(node, self._plan)
        if column == Column.MOVED:
            moved = None if self._moved is None else movement_of(node, self._moved)
            return "" if moved is None else movement_in_words(moved)
        if node.is_head:
            return self._text_of_head(column)
        if column == Column.SHAPE:
            return node.output_shape
        return local_number(f"{node.parameters:,}") if node.parameters else "–"

    def _text_of_head(self, column: Column) -> str:
        if column == Column.SHAPE:
            return tr("{classes} classes", classes=self._classes) if self._classes else tr("your classes")
        return "–"

    def _announce(self, node: TreeNode, first: Column, last: Column) -> None:
        self.dataChanged.emit(self.createIndex(node.row, first, node), self.createIndex(node.row, last, node))

    def _nodes(self, rows: tuple[TreeNode, ...] | list[TreeNode]) -> Iterator[TreeNode]:
        for node in rows:
            yield node
            yield from self._nodes(node.children)


def _says(node: TreeNode, plan: FreezePlan) -> tuple[FreezeState, str]:
    return node_state(node, plan), state_in_words(node, plan)


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in (Column.PARAMETERS, Column.MOVED) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
