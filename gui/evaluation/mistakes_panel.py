"""The gallery of mistakes under its heading, which says what it shows, sorts it, and leads back to all of them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.messages import Evaluation
from gui.data.thumbnail_model import FILE_ROLE
from gui.evaluation.answers_model import AnswersModel
from gui.evaluation.picture_gallery import PictureGallery
from gui.language.translate import tr
from gui.training.choice_box import ChoiceBox
from gui.training.named_button import named_button
from gui.window.theme import HEADING_SCALE, SMALL, scaled_font
from gui.worker.workers import Workers

_SUREST, _LEAST_SURE = "surest", "least_sure"


class MistakesPanel(QWidget):
    """All mistakes, or the pictures of one cell of the confusion matrix."""

    all_wanted = Signal()
    explanation_wanted = Signal(object)  # Path

    def __init__(self, *, workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers = AnswersModel(parent=self)
        self.gallery = PictureGallery(pictures=self._answers, workers=workers)
        self._title = QLabel()
        self._order = ChoiceBox(choices={_SUREST: tr("Surest first"), _LEAST_SURE: tr("Least sure first")})
        self._why = named_button("explain_mistake", tr("Why?"), "search", read_as=tr("Why is this picture called so?"))
        self._all = named_button("show_all_mistakes", tr("Show all mistakes"))
        self._build()
        self._lay_out()
        self._connect()
        self.show_cell("", "")

    def _build(self) -> None:
        self.gallery.setObjectName("mistake_gallery")
        self._title.setFont(scaled_font(self.font(), HEADING_SCALE, strong=True))
        self._order.setObjectName("mistake_order")
        self._order.setAccessibleName(tr("Order of the pictures"))
        self._why.setToolTip(tr("Show on the Predict page what in the picture speaks for the answer (Enter)"))
        self._why.setEnabled(False)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self._title, 1)
        for widget in (self._order, self._why, self._all):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(head)
        column.addWidget(self.gallery, 1)

    def _connect(self) -> None:
        self._order.currentIndexChanged.connect(self._on_order_changed)
        self._all.clicked.connect(self.all_wanted)
        self._why.clicked.connect(self._on_why_clicked)
        self.gallery.explanation_wanted.connect(self.explanation_wanted)
        self.gallery.selectionModel().currentChanged.connect(self._on_current_changed)
        self._answers.modelReset.connect(lambda: self._why.setEnabled(False))

    def show_evaluation(self, evaluation: Evaluation | None) -> None:
        """Show the mistakes of an evaluation, all of them; None shows none."""
        self._answers.show_evaluation(evaluation)
        self._show_heading("", "")

    def show_cell(self, true_class: str, predicted_class: str) -> None:
        """Show the pictures of a cell; '' and '' show all mistakes."""
        self._answers.show_cell(true_class, predicted_class)
        self._show_heading(true_class, predicted_class)

    def _show_heading(self, true_class: str, predicted_class: str) -> None:
        heading = title_of(self._answers.rowCount(), true_class, predicted_class)
        self._title.setText(heading)
        self.gallery.setAccessibleName(heading)
        # Kept in its place, so that the gallery does not jump.
        self._all.setEnabled(bool(true_class))

    def _on_order_changed(self, _index: int) -> None:
        self._answers.show_surest_first(self._order.choice == _SUREST)

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._why.setEnabled(current.isValid())

    def _on_why_clicked(self) -> None:
        file = self.gallery.currentIndex().data(FILE_ROLE)
        if isinstance(file, Path):
            self.explanation_wanted.emit(file)


def title_of(count: int, true_class: str, predicted_class: str) -> str:
    """Return the heading over `count` pictures of a cell, or over all mistakes."""
    if not true_class:
        return (
            tr("No mistakes") if not count else tr("1 mistake") if count == 1 else tr("{count:,} mistakes", count=count)
        )
    pictures = (
        tr("No pictures") if not count else tr("1 picture") if count == 1 else tr("{count:,} pictures", count=count)
    )
    if true_class == predicted_class:
        return tr("{pictures} of {true_class}, rightly called so", pictures=pictures, true_class=true_class)
    return tr(
        "{pictures} of {true_class}, called {predicted_class}",
        pictures=pictures,
        true_class=true_class,
        predicted_class=predicted_class,
    )
