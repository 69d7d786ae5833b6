"""The table of the measures of each class, sortable by each of them, with their averages below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from core.messages import AverageMetrics, Evaluation
from gui.evaluation.class_metrics_model import SORT_ROLE, ClassMetricsModel, Column
from gui.language.translate import tr
from gui.training.progress_words import percentage
from gui.window.calm_table import calm_table
from gui.window.quiet_label import QuietLabel
from gui.window.theme import SMALL, SMALL_SCALE


class ClassMetricsTable(QWidget):
    """The table and its averages."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.classes = ClassMetricsModel(parent=self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.classes)
        self._sorted.setSortRole(SORT_ROLE)
        self._table = QTableView()
        self._averages = QuietLabel(scale=SMALL_SCALE)
        self._averages.setObjectName("average_metrics")
        self._build()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._table, 1)
        column.addWidget(self._averages)

    def _build(self) -> None:
        self._table.setObjectName("class_metrics")
        self._table.setAccessibleName(tr("Measures of each class"))
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
        self._averages.setText(averages_in_words(evaluation.averages if evaluation else ()))


def averages_in_words(averages: Sequence[AverageMetrics]) -> str:
    """Return the averages, a line for each."""
    called = {"macro": tr("Mean of the classes"), "weighted": tr("Weighted by pictures")}
    return "\n".join(
        tr(
            "{called}: precision {percentage}, recall {percentage_2}, F1 {percentage_3}",
            called=called[one.average],
            percentage=percentage(one.precision),
            percentage_2=percentage(one.recall),
            percentage_3=percentage(one.f1),
        )
        for one in averages
    )
