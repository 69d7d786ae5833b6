"""Pictures as a list model, with small ones as they arrive: what the galleries of this page have in common.

Which pictures these are, and what stands under them, is said by subclasses; a row's file is worked out when somebody
looks, so that a hundred thousand rows cost nothing. Asking for the small pictures is `picture_gallery`'s work; a
bounded number of them is kept.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap

from core.messages import ThumbnailMade
from gui.data.thumbnail_model import FILE_ROLE
from gui.prediction.pictures_model import image_of, square_pixmap

Index = QModelIndex | QPersistentModelIndex

THUMBNAIL_EDGE = 112
_THUMBNAILS_KEPT = 600


class GalleryModel(QAbstractListModel):
    """A row for each picture."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: dict[Path, int] = {}
        self._thumbnails: OrderedDict[Path, QPixmap] = OrderedDict()
        self._unknown = QPixmap(THUMBNAIL_EDGE, THUMBNAIL_EDGE)
        self._unknown.fill(Qt.GlobalColor.transparent)
        self.modelReset.connect(self._asked.clear)
        self.rowsRemoved.connect(self._asked.clear)

    def file_of(self, row: int) -> Path:
        """Return the file of a row."""
        raise NotImplementedError

    def caption_of(self, row: int) -> str:
        """Return what stands under a picture."""
        raise NotImplementedError

    def sentence_of(self, row: int) -> str:
        """Return what a screen reader says of a picture, and a tool tip."""
        raise NotImplementedError

    def files_without_thumbnail(self, rows: Iterable[int]) -> list[Path]:
        """Return the files of these rows whose small pictures are not here; they are awaited from now on."""
        missing = []
        for row in rows:
            file = self.file_of(row)
            if file in self._thumbnails:
                self._thumbnails.move_to_end(file)
            else:
                self._asked[file] = row
                missing.append(file)
        return missing

    def take_thumbnail(self, made: ThumbnailMade) -> None:
        """Show a small picture that arrived; one that nobody waits for any more is let go."""
        row = self._asked.pop(made.file, None)
        if row is None:
            return
        picture = image_of(made.pixels, made.width, made.height) if made.pixels else None
        self._thumbnails[made.file] = square_pixmap(picture, THUMBNAIL_EDGE) if picture else self._unknown
        while len(self._thumbnails) > _THUMBNAILS_KEPT:
            self._thumbnails.popitem(last=False)
        self.dataChanged.emit(self.index(row), self.index(row), [Qt.ItemDataRole.DecorationRole])

    def has_thumbnail(self, file: Path) -> bool:
        """Return whether the small picture of `file` is here."""
        return file in self._thumbnails

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.caption_of(row)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnails.get(self.file_of(row))
        if role == FILE_ROLE:
            return self.file_of(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{self.sentence_of(row)}\n{self.file_of(row)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.file_of(row).name}: {self.sentence_of(row)}"
        return None
