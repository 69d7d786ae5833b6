"""Filtering the layer tree by name and type, and sorting it: what is shown, what is thawed, and the way back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from core.network.description import NetworkDescription
from gui.layers.layer_tree import LayerTree
from gui.layers.layer_tree_model import NODE_ROLE, Column, LayerTreeModel
from gui.layers.tree_column import TreeColumn


@pytest.fixture
def column(qtbot: QtBot, untested_model: LayerTreeModel) -> TreeColumn:
    tree = LayerTree(model=untested_model)
    made = TreeColumn(tree=tree)
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    return made


@pytest.fixture
def tree(column: TreeColumn) -> LayerTree:
    found = column.findChild(LayerTree)
    assert found is not None
    return found


def type_filter(qtbot: QtBot, column: TreeColumn, words: str) -> None:
    field = column.findChild(QLineEdit, "layer_filter")
    assert field is not None
    field.clear()
    qtbot.keyClicks(field, words)


def shown_layers(tree: LayerTree, parent: QModelIndex | None = None) -> Iterator[str]:
    above = QModelIndex() if parent is None else parent
    for row in range(tree.model().rowCount(above)):
        index = tree.model().index(row, 0, above)
        if tree.model().rowCount(index):
            yield from shown_layers(tree, index)
        else:
            yield str(index.data())


def test_filter_by_name_shows_the_layers_that_have_it_and_opens_them(
    qtbot: QtBot, column: TreeColumn, tree: LayerTree, network: NetworkDescription
) -> None:
    type_filter(qtbot, column, "BLOCK1_2_conv")

    shown = list(shown_layers(tree))

    assert shown == [layer.name for layer in network.layers if "block1_2_conv" in layer.name]
    assert len(shown) == 4
    assert tree.isExpanded(tree.model().index(0, 0))


def test_filter_by_type_shows_all_layers_of_it(
    qtbot: QtBot, column: TreeColumn, tree: LayerTree, network: NetworkDescription
) -> None:
    type_filter(qtbot, column, "batchnorm")

    assert list(shown_layers(tree)) == [layer.name for layer in network.layers if layer.is_batch_norm]


def test_a_group_that_matches_is_shown_whole_and_an_empty_filter_shows_all(
    qtbot: QtBot, column: TreeColumn, tree: LayerTree, network: NetworkDescription
) -> None:
    everything = list(shown_layers(tree))

    type_filter(qtbot, column, "conv5_block3")
    block = list(shown_layers(tree))
    type_filter(qtbot, column, "")

    assert block == [layer.name for layer in network.layers if layer.block == "conv5_block3"]
    assert list(shown_layers(tree)) == everything


def test_thawing_what_is_filtered_thaws_nothing_that_is_hidden(
    qtbot: QtBot, column: TreeColumn, tree: LayerTree, network: NetworkDescription
) -> None:
    type_filter(qtbot, column, "_2_conv")
    tree.setFocus()
    tree.selectAll()

    with qtbot.waitSignal(tree.thaw_requested) as wish:
        qtbot.keyClick(tree, Qt.Key.Key_T)

    assert wish.args == [frozenset(layer.name for layer in network.layers if "_2_conv" in layer.name), True]


def click_header(qtbot: QtBot, tree: LayerTree, column: Column) -> None:
    header = tree.header()
    middle = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
    tree.scrollTo(tree.model().index(0, column))
    middle = header.sectionViewportPosition(column) + min(20, header.sectionSize(column) // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, header.height() // 2))


def test_a_click_on_a_header_sorts_by_number_and_a_third_gives_the_networks_order_back(
    qtbot: QtBot, column: TreeColumn, tree: LayerTree
) -> None:
    column.resize(1000, 600)
    before = [tree.model().index(row, 0).data() for row in range(tree.model().rowCount())]

    def parameters() -> list[int]:
        rows = (tree.model().index(row, 0) for row in range(tree.model().rowCount()))
        return [row.data(NODE_ROLE).parameters for row in rows]

    click_header(qtbot, tree, Column.PARAMETERS)
    assert parameters() == sorted(parameters())
    click_header(qtbot, tree, Column.PARAMETERS)
    assert parameters() == sorted(parameters(), reverse=True)
    click_header(qtbot, tree, Column.PARAMETERS)
    assert [tree.model().index(row, 0).data() for row in range(tree.model().rowCount())] == before


def test_the_model_between_keeps_the_rules_of_models(qtbot: QtBot, column: TreeColumn, tree: LayerTree) -> None:
    tester = QAbstractItemModelTester(tree.model(), QAbstractItemModelTester.FailureReportingMode.Warning)

    type_filter(qtbot, column, "add")
    tree.sortByColumn(Column.PARAMETERS, Qt.SortOrder.DescendingOrder)
    type_filter(qtbot, column, "")

    assert tester.model() is tree.model()
