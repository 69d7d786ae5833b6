"""A part of the inspector: a heading, and what stands under it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gui.window.theme import MEDIUM, TIGHT, scaled_font


class Section(QWidget):
    """Parts are added from top to bottom with `add`."""

    def __init__(self, heading: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(heading)
        title.setFont(scaled_font(self.font(), 1.0, strong=True))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, MEDIUM, 0, 0)
        self._column.setSpacing(TIGHT)
        self._column.addWidget(title)

    def add(self, part: QWidget) -> None:
        """Add a part below the others."""
        self._column.addWidget(part)
