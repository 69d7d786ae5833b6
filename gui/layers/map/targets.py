"""What lies under a point, or in a rectangle, of the layer map's viewport.

It asks the items for their pixels and decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsView

from gui.layers.map.layout import Slot
from gui.layers.map.map_scene import MapScene
from gui.layers.map.row_geometry import Detail, RowGeometry
from gui.layers.map.row_item import pixels_of_slot
from gui.layers.map.rows import MapRow
from gui.layers.map.stage_item import name_height
from gui.layers.tree_node import TreeNode
from gui.window.theme import TIGHT


@dataclass(frozen=True, eq=False)
class Target:
    """A stage, a block or a layer; on_shape: its shape was met, not the words beside it."""

    node: TreeNode
    on_shape: bool


class MapTargets:
    """Answers for one view of one scene."""

    def __init__(self, *, view: QGraphicsView, scene: MapScene) -> None:
        self._view = view
        self._scene = scene

    def target_at(self, point: QPointF) -> Target | None:
        """Return what is at a point of the viewport; None in the gaps between the blocks."""
        layout = self._scene.layout
        if layout is None:
            return None
        slot = layout.slot_at(self._view.mapToScene(point.toPoint()).y())
        if slot is None:
            return None
        origin, geometry = self._pixels(slot)
        inside = point - origin
        if slot.row.stage is not None and layout.columns.has_stages and inside.x() < layout.columns.words.left - TIGHT:
            name_bottom = self._name_bottom(slot.row.stage)
            return Target(node=slot.row.stage, on_shape=point.y() > name_bottom)
        if not geometry.block.top() <= inside.y() <= geometry.block.bottom():
            return None
        return _target_in_row(slot.row, geometry, inside)

    def is_on_line(self, point: QPointF) -> bool:
        """Return whether a pointer at this point takes hold of the frost line."""
        line = self._scene.line
        return line.isVisible() and line.reaches(point - QPointF(self._view.mapFromScene(line.pos())))

    def cut_near(self, down: float, cuts: tuple[str, ...]) -> str:
        """Return which of the cuts is nearest to a height in the viewport."""
        layout = self._scene.layout
        assert layout is not None
        place = self._view.mapToScene(0, round(down)).y()
        return min(cuts, key=lambda cut: abs(layout.height_of_cut(cut) - place))

    def nodes_in(self, area: QRectF) -> Iterator[TreeNode]:
        """Give the blocks, or where they are open the layers, whose shapes lie in a part of the viewport."""
        for slot in self._scene.layout.slots if self._scene.layout is not None else ():
            origin, geometry = self._pixels(slot)
            inside = area.translated(-origin)
            if geometry.detail != Detail.LAYERS:
                if inside.intersects(geometry.block):
                    yield slot.row.node
                continue
            for one, place in zip(slot.row.layers, geometry.layers, strict=True):
                if inside.intersects(place.bar):
                    yield one.node

    def rect_of(self, node: TreeNode) -> QRectF:
        """Return the place of a stage, a block or a layer in the viewport; it may lie outside of what is seen."""
        rows = [self._scene.row_of(node)] if self._scene.row_of(node) else self._scene.rows_of(node)
        layout = self._scene.layout
        assert layout is not None
        rects = [self._rect_in_row(node, layout.slot_of(row)) for row in rows if row is not None]
        whole = QRectF()
        for rect in rects:
            whole = whole.united(rect)
        return whole

    def rect_of_line(self) -> QRectF:
        """Return the place of the frost line in the viewport, with the reach of the pointer around it."""
        line = self._scene.line
        return line.boundingRect().translated(QPointF(self._view.mapFromScene(line.pos())))

    def shape_of(self, node: TreeNode) -> QRectF:
        """Return the place of the shape of a block or a layer in the viewport: where a click toggles it."""
        row, layout = self._scene.row_of(node), self._scene.layout
        assert row is not None
        assert layout is not None
        origin, geometry = self._pixels(layout.slot_of(row))
        for one, place in zip(row.layers, geometry.layers, strict=False):
            if one.node is node and node is not row.node:
                return place.bar.translated(origin)
        return geometry.block.intersected(geometry.header).translated(origin)

    def shows_layers(self, row: MapRow) -> bool:
        """Return whether the layers of a row are seen with their words."""
        layout = self._scene.layout
        return layout is not None and self._pixels(layout.slot_of(row))[1].detail == Detail.LAYERS

    def _pixels(self, slot: Slot) -> tuple[QPointF, RowGeometry]:
        transform = self._view.viewportTransform()
        left, top, height = pixels_of_slot(
            transform.dx(), transform.dy() + slot.top * transform.m22(), slot.height * transform.m22()
        )
        return QPointF(left, top), self._scene.item_of(slot.row).geometry(height)

    def _rect_in_row(self, node: TreeNode, slot: Slot) -> QRectF:
        origin, geometry = self._pixels(slot)
        for one, place in zip(slot.row.layers, geometry.layers, strict=False):
            if one.node is node and node is not slot.row.node:
                return place.line.translated(origin)
        return QRectF(0.0, 0.0, geometry.width, geometry.height).translated(origin)

    def _name_bottom(self, stage: TreeNode) -> float:
        layout = self._scene.layout
        assert layout is not None
        origin, geometry = self._pixels(layout.slot_of(self._scene.rows_of(stage)[-1]))
        return origin.y() + name_height(geometry.height, self._scene.map_style)


def _target_in_row(row: MapRow, geometry: RowGeometry, inside: QPointF) -> Target:
    number = geometry.layer_at(inside)
    if number < 0:
        return Target(node=row.node, on_shape=geometry.block.contains(inside))
    on_bar = geometry.layers[number].bar.contains(inside)
    return Target(node=row.layers[number].node, on_shape=on_bar or geometry.block.contains(inside))
