"""The scene of the layer map: makes the items of a network, places them, and passes on what each has to show.

It holds what is shown (plan, selection, movement) and no rules; only items whose look changes are repainted. What
the user does is answered by `layer_map`.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsScene

from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, frost_line
from gui.layers.map.columns import ColumnChoice, measure_choice
from gui.layers.map.frost_line_item import FrostLineItem
from gui.layers.map.layout import MapLayout, lay_out
from gui.layers.map.map_words import CAPTIONS, line_in_words
from gui.layers.map.node_painting import paint_text
from gui.layers.map.row_item import RowItem
from gui.layers.map.row_look import NodeLook, NodeMarks, marks_of, node_look, row_content, row_marks
from gui.layers.map.rows import MapRow, build_rows
from gui.layers.map.stage_item import StageItem
from gui.layers.map.style import MapStyle
from gui.layers.tree_node import TreeNode, build_tree
from gui.window.theme import MEDIUM


class MapScene(QGraphicsScene):
    """Empty until a network is shown."""

    def __init__(self, *, style: MapStyle, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[MapRow, ...] = ()
        self.layout: MapLayout | None = None
        self.line = FrostLineItem()
        self.current: TreeNode | None = None
        self.map_style = style
        self._width = 0.0
        self._columns: ColumnChoice | None = None
        self._network: NetworkDescription | None = None
        self._plan = FreezePlan()
        self._classes = 0
        self._movement: Mapping[str, float] | None = None
        self._selected: frozenset[str] = frozenset()
        self._hovered: TreeNode | None = None
        self._has_focus = False
        self._items: dict[MapRow, RowItem] = {}
        self._stages: dict[TreeNode, StageItem] = {}
        self._row_of: dict[TreeNode, MapRow] = {}
        self.line.hide()
        self.addItem(self.line)

    # ------------------------------------------------------------------ what is asked

    def item_of(self, row: MapRow) -> RowItem:
        """Return the item of a row."""
        return self._items[row]

    def row_of(self, node: TreeNode) -> MapRow | None:
        """Return the row that shows a block or a layer; None for a stage of several rows."""
        return self._row_of.get(node)

    def rows_of(self, stage: TreeNode) -> tuple[MapRow, ...]:
        """Return the rows of a stage of several rows, shallowest first."""
        return tuple(row for row in self.rows if row.stage is stage)

    @property
    def least_width(self) -> float:
        """The width that the words need."""
        return 0.0 if self._columns is None else self._columns.narrow.width

    # ------------------------------------------------------------------ what is to be shown

    def show_network(self, network: NetworkDescription) -> None:
        """Draw this network."""
        for item in (*self._items.values(), *self._stages.values()):
            self.removeItem(item)
        self._network, self.current, self._hovered = network, None, None
        self.rows = build_rows(build_tree(network), network)
        self._row_of = {node: row for row in self.rows for node in (row.node, *(one.node for one in row.layers))}
        self._items = {row: self._row_item(row) for row in self.rows}
        stages = dict.fromkeys(row.stage for row in self.rows if row.stage is not None)
        self._stages = {stage: self._stage_item(stage) for stage in stages}
        for item in (*self._items.values(), *self._stages.values()):
            self.addItem(item)
        self.take_style(self.map_style)
        self.line.show()

    def take_style(self, style: MapStyle) -> None:
        """Show everything in this style."""
        self.map_style = style
        if self._network is not None:
            self._columns = measure_choice(self.rows, style)
            self._place_items()

    def take_width(self, width: float) -> None:
        """Fill this many pixels from left to right."""
        if width != self._width:
            self._width = width
            if self._network is not None:
                self._place_items()

    def show_plan(self, plan: FreezePlan) -> None:
        """Show this plan."""
        self._plan = plan
        self._show_contents()
        self._show_line()

    def show_classes(self, classes: int) -> None:
        """Say how many classes the head will have (0: not known yet)."""
        self._classes = classes
        self._show_contents()

    def show_movement(self, movement: Mapping[str, float] | None) -> None:
        """Colour the layers by how much they moved, or (None) by the plan."""
        self._movement = movement
        self._show_contents()

    def show_selection(self, names: frozenset[str]) -> None:
        """Mark these layers as selected."""
        self._selected = names
        for row in self.rows:
            self._show_marks(row)
        for stage, item in self._stages.items():
            item.show_marks(self._marks(stage))

    def show_current(self, node: TreeNode | None) -> None:
        """Mark the node on which the keyboard acts."""
        before, self.current = self.current, node
        self._show_marks_of(before, node)

    def show_focus(self, has_focus: bool) -> None:
        """Show the current node as such only while the keyboard acts on the map."""
        self._has_focus = has_focus
        self._show_marks_of(self.current)

    def show_hovered(self, node: TreeNode | None) -> None:
        """Mark the node under the pointer."""
        before, self._hovered = self._hovered, node
        self._show_marks_of(before, node)

    # ------------------------------------------------------------------ Qt's own methods

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        colours, exposed = self.map_style.colours, QRectF(rect)
        line = self.line.pos().y() if self.layout is not None else exposed.bottom()
        above, below = QRectF(exposed), QRectF(exposed)
        above.setBottom(min(exposed.bottom(), line))
        below.setTop(max(exposed.top(), line))
        for ground, colour in ((above, colours.above), (below, colours.below)):
            if ground.height() > 0:
                painter.fillRect(ground, colour)
        if self.layout is not None and exposed.top() < self.layout.captions.right:
            self._draw_captions(painter, self.layout)

    def _draw_captions(self, painter: QPainter, layout: MapLayout) -> None:
        painter.save()
        transform = painter.worldTransform()
        height = layout.captions.width * transform.m22()
        top = transform.dy() + layout.captions.left * transform.m22()
        painter.resetTransform()
        columns, style = layout.columns, self.map_style
        for span, words, gap in (
            (columns.words, CAPTIONS.figures, MEDIUM),
            (columns.shapes, CAPTIONS.shape, 0),
        ):
            room = QRectF(transform.dx() + span.left, top, span.width - gap, height)
            paint_text(painter, room, words, style.small, style.colours.quiet, Qt.AlignmentFlag.AlignRight)
        painter.restore()

    # ------------------------------------------------------------------ private parts

    def _row_item(self, row: MapRow) -> RowItem:
        return RowItem(
            row=row,
            most_channels=max(one.channels for one in self.rows),
            content=row_content(row, self._plan, self._classes, self._movement),
            marks=row_marks(row, self._selected, self._focused(), self._hovered),
            is_first=row is self.rows[0],
            is_last=row is self.rows[-1],
        )

    def _stage_item(self, stage: TreeNode) -> StageItem:
        return StageItem(node=stage, look=self._look(stage), marks=self._marks(stage))

    def _place_items(self) -> None:
        assert self._columns is not None
        columns = self._columns.fitting(self._width)
        self.layout = lay_out(self.rows, columns, self.map_style.line_height)
        for slot in self.layout.slots:
            self._items[slot.row].place(slot, columns, self.map_style)
        for stage, item in self._stages.items():
            slots = [slot for slot in self.layout.slots if slot.row.stage is stage]
            height = slots[-1].bottom - slots[0].top
            item.place(slots[0].top, height, slots[0].height, columns, self.map_style)
        self.setSceneRect(0.0, 0.0, columns.width, self.layout.height)
        self.line.take_style(columns.width, self.map_style)
        self._show_line()
        self.invalidate()

    def _show_contents(self) -> None:
        for row, item in self._items.items():
            item.show_content(row_content(row, self._plan, self._classes, self._movement))
        for stage, item_of_stage in self._stages.items():
            item_of_stage.show_look(self._look(stage))

    def _show_line(self) -> None:
        if self._network is None or self.layout is None:
            return
        cut = frost_line(self._plan, self._network)
        before, after = self.line.pos().y(), self.layout.height_of_cut(cut)
        self.line.show_at(after, line_in_words(cut, self.rows))
        for item in self._stages.values():
            item.show_line(after - item.pos().y())
        if before != after:
            strip = QRectF(0.0, min(before, after), self.sceneRect().width(), abs(after - before))
            self.invalidate(strip, QGraphicsScene.SceneLayer.BackgroundLayer)

    def _show_marks_of(self, *nodes: TreeNode | None) -> None:
        for node in nodes:
            if node is None:
                continue
            row = self._row_of.get(node)
            if row is not None:
                self._show_marks(row)
            elif node in self._stages:
                self._stages[node].show_marks(self._marks(node))

    def _show_marks(self, row: MapRow) -> None:
        self._items[row].show_marks(row_marks(row, self._selected, self._focused(), self._hovered))

    def _focused(self) -> TreeNode | None:
        return self.current if self._has_focus else None

    def _look(self, node: TreeNode) -> NodeLook:
        return node_look(node, self._plan, self._movement)

    def _marks(self, node: TreeNode) -> NodeMarks:
        return marks_of(node, self._selected, self._focused(), self._hovered)
