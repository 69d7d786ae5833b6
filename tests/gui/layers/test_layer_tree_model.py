"""The tree as a model: its rows are the network's, its boxes the plan's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, FreezeState, group_state, parse_spec, trainable_layers
from gui.layers.layer_tree_model import NODE_ROLE, STATE_ROLE, Column, LayerTreeModel

_BOX_OF_STATE = {
    FreezeState.FROZEN: Qt.CheckState.Unchecked,
    FreezeState.MIXED: Qt.CheckState.PartiallyChecked,
    FreezeState.TRAINABLE: Qt.CheckState.Checked,
}


def _rows(model: LayerTreeModel, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
    above = QModelIndex() if parent is None else parent
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        yield index
        yield from _rows(model, index)


def _row(model: LayerTreeModel, name: str) -> QModelIndex:
    return next(index for index in _rows(model) if index.data() == name)


def _text(index: QModelIndex, column: Column) -> str:
    return str(index.siblingAtColumn(column).data())


def _box(index: QModelIndex) -> Qt.CheckState | None:
    value = index.data(Qt.ItemDataRole.CheckStateRole)
    return None if value is None else Qt.CheckState(value)


def test_top_rows_go_from_the_image_to_the_head(model: LayerTreeModel) -> None:
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert names == ["input", "conv1", "conv2", "conv3", "conv4", "conv5", "pooling", "head"]


def test_every_layer_of_the_network_has_one_row(model: LayerTreeModel, network: NetworkDescription) -> None:
    leaves = [index.data() for index in _rows(model) if not model.hasChildren(index)]
    assert sorted(leaves) == sorted([layer.name for layer in network.layers] + ["head"])


def test_stages_hold_blocks_and_blocks_hold_layers(model: LayerTreeModel) -> None:
    counts = {name: model.rowCount(_row(model, name)) for name in ("conv2", "conv3", "conv4", "conv5")}
    assert counts == {"conv2": 3, "conv3": 4, "conv4": 6, "conv5": 3}
    assert _row(model, "conv5_block3_2_conv").parent().data() == "conv5_block3"
    assert _row(model, "conv5_block3").parent().data() == "conv5"


def test_columns_say_type_shape_and_parameters(model: LayerTreeModel) -> None:
    layer = _row(model, "conv5_block3_2_conv")
    texts = [_text(layer, column) for column in Column]
    assert texts == ["conv5_block3_2_conv", "Conv2D", "7 × 7 × 512", "2,359,808", "Frozen", ""]
    assert _text(_row(model, "conv5_block3_add"), Column.PARAMETERS) == "–"


def test_parameters_of_the_stages_add_up_to_those_of_the_network(
    model: LayerTreeModel, network: NetworkDescription
) -> None:
    tops = [model.index(row, 0) for row in range(model.rowCount())]
    shown = sum(int(_text(top, Column.PARAMETERS).replace(",", "").replace("–", "0")) for top in tops)
    assert shown == sum(layer.parameters for layer in network.layers)


def test_layers_without_weights_have_no_box(model: LayerTreeModel) -> None:
    for name in ("image", "conv5_block3_add", "avg_pool", "preprocessing", "input"):
        index = _row(model, name)
        assert _box(index) is None
        assert not model.flags(index) & Qt.ItemFlag.ItemIsUserCheckable


def test_head_is_always_trainable_and_counts_the_classes(model: LayerTreeModel) -> None:
    head = _row(model, "head")
    assert _text(head, Column.STATE) == "Trainable, always"
    assert head.data(STATE_ROLE) == FreezeState.TRAINABLE
    assert _text(head, Column.SHAPE) == "your classes"
    model.show_classes(7)
    assert _text(head, Column.SHAPE) == "7 classes"


def _check_agreement(model: LayerTreeModel, plan: FreezePlan, network: NetworkDescription) -> None:
    learning = trainable_layers(plan, network)
    for index in _rows(model):
        node = index.data(NODE_ROLE)
        if not node.can_be_thawed:
            continue
        assert _box(index) == _BOX_OF_STATE[group_state(node.layers, plan)], node.name
        if len(node.layers) == 1:
            learns = node.name in learning
            assert (index.data(STATE_ROLE) == FreezeState.TRAINABLE) is learns, node.name
            assert _text(index, Column.STATE).startswith("Trainable") is learns, node.name


@pytest.mark.parametrize("thaw_batch_norm", [False, True])
@pytest.mark.parametrize("spec", ["head", "conv5", "conv4+", "all", "conv5_block3", "conv3_block2_1_conv,conv1"])
def test_boxes_and_states_agree_with_the_plan(
    untested_model: LayerTreeModel, network: NetworkDescription, spec: str, thaw_batch_norm: bool
) -> None:
    plan = FreezePlan(parse_spec(spec, network), thaw_batch_norm)
    untested_model.show_plan(plan)
    _check_agreement(untested_model, plan, network)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_boxes_and_states_agree_with_any_plan(
    untested_model: LayerTreeModel, network: NetworkDescription, data: st.DataObject
) -> None:
    model = untested_model
    can_learn = [layer.name for layer in network.layers if layer.can_be_thawed]
    plan = FreezePlan(data.draw(st.frozensets(st.sampled_from(can_learn))), data.draw(st.booleans()))
    model.show_plan(plan)
    _check_agreement(model, plan, network)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_row_that_a_change_of_plan_concerns_is_announced(
    untested_model: LayerTreeModel, network: NetworkDescription, data: st.DataObject
) -> None:
    model = untested_model
    can_learn = [layer.name for layer in network.layers if layer.can_be_thawed]
    plans = [FreezePlan(data.draw(st.frozensets(st.sampled_from(can_learn)))) for _ in range(2)]
    model.show_plan(plans[0])
    before = {index.data(): (_box(index), _text(index, Column.STATE)) for index in _rows(model)}
    announced: set[str] = set()
    connection = model.dataChanged.connect(
        lambda first, _last, _roles=None: announced.add(first.siblingAtColumn(0).data())
    )
    model.show_plan(plans[1])
    model.dataChanged.disconnect(connection)
    after = {index.data(): (_box(index), _text(index, Column.STATE)) for index in _rows(model)}
    assert announced == {name for name in before if before[name] != after[name]}


def test_click_on_a_box_is_a_wish_and_not_yet_a_change(model: LayerTreeModel, qtbot: QtBot) -> None:
    block = _row(model, "conv5_block3")
    with qtbot.waitSignal(model.thaw_requested) as wished:
        assert model.setData(block, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert wished.args is not None
    names, thaw = wished.args
    assert thaw is True
    assert "conv5_block3_2_conv" in names
    assert "conv5_block3_2_bn" in names
    assert "conv5_block3_add" not in names
    assert _box(block) == Qt.CheckState.Unchecked


def test_row_without_a_box_can_not_be_ticked(model: LayerTreeModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.thaw_requested):
        assert not model.setData(_row(model, "avg_pool"), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)


def test_state_is_told_by_an_icon_and_to_screen_readers(model: LayerTreeModel, network: NetworkDescription) -> None:
    model.show_plan(FreezePlan(parse_spec("conv5_block3", network)))
    icons = {
        name: _row(model, name).data(Qt.ItemDataRole.DecorationRole) for name in ("conv4", "conv5", "conv5_block3")
    }
    assert all(isinstance(icon, QIcon) for icon in icons.values())
    assert len({icon.pixmap(32, 32).toImage().pixelColor(4, 24).rgba() for icon in icons.values()}) > 1
    spoken = _row(model, "conv5_block3").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "conv5_block3, Trainable, not BatchNorm"


def test_batch_norm_that_the_switch_keeps_says_so(model: LayerTreeModel, network: NetworkDescription) -> None:
    thawed = parse_spec("conv5", network)
    layer = _row(model, "conv5_block3_2_bn")
    model.show_plan(FreezePlan(thawed))
    assert _text(layer, Column.STATE) == "Frozen, statistics kept"
    model.show_plan(FreezePlan(thawed, thaw_batch_norm=True))
    assert _text(layer, Column.STATE) == "Trainable, statistics updating"
