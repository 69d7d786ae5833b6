"""The pictures of one class as a list model: names now, thumbnails when they arrive.

Asking for thumbnails is `gui.data.thumbnail_loader`'s work; only a bounded number of them is kept.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage, QPixmap

from core.messages import ThumbnailMade

#: Thumbnails kept at most: some screens full. 128 x 128 pixels take 64 kB each.
THUMBNAILS_KEPT = 600

#: The path of a row; whether its file turned out to be unreadable.
FILE_ROLE = Qt.ItemDataRole.UserRole
UNREADABLE_ROLE = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex


class ThumbnailModel(QAbstractListModel):
    """One row for each file; the decoration is its thumbnail, or None until there is one."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self._names: tuple[str, ...] = ()
        self._rows: dict[str, int] = {}
        self._thumbnails: OrderedDict[str, QPixmap | None] = OrderedDict()

    def show_files(self, folder: Path, names: Sequence[str]) -> None:
        """Show the files `names` of the class folder `folder` in place of those before."""
        self.beginResetModel()
        self._folder, self._names = folder, tuple(names)
        self._rows = {name: row for row, name in enumerate(self._names)}
        self._thumbnails.clear()
        self.endResetModel()

    def take_thumbnail(self, made: ThumbnailMade) -> None:
        """Show a thumbnail that arrived; one of a file that is no longer on show is let go."""
        if not made.file.is_relative_to(self._folder):
            return
        name = made.file.relative_to(self._folder).as_posix()
        row = self._rows.get(name)
        if row is None:
            return
        self._thumbnails[name] = _as_pixmap(made)
        self._thumbnails.move_to_end(name)
        while len(self._thumbnails) > THUMBNAILS_KEPT:
            self._thumbnails.popitem(last=False)
        self.dataChanged.emit(self.index(row), self.index(row), [Qt.ItemDataRole.DecorationRole])

    def files_without_thumbnail(self, first: int, last: int) -> tuple[Path, ...]:
        """Return the files of the rows from `first` to `last`, both included, that have no thumbnail yet."""
        names = self._names[max(first, 0) : last + 1]
        for name in names:
            if name in self._thumbnails:
                self._thumbnails.move_to_end(name)
        return tuple(self._folder / name for name in names if name not in self._thumbnails)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        name = self._names[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return name
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnails.get(name)
        if role == FILE_ROLE:
            return self._folder / name
        if role == UNREADABLE_ROLE:
            return name in self._thumbnails and self._thumbnails[name] is None
        return None


def _as_pixmap(made: ThumbnailMade) -> QPixmap | None:
    if not made.pixels:
        return None
    image = QImage(made.pixels, made.width, made.height, 3 * made.width, QImage.Format.Format_RGB888)
    return QPixmap.fromImage(image)
