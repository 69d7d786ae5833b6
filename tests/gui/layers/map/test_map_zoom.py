"""Zoom and scrolling of the map: the whole network or its layers, words of one size, the pointer stays on its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from gui.layers.map.row_geometry import Detail

if TYPE_CHECKING:
    from tests.gui.layers.map.conftest import MapUser


def test_at_first_the_whole_network_is_seen_without_scroll_bars(user: MapUser) -> None:
    assert user.layer_map.viewport().rect().contains(user.shape("head"))
    assert user.layer_map.viewport().rect().contains(user.shape("input"))
    assert not user.layer_map.verticalScrollBar().isVisible()
    assert not user.layer_map.horizontalScrollBar().isVisible()


def test_layers_appear_when_zoomed_in_and_go_when_zoomed_out(user: MapUser) -> None:
    row = user.row("conv5_block1")
    assert not user.layer_map.targets.shows_layers(row)
    user.zoom_to("conv5_block1")
    assert user.layer_map.targets.shows_layers(row)
    user.press_key(Qt.Key.Key_Home)
    assert not user.layer_map.targets.shows_layers(row)


def test_enter_brings_the_whole_open_block_into_sight(user: MapUser) -> None:
    for name in ("conv2_block1", "conv5_block3", "conv1"):
        user.press_key(Qt.Key.Key_0)
        user.zoom_to(name)
        area = user.layer_map.targets.rect_of(user.node(name))
        assert area.top() >= 0
        assert area.bottom() <= user.layer_map.viewport().height()


def test_keys_and_buttons_zoom_by_the_same_steps(user: MapUser) -> None:
    start = user.layer_map.zoom
    user.press_key(Qt.Key.Key_Plus)
    by_key = user.layer_map.zoom
    user.press_key(Qt.Key.Key_Minus)
    assert user.layer_map.zoom == pytest.approx(start)
    _button(user, "map_zoom_in").click()
    assert user.layer_map.zoom == pytest.approx(by_key) != start
    _button(user, "map_zoom_out").click()
    _button(user, "map_zoom_in").click()
    _button(user, "map_fit").click()
    assert user.layer_map.zoom == pytest.approx(start)


def test_control_and_wheel_zoom_around_the_pointer(user: MapUser) -> None:
    _turn_wheel(user, QPoint(240, 400), 120 * 8, Qt.KeyboardModifier.ControlModifier)
    place = user.layer_map.mapToScene(240, 400).y()
    zoom = user.layer_map.zoom
    _turn_wheel(user, QPoint(240, 400), 120, Qt.KeyboardModifier.ControlModifier)
    assert user.layer_map.zoom > zoom
    assert user.layer_map.mapToScene(240, 400).y() == pytest.approx(place, abs=1.5 / zoom)


def test_pinching_on_a_touchpad_zooms_around_the_pointer(user: MapUser) -> None:
    zoom, place = user.layer_map.zoom, QPointF(240, 400)
    fixed = user.layer_map.mapToScene(240, 400).y()
    for _ in range(10):
        event = QNativeGestureEvent(
            Qt.NativeGestureType.ZoomNativeGesture,
            QPointingDevice.primaryPointingDevice(),
            2,
            place,
            place,
            QPointF(user.layer_map.viewport().mapToGlobal(place)),
            0.2,
            QPointF(),
        )
        QApplication.sendEvent(user.layer_map.viewport(), event)
    assert user.layer_map.zoom == pytest.approx(zoom * 1.2**10)
    assert user.layer_map.mapToScene(240, 400).y() == pytest.approx(fixed, abs=2)


def test_two_fingers_on_a_screen_zoom(user: MapUser) -> None:
    device, viewport, zoom = QTest.createTouchDevice(), user.layer_map.viewport(), user.layer_map.zoom
    QTest.touchEvent(viewport, device).press(0, QPoint(240, 280), viewport).press(
        1, QPoint(240, 320), viewport
    ).commit()
    for apart in range(20, 160, 10):
        fingers = QTest.touchEvent(viewport, device)
        fingers.move(0, QPoint(240, 300 - apart), viewport).move(1, QPoint(240, 300 + apart), viewport).commit()
    fingers = QTest.touchEvent(viewport, device)
    fingers.release(0, QPoint(240, 150), viewport).release(1, QPoint(240, 450), viewport).commit()
    assert user.layer_map.zoom > 2 * zoom
    assert user.history.count() == 0


def test_the_wheel_alone_scrolls(user: MapUser) -> None:
    user.zoom_to("conv3_block2")
    zoom, before = user.layer_map.zoom, user.layer_map.verticalScrollBar().value()
    _turn_wheel(user, QPoint(240, 300), -120, Qt.KeyboardModifier.NoModifier)
    assert user.layer_map.verticalScrollBar().value() > before
    assert user.layer_map.zoom == zoom


def test_zoom_keeps_within_its_range(user: MapUser) -> None:
    least = user.layer_map.zoom
    for _ in range(40):
        user.press_key(Qt.Key.Key_Plus)
    assert all(user.layer_map.targets.shows_layers(row) for row in user.layer_map.map_scene.rows if len(row.layers) > 1)
    most = user.layer_map.zoom
    user.press_key(Qt.Key.Key_Plus)
    assert user.layer_map.zoom == most
    for _ in range(40):
        user.press_key(Qt.Key.Key_Minus)
    assert user.layer_map.zoom == pytest.approx(least)


def test_a_fitted_map_stays_fitted_when_the_view_is_resized(user: MapUser, qtbot: QtBot) -> None:
    for size in ((480, 900), (900, 700), (470, 665)):
        user.layer_map.resize(*size)
        QApplication.processEvents()
        assert not user.layer_map.verticalScrollBar().isVisible()
        assert not user.layer_map.horizontalScrollBar().isVisible()
        bottom = user.layer_map.targets.rect_of(user.node("input")).bottom()
        assert bottom == pytest.approx(user.layer_map.viewport().height(), abs=2)


def test_a_narrow_map_leaves_out_the_stages_and_a_low_one_scrolls(user: MapUser) -> None:
    user.layer_map.resize(400, 320)
    QApplication.processEvents()
    layout = user.layer_map.map_scene.layout
    assert layout is not None
    assert not layout.columns.has_stages
    assert user.layer_map.verticalScrollBar().isVisible()
    heights = [user.layer_map.targets.rect_of(row.node).height() for row in user.layer_map.map_scene.rows]
    assert min(heights) >= user.layer_map.fontMetrics().height()


def test_a_larger_font_makes_room_for_its_words(user: MapUser) -> None:
    layout = user.layer_map.map_scene.layout
    assert layout is not None
    before = layout.height
    font = user.layer_map.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    user.layer_map.setFont(font)
    after = user.layer_map.map_scene.layout
    assert after is not None
    assert after.height > before
    heights = [user.layer_map.targets.rect_of(row.node).height() for row in user.layer_map.map_scene.rows]
    assert min(heights) >= user.layer_map.fontMetrics().height()


@pytest.mark.parametrize("size", [(480, 665), (300, 300), (1000, 960)])
def test_the_strip_under_the_map_neither_covers_it_nor_is_cut(user: MapUser, size: tuple[int, int]) -> None:
    for zoomed in (False, True):
        user.layer_map.resize(*size)
        if zoomed:
            user.zoom_to("conv4_block6")
        QApplication.processEvents()
        strip, seen = user.layer_map.footer.geometry(), user.layer_map.viewport().geometry()
        assert strip.top() == seen.bottom() + 1
        assert strip.height() >= user.layer_map.footer.sizeHint().height()
        assert user.layer_map.contentsRect().contains(strip)


def test_silhouettes_come_before_words(user: MapUser) -> None:
    item = user.layer_map.map_scene.item_of(user.row("conv4_block2"))
    seen = []
    for _ in range(12):
        user.press_key(Qt.Key.Key_Plus)
        height = round(user.layer_map.targets.rect_of(user.node("conv4_block2")).height())
        seen.append(item.geometry(height).detail)
    assert list(dict.fromkeys(seen)) == [Detail.BLOCK, Detail.SILHOUETTES, Detail.LAYERS]


def _button(user: MapUser, name: str) -> QToolButton:
    button = user.layer_map.findChild(QToolButton, name)
    assert button is not None
    assert button.accessibleName()
    return button


def _turn_wheel(user: MapUser, place: QPoint, delta: int, modifiers: Qt.KeyboardModifier) -> None:
    viewport = user.layer_map.viewport()
    event = QWheelEvent(
        QPointF(place),
        QPointF(viewport.mapToGlobal(place)),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)
