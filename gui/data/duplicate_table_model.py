"""The table of pictures that are there more than once: a row for each group. Adapts `DuplicateGroup` records.

Thumbnails come from the window's memory; asking for them is the view's work.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum, IntEnum
from pathlib import Path

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QPixmap

from core.messages import DuplicateGroup
from gui.data.duplicate_words import classes_in_words, kind_in_words, why_it_matters
from gui.data.thumbnail_memory import ThumbnailMemory
from gui.language.translate import local_number, tr

#: The `DuplicateGroup` of a row; its first pictures as pixmaps, None for each that is not here; how a column sorts.
GROUP_ROLE = Qt.ItemDataRole.UserRole
PIXMAPS_ROLE = Qt.ItemDataRole.UserRole + 1
SORT_ROLE = Qt.ItemDataRole.UserRole + 2
#: So many pictures of a group stand in its row.
PICTURES_IN_A_ROW = 3

_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, from left to right."""

    PICTURES = 0
    KIND = 1
    COUNT = 2
    CLASSES = 3


HEADERS = {
    Column.PICTURES: tr("Pictures"),
    Column.KIND: tr("Kind"),
    Column.COUNT: tr("Number"),
    Column.CLASSES: tr("In"),
}


class DuplicateTableModel(QAbstractTableModel):
    """One row for each group."""

    def __init__(self, *, memory: ThumbnailMemory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._groups: tuple[DuplicateGroup, ...] = ()
        self._rows: dict[Path, set[int]] = {}  # of those that were asked for
        memory.thumbnail_arrived.connect(self._on_memory_thumbnail_arrived)

    def show_groups(self, groups: Sequence[DuplicateGroup]) -> None:
        """Show these groups in place of those before."""
        self.beginResetModel()
        self._groups = tuple(groups)
        self._rows = {}
        self.endResetModel()

    def files_without_thumbnail(self, rows: Iterable[int]) -> tuple[Path, ...]:
        """Return the first files of these rows that have no thumbnail yet; theirs are shown when they arrive."""
        wanted: dict[Path, None] = {}
        for row in rows:
            for file in self._groups[row].files[:PICTURES_IN_A_ROW]:
                self._rows.setdefault(file, set()).add(row)
                if not self._memory.touch(file):
                    wanted[file] = None
        return tuple(wanted)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._groups)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADERS[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        group, column = self._groups[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(group, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return why_it_matters(group)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == Column.PICTURES:
            return ", ".join(file.name for file in group.files[:PICTURES_IN_A_ROW])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == GROUP_ROLE:
            return group
        if role == SORT_ROLE:
            return len(group.files) if column == Column.COUNT else _text(group, column)
        if role == PIXMAPS_ROLE:
            return self._pixmaps(group)
        return None

    def _pixmaps(self, group: DuplicateGroup) -> list[QPixmap | None]:
        return [self._memory.find(file) for file in group.files[:PICTURES_IN_A_ROW]]

    def _on_memory_thumbnail_arrived(self, file: Path) -> None:
        for row in self._rows.get(file, ()):
            cell = self.index(row, Column.PICTURES)
            self.dataChanged.emit(cell, cell, [PIXMAPS_ROLE])


class Shown(Enum):
    """Which groups are on show."""

    ALL = tr("All groups")
    ACROSS = tr("In several classes")
    EXACT = tr("Exact copies")
    ALIKE = tr("Look alike")


class DuplicateFilter(QSortFilterProxyModel):
    """Lets through the groups that a person wants to see."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = Shown.ALL
        self.setSortRole(SORT_ROLE)

    def show_only(self, shown: Shown) -> None:
        """Show these groups only."""
        self._shown = shown
        self.invalidateFilter()

    def filterAcceptsRow(self, source_row: int, source_parent: _Index) -> bool:
        group: DuplicateGroup = self.sourceModel().index(source_row, 0, source_parent).data(GROUP_ROLE)
        return _is_shown(group, self._shown)


def _is_shown(group: DuplicateGroup, shown: Shown) -> bool:
    if shown is Shown.ACROSS:
        return len(set(group.class_names)) > 1
    if shown is Shown.ALL:
        return True
    return group.exact == (shown is Shown.EXACT)


def _text(group: DuplicateGroup, column: Column) -> str:
    if column == Column.KIND:
        return kind_in_words(group)
    if column == Column.COUNT:
        return local_number(f"{len(group.files):,}")
    return classes_in_words(group) if column == Column.CLASSES else ""


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == Column.COUNT else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
