"""A label for secondary text: explanations, captions, empty states. It follows the palette from light to dark."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from gui.window.theme import muted_text, scaled_font


class QuietLabel(QLabel):
    """Plain, wrapping text in the quieter text colour, at `scale` of the platform's size."""

    def __init__(self, text: str = "", *, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if scale != 1.0:
            self.setFont(scaled_font(self.font(), scale))
        self._take_colour()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._take_colour()

    def _take_colour(self) -> None:
        quiet = muted_text(QGuiApplication.palette())
        if self.palette().color(QPalette.ColorRole.WindowText) != quiet:
            palette = QPalette(self.palette())
            palette.setColor(QPalette.ColorRole.WindowText, quiet)
            self.setPalette(palette)
