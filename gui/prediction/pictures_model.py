"""The pictures that were classified, as a list model for the strip: small picture, likeliest class, percentage.

It holds what it is told. Full-size pictures are not kept here but for the few looked at last.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from core.messages import ImagePredicted
from gui.training.progress_words import percentage

Index = QModelIndex | QPersistentModelIndex

#: The role that returns a row's `PredictedPicture`.
PICTURE_ROLE = Qt.ItemDataRole.UserRole

THUMBNAIL_EDGE = 96
_LARGE_PICTURES_KEPT = 24


@dataclass(frozen=True, kw_only=True)
class PredictedPicture:
    """A picture with its answer. `number` names it as long as the window is open; `source` is what was dropped."""

    number: int
    source: Path | bytes
    name: str
    top: tuple[tuple[str, float], ...]
    seconds: float

    @property
    def answer(self) -> str:
        """The likeliest class with its percentage."""
        if not self.top:
            return ""
        return f"{self.top[0][0]} {percentage(self.top[0][1], 0)}"


class PicturesModel(QAbstractListModel):
    """The classified pictures in the order in which they were dropped."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures: list[PredictedPicture] = []
        self._thumbnails: dict[int, QPixmap] = {}
        self._large: OrderedDict[int, QImage] = OrderedDict()
        self._next_number = 0

    @property
    def pictures(self) -> tuple[PredictedPicture, ...]:
        """All pictures, first dropped first."""
        return tuple(self._pictures)

    def add(self, source: Path | bytes, event: ImagePredicted, *, large: bool) -> int:
        """Add a picture at the end and return its number. large: whether its pixels are for looking at closely."""
        number = self._next_number
        self._next_number += 1
        name = source.name if isinstance(source, Path) else f"Pasted picture {number + 1}"
        row = len(self._pictures)
        self.beginInsertRows(QModelIndex(), row, row)
        self._pictures.append(
            PredictedPicture(number=number, source=source, name=name, top=event.top, seconds=event.seconds)
        )
        self._take_pixels(number, event, large=large)
        self.endInsertRows()
        return number

    def update_answer(self, number: int, event: ImagePredicted, *, large: bool) -> None:
        """Take a new answer for a picture; one that was removed in the meantime is passed over."""
        row = self.row_of(number)
        if row >= 0:
            self._pictures[row] = replace(self._pictures[row], top=event.top, seconds=event.seconds)
            self._take_pixels(number, event, large=large)
            self.dataChanged.emit(self.index(row), self.index(row))

    def clear(self) -> None:
        """Remove every picture."""
        self.beginResetModel()
        self._pictures.clear()
        self._thumbnails.clear()
        self._large.clear()
        self.endResetModel()

    def row_of(self, number: int) -> int:
        """Return the row of a picture, or -1."""
        return next((row for row, picture in enumerate(self._pictures) if picture.number == number), -1)

    def large_picture(self, number: int) -> QImage | None:
        """Return a picture's pixels in a size for looking at, or None when they are not kept."""
        image = self._large.get(number)
        if image is not None:
            self._large.move_to_end(number)
        return image

    def thumbnail(self, number: int) -> QPixmap:
        """Return a picture's small picture, in the middle of a clear square; null when it has none."""
        return self._thumbnails.get(number, QPixmap())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._pictures)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        picture = self._pictures[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return picture.answer
        if role == Qt.ItemDataRole.DecorationRole:
            return self.thumbnail(picture.number)
        if role == PICTURE_ROLE:
            return picture
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(picture.source) if isinstance(picture.source, Path) else picture.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{picture.name}: {picture.answer}"
        return None

    def _take_pixels(self, number: int, event: ImagePredicted, *, large: bool) -> None:
        if not event.pixels:
            return
        image = image_of(event.pixels, event.width, event.height)
        self._thumbnails[number] = square_pixmap(image, THUMBNAIL_EDGE)
        if large:
            self._large[number] = image
            self._large.move_to_end(number)
            while len(self._large) > _LARGE_PICTURES_KEPT:
                self._large.popitem(last=False)


def image_of(pixels: bytes, width: int, height: int) -> QImage:
    """Return RGB pixels, 8 bits, row by row without gaps, as a picture of its own."""
    return QImage(pixels, width, height, width * 3, QImage.Format.Format_RGB888).copy()


def square_pixmap(image: QImage, edge: int) -> QPixmap:
    """Return a picture shrunk to fit a clear square of `edge` pixels, in its middle: so captions stand in one line."""
    small = image
    if max(image.width(), image.height()) > edge:
        small = image.scaled(
            QSize(edge, edge), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    square = QPixmap(edge, edge)
    square.fill(Qt.GlobalColor.transparent)
    painter = QPainter(square)
    painter.drawImage((edge - small.width()) // 2, (edge - small.height()) // 2, small)
    painter.end()
    return square
