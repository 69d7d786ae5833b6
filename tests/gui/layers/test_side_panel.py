"""The side of the Layers page: plan and inspector behind tabs, and the selection that the inspector follows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTabBar, QTreeView, QWidget

from gui.layers.page import LayersPage


@pytest.fixture
def tabs(page: LayersPage) -> QTabBar:
    page.show()
    found = page.findChild(QTabBar, "layers_side_tabs")
    assert found is not None
    return found


def _part(page: LayersPage, name: str) -> QWidget:
    found = page.findChild(QWidget, name)
    assert found is not None, name
    return found


def _double_click(tree: QTreeView, row: QModelIndex) -> None:
    place = tree.visualRect(row).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_plan_is_in_front_at_first(page: LayersPage, tabs: QTabBar) -> None:
    assert [tabs.tabText(number) for number in range(tabs.count())] == ["Plan", "Inspector"]
    assert _part(page, "freeze_preset").isVisible()
    assert not _part(page, "layer_inspector").isVisible()


def test_arrow_key_brings_the_inspector_to_the_front(page: LayersPage, tabs: QTabBar) -> None:
    tabs.setFocus()

    QTest.keyClick(tabs, Qt.Key.Key_Right)

    assert _part(page, "layer_inspector").isVisible()
    assert not _part(page, "freeze_preset").isVisible()


def test_inspector_follows_the_selection_of_the_page(page: LayersPage, tabs: QTabBar) -> None:
    tabs.setCurrentIndex(1)

    page.selection.select(frozenset({"conv3_block2_1_conv"}))

    name = page.findChild(QLabel, "inspected_layer")
    assert name is not None
    assert name.isVisible()
    assert name.text() == "conv3_block2_1_conv"


def test_double_click_on_a_layer_brings_the_inspector_to_the_front(page: LayersPage, tabs: QTabBar) -> None:
    page.selection.select(frozenset({"conv1_conv"}))
    tree = page.findChild(QTreeView, "layer_tree")
    assert tree is not None

    _double_click(tree, tree.currentIndex())

    assert tabs.currentIndex() == 1
    assert _part(page, "layer_inspector").isVisible()


def test_double_click_on_a_stage_opens_it_and_leaves_the_plan_in_front(page: LayersPage, tabs: QTabBar) -> None:
    tree = page.findChild(QTreeView, "layer_tree")
    assert tree is not None

    stage = tree.model().index(1, 0)
    _double_click(tree, stage)

    assert tree.isExpanded(stage)
    assert tabs.currentIndex() == 0
