"""How fields are painted: lines of text, numbers with arrows, choices, and the arrows themselves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QStyleOptionHeader,
    QStyleOptionSpinBox,
)

from gui.style.strokes import RADIUS, edge_of, ground_of, has, on_pixels, paint_ring, shows_focus, smooth
from gui.window.theme import accents, blend

COMBO_ARROW = QStyle.SubControl.SC_ComboBoxArrow
SPIN_ARROWS = (QStyle.SubControl.SC_SpinBoxUp, QStyle.SubControl.SC_SpinBoxDown)
#: By so many pixels words stand farther from the round edge than Fusion has them, in these parts.
INSET = 3
INSET_PARTS = frozenset(
    {
        (QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField),
        (QStyle.ComplexControl.CC_SpinBox, QStyle.SubControl.SC_SpinBoxEditField),
    }
)
_State, _Role = QStyle.StateFlag, QPalette.ColorRole
#: Along x and y.
Direction = tuple[float, float]
UP, DOWN, LEFT, RIGHT = (0.0, -1.0), (0.0, 1.0), (-1.0, 0.0), (1.0, 0.0)
_ARROW = 3.5


def is_framed(option: QStyleOption) -> bool:
    """Return whether a line of text has a frame of its own, and does not stand in another field."""
    return isinstance(option, QStyleOptionFrame) and option.lineWidth > 0


def paint_field(option: QStyleOption, painter: QPainter) -> None:
    """Paint the ground and the edge of a field that is written in; with the focus the edge is ice."""
    with smooth(painter):
        painter.setPen(edge_of(option))
        painter.setBrush(option.palette.color(_Role.Base))
        painter.drawRoundedRect(on_pixels(option.rect), RADIUS, RADIUS)
        if has(option, _State.State_HasFocus) and has(option, _State.State_Enabled):
            painter.setPen(QPen(accents(option.palette).ice, 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(on_pixels(option.rect, 0.8), RADIUS - 0.3, RADIUS - 0.3)


def paint_combo_box(option: QStyleOption, painter: QPainter, arrow: QRect) -> None:
    """Paint a choice: as a field if one can write in it, else as a button."""
    if isinstance(option, QStyleOptionComboBox) and option.editable:
        paint_field(option, painter)
    else:
        _paint_choice(option, painter)
    _paint_arrow(option, painter, QRectF(arrow), DOWN)


def _paint_choice(option: QStyleOption, painter: QPainter) -> None:
    if isinstance(option, QStyleOptionComboBox) and not option.frame:
        return
    with smooth(painter):
        painter.setPen(edge_of(option))
        painter.setBrush(ground_of(option))
        painter.drawRoundedRect(on_pixels(option.rect), RADIUS, RADIUS)
        if shows_focus(option):
            paint_ring(option, painter)


def paint_spin_box(option: QStyleOption, painter: QPainter, up: QRect, down: QRect) -> None:
    """Paint a field of a number with its arrows, as far as a step that way is possible."""
    if not isinstance(option, QStyleOptionSpinBox) or option.frame:
        paint_field(option, painter)
    if not isinstance(option, QStyleOptionSpinBox) or not option.subControls & SPIN_ARROWS[0]:
        return
    steps = option.stepEnabled
    flags = type(steps)
    for place, direction, possible in ((up, UP, flags.StepUpEnabled), (down, DOWN, flags.StepDownEnabled)):
        _paint_arrow(option, painter, QRectF(place), direction, dim=not steps & possible)


def arrow(direction: Direction) -> Callable[[QStyleOption, QPainter], None]:
    """Return what paints an arrow in the middle of `option.rect`."""
    return lambda option, painter: _paint_arrow(option, painter, QRectF(option.rect), direction)


def paint_branch(option: QStyleOption, painter: QPainter) -> None:
    """Paint the arrow that opens a branch of a tree, where there is one; no lines."""
    if has(option, _State.State_Children):
        _paint_arrow(option, painter, QRectF(option.rect), DOWN if has(option, _State.State_Open) else RIGHT)


def paint_sorting(option: QStyleOption, painter: QPainter) -> None:
    """Paint by which column, and which way, a table is sorted."""
    if isinstance(option, QStyleOptionHeader) and option.sortIndicator != QStyleOptionHeader.SortIndicator.None_:
        is_up = option.sortIndicator == QStyleOptionHeader.SortIndicator.SortUp
        _paint_arrow(option, painter, QRectF(option.rect), UP if is_up else DOWN)


def _paint_arrow(
    option: QStyleOption, painter: QPainter, place: QRectF, direction: Direction, *, dim: bool = False
) -> None:
    middle, size = place.center(), min(_ARROW, place.width() * 0.3, place.height() * 0.34)
    along = QPointF(*direction) * size * 0.55
    across = QPointF(direction[1], direction[0]) * size
    with smooth(painter):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(
            QPen(
                _arrow_colour(option, dim),
                1.5,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        painter.drawPolyline([middle - along - across, middle + along, middle - along + across])


def _arrow_colour(option: QStyleOption, dim: bool) -> QColor:
    group = (
        QPalette.ColorGroup.Disabled
        if dim or not has(option, _State.State_Enabled)
        else option.palette.currentColorGroup()
    )
    text = option.palette.color(group, _Role.ButtonText)
    return text if dim else blend(text, option.palette.color(_Role.Base), 0.8)
