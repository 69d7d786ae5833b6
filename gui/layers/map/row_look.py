"""What a row of the layer map looks like at a moment, as plain values: two looks that are equal need no repaint.

The content follows from the plan and from training; the marks from what the user selects and points at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.network.freeze_plan import FreezePlan, FreezeState
from gui.layers.map.map_words import output_of_row
from gui.layers.map.movement import movement_of
from gui.layers.map.rows import MapRow
from gui.layers.node_state import learning_state
from gui.layers.tree_node import TreeNode
from gui.layers.tree_selection import names_in


@dataclass(frozen=True)
class NodeLook:
    """What a block or a layer shows. state: None where nothing can learn. moved: |dw| / |w|, None when not known."""

    state: FreezeState | None
    moved: float | None = None


@dataclass(frozen=True)
class RowContent:
    """What a row shows; `layers` as in `MapRow.layers`. colours_movement: colours tell movement, not the plan."""

    block: NodeLook
    layers: tuple[NodeLook, ...]
    output: str
    colours_movement: bool = False


@dataclass(frozen=True)
class NodeMarks:
    """selected: whole; holds_selected: a part of it. current: the keyboard acts on it. hovered: pointed at."""

    selected: bool = False
    holds_selected: bool = False
    current: bool = False
    hovered: bool = False


@dataclass(frozen=True)
class RowMarks:
    """The marks of a row and of its layers; `layers` as in `MapRow.layers`."""

    block: NodeMarks
    layers: tuple[NodeMarks, ...]


def row_content(row: MapRow, plan: FreezePlan, classes: int, movement: Mapping[str, float] | None) -> RowContent:
    """Return what `row` shows under this plan; movement: |dw| / |w| by layer, None to show the plan alone."""
    return RowContent(
        block=node_look(row.node, plan, movement),
        layers=tuple(node_look(one.node, plan, movement) for one in row.layers),
        output=output_of_row(row, classes),
        colours_movement=movement is not None,
    )


def row_marks(row: MapRow, selected: frozenset[str], current: TreeNode | None, hovered: TreeNode | None) -> RowMarks:
    """Return the marks of `row`; selected: names of layers."""
    return RowMarks(
        block=marks_of(row.node, selected, current, hovered),
        layers=tuple(marks_of(one.node, selected, current, hovered) for one in row.layers),
    )


def marks_of(node: TreeNode, selected: frozenset[str], current: TreeNode | None, hovered: TreeNode | None) -> NodeMarks:
    """Return the marks of a stage, a block or a layer; it is selected when all its layers are."""
    names = names_in(node)
    return NodeMarks(
        selected=names <= selected,
        holds_selected=bool(names & selected) and not names <= selected,
        current=node is current,
        hovered=node is hovered,
    )


def node_look(node: TreeNode, plan: FreezePlan, movement: Mapping[str, float] | None) -> NodeLook:
    """Return the look of a stage, a block or a layer."""
    state = learning_state(node, plan) if node.can_be_thawed or node.is_head else None
    return NodeLook(state=state, moved=None if movement is None else movement_of(node, movement))
