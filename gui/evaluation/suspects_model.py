"""The suspected labels of an evaluation as a list model, the likeliest first, less those that were dealt with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex

from core.messages import SuspectedLabel
from gui.evaluation.gallery_model import GalleryModel
from gui.language.translate import tr
from gui.training.progress_words import percentage

Index = QModelIndex | QPersistentModelIndex


class SuspectsModel(GalleryModel):
    """A row for each picture whose label may be wrong."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent=parent)
        self._all: tuple[SuspectedLabel, ...] = ()
        self._open: tuple[SuspectedLabel, ...] = ()

    @property
    def suspects(self) -> tuple[SuspectedLabel, ...]:
        """Those on show, row by row."""
        return self._open

    def show_suspects(self, suspects: Sequence[SuspectedLabel]) -> None:
        """Show these in place of those before."""
        self.beginResetModel()
        self._all = self._open = tuple(suspects)
        self.endResetModel()

    def leave_out(self, is_decided: Callable[[SuspectedLabel], bool]) -> None:
        """Show only those that are not dealt with yet; what was taken back comes into its place again."""
        left = tuple(one for one in self._all if not is_decided(one))
        if left != self._open:
            self.beginResetModel()
            self._open = left
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._open)

    def file_of(self, row: int) -> Path:
        """Return the file of a row."""
        return self._open[row].file

    def caption_of(self, row: int) -> str:
        """Return what stands under a picture: "ants, or bees 93 %?"."""
        one = self._open[row]
        return tr(
            "{class_name}, or {suggested_class} {percentage}?",
            class_name=one.class_name,
            suggested_class=one.suggested_class,
            percentage=percentage(one.probability, 0),
        )

    def sentence_of(self, row: int) -> str:
        """Return the suspicion in words."""
        one = self._open[row]
        return tr(
            "labelled {class_name}, to which the model gives {percentage}; "
            "it gives {percentage_2} to {suggested_class}",
            class_name=one.class_name,
            percentage=percentage(one.own_probability, 0),
            percentage_2=percentage(one.probability, 0),
            suggested_class=one.suggested_class,
        )
