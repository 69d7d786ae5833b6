"""Some pictures of a folder as a list model: names now, thumbnails when the window's memory has them.

Asking for thumbnails is `gui.data.thumbnail_loader`'s work, keeping them `gui.data.thumbnail_memory`'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import merge
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.data.file_names import name_in_class, name_in_folder
from gui.data.thumbnail_memory import ThumbnailMemory
from gui.language.translate import tr

#: The path of a row; whether its file turned out to be unreadable.
FILE_ROLE = Qt.ItemDataRole.UserRole
UNREADABLE_ROLE = Qt.ItemDataRole.UserRole + 1
#: Whether a person left the file out.
EXCLUDED_ROLE = Qt.ItemDataRole.UserRole + 2

_Index = QModelIndex | QPersistentModelIndex


class ThumbnailModel(QAbstractListModel):
    """One row for each file; the decoration is its thumbnail, or None until there is one."""

    def __init__(self, *, memory: ThumbnailMemory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._folder = Path()
        self._names: tuple[str, ...] = ()
        self._captions: tuple[str, ...] = ()
        self._excluded: frozenset[str] = frozenset()
        self._rows: dict[str, int] = {}
        memory.thumbnail_arrived.connect(self._on_memory_thumbnail_arrived)

    def show_files(
        self, folder: Path, names: Sequence[str], excluded: Sequence[str] = (), *, captions: Sequence[str] = ()
    ) -> None:
        """Show the files `names`, relative to the data folder `folder`, with '/', in place of those before.

        excluded: files that are left out; they stand in their places among the others. Where the files are the same as
        before, the rows stay, and with them what is selected.
        captions: what stands below each where none is left out; none: its name inside its class.
        """
        left_out, captions = frozenset(excluded), tuple(captions)
        shown = tuple(merge(names, excluded, key=_place) if left_out else names)
        if shown and (folder, shown, captions) == (self._folder, self._names, self._captions):
            self._excluded = left_out
            self.dataChanged.emit(self.index(0), self.index(len(shown) - 1))
            return
        self.beginResetModel()
        self._folder, self._names, self._excluded, self._captions = folder, shown, left_out, captions
        self._rows = {name: row for row, name in enumerate(self._names)}
        self.endResetModel()

    def files_without_thumbnail(self, first: int, last: int) -> tuple[Path, ...]:
        """Return the files of the rows from `first` to `last`, both included, that have no thumbnail yet."""
        files = [self._folder / name for name in self._names[max(first, 0) : last + 1]]
        return tuple(file for file in files if not self._memory.touch(file))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        name = self._names[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._captions[index.row()] if self._captions else name_in_class(name)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return tr("{name}, left out", name=name) if name in self._excluded else name
        if role == EXCLUDED_ROLE:
            return name in self._excluded
        if role == Qt.ItemDataRole.DecorationRole:
            return self._memory.find(self._folder / name)
        if role == FILE_ROLE:
            return self._folder / name
        if role == UNREADABLE_ROLE:
            return self._memory.is_unreadable(self._folder / name)
        return None

    def _on_memory_thumbnail_arrived(self, file: Path) -> None:
        row = self._rows.get(name_in_folder(self._folder, file))
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row), [Qt.ItemDataRole.DecorationRole])


def _place(name: str) -> tuple[str, str]:
    return (name_in_class(name), name)
