"""The dialog that searches for a learning rate, shows what was found, and offers to use it.

It does not stop the window; the search ends when the dialog is closed.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.errors import Failure
from core.messages import Event, FindLearningRate, LearningRatesTried, Progress
from core.training.specification import TrainingSpecification
from gui.language.translate import tr
from gui.training.named_button import named_button
from gui.training.number_boxes import rate_in_words
from gui.training.progress_line import ProgressLine
from gui.training.progress_words import progress_in_words
from gui.window.message_bar import Level, MessageBar
from gui.window.quiet_label import QuietLabel
from gui.window.roomy_dialog import RoomyDialog
from gui.window.theme import HEADING_SCALE, LARGE, MEDIUM, SMALL, scaled_font
from gui.worker.bridge import Job
from gui.worker.workers import Workers

_WHAT = tr(
    "A copy of the network learns while the rate rises from step to step, until the loss breaks out. "
    "A tenth of the rate with the lowest loss is a good one to train with."
)


class LearningRateDialog(RoomyDialog):
    """Searches from the moment it is made; `rate_chosen` comes when the user takes the suggestion."""

    rate_chosen = Signal(float)

    def __init__(
        self, *, specification: TrainingSpecification, workers: Workers, parent: QWidget | None = None
    ) -> None:
        # pyqtgraph takes 0.2 s to import; nobody waits for it before a plot is shown.
        from gui.training.learning_rate_plot import LearningRatePlot

        super().__init__(parent)
        self.setObjectName("learning_rate_dialog")
        self.setWindowTitle(tr("Find a learning rate"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._specification = specification
        self._workers = workers
        self._job: Job | None = None
        self._suggestion = 0.0
        self._plot = LearningRatePlot()
        self._progress = ProgressLine(name="search_progress", accessible_name=tr("Progress of the search"))
        self._message = MessageBar()
        self._use = named_button("use_learning_rate", tr("Use"))
        self._stop = named_button("stop_search", tr("Stop"), "stop")
        self._again = named_button("search_again", tr("Search again"), "redo")
        self._close = named_button("close_search", tr("Close"))
        self._lay_out()
        self._connect()
        self._search()

    def _lay_out(self) -> None:
        title = QLabel(tr("Loss at each learning rate"))
        title.setFont(scaled_font(self.font(), HEADING_SCALE, strong=True))
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self._stop)
        buttons.addWidget(self._again)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._use)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        for widget in (title, QuietLabel(_WHAT), self._message, self._progress):
            column.addWidget(widget)
        column.addWidget(self._plot, 1)
        column.addLayout(buttons)
        self.resize(560, 480)

    def _connect(self) -> None:
        self._stop.clicked.connect(self._on_stop_clicked)
        self._again.clicked.connect(self._search)
        self._close.clicked.connect(self.close)
        self._use.clicked.connect(self._on_use_clicked)

    # ------------------------------------------------------------------ the search

    @property
    def searching(self) -> bool:
        """Whether a search is under way."""
        return self._job is not None

    def _search(self) -> None:
        self._message.dismiss()
        self._job = self._workers.submit(FindLearningRate(specification=self._specification), parent=self)
        self._job.reported.connect(self._on_job_reported)
        self._job.finished.connect(self._on_job_finished)
        self._job.stopped.connect(self._on_job_stopped)
        self._job.failed.connect(self._on_job_failed)
        self._progress.show_progress(tr("Waiting for the worker"), 0, 0)
        self._show_buttons()

    def _on_job_reported(self, event: Event) -> None:
        if isinstance(event, Progress):
            self._progress.show_progress(progress_in_words(event), event.done, event.total)

    def _on_job_finished(self, tried: LearningRatesTried) -> None:
        self._suggestion = tried.suggestion
        self._plot.show_rates(tried)
        words = tr("The suggestion for these settings is {rate}", rate=rate_in_words(tried.suggestion))
        self._end(words, done=True)
        self._use.setFocus()

    def _on_job_stopped(self) -> None:
        self._end(tr("The search was stopped"), done=False)

    def _on_job_failed(self, failure: Failure) -> None:
        self._end(tr("The search failed"), done=False)
        self._message.show_message(Level.ERROR, failure.message, failure.hint)

    def _end(self, words: str, *, done: bool) -> None:
        self._job = None
        self._progress.show_progress(words, int(done), 1)
        self._show_buttons()

    def _show_buttons(self) -> None:
        words = tr("Use {rate}", rate=rate_in_words(self._suggestion)) if self._suggestion else tr("Use")
        self._use.setText(words)
        self._use.setAccessibleName(words)
        self._use.setEnabled(bool(self._suggestion) and not self.searching)
        self._use.setDefault(self._use.isEnabled())
        self._stop.setVisible(self.searching)
        self._stop.setEnabled(self.searching)
        self._again.setVisible(not self.searching)

    # ------------------------------------------------------------------ what the user does

    def _on_stop_clicked(self) -> None:
        if self._job is not None:
            self._job.stop()
            self._stop.setEnabled(False)
            self._progress.show_progress(tr("Stopping"), 0, 0)

    def _on_use_clicked(self) -> None:
        self.rate_chosen.emit(self._suggestion)
        self.close()

    def done(self, result: int) -> None:
        """Give the search up, however the dialog is closed."""
        if self._job is not None:
            self._job.stop()
        super().done(result)
