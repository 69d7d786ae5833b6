"""Thawed BatchNorm says in which of its two modes it is, why, and the same as the switch and as Keras."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QCheckBox

from core.network.backbone import build_backbone
from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, parse_spec, trainable_layers
from core.network.frost_line import freeze_layers
from gui.layers.layer_tree import LayerTree
from gui.layers.layer_tree_model import Column
from gui.layers.node_state import WHY_KEPT, WHY_UPDATING, batch_norm_tip, state_in_words
from gui.layers.page import LayersPage
from gui.layers.plan_history import PlanHistory
from gui.layers.tree_node import TreeNode, build_tree

KEPT, UPDATING = "Frozen, statistics kept", "Trainable, statistics updating"


def node(network: NetworkDescription, *path: str) -> TreeNode:
    rows = list(build_tree(network))
    for name in path[:-1]:
        rows = next(one for one in rows if one.name == name).children
    return next(one for one in rows if one.name == path[-1])


BN = ("conv5", "conv5_block3", "conv5_block3_2_bn")


@pytest.mark.parametrize(
    ("spec", "switch", "words", "why"),
    [
        ("head", False, "Frozen", ""),
        ("head", True, "Frozen", ""),
        ("conv5", False, KEPT, WHY_KEPT),
        ("conv5", True, UPDATING, WHY_UPDATING),
        ("conv5_block3_2_bn", False, KEPT, WHY_KEPT),
    ],
)
def test_layer_says_its_mode_and_why(
    network: NetworkDescription, spec: str, switch: bool, words: str, why: str
) -> None:
    plan = FreezePlan(parse_spec(spec, network), switch)
    layer = node(network, *BN)
    assert state_in_words(layer, plan) == words
    assert batch_norm_tip(layer, plan).endswith(why)
    assert bool(batch_norm_tip(layer, plan)) is bool(why)


def test_block_tells_of_the_batch_norm_in_it(network: NetworkDescription) -> None:
    block, convolution = node(network, *BN[:2]), node(network, *BN[:2], "conv5_block3_2_conv")
    plan = FreezePlan(parse_spec("conv5", network))
    assert state_in_words(block, plan) == "Trainable, not BatchNorm"
    assert batch_norm_tip(block, plan).startswith("BatchNorm here (3 thawed layers) stays frozen")
    assert batch_norm_tip(convolution, plan) == ""


@pytest.mark.parametrize("switch", [False, True])
def test_mode_is_what_keras_will_do(network: NetworkDescription, switch: bool) -> None:
    """A layer with `trainable = False` keeps its statistics under `fit`; one with True updates them."""
    plan = FreezePlan(parse_spec("conv5_block3,conv4_block6", network), switch)
    model = build_backbone(32)
    freeze_layers(model, network, trainable_layers(plan, network))
    for layer in network.layers:
        if layer.is_batch_norm and layer.name in plan.thawed:
            said = state_in_words(node(network, layer.stage, layer.block, layer.name), plan)
            assert said == (UPDATING if model.get_layer(layer.name).trainable else KEPT), layer.name


def test_tree_follows_the_switch_in_words_and_tips(
    page: LayersPage, history: PlanHistory, network: NetworkDescription
) -> None:
    tree = page.findChild(LayerTree, "layer_tree")
    switch = page.findChild(QCheckBox, "thaw_batch_norm")
    assert tree is not None
    assert switch is not None
    history.change(FreezePlan(parse_spec("conv5", network)), "thaw")
    index = QModelIndex()
    for name in BN:
        rows = (tree.model().index(row, 0, index) for row in range(tree.model().rowCount(index)))
        index = next(one for one in rows if one.data() == name)
    state = index.siblingAtColumn(Column.STATE)

    assert state.data() == KEPT
    assert state.data(Qt.ItemDataRole.ToolTipRole) == f"This BatchNorm layer {WHY_KEPT}"
    switch.click()
    assert state.data() == UPDATING
    assert index.data(Qt.ItemDataRole.ToolTipRole) == f"This BatchNorm layer {WHY_UPDATING}"
    history.undo()
    assert state.data() == KEPT
