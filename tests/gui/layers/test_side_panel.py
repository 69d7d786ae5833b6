"""The side of the Layers page: plan and inspector behind tabs, and the selection that the inspector follows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTabBar, QWidget

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
