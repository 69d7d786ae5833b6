"""How what lies still is painted: frames, headers of tables, tabs, panes, progress, the gap between two panes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyleOption,
    QStyleOptionFrame,
    QStyleOptionHeader,
    QStyleOptionProgressBar,
    QStyleOptionTab,
    QTabBar,
)

from gui.style.strokes import RADIUS, has, on_pixels, paint_ring, shows_focus, smooth
from gui.window.theme import accents, blend, card_surface, hairline

_State, _Role = QStyle.StateFlag, QPalette.ColorRole
_UPRIGHT = (
    QTabBar.Shape.RoundedNorth,
    QTabBar.Shape.RoundedSouth,
    QTabBar.Shape.TriangularNorth,
    QTabBar.Shape.TriangularSouth,
)


def paint_nothing(_option: QStyleOption, _painter: QPainter) -> None:
    """Leave the ground as it is."""


def paint_focus(option: QStyleOption, painter: QPainter) -> None:
    """Paint the ring of the focus around what has no shape of its own."""
    with smooth(painter):
        painter.setPen(QPen(accents(option.palette).ice, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(on_pixels(option.rect, 0.75), RADIUS - 2, RADIUS - 2)


def paint_frame(option: QStyleOption, painter: QPainter) -> None:
    """Paint the edge of a panel or a list: a hairline, and ice while the keyboard is in it."""
    if isinstance(option, QStyleOptionFrame) and option.lineWidth <= 0:
        return
    painter.save()
    focused = shows_focus(option)
    painter.setPen(accents(option.palette).ice if focused else hairline(option.palette))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
    painter.restore()


def paint_corner(option: QStyleOption, painter: QPainter) -> None:
    """Paint where two scroll bars meet: as their ground."""
    painter.fillRect(option.rect, option.palette.color(_Role.Base))


def paint_group(option: QStyleOption, painter: QPainter) -> None:
    """Paint the edge of a group."""
    with smooth(painter):
        painter.setPen(hairline(option.palette))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(on_pixels(option.rect), RADIUS, RADIUS)


def paint_pane(option: QStyleOption, painter: QPainter) -> None:
    """Paint what lies below tabs: a card whose upper edge the tabs stand on."""
    with smooth(painter):
        painter.setPen(hairline(option.palette))
        painter.setBrush(card_surface(option.palette))
        painter.drawRoundedRect(on_pixels(option.rect), RADIUS, RADIUS)


def paint_header(option: QStyleOption, painter: QPainter) -> None:
    """Paint the ground of a header of a table: flat, with a line to what it heads and short ones between columns."""
    palette, rect = option.palette, option.rect
    ground = blend(palette.color(_Role.Text), palette.color(_Role.Base), 0.03)
    if has(option, _State.State_MouseOver) and has(option, _State.State_Enabled):
        ground = blend(palette.color(_Role.Text), palette.color(_Role.Base), 0.07)
    painter.save()
    painter.fillRect(rect, ground)
    painter.setPen(hairline(palette))
    if isinstance(option, QStyleOptionHeader) and option.orientation == Qt.Orientation.Vertical:
        painter.drawLine(rect.topRight(), rect.bottomRight())
    else:
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        last = getattr(option, "position", None) in (
            QStyleOptionHeader.SectionPosition.End,
            QStyleOptionHeader.SectionPosition.OnlyOneSection,
        )
        if isinstance(option, QStyleOptionHeader) and not last:
            painter.drawLine(rect.right(), rect.top() + 6, rect.right(), rect.bottom() - 6)
    painter.restore()


def paint_tab(option: QStyleOption, painter: QPainter) -> None:
    """Paint a tab: words on the ground, and under the chosen one a bar of ice."""
    rect = QRectF(option.rect)
    chosen = has(option, _State.State_Selected)
    with smooth(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        if has(option, _State.State_MouseOver) and not chosen:
            painter.setBrush(blend(option.palette.color(_Role.WindowText), option.palette.color(_Role.Window), 0.06))
            painter.drawRoundedRect(rect.adjusted(2, 2, -2, -4), RADIUS - 2, RADIUS - 2)
        if chosen:
            painter.setBrush(accents(option.palette).ice)
            painter.drawRoundedRect(_under(option, rect), 1.5, 1.5)
        if shows_focus(option):
            paint_ring(option, painter)


def _under(option: QStyleOption, rect: QRectF) -> QRectF:
    """Return where the bar of a tab is: at the edge towards its page."""
    shape = option.shape if isinstance(option, QStyleOptionTab) else QTabBar.Shape.RoundedNorth
    if shape not in _UPRIGHT:
        return QRectF(rect.right() - 3, rect.top() + 4, 3, rect.height() - 8)
    south = shape in (QTabBar.Shape.RoundedSouth, QTabBar.Shape.TriangularSouth)
    return QRectF(rect.left() + 8, rect.top() if south else rect.bottom() - 3, rect.width() - 16, 3)


def paint_progress_groove(option: QStyleOption, painter: QPainter) -> None:
    """Paint what there is to do."""
    radius = min(option.rect.height(), 2 * RADIUS) / 2
    with smooth(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(hairline(option.palette))
        painter.drawRoundedRect(QRectF(option.rect), radius, radius)


def paint_progress(option: QStyleOption, painter: QPainter) -> None:
    """Paint what is done; where that is not known, all of it in a lighter tone."""
    if not isinstance(option, QStyleOptionProgressBar):
        return
    whole, scope = QRectF(option.rect), option.maximum - option.minimum
    radius = min(option.rect.height(), 2 * RADIUS) / 2
    ice = accents(option.palette).ice
    with smooth(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        if scope <= 0:
            painter.setBrush(blend(ice, option.palette.color(_Role.Window), 0.45))
            painter.drawRoundedRect(whole, radius, radius)
            return
        share = min(1.0, max(0.0, (option.progress - option.minimum) / scope))
        if share > 0:
            painter.setBrush(ice)
            whole.setWidth(max(2 * radius, whole.width() * share))
            painter.drawRoundedRect(whole, radius, radius)


def paint_splitter(option: QStyleOption, painter: QPainter) -> None:
    """Paint the gap between two panes: nothing but a short line, and more of it under the mouse."""
    rect, touched = QRectF(option.rect), has(option, _State.State_MouseOver)
    upright = has(option, _State.State_Horizontal)
    with smooth(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accents(option.palette).ice if touched else hairline(option.palette))
        length = 40.0 if touched else 24.0
        size = (3.0, min(length, rect.height())) if upright else (min(length, rect.width()), 3.0)
        grip = QRectF(0, 0, *size)
        grip.moveCenter(rect.center())
        painter.drawRoundedRect(grip, 1.5, 1.5)
