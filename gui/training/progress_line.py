"""A progress bar with its words above it: on many platforms a bar can't show words itself."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from gui.window.quiet_label import QuietLabel
from gui.window.theme import HAIR

_BAR_HEIGHT = 8


class ProgressLine(QWidget):
    """What is being done, and how far it is."""

    def __init__(self, *, name: str, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QuietLabel()
        self._words.setWordWrap(False)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setObjectName(name)
        self.bar.setAccessibleName(accessible_name)
        self.bar.setFixedHeight(_BAR_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        column.addWidget(self._words)
        column.addWidget(self.bar)

    @property
    def words(self) -> str:
        """The words on show."""
        return self._words.text()

    def show_progress(self, words: str, done: int, total: int) -> None:
        """Say `words` and draw `done` of `total`; a total of 0 lets the bar move to and fro."""
        self._words.setText(words)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.setFormat(words)
        self.bar.setAccessibleDescription(words)
