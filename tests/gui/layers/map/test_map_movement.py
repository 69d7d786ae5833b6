"""How much each layer moved, as colours: logarithmic, ordered by lightness, told in numbers too."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from core.network.freeze_plan import FreezePlan, FreezeState, parse_spec
from gui.layers.map.movement import LEAST, MOST, decades, movement_colour, movement_in_words, place_on_scale
from gui.layers.map.style import map_colours
from gui.window.theme import relative_luminance

if TYPE_CHECKING:
    from tests.gui.layers.map.conftest import MapUser


def test_the_scale_is_logarithmic_and_ends_where_it_says() -> None:
    assert place_on_scale(0.0) == place_on_scale(LEAST) == 0.0
    assert place_on_scale(MOST) == place_on_scale(10.0) == 1.0
    assert place_on_scale(1e-3) == pytest.approx(0.5)
    assert decades() == (-5, -4, -3, -2, -1)


@pytest.mark.parametrize("on_dark", [False, True])
def test_more_movement_is_always_further_from_the_ground(on_dark: bool) -> None:
    values = [LEAST * (MOST / LEAST) ** (step / 30) for step in range(31)]
    lightness = [relative_luminance(movement_colour(value, on_dark=on_dark)) for value in values]
    for less, more in itertools.pairwise(lightness):
        assert (more > less) if on_dark else (more < less)


@pytest.mark.parametrize(
    ("value", "words"),
    [(0.0, "not moved"), (1e-7, "< 0.001 %"), (2e-5, "0.002 %"), (0.0034, "0.34 %"), (0.14, "14 %"), (1.5, "150 %")],
)
def test_movement_is_told_in_numbers(value: float, words: str) -> None:
    assert movement_in_words(value) == words


def test_layers_are_coloured_by_their_movement_and_blocks_by_their_strongest(user: MapUser) -> None:
    user.session.set_plan(FreezePlan(parse_spec("conv5", user.network)))
    values = {layer.name: 0.0 for layer in user.network.layers if layer.can_be_thawed}
    values |= {"conv5_block3_1_conv": 1e-4, "conv5_block3_2_conv": 1e-2}
    user.layer_map.show_movement(values)
    content = user.layer_map.map_scene.item_of(user.row("conv5_block3")).content
    assert content.block.moved == 1e-2
    place = user.shape("conv5_block3")
    picture = _grab(user)
    assert picture.pixelColor(place.x() - 30, place.y()).rgb() == movement_colour(1e-2, on_dark=False).rgb()
    still = user.shape("conv2_block2")
    neutral = map_colours(user.layer_map.palette()).pale_fills[None]
    assert picture.pixelColor(still.x() - 16, still.y()).rgb() == neutral.rgb()
    assert user.layer_map.footer.shows_legend


def test_no_movement_returns_to_the_colours_of_the_plan(user: MapUser) -> None:
    user.layer_map.show_movement({"conv5_block3_1_conv": 0.01})
    user.layer_map.show_movement(None)
    colours, place = map_colours(user.layer_map.palette()), user.shape("conv5_block3")
    assert _grab(user).pixelColor(place.x() - 30, place.y()).rgb() == colours.fills[FreezeState.FROZEN].rgb()
    assert not user.layer_map.footer.shows_legend


def test_layers_can_be_thawed_while_movement_is_shown(user: MapUser) -> None:
    user.layer_map.show_movement({})
    user.click(user.shape("conv5_block3"))
    assert user.thawed == parse_spec("conv5_block3", user.network)
    user.press_key(Qt.Key.Key_Space)
    assert user.thawed == frozenset()


def _grab(user: MapUser) -> QImage:
    QApplication.processEvents()
    return user.layer_map.viewport().grab().toImage()
