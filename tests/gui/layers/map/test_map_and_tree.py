"""Map and tree on the Layers page: one selection, one plan, one history."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.network.description import NetworkDescription
from core.network.freeze_plan import parse_spec
from gui.layers.layer_tree import LayerTree
from gui.layers.layer_tree_model import NODE_ROLE
from gui.layers.map.layer_map import LayerMap
from gui.layers.page import LayersPage
from gui.session import Session


@pytest.fixture
def map_of_page(page: LayersPage, qtbot: QtBot) -> LayerMap:
    with qtbot.waitExposed(page):
        page.show()
    found = page.findChild(LayerMap, "layer_map")
    assert found is not None
    return found


def test_what_is_selected_on_the_map_is_selected_in_the_tree(page: LayersPage, map_of_page: LayerMap) -> None:
    _click(map_of_page, "conv4_block2")
    assert _selected_in_tree(page) == ["conv4_block2"]


def test_what_is_selected_in_the_tree_is_marked_on_the_map(page: LayersPage, map_of_page: LayerMap) -> None:
    tree = _tree(page)
    tree.setCurrentIndex(tree.model().index(2, 0))
    assert tree.currentIndex().data(NODE_ROLE).name == "conv2"
    marked = [
        row.node.name for row in map_of_page.map_scene.rows if map_of_page.map_scene.item_of(row).marks.block.selected
    ]
    assert marked == ["conv2_block1", "conv2_block2", "conv2_block3"]


def test_a_click_on_the_map_ticks_the_box_in_the_tree(
    page: LayersPage, map_of_page: LayerMap, session: Session, network: NetworkDescription
) -> None:
    _click(map_of_page, "conv5_block3")
    assert session.plan.thawed == parse_spec("conv5_block3", network)
    tree = _tree(page)
    state = tree.currentIndex().data(Qt.ItemDataRole.CheckStateRole)
    assert Qt.CheckState(state) == Qt.CheckState.Checked


def _tree(page: LayersPage) -> LayerTree:
    tree = page.findChild(LayerTree, "layer_tree")
    assert tree is not None
    return tree


def _selected_in_tree(page: LayersPage) -> list[str]:
    return [index.data(NODE_ROLE).name for index in _tree(page).selectionModel().selectedRows()]


def _click(layer_map: LayerMap, block: str) -> None:
    node = next(row.node for row in layer_map.map_scene.rows if row.node.name == block)
    place = layer_map.targets.shape_of(node).center().toPoint()
    QTest.mouseClick(layer_map.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
