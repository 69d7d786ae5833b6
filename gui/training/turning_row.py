"""A row of widgets that turns into a column where there is no room for it side by side."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from gui.window.theme import SMALL


class TurningRow(QWidget):
    """Parts side by side, `spacing` apart, or one under the other."""

    def __init__(self, *, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spacing = spacing
        self._parts: list[QWidget] = []
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(spacing)

    def add_part(self, part: QWidget, stretch: int = 0) -> None:
        """Add a part at the end."""
        self._parts.append(part)
        self._box.addWidget(part, stretch)

    @property
    def is_turned(self) -> bool:
        """Whether the parts stand one under the other."""
        return self._box.direction() == QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._widths(), default=0), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn(self.width())
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn(event.size().width())

    def _turn(self, width: int) -> None:
        widths = self._widths()
        fits = sum(widths) + self._spacing * (len(widths) - 1) <= width
        direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if direction != self._box.direction():
            self._box.setDirection(direction)
            self._box.setSpacing(self._spacing if fits else SMALL)
            self.updateGeometry()

    def _widths(self) -> list[int]:
        return [max(part.minimumSizeHint().width(), part.minimumWidth()) for part in self._parts if not part.isHidden()]
