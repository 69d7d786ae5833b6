"""The answers of an evaluation as a list model: all mistakes, or the pictures of one cell of the confusion matrix."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex

from core.messages import Evaluation, ImageAnswers
from gui.evaluation.gallery_model import GalleryModel
from gui.language.translate import tr
from gui.training.progress_words import percentage

Index = QModelIndex | QPersistentModelIndex


class AnswersModel(GalleryModel):
    """The surest first, or the least sure."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent=parent)
        self._folder = Path()
        self._class_names: tuple[str, ...] = ()
        self._answers = ImageAnswers()
        self._names: tuple[str, ...] = ()
        self._cell = ("", "")
        self._surest_first = True
        self._rows: list[int] = []

    @property
    def is_all_mistakes(self) -> bool:
        """Whether all mistakes are shown, rather than one cell."""
        return self._cell == ("", "")

    def show_evaluation(self, evaluation: Evaluation | None) -> None:
        """Show the mistakes of an evaluation in place of what was there; None shows none."""
        self.beginResetModel()
        self._folder = evaluation.folder if evaluation else Path()
        self._class_names = evaluation.class_names if evaluation else ()
        self._answers = evaluation.answers if evaluation else ImageAnswers()
        self._names = tuple(self._answers.names)
        self._cell = ("", "")
        self._rows = self._chosen()
        self.endResetModel()

    def show_cell(self, true_class: str, predicted_class: str) -> None:
        """Show the pictures of a cell, right answers too; '' and '' show all mistakes."""
        if (true_class, predicted_class) != self._cell:
            self.beginResetModel()
            self._cell = (true_class, predicted_class)
            self._rows = self._chosen()
            self.endResetModel()

    def show_surest_first(self, surest_first: bool) -> None:
        """Begin with the answers that the model was surest of, or (False) least sure of."""
        if surest_first != self._surest_first:
            self.beginResetModel()
            self._surest_first = surest_first
            self._rows = self._chosen()
            self.endResetModel()

    def _chosen(self) -> list[int]:
        labels, predicted, sureness = self._answers.labels, self._answers.predicted, self._answers.probabilities
        if self.is_all_mistakes:
            rows = [row for row in range(len(labels)) if labels[row] != predicted[row]]
        else:
            cell = tuple(map(self._class_names.index, self._cell))
            rows = [row for row in range(len(labels)) if (labels[row], predicted[row]) == cell]
        # Sorting keeps the order of equals, both ways.
        return sorted(rows, key=sureness.__getitem__, reverse=self._surest_first)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def file_of(self, row: int) -> Path:
        """Return the file of a row."""
        return self._folder / self._names[self._rows[row]]

    def caption_of(self, row: int) -> str:
        """Return what stands under a picture: "ants → bees 93 %", or "ants 93 %" of a right answer."""
        true, called, share = self._said_of(row)
        return f"{true} {share}" if true == called else f"{true} → {called} {share}"

    def sentence_of(self, row: int) -> str:
        """Return the answer in words."""
        true, called, share = self._said_of(row)
        return (
            tr("{true}, called so, {share}", true=true, share=share)
            if true == called
            else tr("{true}, taken for {called}, {share}", true=true, called=called, share=share)
        )

    def _said_of(self, row: int) -> tuple[str, str, str]:
        number, names = self._rows[row], self._class_names
        share = percentage(self._answers.probabilities[number], 0)
        return names[self._answers.labels[number]], names[self._answers.predicted[number]], share
