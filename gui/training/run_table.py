"""The table of runs: choose one, and Evaluate, Predict and Export work on its model; tick several to compare them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui.language.translate import tr
from gui.training.run_list import RunSummary
from gui.training.run_name_delegate import RunNameDelegate
from gui.training.run_table_model import RUN_ROLE, SORT_ROLE, RunTableModel
from gui.training.run_words import Column
from gui.window.calm_table import calm_table
from gui.window.theme import MEDIUM

Index = QModelIndex | QPersistentModelIndex

#: How many letters a column shows; what is longer is whole in its tip. The names of the runs get the rest.
_LETTERS = {
    Column.COMPARE: 3,
    Column.PLAN: 18,
    Column.EPOCHS: 15,
    Column.ACCURACY: 11,
    Column.TIME: 10,
    Column.DEVICE: 10,
    Column.DATE: 13,
}


class RunTable(QTableView):
    """Runs, sortable by every column, one selected at a time.

    A click or a key chooses a run with a model; a right click selects it for its menu only, and a click on its box
    only ticks it.
    """

    run_chosen = Signal(object)  # Path: the folder of the run that the user selected
    selection_changed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run_table")
        self.setAccessibleName(tr("Runs"))
        self.runs = RunTableModel(parent=self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.runs)
        self._sorted.setSortRole(SORT_ROLE)
        self.setModel(self._sorted)
        self._choosing = False
        self._shown: Path | None = None
        self._set_up()
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def _set_up(self) -> None:
        calm_table(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setItemDelegateForColumn(Column.NAME, RunNameDelegate(parent=self))
        header = self.horizontalHeader()
        header.setMinimumSectionSize(30)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        for column, letters in _LETTERS.items():
            header.resizeSection(column, letters * self.fontMetrics().averageCharWidth() + MEDIUM)
        header.moveSection(header.visualIndex(Column.COMPARE), 0)
        self.setSortingEnabled(True)
        self.sortByColumn(Column.DATE, Qt.SortOrder.DescendingOrder)

    @property
    def selected_run(self) -> RunSummary | None:
        """The run that is selected."""
        rows = self.selectionModel().selectedRows(Column.NAME)
        run: RunSummary | None = rows[0].data(RUN_ROLE) if rows else None
        return run

    def show_run(self, run: Path | None) -> None:
        """Select a run without announcing it; None, or one that isn't there, selects nothing.

        A run that is shown already is left alone, since the user may have turned to another one's menu.
        """
        if run is not None and run == self._shown and self.selected_run is not None:
            return
        row = -1 if run is None else self.runs.row_of(run)
        self._shown = run if row >= 0 else None
        self._choosing = True
        if row < 0:
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self._sorted.mapFromSource(self.runs.index(row, Column.NAME)))
        self._choosing = False

    def rename_selected(self) -> None:
        """Let the user write another name for the selected run."""
        rows = self.selectionModel().selectedRows(Column.NAME)
        if rows:
            self.setCurrentIndex(rows[0])
            self.edit(rows[0])

    def tick_selected(self) -> None:
        """Tick the selected run, or take its tick away."""
        for index in self.selectionModel().selectedRows(Column.COMPARE):
            if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
                state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
                self.model().setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        if index.isValid() and index.column() == Column.COMPARE and isinstance(event, QMouseEvent):
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choosing = event.button() == Qt.MouseButton.RightButton
        super().mousePressEvent(event)
        self._choosing = False

    def _on_selection_changed(self, selected: QItemSelection) -> None:
        self.selection_changed.emit()
        if self._choosing or selected.isEmpty():
            return
        run: RunSummary = selected.indexes()[0].data(RUN_ROLE)
        if run.has_model:
            self._shown = run.folder
            self.run_chosen.emit(run.folder)
