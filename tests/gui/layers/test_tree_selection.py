"""One selection: what is selected in the tree is selected everywhere, and the other way round."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex
from pytestqt.qtbot import QtBot

from core.network.description import NetworkDescription
from gui.layers.layer_tree import LayerTree
from gui.layers.layer_tree_model import NODE_ROLE, LayerTreeModel
from gui.layers.selection import LayerSelection
from gui.layers.tree_selection import TreeSelection


@pytest.fixture
def tree(qtbot: QtBot, untested_model: LayerTreeModel) -> LayerTree:
    made = LayerTree(model=untested_model)
    qtbot.addWidget(made)
    made.show_overview()
    return made


@pytest.fixture
def selection(tree: LayerTree) -> LayerSelection:
    made = LayerSelection(tree)
    TreeSelection(tree=tree, selection=made)
    return made


def _selected(tree: LayerTree) -> list[str]:
    return [row.data(NODE_ROLE).name for row in tree.selectionModel().selectedRows()]


def _index(tree: LayerTree, *path: str) -> QModelIndex:
    index = QModelIndex()
    for name in path:
        rows = [tree.model().index(row, 0, index) for row in range(tree.model().rowCount(index))]
        index = next(row for row in rows if row.data() == name)
    return index


def _names(network: NetworkDescription, *, block: str) -> frozenset[str]:
    return frozenset(layer.name for layer in network.layers if layer.block == block)


def test_selected_row_selects_all_its_layers(
    tree: LayerTree, selection: LayerSelection, network: NetworkDescription
) -> None:
    tree.setCurrentIndex(_index(tree, "conv3", "conv3_block2"))

    assert selection.names == _names(network, block="conv3_block2")


def test_head_is_selected_by_its_own_name(tree: LayerTree, selection: LayerSelection) -> None:
    tree.setCurrentIndex(_index(tree, "head"))
    assert selection.names == {"head"}

    selection.select(frozenset())
    selection.select(frozenset({"head"}))
    assert _selected(tree) == ["head"]


def test_several_rows_add_up(tree: LayerTree, selection: LayerSelection, network: NetworkDescription) -> None:
    tree.setCurrentIndex(_index(tree, "conv3", "conv3_block2"))
    tree.selectionModel().select(
        _index(tree, "conv4", "conv4_block1"),
        QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
    )

    assert selection.names == _names(network, block="conv3_block2") | _names(network, block="conv4_block1")


def test_layer_selected_elsewhere_is_opened_and_shown(tree: LayerTree, selection: LayerSelection) -> None:
    assert not tree.isExpanded(_index(tree, "conv5", "conv5_block2"))

    selection.select(frozenset({"conv5_block2_2_conv"}))

    assert _selected(tree) == ["conv5_block2_2_conv"]
    assert tree.currentIndex().data() == "conv5_block2_2_conv"
    assert tree.isExpanded(_index(tree, "conv5", "conv5_block2"))


def test_whole_blocks_and_stages_are_shown_as_one_row(
    tree: LayerTree, selection: LayerSelection, network: NetworkDescription
) -> None:
    stage = frozenset(layer.name for layer in network.layers if layer.stage == "conv4")
    selection.select(stage | _names(network, block="conv5_block1") | {"conv1_conv"})

    assert sorted(_selected(tree)) == ["conv1_conv", "conv4", "conv5_block1"]


def test_what_was_shown_is_not_told_as_another_selection(
    tree: LayerTree, selection: LayerSelection, network: NetworkDescription
) -> None:
    told: list[frozenset[str]] = []
    selection.selection_changed.connect(told.append)
    names = _names(network, block="conv5_block1") | {"avg_pool"}

    selection.select(names)

    assert told == [names]


def test_nothing_selected_clears_the_tree(tree: LayerTree, selection: LayerSelection) -> None:
    selection.select(frozenset({"avg_pool"}))
    assert _selected(tree) == ["avg_pool"]

    selection.select(frozenset())

    assert _selected(tree) == []


def test_selection_outlives_another_description_of_the_network(
    tree: LayerTree, selection: LayerSelection, untested_model: LayerTreeModel, network: NetworkDescription
) -> None:
    selection.select(frozenset({"conv5_block2_2_conv"}))

    untested_model.show_network(network)

    assert selection.names == {"conv5_block2_2_conv"}
    assert _selected(tree) == ["conv5_block2_2_conv"]
