"""The table of a folder's classes: how many images, how many files that can't be used, what share of the whole.

Adapts `ClassCount` records; counting is the worker's work. It sorts by itself: a proxy asks a thousand rows twenty
thousand times what they are, which the window feels.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.messages import ClassCount
from gui.language.translate import local_number, tr

#: The `ClassCount` of a row; its share of all images, 0 to 1.
CLASS_ROLE = Qt.ItemDataRole.UserRole + 1
SHARE_ROLE = Qt.ItemDataRole.UserRole + 2

_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, from left to right."""

    NAME = 0
    IMAGES = 1
    PROBLEMS = 2
    SHARE = 3


HEADERS = {
    Column.NAME: tr("Class"),
    Column.IMAGES: tr("Images"),
    Column.PROBLEMS: tr("Unusable"),
    Column.SHARE: tr("Share"),
}

_TIPS = {
    Column.NAME: tr("The sub-folder's name: what the model will answer"),
    Column.IMAGES: tr("Pictures to learn from"),
    Column.PROBLEMS: tr("Files that are left out; the table beside says why"),
    Column.SHARE: tr("Part of all images. Very uneven classes teach the model to guess the large ones"),
}


class ClassTableModel(QAbstractTableModel):
    """One row for each class."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._classes: tuple[ClassCount, ...] = ()
        self._total = 0
        self._sorted_by, self._order = Column.NAME, Qt.SortOrder.AscendingOrder

    @property
    def classes(self) -> tuple[ClassCount, ...]:
        """The classes on show, in the order of the rows."""
        return self._classes

    def show_classes(self, classes: Sequence[ClassCount]) -> None:
        """Show these classes; where the names are the same as before, only the numbers and their order change."""
        same_names = {one.class_name for one in classes} == {one.class_name for one in self._classes}
        if not same_names:
            self.beginResetModel()
            self._classes = self._sorted(classes)
        self._total = sum(one.images for one in classes)
        if not same_names:
            self.endResetModel()
            return
        self._rearrange(self._sorted(classes))
        if classes:
            self.dataChanged.emit(self.index(0, Column.IMAGES), self.index(len(classes) - 1, Column.SHARE))

    def row_of(self, class_name: str) -> int:
        """Return the row of a class, -1 where there is none."""
        return next((row for row, one in enumerate(self._classes) if one.class_name == class_name), -1)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(Column):
            self._sorted_by, self._order = Column(column), order
            self._rearrange(self._sorted(self._classes))

    def count_problems(self, class_names: Iterable[str]) -> None:
        """Count one more file that can't be used for each time that a class is named here."""
        more = Counter(class_names)
        self.show_classes(
            [
                replace(one, problems=one.problems + more[one.class_name]) if one.class_name in more else one
                for one in self._classes
            ]
        )

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._classes)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return HEADERS[Column(section)]
        if role == Qt.ItemDataRole.ToolTipRole:
            return _TIPS[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one, column = self._classes[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(one, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == CLASS_ROLE:
            return one
        if role == SHARE_ROLE:
            return self._share(one)
        return None

    def _sorted(self, classes: Sequence[ClassCount]) -> tuple[ClassCount, ...]:
        reverse = self._order == Qt.SortOrder.DescendingOrder
        return tuple(sorted(classes, key=lambda one: _sort_value(one, self._sorted_by), reverse=reverse))

    def _rearrange(self, classes: tuple[ClassCount, ...]) -> None:
        """Let the rows of the same classes come in this order; a selected row stays that of its class."""
        rows = {one.class_name: row for row, one in enumerate(classes)}
        before = [one.class_name for one in self._classes]
        if list(rows) == before:
            self._classes = classes
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        self._classes = classes
        new = [self.index(rows[before[one.row()]], one.column()) for one in old]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _text(self, one: ClassCount, column: Column) -> str:
        if column == Column.NAME:
            return one.class_name
        if column == Column.IMAGES:
            return local_number(f"{one.images:,}")
        if column == Column.PROBLEMS:
            return local_number(f"{one.problems:,}") if one.problems else "–"
        return f"{self._share(one):.0%}"

    def _share(self, one: ClassCount) -> float:
        return one.images / self._total if self._total else 0.0


def _sort_value(one: ClassCount, column: Column) -> tuple[int, str]:
    """Return what a row sorts by; the same numbers by name."""
    number = {Column.NAME: 0, Column.PROBLEMS: one.problems}.get(column, one.images)
    return number, one.class_name.casefold()


def _alignment(column: Column) -> Qt.AlignmentFlag:
    if column in (Column.IMAGES, Column.PROBLEMS):
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
