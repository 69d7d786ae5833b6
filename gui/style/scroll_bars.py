"""How scroll bars and sliders are painted. A scroll bar is its handle: no arrows, and a ground only under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionSlider

from gui.style.strokes import edge_colour, has, paint_ring, shows_focus, smooth
from gui.window.theme import accents, blend, hairline

EXTENT = 12
SLIDER_PARTS = (QStyle.SubControl.SC_SliderGroove, QStyle.SubControl.SC_SliderHandle)
_LEAST_HANDLE = 28
_State, _Role, _Part = QStyle.StateFlag, QPalette.ColorRole, QStyle.SubControl
_SIDEWAYS = Qt.Orientation.Horizontal


def part_of_scroll_bar(option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
    """Return where a part of a scroll bar is: the handle, the pages before and behind it, the groove of all three."""
    length = _along(option)
    start, size = _handle(option, length)
    spans = {
        _Part.SC_ScrollBarGroove: (0, length),
        _Part.SC_ScrollBarSlider: (start, size),
        _Part.SC_ScrollBarSubPage: (0, start),
        _Part.SC_ScrollBarAddPage: (start + size, length - start - size),
    }
    if part not in spans:
        return QRect()
    begin, extent = spans[part]
    if option.orientation != _SIDEWAYS:
        return QRect(option.rect.topLeft() + QPoint(0, begin), QRect(0, 0, option.rect.width(), extent).size())
    found = QRect(option.rect.topLeft() + QPoint(begin, 0), QRect(0, 0, extent, option.rect.height()).size())
    return QStyle.visualRect(option.direction, option.rect, found)


def _along(option: QStyleOptionSlider) -> int:
    return option.rect.width() if option.orientation == _SIDEWAYS else option.rect.height()


def _handle(option: QStyleOptionSlider, length: int) -> tuple[int, int]:
    """Return where the handle begins, and how long it is, in pixels."""
    scope = option.maximum - option.minimum
    if scope <= 0:
        return 0, length
    size = max(_LEAST_HANDLE, round(length * option.pageStep / (scope + option.pageStep)))
    size = min(size, length)
    start = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - size, option.upsideDown
    )
    return start, size


def paint_scroll_bar(option: QStyleOptionSlider, painter: QPainter) -> None:
    """Paint the handle, and under the mouse a groove."""
    palette = option.palette
    painter.fillRect(option.rect, palette.color(_Role.Base))
    if option.maximum <= option.minimum:
        return
    held = has(option, _State.State_Sunken) and option.activeSubControls == _Part.SC_ScrollBarSlider
    touched = has(option, _State.State_MouseOver)
    bar = QRectF(part_of_scroll_bar(option, _Part.SC_ScrollBarSlider))
    slim = 2.0 if touched or held else 3.0
    bar = bar.adjusted(2, slim, -2, -slim) if option.orientation == _SIDEWAYS else bar.adjusted(slim, 2, -slim, -2)
    radius = min(bar.width(), bar.height()) / 2
    with smooth(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        share = 0.6 if held else 0.46 if touched else 0.32
        painter.setBrush(blend(palette.color(_Role.Text), palette.color(_Role.Base), share))
        painter.drawRoundedRect(bar, radius, radius)


def paint_slider(option: QStyleOptionSlider, painter: QPainter, groove: QRect, handle: QRect) -> None:
    """Paint the groove, of ice up to the handle, and a round handle."""
    palette, enabled = option.palette, has(option, _State.State_Enabled)
    ice = accents(palette).ice if enabled else palette.color(QPalette.ColorGroup.Disabled, _Role.ButtonText)
    sideways = option.orientation == _SIDEWAYS
    track, middle = QRectF(groove), QRectF(handle).center()
    if sideways:
        track.setTop(middle.y() - 2)
        track.setHeight(4)
    else:
        track.setLeft(middle.x() - 2)
        track.setWidth(4)
    with smooth(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(hairline(palette))
        painter.drawRoundedRect(track, 2, 2)
        painter.setBrush(ice)
        painter.drawRoundedRect(_part_passed(option, track, middle.x() if sideways else middle.y()), 2, 2)
        painter.setPen(QPen(ice if enabled else edge_colour(palette), 1.5))
        painter.setBrush(ice if has(option, _State.State_Sunken) else palette.color(_Role.Button))
        radius = min(handle.width(), handle.height(), 14) / 2
        painter.drawEllipse(middle, radius, radius)
        if shows_focus(option):
            paint_ring(option, painter)


def _part_passed(option: QStyleOptionSlider, track: QRectF, middle: float) -> QRectF:
    passed = QRectF(track)
    if option.orientation == _SIDEWAYS:
        if option.upsideDown:
            passed.setLeft(middle)
        else:
            passed.setRight(middle)
    elif option.upsideDown:
        passed.setTop(middle)
    else:
        passed.setBottom(middle)
    return passed
