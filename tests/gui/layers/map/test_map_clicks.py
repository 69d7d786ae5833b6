"""Clicks on the layer map: shapes toggle, words select, modifiers select more, a rubber band selects many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.network.freeze_plan import FreezePlan, parse_spec

if TYPE_CHECKING:
    from tests.gui.layers.map.conftest import MapUser

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize("block", ["conv5_block3", "conv4_block1", "conv2_block1", "conv1"])
def test_a_click_on_a_block_thaws_it_and_a_second_one_freezes_it(user: MapUser, block: str) -> None:
    user.click(user.shape(block))
    assert user.thawed == parse_spec(block, user.network)
    user.click(user.shape(block))
    assert user.thawed == frozenset()


def test_a_click_on_the_name_of_a_block_selects_it_and_changes_nothing(user: MapUser) -> None:
    user.click(user.words("conv4_block2"))
    assert user.layer_map.selection.names == {
        layer.name for layer in user.network.layers if layer.block == "conv4_block2"
    }
    assert user.session.plan == FreezePlan()
    assert user.history.count() == 0


def test_a_click_on_the_mark_of_a_stage_thaws_the_stage(user: MapUser) -> None:
    user.click(user.stage_mark("conv3"))
    assert user.thawed == parse_spec("conv3", user.network)


def test_a_partly_thawed_block_is_thawed_whole_by_a_click(user: MapUser) -> None:
    user.history.change(FreezePlan(parse_spec("conv5_block1_2_conv", user.network)), "thaw")
    user.click(user.shape("conv5_block1"))
    assert user.thawed == parse_spec("conv5_block1", user.network)


@pytest.mark.parametrize("layer", ["conv5_block1_2_conv", "conv5_block1_0_conv", "conv5_block1_3_bn"])
def test_a_click_on_a_layer_thaws_that_layer_alone_once_layers_are_seen(user: MapUser, layer: str) -> None:
    user.zoom_to("conv5_block1")
    user.click(user.shape(layer))
    assert user.thawed == {layer}
    user.click(user.shape(layer))
    assert user.thawed == frozenset()


def test_an_open_block_is_toggled_by_its_upper_line(user: MapUser) -> None:
    user.zoom_to("conv5_block1")
    user.click(user.shape("conv5_block1"))
    assert user.thawed == parse_spec("conv5_block1", user.network)


@pytest.mark.parametrize("name", ["head", "pooling", "input"])
def test_a_click_on_what_can_not_be_thawed_changes_nothing(user: MapUser, name: str) -> None:
    user.click(user.shape(name))
    assert user.session.plan == FreezePlan()
    assert user.layer_map.selection.names


def test_control_click_adds_to_the_selection_and_takes_away_without_toggling(user: MapUser) -> None:
    user.click(user.words("conv4_block2"))
    user.click(user.shape("conv5_block2"), CONTROL)
    assert user.layer_map.selection.names == _layers_of(user, "conv4_block2", "conv5_block2")
    user.click(user.shape("conv4_block2"), CONTROL)
    assert user.layer_map.selection.names == _layers_of(user, "conv5_block2")
    assert user.session.plan == FreezePlan()


def test_shift_click_selects_all_blocks_on_the_way(user: MapUser) -> None:
    user.click(user.words("conv4_block5"))
    user.click(user.shape("conv5_block2"), SHIFT)
    expected = _layers_of(user, "conv4_block5", "conv4_block6", "conv5_block1", "conv5_block2")
    assert user.layer_map.selection.names == expected
    assert user.session.plan == FreezePlan()


def test_a_click_beside_everything_clears_the_selection(user: MapUser) -> None:
    user.click(user.words("conv4_block2"))
    user.click(QPoint(300, 4))
    assert user.layer_map.selection.names == frozenset()


def test_a_rubber_band_selects_the_blocks_that_it_touches_and_toggles_none(user: MapUser) -> None:
    top, bottom = user.shape("conv5_block3"), user.shape("conv4_block5")
    user.draw_band(QPoint(top.x() - 20, bottom.y()), QPoint(top.x() + 40, top.y()))
    expected = ("conv4_block5", "conv4_block6", "conv5_block1", "conv5_block2", "conv5_block3")
    assert user.layer_map.selection.names == _layers_of(user, *expected)
    assert user.session.plan == FreezePlan()
    assert user.history.count() == 0


def test_a_rubber_band_with_control_adds_to_what_was_selected(user: MapUser) -> None:
    user.click(user.words("conv2_block2"))
    place = user.shape("conv5_block2")
    user.draw_band(place - QPoint(30, 3), place + QPoint(30, 3), CONTROL)
    assert user.layer_map.selection.names == _layers_of(user, "conv2_block2", "conv5_block2")


def test_a_rubber_band_over_an_open_block_selects_layers(user: MapUser) -> None:
    user.zoom_to("conv5_block1")
    first, last = user.shape("conv5_block1_1_conv"), user.shape("conv5_block1_2_conv")
    user.draw_band(first - QPoint(6, 0), last + QPoint(6, 0))
    expected = ("1_conv", "1_bn", "1_relu", "2_conv")
    assert user.layer_map.selection.names == {f"conv5_block1_{name}" for name in expected}


def test_what_a_rubber_band_selected_is_thawed_with_one_key_and_one_entry(user: MapUser) -> None:
    top, bottom = user.shape("conv5_block3"), user.shape("conv5_block1")
    user.draw_band(QPoint(top.x() - 20, bottom.y()), QPoint(top.x() + 40, top.y()))
    user.press_key(Qt.Key.Key_T)
    assert user.thawed == parse_spec("conv5", user.network)
    assert user.history.count() == 1


def test_each_click_is_one_entry_that_can_be_undone(user: MapUser) -> None:
    user.click(user.shape("conv5_block3"))
    user.click(user.shape("conv5_block2"))
    assert user.history.undoText() == "thaw conv5_block2"
    user.history.undo()
    assert user.thawed == parse_spec("conv5_block3", user.network)


def test_a_press_that_moves_is_no_click(user: MapUser) -> None:
    viewport, place = user.layer_map.viewport(), user.shape("conv5_block3")
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QTest.mouseMove(viewport, place + QPoint(60, 0))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place + QPoint(60, 0))
    assert user.session.plan == FreezePlan()


def _layers_of(user: MapUser, *blocks: str) -> set[str]:
    return {layer.name for layer in user.network.layers if layer.block in blocks}
