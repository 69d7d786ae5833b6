"""A gallery of given mistakes, the surest first; Enter or a double click opens a picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtWidgets import QWidget

from core.messages import Mistake
from gui.evaluation.gallery_model import GalleryModel
from gui.evaluation.picture_gallery import PictureGallery
from gui.language.translate import tr
from gui.training.progress_words import percentage
from gui.worker.workers import Workers

Index = QModelIndex | QPersistentModelIndex


class MistakesModel(GalleryModel):
    """A row for each mistake."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent=parent)
        self._mistakes: tuple[Mistake, ...] = ()

    def show_mistakes(self, mistakes: Sequence[Mistake]) -> None:
        """Show these mistakes in place of those before."""
        self.beginResetModel()
        self._mistakes = tuple(sorted(mistakes, key=lambda mistake: -mistake.probability))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._mistakes)

    def file_of(self, row: int) -> Path:
        """Return the file of a row."""
        return self._mistakes[row].file

    def caption_of(self, row: int) -> str:
        """Return what stands under a mistake: "ants → bees 93 %"."""
        one = self._mistakes[row]
        return f"{one.true_class} → {one.predicted_class} {percentage(one.probability, 0)}"

    def sentence_of(self, row: int) -> str:
        """Return the mistake in words."""
        one = self._mistakes[row]
        return tr(
            "{true_class}, taken for {predicted_class}, {percentage}",
            true_class=one.true_class,
            predicted_class=one.predicted_class,
            percentage=percentage(one.probability, 0),
        )


class MistakeGallery(PictureGallery):
    """Shows mistakes that somebody else has found."""

    def __init__(self, *, workers: Workers, parent: QWidget | None = None) -> None:
        self.mistakes = MistakesModel()
        super().__init__(pictures=self.mistakes, workers=workers, opens_pictures=True, parent=parent)
        self.mistakes.setParent(self)
