"""The tool tips of the map teach in one sentence, and say what a click would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from core.network.freeze_plan import FreezePlan, parse_spec
from gui.layers.map.map_words import LINE_TIP, sentence_of_node, tip_of_node

if TYPE_CHECKING:
    from tests.gui.layers.map.conftest import MapUser


def test_every_node_of_the_network_has_something_to_teach(user: MapUser) -> None:
    for row in user.layer_map.map_scene.rows:
        for node in (row.node, *(one.node for one in row.layers)):
            assert sentence_of_node(node, row).endswith("."), node.name
        if row.stage is not None:
            assert sentence_of_node(row.stage, None).endswith("grid.")


def test_tips_say_what_a_click_would_do(user: MapUser) -> None:
    row = user.row("conv5_block2")
    assert "Frozen: click to thaw it." in tip_of_node(row.node, row, FreezePlan())
    thawed = FreezePlan(parse_spec("conv5_block2", user.network))
    assert "Trainable: click to freeze it." in tip_of_node(row.node, row, thawed)
    norm = user.node("conv5_block2_1_bn")
    assert "BatchNorm switch" in tip_of_node(norm, row, thawed)
    assert "always learns" in tip_of_node(user.node("head"), user.row("head"), FreezePlan())


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_tips_are_about_what_is_under_the_pointer(user: MapUser) -> None:
    assert _tip(user, user.shape("conv5_block2")).startswith("conv5_block2, Residual block")
    assert _tip(user, user.grip()) == LINE_TIP
    user.zoom_to("conv5_block2")
    assert "Slides 512 filters of 3 × 3" in _tip(user, user.shape("conv5_block2_2_conv"))


def _tip(user: MapUser, place: QPoint) -> str:
    viewport = user.layer_map.viewport()
    event = QHelpEvent(QEvent.Type.ToolTip, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    return QToolTip.text()
