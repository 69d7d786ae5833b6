"""The dialog that searches for a learning rate, shows what was found, and offers to use it.

It does not stop the window; the search ends when the dialog is closed.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.messages import FindLearningRate, LearningRatesTried
from core.training.specification import TrainingSpecification
from gui.language.translate import tr
from gui.training.job_dialog import JobDialog
from gui.training.named_button import named_button
from gui.training.number_boxes import rate_in_words
from gui.training.progress_line import ProgressLine
from gui.window.quiet_label import QuietLabel
from gui.window.theme import HEADING_SCALE, LARGE, MEDIUM, SMALL, scaled_font
from gui.worker.workers import Workers

_WHAT = tr(
    "A copy of the network learns while the rate rises from step to step, until the loss breaks out. "
    "A tenth of the rate with the lowest loss is a good one to train with."
)


class LearningRateDialog(JobDialog):
    """Searches from the moment it is made; `rate_chosen` comes when the user takes the suggestion."""

    rate_chosen = Signal(float)

    def __init__(
        self, *, specification: TrainingSpecification, workers: Workers, parent: QWidget | None = None
    ) -> None:
        # pyqtgraph takes 0.2 s to import; nobody waits for it before a plot is shown.
        from gui.training.learning_rate_plot import LearningRatePlot

        super().__init__(
            workers=workers,
            progress=ProgressLine(name="search_progress", accessible_name=tr("Progress of the search")),
            stop="stop_search",
            stopped=tr("The search was stopped"),
            failed=tr("The search failed"),
            parent=parent,
        )
        self.setObjectName("learning_rate_dialog")
        self.setWindowTitle(tr("Find a learning rate"))
        self._specification = specification
        self._suggestion = 0.0
        self._plot = LearningRatePlot()
        self._use = named_button("use_learning_rate", tr("Use"))
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
        self._again.clicked.connect(self._search)
        self._close.clicked.connect(self.close)
        self._use.clicked.connect(self._on_use_clicked)

    # ------------------------------------------------------------------ the search

    def _search(self) -> None:
        self._submit(FindLearningRate(specification=self._specification))

    def _on_job_finished(self, tried: LearningRatesTried) -> None:
        self._suggestion = tried.suggestion
        self._plot.show_rates(tried)
        words = tr("The suggestion for these settings is {rate}", rate=rate_in_words(tried.suggestion))
        self._end(words, done=True)
        self._use.setFocus()

    def _show_buttons(self) -> None:
        super()._show_buttons()
        words = tr("Use {rate}", rate=rate_in_words(self._suggestion)) if self._suggestion else tr("Use")
        self._use.setText(words)
        self._use.setAccessibleName(words)
        self._use.setEnabled(bool(self._suggestion) and not self.working)
        self._use.setDefault(self._use.isEnabled())
        self._again.setVisible(not self.working)

    # ------------------------------------------------------------------ what the user does

    def _on_use_clicked(self) -> None:
        self.rate_chosen.emit(self._suggestion)
        self.close()
