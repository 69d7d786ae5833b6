"""What a page shows while it has nothing to show: an icon, a title, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gui.window.icon_label import IconLabel
from gui.window.quiet_label import QuietLabel
from gui.window.theme import HEADING_SCALE, SMALL, scaled_font


class EmptyState(QWidget):
    """An invitation in the middle of the room that it is given."""

    def __init__(self, *, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title.setFont(scaled_font(self.font(), HEADING_SCALE, strong=True))
        self._title.setWordWrap(True)
        self._hint = QuietLabel()
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setSpacing(SMALL)
        column.addStretch(1)
        column.addWidget(IconLabel(name=icon, size=48), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addStretch(1)

    @property
    def text(self) -> str:
        """Title and hint."""
        return f"{self._title.text()} {self._hint.text()}"

    def say(self, title: str, hint: str) -> None:
        """Say what there is to do."""
        self._title.setText(title)
        self._hint.setText(hint)
