"""The right side of the Train page: progress, curves, the result, and the table of runs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from gui.training.progress_line import ProgressLine
from gui.training.result_panel import ResultPanel
from gui.training.run_table import RunTable
from gui.training.training_state import Phase, TrainingState
from gui.training.weights_panel import WeightsPanel
from gui.window.message_bar import MessageBar
from gui.window.theme import HEADING_SCALE, MEDIUM, SMALL, scaled_font


class ResultsColumn(QWidget):
    """Everything that a training shows; messages come on top, the table of runs can be drawn larger from below."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        # pyqtgraph takes 0.2 s to import; nobody waits for it before this page is made.
        from gui.training.curves import TrainingCurves

        super().__init__(parent)
        self.messages = MessageBar()
        self.weights_panel = WeightsPanel()
        self.runs = RunTable()
        self._progress = ProgressLine(name="training_progress", accessible_name="Progress of the training")
        self._curves = TrainingCurves()
        self._result = ResultPanel()
        self._lay_out()
        self.show_state(TrainingState())

    def _lay_out(self) -> None:
        above = _column(
            self.messages, self.weights_panel, self._progress, self._curves, self._result, grows=self._curves
        )
        runs_title = QLabel("Runs")
        runs_title.setFont(scaled_font(self.font(), HEADING_SCALE, strong=True))
        below = _column(runs_title, self.runs, grows=self.runs)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(MEDIUM)
        splitter.addWidget(above)
        splitter.addWidget(below)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([500, 160])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)

    def show_state(self, state: TrainingState) -> None:
        """Draw what is known of the training."""
        self._progress.show_progress(state.status, *bar_of(state))
        self._curves.show_state(state)
        self._result.show_result(state.result)


def bar_of(state: TrainingState) -> tuple[int, int]:
    """Return how far the bar is drawn and of what; (0, 0) lets it move to and fro while nothing is known."""
    if state.phase is Phase.FINISHED:
        return 1, 1
    if not state.busy:
        return 0, 1
    if state.progress is None or state.progress.total <= 0:
        return 0, 0
    return state.progress.done, state.progress.total


def _column(*widgets: QWidget, grows: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SMALL)
    for widget in widgets:
        column.addWidget(widget, 1 if widget is grows else 0)
    return holder
