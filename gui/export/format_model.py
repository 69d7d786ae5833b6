"""The export formats as a table: what each is for, about how large it gets, and what it needs. One row a format.

Which packages are missing is looked up once, when the model is made; they don't come while the window is open.
"""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.export.formats import FORMATS, ExportFormat, how_to_install, missing_packages
from core.self_contained import is_self_contained
from gui.export.export_words import expected_size_in_words
from gui.language.core_sentences import said_by_core
from gui.language.translate import tr

Index = QModelIndex | QPersistentModelIndex
FORMAT_ROLE = Qt.ItemDataRole.UserRole

_NOWHERE = QModelIndex()
#: What is needed not here but where the export is used.
_NEEDED_LATER = {"script-pytorch": tr("torchvision, to run it")}


class FormatColumn(IntEnum):
    """The columns."""

    NAME = 0
    PURPOSE = 1
    SIZE = 2
    NEEDS = 3


_TITLES = {
    FormatColumn.NAME: tr("Format"),
    FormatColumn.PURPOSE: tr("What it is for"),
    FormatColumn.SIZE: tr("Size"),
    FormatColumn.NEEDS: tr("What it needs"),
}


class FormatModel(QAbstractTableModel):
    """Formats that are there; `FORMAT_ROLE` gives the format's name."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._missing = {one.name: missing_packages(one) for one in FORMATS}
        self._model_bytes: int | None = None

    def set_model_size(self, size: int | None) -> None:
        """Say how large the model file is, in bytes; None when that isn't known."""
        self._model_bytes = size
        last = len(FORMATS) - 1
        self.dataChanged.emit(self.index(0, FormatColumn.SIZE), self.index(last, FormatColumn.SIZE))

    @property
    def model_bytes(self) -> int | None:
        """How large the model file is."""
        return self._model_bytes

    def missing(self, chosen: ExportFormat) -> tuple[str, ...]:
        """Return the packages of a format that are not installed."""
        return self._missing[chosen.name]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(FORMATS)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(FormatColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _TITLES[FormatColumn(section)]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = FORMATS[index.row()]
        if role == FORMAT_ROLE:
            return one.name
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(one, FormatColumn(index.column()))
        return None

    def _words(self, one: ExportFormat, column: FormatColumn) -> str:
        match column:
            case FormatColumn.NAME:
                return said_by_core(one.title)
            case FormatColumn.PURPOSE:
                description = said_by_core(one.description)
                return description[:1].upper() + description[1:]
            case FormatColumn.SIZE:
                return expected_size_in_words(one, self._model_bytes)
        if not self.missing(one):
            return _NEEDED_LATER.get(one.name, tr("Nothing more"))
        return tr("Not in this build") if is_self_contained() else how_to_install(one)
