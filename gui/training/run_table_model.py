"""The model of the table of runs: a row for each run, the newest first. It holds what was read and reads nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QDateTime, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.training.progress_words import duration_in_words
from gui.training.result_words import accuracy_in_words
from gui.training.run_list import RunSummary

Index = QModelIndex | QPersistentModelIndex

#: The role that returns a row's `RunSummary`, and the one by which columns are sorted.
RUN_ROLE = Qt.ItemDataRole.UserRole
SORT_ROLE = Qt.ItemDataRole.UserRole + 1


class Column(IntEnum):
    """The columns of the table."""

    NAME = 0
    PLAN = 1
    EPOCHS = 2
    ACCURACY = 3
    TIME = 4
    DATE = 5


_TITLES = {
    Column.NAME: "Run",
    Column.PLAN: "Thawed",
    Column.EPOCHS: "Best epoch",
    Column.ACCURACY: "Validation",
    Column.TIME: "Time",
    Column.DATE: "Date",
}
_NUMBERS = (Column.EPOCHS, Column.ACCURACY, Column.TIME)


class RunTableModel(QAbstractTableModel):
    """Runs as rows; a run without a model is shown but can't be chosen."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs: list[RunSummary] = []

    def show_runs(self, runs: Sequence[RunSummary]) -> None:
        """Show these runs; rows that stay the same keep their selection."""
        if [run.folder for run in runs] == [run.folder for run in self._runs]:
            self._update_rows(runs)
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        rows = {run.folder: row for row, run in enumerate(runs)}
        folders = [self._runs[index.row()].folder for index in before]
        self._runs = list(runs)
        after = [
            self.index(rows[folder], index.column()) if folder in rows else QModelIndex()
            for folder, index in zip(folders, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _update_rows(self, runs: Sequence[RunSummary]) -> None:
        for row, run in enumerate(runs):
            if run != self._runs[row]:
                self._runs[row] = run
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def row_of(self, folder: Path) -> int:
        """Return the row of the run in `folder`, or -1."""
        return next((row for row, run in enumerate(self._runs) if run.folder == folder), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._runs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _TITLES[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsSelectable if self._runs[index.row()].has_model else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        run, column = self._runs[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(run, column)
        if role == RUN_ROLE:
            return run
        if role == SORT_ROLE:
            return _sort_key(run, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(run.folder)
        return None


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _words(run: RunSummary, column: Column) -> str:
    if column is Column.NAME:
        return run.folder.name
    if column is Column.PLAN:
        return run.plan.replace(",", ", ")
    if column is Column.DATE:
        return QLocale().toString(_as_qt(run.created), QLocale.FormatType.ShortFormat)
    if not run.has_model:
        return {Column.EPOCHS: "no model yet" if run.state == "running" else "no model"}.get(column, "")
    if column is Column.EPOCHS:
        return f"{run.best_epoch} of {run.epochs}"
    return accuracy_in_words(run.val_accuracy) if column is Column.ACCURACY else duration_in_words(run.seconds)


def _as_qt(moment: datetime) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(round(moment.timestamp() * 1000.0))


def _sort_key(run: RunSummary, column: Column) -> Any:
    return {
        Column.NAME: run.folder.name.casefold(),
        Column.PLAN: run.plan,
        Column.EPOCHS: run.epochs,
        Column.ACCURACY: -1.0 if run.val_accuracy is None else run.val_accuracy,
        Column.TIME: run.seconds,
        Column.DATE: run.created.timestamp(),
    }[column]
