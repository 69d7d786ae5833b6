"""A layer map of the real network in a window of its own, and what a user does to it with mouse and keyboard."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.network.description import NetworkDescription
from core.network.freeze_plan import frost_line
from gui.layers.map.layer_map import LayerMap
from gui.layers.map.rows import MapRow
from gui.layers.plan_history import PlanHistory
from gui.layers.tree_node import TreeNode
from gui.session import Session

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@dataclass
class MapUser:
    """Acts on a map as a person does, by what is seen on the screen."""

    layer_map: LayerMap
    session: Session
    history: PlanHistory
    network: NetworkDescription

    @property
    def thawed(self) -> frozenset[str]:
        return self.session.plan.thawed

    @property
    def line(self) -> str:
        return frost_line(self.session.plan, self.network)

    def row(self, name: str) -> MapRow:
        return next(row for row in self.layer_map.map_scene.rows if row.node.name == name)

    def node(self, name: str) -> TreeNode:
        for row in self.layer_map.map_scene.rows:
            for node in (row.stage, row.node, *(one.node for one in row.layers)):
                if node is not None and node.name == name:
                    return node
        raise KeyError(name)

    def shape(self, name: str) -> QPoint:
        """Where the shape of a block or layer is seen."""
        return self.layer_map.targets.shape_of(self.node(name)).center().toPoint()

    def words(self, name: str) -> QPoint:
        """Where the name of a block or layer is seen."""
        layout = self.layer_map.map_scene.layout
        assert layout is not None
        return QPoint(round(layout.columns.words.left) + 12, self.shape(name).y())

    def stage_mark(self, name: str) -> QPoint:
        """Where the mark of a stage is seen: under its name."""
        area = self.layer_map.targets.rect_of(self.node(name))
        return QPoint(20, round(area.bottom()) - 10)

    def click(self, point: QPoint, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.mouseClick(self.layer_map.viewport(), LEFT, modifiers, point)

    def press_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.layer_map, key, modifiers)

    def grip(self) -> QPoint:
        """Where the frost line can be taken."""
        line = self.layer_map.map_scene.line
        return self.layer_map.mapFromScene(line.pos()) + line.grip().center().toPoint()

    def height_of(self, cut: str) -> int:
        layout = self.layer_map.map_scene.layout
        assert layout is not None
        return self.layer_map.mapFromScene(QPointF(0, layout.height_of_cut(cut))).y()

    def take_line(self) -> None:
        QTest.mousePress(self.layer_map.viewport(), LEFT, PLAIN, self.grip())

    def drag_line(self, cut: str) -> None:
        QTest.mouseMove(self.layer_map.viewport(), QPoint(150, self.height_of(cut)))

    def drop_line(self, cut: str) -> None:
        QTest.mouseRelease(self.layer_map.viewport(), LEFT, PLAIN, QPoint(150, self.height_of(cut)))

    def draw_band(self, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        viewport = self.layer_map.viewport()
        QTest.mousePress(viewport, LEFT, modifiers, start)
        QTest.mouseMove(viewport, (start + end) / 2)
        QTest.mouseMove(viewport, end)
        QTest.mouseRelease(viewport, LEFT, modifiers, end)

    def zoom_to(self, block: str) -> None:
        """Zoom in until the layers of a block are seen."""
        self.click(self.words(block))
        self.press_key(Qt.Key.Key_Return)


@pytest.fixture
def layer_map(qtbot: QtBot, session: Session, history: PlanHistory, network: NetworkDescription) -> LayerMap:
    session.set_network(network)
    made = LayerMap(session=session, history=history)
    qtbot.addWidget(made)
    made.resize(480, 665)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.fixture
def user(layer_map: LayerMap, session: Session, history: PlanHistory, network: NetworkDescription) -> MapUser:
    return MapUser(layer_map=layer_map, session=session, history=history, network=network)
