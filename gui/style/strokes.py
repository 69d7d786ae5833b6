"""What the painters share: a painter put back as it was, the ring of the focus, and how a surface answers the mouse."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyleOption

from gui.window.theme import accents, blend, contrast_ratio, hairline, is_high_contrast

RADIUS = 6.0
#: Contrast by which the edge of something is seen.
_SEEN = 3.0
_ENABLED = QStyle.StateFlag.State_Enabled


@contextmanager
def smooth(painter: QPainter) -> Iterator[None]:
    """Paint with smooth edges, and leave the painter as it was."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    yield
    painter.restore()


def on_pixels(rect: QRect, inset: float = 0.5) -> QRectF:
    """Return `rect` for a line of one pixel inside it, so that the line lies on pixels and not between them."""
    return QRectF(rect).adjusted(inset, inset, -inset, -inset)


def has(option: QStyleOption, state: QStyle.StateFlag) -> bool:
    """Return whether what is painted is in that state."""
    return bool(option.state & state)


def shows_focus(option: QStyleOption) -> bool:
    """Return whether the focus came by the keyboard, so that its ring helps."""
    return has(option, QStyle.StateFlag.State_HasFocus) and has(option, QStyle.StateFlag.State_KeyboardFocusChange)


def edge_colour(palette: QPalette, *, strong: bool = False) -> QColor:
    """Return the colour of the edge of what can be used, which tells it from its ground (WCAG 2.1, 1.4.11).

    strong: the mouse is on it.
    """
    if is_high_contrast(palette):
        return hairline(palette)
    text, window = palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window)
    grounds = (window, palette.color(QPalette.ColorRole.Base))
    shares = (0.36, 0.4, 0.44, 0.48, 0.52, 0.56, 0.62, 0.7)
    edges = (blend(text, window, share + (0.16 if strong else 0.0)) for share in shares)
    return next((edge for edge in edges if all(contrast_ratio(edge, one) >= _SEEN for one in grounds)), text)


def edge_of(option: QStyleOption) -> QColor:
    """Return the colour of the edge of a control as it is now."""
    edge = edge_colour(option.palette, strong=has(option, _ENABLED) and has(option, QStyle.StateFlag.State_MouseOver))
    if has(option, _ENABLED):
        return edge
    return blend(edge, option.palette.color(QPalette.ColorRole.Window), 0.5)


def ground_of(option: QStyleOption) -> QColor:
    """Return the colour of the ground of a plain button, or of what looks like one, as it is now."""
    ground = option.palette.color(QPalette.ColorRole.Button)
    if has(option, _ENABLED):
        return answering(ground, option)
    return blend(ground, option.palette.color(QPalette.ColorRole.Window), 0.35)


def answering(colour: QColor, option: QStyleOption) -> QColor:
    """Return `colour` a little nearer to the text while the mouse is on it, and nearer still while it is pressed."""
    if not has(option, _ENABLED):
        return colour
    text = option.palette.color(QPalette.ColorRole.ButtonText)
    if has(option, QStyle.StateFlag.State_Sunken):
        return blend(text, colour, 0.12)
    return blend(text, colour, 0.05) if has(option, QStyle.StateFlag.State_MouseOver) else colour


def paint_ring(option: QStyleOption, painter: QPainter, radius: float = RADIUS) -> None:
    """Paint the ring of the focus along the inside of what is painted."""
    painter.setPen(QPen(accents(option.palette).ice, 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(on_pixels(option.rect, 1.0), radius - 0.5, radius - 0.5)
