"""The training images nearest to a picture as a list model: class, distance, and small pictures as they arrive.

Asking for the pictures is `neighbours_view`'s work.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap

from core.messages import Neighbour, ThumbnailMade
from gui.language.translate import local_number, tr
from gui.prediction.pictures_model import image_of, square_pixmap

Index = QModelIndex | QPersistentModelIndex

#: The role that returns a row's `Neighbour`.
NEIGHBOUR_ROLE = Qt.ItemDataRole.UserRole

THUMBNAIL_EDGE = 72


class NeighboursModel(QAbstractListModel):
    """A row for each training image, the nearest first."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._neighbours: tuple[Neighbour, ...] = ()
        self._thumbnails: dict[Path, QPixmap] = {}

    @property
    def files(self) -> tuple[Path, ...]:
        """The files on show that have no small picture yet."""
        return tuple(one.file for one in self._neighbours if one.file not in self._thumbnails)

    def show_neighbours(self, neighbours: Sequence[Neighbour]) -> None:
        """Show these images, the nearest first, in place of those before; the same ones stay as they are."""
        if tuple(neighbours) == self._neighbours:
            return
        self.beginResetModel()
        self._neighbours = tuple(neighbours)
        files = {one.file for one in neighbours}
        self._thumbnails = {file: made for file, made in self._thumbnails.items() if file in files}
        self.endResetModel()

    def take_thumbnail(self, made: ThumbnailMade) -> None:
        """Show a small picture that arrived; one that belongs to no image on show is let go."""
        rows = [row for row, one in enumerate(self._neighbours) if one.file == made.file]
        if rows and made.pixels:
            self._thumbnails[made.file] = square_pixmap(image_of(made.pixels, made.width, made.height), THUMBNAIL_EDGE)
        for row in rows:
            self.dataChanged.emit(self.index(row), self.index(row), [Qt.ItemDataRole.DecorationRole])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._neighbours)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        neighbour = self._neighbours[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            distance = local_number(f"{neighbour.distance:.2f}")
            return f"{neighbour.class_name} {distance}"
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnails.get(neighbour.file)
        if role == NEIGHBOUR_ROLE:
            return neighbour
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr(
                "{class_name}, distance {distance:.3f}\n{file}",
                class_name=neighbour.class_name,
                distance=neighbour.distance,
                file=neighbour.file,
            )
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr(
                "{name}: {class_name}, distance {distance:.2f}",
                name=neighbour.file.name,
                class_name=neighbour.class_name,
                distance=neighbour.distance,
            )
        return None
