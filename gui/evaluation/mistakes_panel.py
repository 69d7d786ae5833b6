"""The gallery of mistakes under its heading, which says what it shows and leads back to all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.messages import Mistake
from gui.evaluation.mistake_gallery import MistakeGallery
from gui.training.named_button import named_button
from gui.window.theme import HEADING_SCALE, SMALL, scaled_font
from gui.worker.workers import Workers


class MistakesPanel(QWidget):
    """All mistakes, or those of one cell of the confusion matrix."""

    all_wanted = Signal()

    def __init__(self, *, workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gallery = MistakeGallery(workers=workers)
        self._title = QLabel()
        self._title.setFont(scaled_font(self.font(), HEADING_SCALE, strong=True))
        self._all = named_button("show_all_mistakes", "Show all", read_as="Show all mistakes")
        self._all.clicked.connect(self.all_wanted)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(head)
        column.addWidget(self._gallery, 1)
        self.show_cell("", "")

    def show_mistakes(self, mistakes: Sequence[Mistake]) -> None:
        """Show these mistakes, all of them."""
        self._gallery.mistakes.show_mistakes(mistakes)
        self.show_cell("", "")

    def show_cell(self, true_class: str, predicted_class: str) -> None:
        """Show the mistakes of a cell; '' and '' show all."""
        self._gallery.filter.show_cell(true_class, predicted_class)
        self._title.setText(title_of(self._gallery.filter.rowCount(), true_class, predicted_class))
        # Kept in its place, so that the gallery does not jump.
        self._all.setEnabled(bool(true_class))


def title_of(count: int, true_class: str, predicted_class: str) -> str:
    """Return the heading over `count` mistakes of a cell."""
    mistakes = "No mistakes" if not count else "1 mistake" if count == 1 else f"{count} mistakes"
    if not true_class:
        return mistakes
    if true_class == predicted_class:
        return f"{mistakes} with pictures of {true_class}"
    return f"{mistakes}: {true_class} called {predicted_class}"
