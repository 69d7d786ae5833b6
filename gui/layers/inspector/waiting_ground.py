"""The ground that keeps the place of a picture which is waited for."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from gui.window.theme import blend, card_surface


def waiting_ground(palette: QPalette) -> QColor:
    """Return a tone just off that of the card."""
    return blend(palette.color(QPalette.ColorRole.WindowText), card_surface(palette), 0.08)
