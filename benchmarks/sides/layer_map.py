"""Drag the frost line of a layer map up and down, and tell how long each redraw took.

A redraw is everything from the move of the mouse to the painted window: hit test, plan, states, items, paint. It is
counted in processor time, since a frame may be missed because of other programs, but not because of us.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from core.network.backbone import describe_network
from gui.layers.map.layer_map import LayerMap
from gui.layers.plan_history import PlanHistory
from gui.session import Session


def measure(width: int, height: int, rounds: int) -> list[float]:
    """Return the seconds of each redraw of a map of this size, in device-independent pixels."""
    application = QApplication.instance() or QApplication([])
    session = Session()
    session.set_network(describe_network())
    layer_map = LayerMap(session=session, history=PlanHistory(session=session))
    layer_map.resize(width, height)
    layer_map.show()
    application.processEvents()
    heights = _heights_of_cuts(layer_map)
    _send(layer_map, QEvent.Type.MouseButtonPress, _line(layer_map))
    seconds = []
    for down in (heights + heights[::-1]) * rounds:
        started = time.process_time()
        _send(layer_map, QEvent.Type.MouseMove, QPointF(width / 2, down))
        application.processEvents()
        seconds.append(time.process_time() - started)
    _send(layer_map, QEvent.Type.MouseButtonRelease, QPointF(width / 2, heights[0]))
    return seconds


def _heights_of_cuts(layer_map: LayerMap) -> list[float]:
    layout, network = layer_map.map_scene.layout, layer_map.network
    assert layout is not None
    assert network is not None
    return [float(layer_map.mapFromScene(0, layout.height_of_cut(cut)).y()) for cut in network.cut_points]


def _line(layer_map: LayerMap) -> QPointF:
    return QPointF(layer_map.viewport().width() / 2, layer_map.mapFromScene(layer_map.map_scene.line.pos()).y())


def _send(layer_map: LayerMap, kind: QEvent.Type, point: QPointF) -> None:
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
    place = layer_map.viewport().mapToGlobal(point)
    event = QMouseEvent(kind, point, place, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(layer_map.viewport(), event)
