"""The frost line on the map: everything above it is thawed, everything below it is frozen, one entry for each drag."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, frost_line, layers_up_to, parse_spec
from gui.layers.map.frost_rule import layers_above, offered_cuts

if TYPE_CHECKING:
    from tests.gui.layers.map.conftest import MapUser

ALT, LEFT, PLAIN = Qt.KeyboardModifier.AltModifier, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def test_the_line_stands_where_the_plan_puts_it(user: MapUser) -> None:
    for spec in ("head", "conv5", "conv4_block3", "conv2_block1_0_conv", "all"):
        plan = FreezePlan(parse_spec(spec, user.network))
        user.session.set_plan(plan)
        layout = user.layer_map.map_scene.layout
        assert layout is not None
        assert user.layer_map.map_scene.line.pos().y() == layout.height_of_cut(frost_line(plan, user.network))


def test_the_line_says_after_which_block_it_lies(user: MapUser) -> None:
    user.session.set_plan(FreezePlan(parse_spec("conv5", user.network)))
    assert user.layer_map.map_scene.line.words == "Frost line: after conv4_block6"


def test_dragging_the_line_thaws_all_above_and_freezes_all_below(user: MapUser) -> None:
    # Given a plan with thawed layers on both sides of where the line will be
    user.history.change(FreezePlan(parse_spec("conv2_block2,conv5_block1_2_conv", user.network)), "thaw")
    user.take_line()
    user.drag_line("conv4_block3_out")
    user.drop_line("conv4_block3_out")
    below = layers_up_to("conv4_block3_out", user.network)
    expected = {layer.name for layer in user.network.layers if layer.can_be_thawed and layer.name not in below}
    assert user.thawed == expected
    assert user.line == "conv4_block3_out"


def test_the_plan_follows_while_the_line_is_dragged_and_the_drag_is_one_entry(user: MapUser) -> None:
    user.take_line()
    for cut in ("conv5_block2_out", "conv5_block1_out", "conv4_block6_out"):
        user.drag_line(cut)
        assert user.line == cut
        assert user.history.count() == 0
    user.drop_line("conv4_block6_out")
    assert user.thawed == parse_spec("conv5", user.network)
    assert user.history.count() == 1
    user.history.undo()
    assert user.session.plan == FreezePlan()
    user.history.redo()
    assert user.thawed == parse_spec("conv5", user.network)


def test_the_line_snaps_to_the_nearest_block(user: MapUser) -> None:
    user.take_line()
    place = QPoint(150, user.height_of("conv3_block2_out") + 9)
    QTest.mouseMove(user.layer_map.viewport(), place)
    assert user.line == "conv3_block2_out"
    QTest.mouseRelease(user.layer_map.viewport(), LEFT, PLAIN, place)


def test_escape_gives_up_the_drag_and_restores_the_plan(user: MapUser) -> None:
    before = FreezePlan(parse_spec("conv3_block2_1_conv,conv5", user.network))
    user.history.change(before, "thaw")
    user.take_line()
    user.drag_line("conv5_block2_out")
    user.press_key(Qt.Key.Key_Escape)
    assert user.session.plan == before
    user.drop_line("conv5_block2_out")
    assert user.session.plan == before
    assert user.history.count() == 1


def test_a_drag_that_ends_where_it_began_leaves_no_entry(user: MapUser) -> None:
    user.take_line()
    user.drag_line("conv4_block1_out")
    user.drag_line("avg_pool")
    user.drop_line("avg_pool")
    assert user.session.plan == FreezePlan()
    assert user.history.count() == 0


def test_undo_in_the_middle_of_a_drag_is_not_lost(user: MapUser) -> None:
    user.click(user.shape("conv5_block3"))
    user.take_line()
    user.drag_line("conv4_block1_out")
    user.history.undo()
    assert user.session.plan == FreezePlan()
    user.drop_line("conv5_block1_out")
    assert user.line == "conv5_block1_out"
    user.history.undo()
    assert user.session.plan == FreezePlan()


@pytest.mark.parametrize("from_", ["head", "conv4_block2", "all"])
def test_alt_and_arrows_move_the_line_by_one_block(user: MapUser, from_: str) -> None:
    user.history.change(FreezePlan(parse_spec(from_, user.network)), "thaw")
    cuts = offered_cuts(user.network)
    place = cuts.index(user.line)
    user.press_key(Qt.Key.Key_Down, ALT)
    assert user.line == cuts[max(0, place - 1)]
    assert user.thawed == layers_above(user.line, user.network)
    user.press_key(Qt.Key.Key_Up, ALT)
    user.press_key(Qt.Key.Key_Up, ALT)
    assert user.line == cuts[min(len(cuts) - 1, max(0, place - 1) + 2)]


def test_every_place_of_the_line_is_reached_by_keys(user: MapUser) -> None:
    seen = [user.line]
    for _ in range(len(user.network.cut_points)):
        user.press_key(Qt.Key.Key_Down, ALT)
        if user.line != seen[-1]:
            seen.append(user.line)
    assert tuple(reversed(seen)) == offered_cuts(user.network)


def test_the_switch_for_batch_norm_survives_a_drag(user: MapUser) -> None:
    user.session.set_plan(FreezePlan(thaw_batch_norm=True))
    user.take_line()
    user.drag_line("conv4_block6_out")
    user.drop_line("conv4_block6_out")
    assert user.session.plan == FreezePlan(parse_spec("conv5", user.network), thaw_batch_norm=True)


def test_dragging_beyond_the_edge_scrolls_the_zoomed_map(user: MapUser, qtbot: QtBot) -> None:
    user.zoom_to("conv4_block6")
    user.session.set_plan(FreezePlan(parse_spec("conv4_block6,conv5", user.network)))
    bar = user.layer_map.verticalScrollBar()
    user.layer_map.make_visible(user.layer_map.targets.rect_of_line())
    user.take_line()
    viewport = user.layer_map.viewport()
    QTest.mouseMove(viewport, QPoint(150, viewport.height() + 200))
    before = bar.value()
    qtbot.waitUntil(lambda: bar.value() > before + 300)
    QTest.mouseRelease(viewport, LEFT, PLAIN, QPoint(150, viewport.height() - 4))
    assert user.network.cut_points.index(user.line) < user.network.cut_points.index("conv4_block5_out")


def test_only_cuts_at_which_the_line_would_stay_are_offered(network: NetworkDescription) -> None:
    cuts = offered_cuts(network)
    assert "conv5_block3_out" not in cuts
    assert "avg_pool" in cuts
    assert cuts[0] == network.cut_points[0]
    for cut in cuts:
        assert frost_line(FreezePlan(layers_above(cut, network)), network) == cut
