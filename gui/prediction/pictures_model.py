"""The pictures that were classified, as a list model for the grid and the strip, in the order and choice that is set.

It holds what it is told. Neither files nor full-size pictures are kept here but for the few looked at last, and small
pictures of files within a bound: the view has them made again when they come into sight.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap

from core.messages import ImagePredicted, ImageShown, ThumbnailMade
from gui.language.translate import tr
from gui.prediction.arrangement import Arrangement, arranged
from gui.prediction.predicted_picture import PredictedPicture

Index = QModelIndex | QPersistentModelIndex

#: The role that returns a row's `PredictedPicture`, and the one that says whether it is called unlike.
PICTURE_ROLE = Qt.ItemDataRole.UserRole
UNLIKE_ROLE = Qt.ItemDataRole.UserRole + 1

THUMBNAIL_EDGE = 96
_LARGE_PICTURES_KEPT = 24
#: Small pictures of files: 37 kB each, so 22 MB.
_THUMBNAILS_KEPT = 600


class PicturesModel(QAbstractListModel):
    """A row for each picture on show. All pictures, on show or not, are `pictures`."""

    arrangement_changed = Signal()

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures: dict[int, PredictedPicture] = {}
        self._shown: list[int] = []
        self._rows: dict[int, int] = {}
        self._numbers: dict[Path, list[int]] = {}
        self._thumbnails: OrderedDict[int, QPixmap] = OrderedDict()
        self._large: OrderedDict[int, QImage] = OrderedDict()
        self._unknown = QPixmap(THUMBNAIL_EDGE, THUMBNAIL_EDGE)
        self._unknown.fill(Qt.GlobalColor.transparent)
        self._next_number = 0
        self._arrangement = Arrangement()

    # ------------------------------------------------------------------ pictures

    @property
    def pictures(self) -> tuple[PredictedPicture, ...]:
        """All pictures, first dropped first."""
        return tuple(self._pictures.values())

    @property
    def total(self) -> int:
        """How many pictures there are, on show or not."""
        return len(self._pictures)

    def picture(self, number: int) -> PredictedPicture | None:
        """Return a picture by its number, or None when it was removed."""
        return self._pictures.get(number)

    def add(self, source: Path | bytes, event: ImagePredicted) -> int:
        """Add a picture at the end and return its number."""
        return self.add_many([(source, event)])[0]

    def add_many(self, answers: Sequence[tuple[Path | bytes, ImagePredicted]]) -> list[int]:
        """Add pictures at the end and return their numbers; what the arrangement leaves out is kept, but not on show.

        In another order than that of the drop they stand at the end until `arrange_anew` is called.
        """
        numbers = [self._take(source, event) for source, event in answers]
        shown = [number for number in numbers if self._arrangement.shows(self._pictures[number])]
        if shown:
            first = len(self._shown)
            self.beginInsertRows(QModelIndex(), first, first + len(shown) - 1)
            self._shown += shown
            self._rows.update({number: first + offset for offset, number in enumerate(shown)})
            self.endInsertRows()
        return numbers

    def update_answer(self, number: int, event: ImagePredicted) -> None:
        """Take a new answer for a picture; one that was removed in the meantime is passed over."""
        if number not in self._pictures:
            return
        self._pictures[number] = replace(
            self._pictures[number],
            top=event.top,
            seconds=event.seconds,
            distance=event.distance,
            farther_than=event.farther_than,
        )
        self._tell_changed(number)

    def set_right_class(self, numbers: Sequence[int], class_name: str) -> None:
        """Note what a person said that these pictures are; '' takes it back."""
        for number in numbers:
            if number in self._pictures:
                self._pictures[number] = replace(self._pictures[number], right_class=class_name)
                self._tell_changed(number)

    def clear(self) -> None:
        """Remove every picture."""
        self.beginResetModel()
        for held in (self._pictures, self._shown, self._rows, self._numbers, self._thumbnails, self._large):
            held.clear()
        self.endResetModel()

    # ------------------------------------------------------------------ order and choice

    @property
    def arrangement(self) -> Arrangement:
        """The order and choice in which the pictures stand."""
        return self._arrangement

    def arrange(self, arrangement: Arrangement) -> None:
        """Show the pictures in this order and choice."""
        if arrangement != self._arrangement:
            self._arrangement = arrangement
            self.arrange_anew()
            self.arrangement_changed.emit()

    def arrange_anew(self) -> None:
        """Let pictures whose answers have changed, or that were added since, take their places."""
        shown = [picture.number for picture in arranged(self._pictures.values(), self._arrangement)]
        if shown == self._shown:
            if shown:  # the percentile may have changed
                self.dataChanged.emit(self.index(0), self.index(len(shown) - 1))
            return
        self.beginResetModel()
        self._shown = shown
        self._rows = {number: row for row, number in enumerate(shown)}
        self.endResetModel()

    def row_of(self, number: int) -> int:
        """Return the row of a picture, or -1 when it is not on show."""
        return self._rows.get(number, -1)

    # ------------------------------------------------------------------ pixels

    def large_picture(self, number: int) -> QImage | None:
        """Return a picture's pixels in a size for looking at, or None when they are not kept."""
        image = self._large.get(number)
        if image is not None:
            self._large.move_to_end(number)
        return image

    def take_picture(self, number: int, shown: ImageShown, *, large: bool) -> None:
        """Keep a picture's pixels; large: as those for looking at closely. One that was removed is passed over."""
        if number not in self._pictures:
            return
        image = image_of(shown.pixels, shown.width, shown.height)
        self._keep_thumbnail(number, square_pixmap(image, THUMBNAIL_EDGE))
        if large:
            self._large[number] = image
            self._large.move_to_end(number)
            while len(self._large) > _LARGE_PICTURES_KEPT:
                self._large.popitem(last=False)
        self._tell_changed(number)

    def thumbnail(self, number: int) -> QPixmap:
        """Return a picture's small picture, in the middle of a clear square; null when there is none now."""
        return self._thumbnails.get(number, QPixmap())

    def files_without_thumbnail(self, rows: range) -> list[Path]:
        """Return the files of these rows whose small pictures are not here, each once."""
        found: dict[Path, None] = {}
        for number in self._shown[rows.start : rows.stop]:
            source = self._pictures[number].source
            if number in self._thumbnails:
                self._thumbnails.move_to_end(number)
            elif isinstance(source, Path):
                found[source] = None
        return list(found)

    def take_thumbnail(self, made: ThumbnailMade) -> None:
        """Show a small picture that was made of a file."""
        numbers = self._numbers.get(made.file, [])
        if not numbers:
            return
        image = image_of(made.pixels, made.width, made.height) if made.pixels else None
        pixmap = square_pixmap(image, THUMBNAIL_EDGE) if image is not None else self._unknown
        for number in numbers:
            self._keep_thumbnail(number, pixmap)
            self._tell_changed(number)

    # ------------------------------------------------------------------ Qt's model

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        picture = self._pictures[self._shown[index.row()]]
        if role == Qt.ItemDataRole.DisplayRole:
            return picture.answer
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnails.get(picture.number)
        if role == PICTURE_ROLE:
            return picture
        if role == UNLIKE_ROLE:
            return picture.is_unlike(self._arrangement.percentile)
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(picture.source) if isinstance(picture.source, Path) else picture.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return picture.in_words(self._arrangement.percentile)
        return None

    # ------------------------------------------------------------------ inside

    def _take(self, source: Path | bytes, event: ImagePredicted) -> int:
        number = self._next_number
        self._next_number += 1
        self._pictures[number] = PredictedPicture(
            number=number,
            source=source,
            name=source.name if isinstance(source, Path) else tr("Pasted picture {number}", number=number + 1),
            top=event.top,
            seconds=event.seconds,
            distance=event.distance,
            farther_than=event.farther_than,
        )
        if isinstance(source, Path):
            self._numbers.setdefault(source, []).append(number)
        return number

    def _tell_changed(self, number: int) -> None:
        row = self.row_of(number)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))

    def _keep_thumbnail(self, number: int, pixmap: QPixmap) -> None:
        """Keep a small picture, and let go of the oldest for it: of a file, since of a pasted one none can be made."""
        self._thumbnails[number] = pixmap
        self._thumbnails.move_to_end(number)
        if len(self._thumbnails) > _THUMBNAILS_KEPT:
            oldest = next((one for one in self._thumbnails if isinstance(self._pictures[one].source, Path)), None)
            if oldest is not None:
                del self._thumbnails[oldest]


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
