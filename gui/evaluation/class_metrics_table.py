"""The table of the measures of each class, sortable by each of them."""

from __future__ import annotations

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget

from core.messages import Evaluation
from gui.evaluation.class_metrics_model import SORT_ROLE, ClassMetricsModel, Column
from gui.evaluation.confusion_matrix import heading_height
from gui.window.calm_table import calm_table
from gui.window.quiet_label import QuietLabel
from gui.window.theme import HEADING_SCALE, SMALL, SMALL_SCALE, scaled_font


class ClassMetricsTable(QWidget):
    """A heading and the table."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.classes = ClassMetricsModel(parent=self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.classes)
        self._sorted.setSortRole(SORT_ROLE)
        self._table = QTableView()
        self._build()
        title = QLabel("Classes")
        title.setFont(scaled_font(self.font(), HEADING_SCALE, strong=True))
        title.setMinimumHeight(heading_height(self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(title)
        column.addWidget(self._table, 1)
        reading = "Precision: how many of those called so are. Recall: how many of them were found."
        column.addWidget(QuietLabel(reading, scale=SMALL_SCALE))

    def _build(self) -> None:
        self._table.setObjectName("class_metrics")
        self._table.setAccessibleName("Measures of each class")
        self._table.setModel(self._sorted)
        calm_table(self._table)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.CLASS, QHeaderView.ResizeMode.Stretch)
        self._table.setSortingEnabled(True)
        self._table.sortByColumn(Column.CLASS, Qt.SortOrder.AscendingOrder)

    def show_evaluation(self, evaluation: Evaluation | None) -> None:
        """Show the classes of an evaluation; None shows none."""
        self.classes.show_classes(evaluation.classes if evaluation else ())
