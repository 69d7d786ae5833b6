"""How buttons, check boxes and radio buttons are painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionButton

from gui.style.strokes import (
    RADIUS,
    answering,
    edge_colour,
    edge_of,
    ground_of,
    has,
    on_pixels,
    paint_ring,
    shows_focus,
    smooth,
)
from gui.window.theme import accents, blend, is_dark

INDICATOR = 16
_State, _Role = QStyle.StateFlag, QPalette.ColorRole
_TICK = ((0.24, 0.53), (0.43, 0.71), (0.77, 0.31))
_NIGHT = QColor("#0d1a24")


def paint_button(option: QStyleOption, painter: QPainter) -> None:
    """Paint the ground of a push button: paper with an edge, or all ice if it is what one came for."""
    palette = option.palette
    flat = isinstance(option, QStyleOptionButton) and bool(option.features & QStyleOptionButton.ButtonFeature.Flat)
    held = has(option, _State.State_On)
    if flat and not (held or has(option, _State.State_MouseOver) or has(option, _State.State_Sunken)):
        ground, edge = QColor(Qt.GlobalColor.transparent), QColor(Qt.GlobalColor.transparent)
    elif is_main(option):
        ground = edge = answering(accents(palette).ice, option)
    elif held and has(option, _State.State_Enabled):
        ground = answering(blend(accents(palette).ice, palette.color(_Role.Button), 0.16), option)
        edge = accents(palette).ice
    else:
        ground, edge = ground_of(option), edge_of(option)
    with smooth(painter):
        painter.setPen(edge)
        painter.setBrush(ground)
        painter.drawRoundedRect(on_pixels(option.rect), RADIUS, RADIUS)
        if shows_focus(option):
            _paint_focus_of_button(option, painter)


def _paint_focus_of_button(option: QStyleOption, painter: QPainter) -> None:
    """Paint the ring; on a button that is all ice, where ice would not show, in the colour of its words."""
    if not is_main(option):
        paint_ring(option, painter)
        return
    painter.setPen(QPen(on_ice(option.palette), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(on_pixels(option.rect, 3.0), RADIUS - 3.0, RADIUS - 3.0)


def paint_tool_button(option: QStyleOption, painter: QPainter) -> None:
    """Paint the ground of a tool button: none, until the mouse or the focus comes."""
    held = has(option, _State.State_On)
    touched = has(option, _State.State_MouseOver) or has(option, _State.State_Sunken)
    raised = has(option, _State.State_Raised) and not has(option, _State.State_AutoRaise)
    with smooth(painter):
        if has(option, _State.State_Enabled) and (held or touched or raised):
            ground = option.palette.color(_Role.Button)
            if held:
                ground = blend(accents(option.palette).ice, ground, 0.16)
            painter.setPen(accents(option.palette).ice if held else edge_colour(option.palette))
            painter.setBrush(answering(ground, option))
            painter.drawRoundedRect(on_pixels(option.rect), RADIUS, RADIUS)
        if shows_focus(option):
            paint_ring(option, painter)


def is_main(option: QStyleOption) -> bool:
    """Return whether a button is the one that Enter presses, and can be pressed."""
    return (
        isinstance(option, QStyleOptionButton)
        and bool(option.features & QStyleOptionButton.ButtonFeature.DefaultButton)
        and has(option, _State.State_Enabled)
    )


def on_ice(palette: QPalette) -> QColor:
    """Return the colour of words on ice."""
    return _NIGHT if is_dark(palette) else QColor(Qt.GlobalColor.white)


def label_of(option: QStyleOptionButton) -> QStyleOptionButton:
    """Return how icon and words of a button are to be painted: on ice in a colour that shows on it."""
    if not is_main(option):
        return option
    label = QStyleOptionButton(option)
    colour = on_ice(option.palette)
    palette = QPalette(option.palette)
    palette.setColor(_Role.ButtonText, colour)
    label.palette = palette
    if not option.icon.isNull():
        label.icon = _in_colour(option.icon, option.iconSize, colour)
    return label


def _in_colour(icon: QIcon, size: QSize, colour: QColor) -> QIcon:
    pixmap = icon.pixmap(size, 2.0)
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), colour)
    painter.end()
    return QIcon(pixmap)


def paint_check_box(option: QStyleOption, painter: QPainter) -> None:
    """Paint the box: ice with a tick, ice with a bar for 'some of it', or empty."""
    on, partly = has(option, _State.State_On), has(option, _State.State_NoChange)
    edge = min(INDICATOR, option.rect.width(), option.rect.height())
    box = QRectF(0, 0, edge, edge)
    box.moveCenter(QRectF(option.rect).center())
    box = box.adjusted(0.5, 0.5, -0.5, -0.5)
    with smooth(painter):
        _set_ground(option, painter, filled=on or partly)
        painter.drawRoundedRect(box, 3.5, 3.5)
        if on:
            painter.setPen(
                QPen(_mark(option), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            )
            painter.drawPolyline([box.topLeft() + QPointF(x * box.width(), y * box.height()) for x, y in _TICK])
        elif partly:
            painter.setPen(QPen(_mark(option), 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            middle = box.center()
            painter.drawLine(middle - QPointF(edge * 0.22, 0), middle + QPointF(edge * 0.22, 0))
        if shows_focus(option):
            painter.setPen(QPen(accents(option.palette).ice, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), 5.0, 5.0)


def paint_radio_button(option: QStyleOption, painter: QPainter) -> None:
    """Paint the circle: ice with a point in it, or empty."""
    on = has(option, _State.State_On)
    edge = min(option.rect.width(), option.rect.height())
    middle = QRectF(option.rect).center()
    with smooth(painter):
        _set_ground(option, painter, filled=on)
        painter.drawEllipse(middle, edge / 2 - 0.5, edge / 2 - 0.5)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_mark(option))
            painter.drawEllipse(middle, edge * 0.19, edge * 0.19)


def _set_ground(option: QStyleOption, painter: QPainter, *, filled: bool) -> None:
    palette = option.palette
    if not has(option, _State.State_Enabled):
        grey = palette.color(QPalette.ColorGroup.Disabled, _Role.ButtonText)
        painter.setPen(blend(grey, palette.color(_Role.Window), 0.6))
        painter.setBrush(blend(grey, palette.color(_Role.Base), 0.55 if filled else 0.06))
        return
    ice = accents(palette).ice
    touched = has(option, _State.State_MouseOver)
    painter.setPen(ice if filled else edge_colour(palette, strong=True))
    painter.setBrush(
        answering(ice if filled else palette.color(_Role.Base), option)
        if touched or filled
        else palette.color(_Role.Base)
    )


def _mark(option: QStyleOption) -> QColor:
    if not has(option, _State.State_Enabled):
        return option.palette.color(_Role.Base)
    return on_ice(option.palette)
