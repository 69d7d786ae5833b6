"""The mistakes of an evaluation as a list model, the surest first, with small pictures as they arrive.

Asking for the pictures is `gui.evaluation.mistake_gallery`'s work; a bounded number of them is kept.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QPixmap

from core.messages import Mistake, ThumbnailMade
from gui.prediction.pictures_model import image_of, square_pixmap
from gui.training.progress_words import percentage

Index = QModelIndex | QPersistentModelIndex

#: The role that returns a row's `Mistake`.
MISTAKE_ROLE = Qt.ItemDataRole.UserRole

THUMBNAIL_EDGE = 112
_THUMBNAILS_KEPT = 600


class MistakeModel(QAbstractListModel):
    """A row for each picture that was put into the wrong class."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mistakes: tuple[Mistake, ...] = ()
        self._rows: dict[Path, int] = {}
        self._thumbnails: OrderedDict[Path, QPixmap] = OrderedDict()
        self._unknown = QPixmap(THUMBNAIL_EDGE, THUMBNAIL_EDGE)
        self._unknown.fill(Qt.GlobalColor.transparent)

    def show_mistakes(self, mistakes: Sequence[Mistake]) -> None:
        """Show these mistakes, the surest first, in place of those before."""
        self.beginResetModel()
        self._mistakes = tuple(sorted(mistakes, key=lambda mistake: -mistake.probability))
        self._rows = {mistake.file: row for row, mistake in enumerate(self._mistakes)}
        self._thumbnails.clear()
        self.endResetModel()

    def take_thumbnail(self, made: ThumbnailMade) -> None:
        """Show a small picture that arrived; one that belongs to no mistake on show is let go."""
        row = self._rows.get(made.file)
        if row is None:
            return
        picture = image_of(made.pixels, made.width, made.height) if made.pixels else None
        self._thumbnails[made.file] = square_pixmap(picture, THUMBNAIL_EDGE) if picture else self._unknown
        self._thumbnails.move_to_end(made.file)
        while len(self._thumbnails) > _THUMBNAILS_KEPT:
            self._thumbnails.popitem(last=False)
        self.dataChanged.emit(self.index(row), self.index(row), [Qt.ItemDataRole.DecorationRole])

    def has_thumbnail(self, file: Path) -> bool:
        """Return whether the small picture of `file` is here."""
        return file in self._thumbnails

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._mistakes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        mistake = self._mistakes[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return caption_of(mistake)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnails.get(mistake.file)
        if role == MISTAKE_ROLE:
            return mistake
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{caption_of(mistake)}\n{mistake.file}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            share = percentage(mistake.probability, 0)
            return f"{mistake.file.name}: {mistake.true_class}, taken for {mistake.predicted_class}, {share}"
        return None


def caption_of(mistake: Mistake) -> str:
    """Return what stands under a mistake: "ants → bees 93 %"."""
    return f"{mistake.true_class} → {mistake.predicted_class} {percentage(mistake.probability, 0)}"


class MistakeFilter(QSortFilterProxyModel):
    """Lets through the mistakes of one cell of the confusion matrix; of a class with itself, all of that class."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._true_class, self._predicted_class = "", ""

    def show_cell(self, true_class: str, predicted_class: str) -> None:
        """Show the mistakes of a cell; '' and '' show all."""
        self._true_class, self._predicted_class = true_class, predicted_class
        self.invalidateFilter()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if not self._true_class:
            return True
        mistake: Mistake = self.sourceModel().index(source_row, 0, source_parent).data(MISTAKE_ROLE)
        if mistake.true_class != self._true_class:
            return False
        return self._predicted_class in (self._true_class, mistake.predicted_class)
