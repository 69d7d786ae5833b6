"""Terms and values in two quiet columns; a value that names layers lets them be selected."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gui.layers.inspector.facts import Fact
from gui.window.quiet_label import QuietLabel
from gui.window.theme import HAIR, MEDIUM, SMALL_SCALE, scaled_font

_LINKS = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
_PLAIN = Qt.TextInteractionFlag.TextSelectableByMouse


class TermList(QWidget):
    """Keeps its labels from one list to the next: another layer mostly has the same terms."""

    name_chosen = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[Fact, ...] = ()
        self._rows: list[tuple[QuietLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(MEDIUM)
        self._grid.setVerticalSpacing(HAIR)
        self._grid.setColumnStretch(1, 1)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What is on show."""
        return self._facts

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these facts in place of those before."""
        if tuple(facts) == self._facts:
            return
        self._facts = tuple(facts)
        while len(self._rows) < len(self._facts):
            self._rows.append(self._add_row(len(self._rows)))
        for number, (term, value) in enumerate(self._rows):
            is_used = number < len(self._facts)
            term.setVisible(is_used)
            value.setVisible(is_used)
            if is_used:
                self._fill(term, value, self._facts[number])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for (term, value), fact in zip(self._rows, self._facts, strict=False):
                self._fill(term, value, fact)

    def _add_row(self, number: int) -> tuple[QuietLabel, QLabel]:
        term, value = QuietLabel(scale=SMALL_SCALE), QLabel(wordWrap=True)
        term.setWordWrap(False)
        value.setFont(scaled_font(self.font(), SMALL_SCALE))
        value.linkActivated.connect(self.name_chosen)
        self._grid.addWidget(term, number, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, number, 1, Qt.AlignmentFlag.AlignTop)
        return term, value

    def _fill(self, term: QuietLabel, value: QLabel, fact: Fact) -> None:
        term.setText(fact.term)
        value.setTextInteractionFlags(_LINKS if fact.targets else _PLAIN)
        value.setTextFormat(Qt.TextFormat.RichText if fact.targets else Qt.TextFormat.PlainText)
        value.setText(self._as_links(fact.targets) if fact.targets else fact.value)
        value.setAccessibleName(f"{fact.term}: {fact.value}")

    def _as_links(self, names: Sequence[str]) -> str:
        colour = self.palette().color(QPalette.ColorRole.WindowText).name()
        return "<br>".join(f'<a href="{escape(name)}" style="color:{colour}">{escape(name)}</a>' for name in names)
