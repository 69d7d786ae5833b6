"""The keyboard on the layer map reaches and does everything that the mouse does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from core.network.freeze_plan import FreezePlan, parse_spec

if TYPE_CHECKING:
    from tests.gui.layers.map.conftest import MapUser

#: Said by the offscreen platform for every menu.
_OFFSCREEN = "This plugin does not support"
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_arrows_walk_from_the_head_to_the_image_and_back(user: MapUser) -> None:
    user.press_key(Qt.Key.Key_Down)
    seen = [_current(user)]
    for _ in range(len(user.layer_map.map_scene.rows)):
        user.press_key(Qt.Key.Key_Down)
        seen.append(_current(user))
    assert seen[0] == "head"
    assert list(dict.fromkeys(seen)) == [row.node.name for row in reversed(user.layer_map.map_scene.rows)]
    user.press_key(Qt.Key.Key_Up)
    assert _current(user) == "conv1"


def test_left_and_right_go_from_stage_to_block_to_layer(user: MapUser) -> None:
    user.click(user.words("conv4_block1"))
    user.press_key(Qt.Key.Key_Left)
    assert _current(user) == "conv4"
    user.press_key(Qt.Key.Key_Up)
    assert _current(user) == "conv5"
    user.press_key(Qt.Key.Key_Right)
    assert _current(user) == "conv5_block1"
    user.press_key(Qt.Key.Key_Return)
    user.press_key(Qt.Key.Key_Right)
    assert _current(user) == "conv5_block1_0_conv"
    user.press_key(Qt.Key.Key_Left)
    assert _current(user) == "conv5_block1"


def test_layers_are_walked_across_blocks(user: MapUser) -> None:
    user.zoom_to("conv5_block1")
    user.press_key(Qt.Key.Key_Right)
    user.press_key(Qt.Key.Key_Down)
    assert _current(user) == "conv4_block6_out"


def test_a_layer_stops_being_current_when_it_is_no_longer_seen(user: MapUser) -> None:
    user.zoom_to("conv5_block1")
    user.press_key(Qt.Key.Key_Right)
    user.press_key(Qt.Key.Key_0)
    assert _current(user) == "conv5_block1"
    user.press_key(Qt.Key.Key_Up)
    assert _current(user) == "conv5_block2"


def test_space_toggles_what_is_selected(user: MapUser) -> None:
    user.click(user.words("conv5_block2"))
    user.press_key(Qt.Key.Key_Up, SHIFT)
    user.press_key(Qt.Key.Key_Space)
    assert user.thawed == parse_spec("conv5_block2,conv5_block3", user.network)
    user.press_key(Qt.Key.Key_Space)
    assert user.thawed == frozenset()


def test_space_with_the_mouse_pans_and_toggles_nothing(user: MapUser) -> None:
    user.zoom_to("conv4_block3")
    viewport, bar = user.layer_map.viewport(), user.layer_map.verticalScrollBar()
    before = bar.value()
    QTest.keyPress(user.layer_map, Qt.Key.Key_Space)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(240, 300))
    QTest.mouseMove(viewport, QPoint(240, 250))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(240, 250))
    QTest.keyRelease(user.layer_map, Qt.Key.Key_Space)
    assert bar.value() == before + 50
    assert user.session.plan == FreezePlan()


def test_middle_button_pans(user: MapUser) -> None:
    user.zoom_to("conv4_block3")
    viewport, bar = user.layer_map.viewport(), user.layer_map.verticalScrollBar()
    before = bar.value()
    QTest.mousePress(viewport, Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier, QPoint(240, 300))
    QTest.mouseMove(viewport, QPoint(240, 340))
    QTest.mouseRelease(viewport, Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier, QPoint(240, 340))
    assert bar.value() == before - 40


@pytest.mark.parametrize(("key", "spec"), [(Qt.Key.Key_T, "conv3_block2,conv5"), (Qt.Key.Key_F, "conv5")])
def test_letters_thaw_and_freeze(user: MapUser, key: Qt.Key, spec: str) -> None:
    start = "conv5" if key == Qt.Key.Key_T else "conv3_block2,conv5"
    user.history.change(FreezePlan(parse_spec(start, user.network)), "thaw")
    user.click(user.words("conv3_block2"))
    user.press_key(key)
    assert user.thawed == parse_spec(spec, user.network)


def test_thaw_from_here_up_leaves_what_is_below_as_it_is(user: MapUser) -> None:
    user.history.change(FreezePlan(parse_spec("conv2_block1", user.network)), "thaw")
    user.click(user.words("conv4_block6"))
    user.press_key(Qt.Key.Key_T, SHIFT)
    assert user.thawed == parse_spec("conv2_block1,conv4_block6,conv5", user.network)


def test_the_whole_map_is_selected_with_one_key(user: MapUser) -> None:
    user.press_key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert user.layer_map.selection.names == {layer.name for layer in user.network.layers} | {"head"}
    user.press_key(Qt.Key.Key_Escape)
    assert user.layer_map.selection.names == frozenset()


@pytest.mark.qt_log_ignore(_OFFSCREEN)
def test_context_menu_freezes_and_thaws_what_it_was_opened_on(user: MapUser, qtbot: QtBot) -> None:
    for words, spec in (("Thaw", "conv4_block6"), ("Thaw from here up", "conv4_block6,conv5"), ("Freeze", "conv5")):
        _choose(user, qtbot, words)
        assert user.thawed == parse_spec(spec, user.network)


@pytest.mark.qt_log_ignore(_OFFSCREEN)
def test_context_menu_of_a_block_in_the_selection_acts_on_all_of_it(user: MapUser, qtbot: QtBot) -> None:
    user.click(user.words("conv4_block6"))
    user.press_key(Qt.Key.Key_Up, SHIFT)
    _choose(user, qtbot, "Thaw")
    assert user.thawed == parse_spec("conv4_block6,conv5_block1", user.network)


def test_screen_readers_are_told_where_the_keyboard_stands(user: MapUser) -> None:
    assert user.layer_map.accessibleName() == "Layer map"
    user.click(user.words("conv5_block3"))
    assert user.layer_map.accessibleDescription() == "conv5_block3, Residual block, frozen, 7 by 7 by 2048"
    user.press_key(Qt.Key.Key_Space)
    assert "trainable" in user.layer_map.accessibleDescription()


def _current(user: MapUser) -> str:
    node = user.layer_map.map_cursor.node
    assert node is not None
    return node.name


def _choose(user: MapUser, qtbot: QtBot, words: str) -> None:
    place = user.words("conv4_block6")
    viewport = user.layer_map.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    menu = user.layer_map.findChild(QMenu, "map_menu")
    assert menu is not None
    qtbot.waitUntil(menu.isVisible)
    action = next(action for action in menu.actions() if action.text().replace("&", "") == words)
    with qtbot.waitSignal(menu.destroyed):
        QTest.mouseClick(
            menu,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            menu.actionGeometry(action).center(),
        )
