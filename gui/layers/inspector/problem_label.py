"""A quiet line that says what is wrong, in the colour of errors; it takes no room while all is well."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from gui.window.theme import SMALL_SCALE, accents, scaled_font


class ProblemLabel(QLabel):
    """Plain text that wraps."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(scaled_font(self.font(), SMALL_SCALE))
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._take_colour()
        self.hide()

    def say(self, sentence: str) -> None:
        """Say what is wrong; '' when nothing is."""
        self.setText(sentence)
        self.setVisible(bool(sentence))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._take_colour()

    def _take_colour(self) -> None:
        red = accents(QGuiApplication.palette()).error
        if self.palette().color(QPalette.ColorRole.WindowText) != red:
            palette = QPalette(self.palette())
            palette.setColor(QPalette.ColorRole.WindowText, red)
            self.setPalette(palette)
