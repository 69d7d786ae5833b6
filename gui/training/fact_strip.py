"""A row of facts, each a quiet caption over its value: how results are shown on the pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gui.window.quiet_label import QuietLabel
from gui.window.theme import HAIR, HEADING_SCALE, LARGE, SMALL_SCALE, scaled_font

#: Caption, value, and what explains it ('' for nothing).
Fact = tuple[str, str, str]


class FactStrip(QWidget):
    """Captions and values side by side; screen readers get each value with its caption."""

    def __init__(self, *, columns: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(LARGE)
        self._grid.setVerticalSpacing(HAIR)
        self.facts: tuple[Fact, ...] = ()

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these facts in place of those before."""
        if tuple(facts) == self.facts:
            return
        self.facts = tuple(facts)
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for index, fact in enumerate(facts):
            self._add(3 * (index // self._columns), index % self._columns, fact)
        self._grid.setColumnStretch(self._columns, 1)

    def _add(self, row: int, column: int, fact: Fact) -> None:
        caption, value, explanation = fact
        above = QuietLabel(caption, scale=SMALL_SCALE)
        above.setWordWrap(False)
        label = QLabel(value)
        label.setFont(scaled_font(self.font(), HEADING_SCALE, strong=True))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setAccessibleName(f"{caption}: {value}")
        for part in (above, label):
            part.setToolTip(explanation)
            self._grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignLeft)
            row += 1
