"""The view of the confusion matrix, with the choices of numbers and of their order, and what its sides mean."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QRadioButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.messages import Evaluation
from gui.evaluation.confusion_model import ConfusionModel
from gui.evaluation.heat_map_delegate import HeatMapDelegate
from gui.language.translate import tr
from gui.window.quiet_label import QuietLabel
from gui.window.theme import HEADING_SCALE, LARGE, MEDIUM, SMALL, SMALL_SCALE, scaled_font

_LARGEST_CELL = 120
#: Up to this many classes, cells are larger.
_FEW_CLASSES = 6
#: From so many classes on, what is confused most comes first unless the user wants it otherwise.
_MANY_CLASSES = 16


class ConfusionMatrix(QWidget):
    """A heading, the table, and a line on how to read it."""

    cell_chosen = Signal(str, str)  # true class, predicted class; both '' when the choice was taken back
    cell_entered = Signal()  # the pictures of the chosen cell are wanted

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = ConfusionModel(parent=self)
        self._table = QTableView()
        self._counts, self._rates = QRadioButton(tr("Counts")), QRadioButton(tr("Rates"))
        self._by_confusion = QCheckBox(tr("Most confused first"))
        self._build()
        self._lay_out()
        self._rates.toggled.connect(self.matrix.show_rates)
        self._by_confusion.toggled.connect(self.matrix.sort_by_confusion)
        self._table.activated.connect(self.cell_entered)
        self._table.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def _build(self) -> None:
        self._table.setObjectName("confusion_matrix")
        self._table.setAccessibleName(tr("Confusion matrix: rows are true classes, columns are answers"))
        self._table.setModel(self.matrix)
        self._table.setItemDelegate(HeatMapDelegate(parent=self))
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setTabKeyNavigation(False)
        self._table.setCornerButtonEnabled(False)
        self._table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self._table.horizontalHeader(), self._table.verticalHeader()):
            header.setHighlightSections(True)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._by_confusion.setObjectName("confusion_order")
        self._by_confusion.setAccessibleName(tr("Show the classes that are confused most first"))
        self._by_confusion.setToolTip(tr("Classes with many mistakes first, each beside what it is confused with"))
        self._counts.setObjectName("confusion_counts")
        self._rates.setObjectName("confusion_rates")
        self._counts.setAccessibleName(tr("Show counts of pictures"))
        self._rates.setAccessibleName(tr("Show shares of each true class"))
        self._counts.setChecked(True)
        kinds = QButtonGroup(self)
        for kind in (self._counts, self._rates):
            kinds.addButton(kind)

    def _lay_out(self) -> None:
        title = QLabel(tr("Confusion matrix"))
        title.setFont(scaled_font(self.font(), HEADING_SCALE, strong=True))
        head = QHBoxLayout()
        head.setSpacing(MEDIUM)
        head.addWidget(title, 1)
        head.addWidget(self._by_confusion)
        head.addWidget(self._counts)
        head.addWidget(self._rates)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(head)
        column.addWidget(self._table, 1)
        reading = tr("Rows are what the pictures show, columns what the model said. A cell shows its pictures below.")
        column.addWidget(QuietLabel(reading, scale=SMALL_SCALE))

    def show_evaluation(self, evaluation: Evaluation | None) -> None:
        """Show the matrix of an evaluation; None shows none."""
        self.matrix.show_evaluation(evaluation)
        names = self.matrix.class_names
        if names:
            self._by_confusion.setChecked(len(names) >= _MANY_CLASSES)
        widest = max((self.fontMetrics().horizontalAdvance(name) for name in names), default=0) + 2 * MEDIUM
        few = len(names) <= _FEW_CLASSES
        self._table.horizontalHeader().setDefaultSectionSize(max((6 if few else 4) * LARGE, min(_LARGEST_CELL, widest)))
        self._table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + (2 if few else 1) * LARGE)
        self._table.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideMiddle)

    def clear_choice(self) -> None:
        """Take back the choice of a cell."""
        self._table.clearSelection()

    def _on_selection_changed(self, selected: QItemSelection) -> None:
        if selected.isEmpty():
            self.cell_chosen.emit("", "")
            return
        index, names = selected.indexes()[0], self.matrix.class_names
        self.cell_chosen.emit(names[index.row()], names[index.column()])
