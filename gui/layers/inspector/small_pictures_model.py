"""Filters or channels as a list model: a small picture, its number, how strong it is. It holds what it is told."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage

from core.messages import SmallPicture
from gui.layers.inspector.histogram_words import number_in_words
from gui.prediction.pictures_model import image_of

#: The role that returns a row's `SmallPicture`; None while it is waited for.
PICTURE_ROLE = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex


class SmallPicturesModel(QAbstractListModel):
    """One row a picture, the strongest first. things: what the pictures show, `Filter` or `Channel`."""

    def __init__(self, *, things: str, measure: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._things, self._measure = things, measure
        self._pictures: tuple[SmallPicture | None, ...] = ()
        self._images: tuple[QImage | None, ...] = ()

    @property
    def pictures(self) -> tuple[SmallPicture | None, ...]:
        """What is on show."""
        return self._pictures

    def expect(self, count: int) -> None:
        """Keep the places of `count` pictures that are waited for."""
        self._take((None,) * count)

    def show_pictures(self, pictures: Sequence[SmallPicture]) -> None:
        """Show these pictures."""
        self._take(tuple(pictures))

    def _take(self, pictures: tuple[SmallPicture | None, ...]) -> None:
        images = tuple(None if one is None else image_of(one.pixels, one.width, one.height) for one in pictures)
        if len(pictures) == len(self._pictures):
            self._pictures, self._images = pictures, images
            if pictures:
                self.dataChanged.emit(self.index(0), self.index(len(pictures) - 1))
            return
        self.beginResetModel()
        self._pictures, self._images = pictures, images
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._pictures)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        picture = self._pictures[index.row()]
        if role == PICTURE_ROLE or picture is None:
            return picture
        if role == Qt.ItemDataRole.DisplayRole:
            return str(picture.number)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._images[index.row()]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self._things} {picture.number}, {self._measure} {number_in_words(picture.strength)}"
        return None
