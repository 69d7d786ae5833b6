"""The table of runs: choose one, and Evaluate, Predict and Export work on its model."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QItemSelection, QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui.training.run_list import RunSummary
from gui.training.run_table_model import RUN_ROLE, SORT_ROLE, Column, RunTableModel
from gui.window.calm_table import calm_table


class RunTable(QTableView):
    """Runs, sortable by every column, one selected at a time."""

    run_chosen = Signal(object)  # Path: the folder of the run that the user selected

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run_table")
        self.setAccessibleName("Runs")
        self.runs = RunTableModel(parent=self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.runs)
        self._sorted.setSortRole(SORT_ROLE)
        self.setModel(self._sorted)
        self._choosing = False
        self._set_up()
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def _set_up(self) -> None:
        calm_table(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.DATE, Qt.SortOrder.DescendingOrder)

    def show_run(self, run: Path | None) -> None:
        """Select a run without announcing it; None, or one that isn't there, selects nothing."""
        row = -1 if run is None else self.runs.row_of(run)
        self._choosing = True
        if row < 0:
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self._sorted.mapFromSource(self.runs.index(row, Column.NAME)))
        self._choosing = False

    def _on_selection_changed(self, selected: QItemSelection) -> None:
        if self._choosing or selected.isEmpty():
            return
        run: RunSummary = selected.indexes()[0].data(RUN_ROLE)
        self.run_chosen.emit(run.folder)
