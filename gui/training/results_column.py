"""The right side of the Train page: progress, curves, the result, and the table of runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from core.errors import Failure
from core.training.run_record import RunRecord
from gui.language.translate import tr
from gui.training.progress_line import ProgressLine
from gui.training.reopened_run import reopened
from gui.training.result_panel import ResultPanel
from gui.training.run_curves import RunCurves
from gui.training.runs_panel import RunsPanel
from gui.training.training_state import Phase, TrainingState
from gui.training.weights_panel import WeightsPanel
from gui.window.message_bar import Level, MessageBar
from gui.window.theme import MEDIUM, SMALL


class ResultsColumn(QWidget):
    """Everything that a training shows; messages come on top, the table of runs can be drawn larger from below."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        # pyqtgraph takes 0.2 s to import; nobody waits for it before this page is made.
        from gui.training.curves import TrainingCurves

        super().__init__(parent)
        self.messages = MessageBar()
        self.weights_panel = WeightsPanel()
        self.runs_panel = RunsPanel()
        self.runs = self.runs_panel.table
        self._progress = ProgressLine(name="training_progress", accessible_name=tr("Progress of the training"))
        self._curves = TrainingCurves()
        self._result = ResultPanel()
        self._state = TrainingState()
        self._reopened: TrainingState | None = None
        self._lay_out()
        self._curves.saved.connect(self._on_curves_saved)
        self._curves.failed.connect(self._on_curves_failed)
        self._show()

    def _lay_out(self) -> None:
        above = _column(
            self.messages, self.weights_panel, self._progress, self._curves, self._result, grows=self._curves
        )
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setObjectName("curves_and_runs")
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(MEDIUM)
        splitter.addWidget(above)
        splitter.addWidget(self.runs_panel)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([500, 160])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)

    def show_state(self, state: TrainingState) -> None:
        """Draw what is known of the training; while it is under way, no other run is shown in its place."""
        self._state = state
        if state.busy:
            self._reopened = None
        self._show()

    def reopen(self, run: Path, record: RunRecord) -> None:
        """Show the curves and the result of the run in the folder `run`, unless a training is under way."""
        result = self._state.result
        is_on_show = result is not None and result.run == run
        self._reopened = None if is_on_show or self._state.busy else reopened(run, record)
        self._show()

    def compare_with(self, runs: Sequence[RunCurves]) -> None:
        """Lay the curves of these runs over those on show."""
        self._curves.compare_with(runs)

    def _show(self) -> None:
        state = self._reopened or self._state
        self._progress.show_progress(status_of(state, is_reopened=state is self._reopened), *bar_of(state))
        self._curves.show_state(state)
        self._result.show_result(state.result)

    def _on_curves_saved(self, file: Path) -> None:
        self.messages.show_message(Level.INFORMATION, tr("The plot was saved as {file}.", file=file))

    def _on_curves_failed(self, failure: Failure) -> None:
        self.messages.show_message(Level.ERROR, failure.message, failure.hint)


def status_of(state: TrainingState, *, is_reopened: bool) -> str:
    """Return the words over the bar; those of a run that was opened again begin with its name."""
    if not is_reopened or state.specification is None:
        return state.status
    return f"{state.specification.run.name}: {state.status[:1].lower()}{state.status[1:]}"


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
