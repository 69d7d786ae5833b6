"""The Evaluate page: how good a model is, class by class, where it errs, and which labels may be wrong."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from core.errors import Failure
from core.messages import Evaluate, Evaluation, Event, JobEnded, Notice, Progress
from gui.data.correction_history import CorrectionHistory
from gui.evaluation.label_correcting import LabelCorrecting
from gui.evaluation.measured import Measured
from gui.evaluation.page_actions import offer_evaluation_actions
from gui.evaluation.report_saving import ReportSaving
from gui.evaluation.results import Results
from gui.language.translate import tr
from gui.prediction.empty_state import EmptyState
from gui.prediction.invitations import NO_MODEL
from gui.prediction.page_head import PageHead
from gui.session import Session
from gui.training.named_button import named_button
from gui.training.progress_line import ProgressLine
from gui.training.progress_words import progress_in_words
from gui.window.message_bar import Level, MessageBar
from gui.window.theme import LARGE, MEDIUM, PAGE, SMALL
from gui.worker.bridge import Job
from gui.worker.workers import Workers


class EvaluatePage(QWidget):
    """Measures a model on the pictures that its run held out, or on those of a folder."""

    explanation_wanted = Signal(object, object)  # Path: the model; Path: a picture

    def __init__(
        self,
        *,
        session: Session,
        workers: Workers,
        corrections: CorrectionHistory | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the page. corrections: through which labels are corrected; None: they are only shown."""
        super().__init__(parent)
        self.setObjectName("page_evaluate")
        self._session = session
        self._workers = workers
        self._run_in_use = session.run
        self._job: Job | None = None
        self._begins_again = False
        self._evaluation: Evaluation | None = None
        self._report = ReportSaving(workers=workers, window=self)
        self._labels: LabelCorrecting | None = None
        self._build()
        self._lay_out()
        self._connect()
        if corrections is not None:
            self._labels = LabelCorrecting(
                panel=self.results.suspects, corrections=corrections, session=session, parent=self
            )
            self._labels.decided.connect(self._on_labels_decided)
        offer_evaluation_actions(self, self.results.suspects)
        self._show_evaluation(None)

    # ------------------------------------------------------------------ what a user can do

    def evaluate(self) -> None:
        """Measure the chosen model on the chosen pictures."""
        if self.measured.model is None or self._job is not None:
            return
        self._messages.dismiss()
        self._follow(
            self._workers.submit(Evaluate(model=self.measured.model, folder=self.measured.folder), parent=self)
        )
        self._progress.show_progress(tr("Waiting for the worker"), 0, 0)

    def stop(self) -> None:
        """Give up what is under way."""
        self._begins_again = False
        if self._job is not None:
            self._job.stop()

    def evaluate_on(self, folder: Path | None) -> None:
        """Choose what to evaluate on: a folder, or (None) the pictures that the run held out."""
        self.measured.choose_folder(folder)

    def save_report(self) -> None:
        """Ask for a file, and write down what the evaluation found."""
        if self._evaluation is None:
            self._messages.show_message(
                Level.INFORMATION, tr("There is nothing to report yet."), tr("Evaluate a model first.")
            )
        else:
            self._report.ask(self._evaluation)

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self._messages = MessageBar()
        self.measured = Measured(session=self._session)
        self._evaluate = named_button("start_evaluation", tr("Evaluate"), "evaluate")
        self._evaluate.setDefault(True)
        self._stop = named_button("stop_evaluation", tr("Stop"), "stop", read_as=tr("Stop evaluating"))
        self._save = named_button("save_report", tr("Save report…"), "plan_save", read_as=tr("Save the report"))
        self._save.setToolTip(tr("Write down what was found: as a page in one file, or as tables (CSV)"))
        self._progress = ProgressLine(name="evaluation_progress", accessible_name=tr("Progress of the evaluation"))
        self.results = Results(workers=self._workers)
        self._invitation = EmptyState(icon="evaluate")

    def _lay_out(self) -> None:
        controls = QHBoxLayout()
        controls.setSpacing(SMALL)
        for widget in (self.measured, self._evaluate, self._stop):
            controls.addWidget(widget)
        controls.addWidget(self._progress, 1)
        controls.addStretch(0)
        controls.addWidget(self._save)
        self._layers = QStackedWidget()
        self._layers.addWidget(self._invitation)
        self._layers.addWidget(self.results)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE, LARGE, PAGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(PageHead(title=tr("Evaluate"), session=self._session))
        column.addWidget(self._messages)
        column.addLayout(controls)
        column.addWidget(self._layers, 1)

    def _connect(self) -> None:
        self.measured.changed.connect(self._show_controls)
        self._evaluate.clicked.connect(self.evaluate)
        self._stop.clicked.connect(self.stop)
        self._save.clicked.connect(self.save_report)
        self.results.explanation_wanted.connect(self._on_results_explanation_wanted)
        self._session.run_selected.connect(self._on_run_selected)
        self._report.begun.connect(self._follow)
        self._report.saved.connect(self._on_report_saved)
        self._report.failed.connect(self._say_failure)

    # ------------------------------------------------------------------ the job

    def _follow(self, job: Job) -> None:
        self._job = job
        job.reported.connect(self._on_job_reported)
        job.ended.connect(self._on_job_ended)
        self._show_controls()

    def _on_job_reported(self, event: Event) -> None:
        if isinstance(event, Progress):
            self._progress.show_progress(progress_in_words(event), event.done, event.total)
        elif isinstance(event, Notice):
            self._messages.show_message(Level.INFORMATION, event.message)

    def _on_job_ended(self, ended: JobEnded) -> None:
        job, self._job = self._job, None
        if isinstance(ended.result, Evaluation) and ended.result.model == self.measured.model:
            self._show_evaluation(ended.result)
        if ended.failure is not None and job is not None and isinstance(job.request, Evaluate):
            self._say_failure(ended.failure)
        self._show_controls()
        if self._begins_again:
            self._begins_again = False
            self.evaluate()

    def _on_report_saved(self, files: tuple[Path, ...]) -> None:
        named = tr(" and ").join(str(file) for file in files)
        open_it = (tr("Open it"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(files[0]))))
        self._messages.show_message(
            Level.INFORMATION, tr("The report was saved as {named}.", named=named), actions=[open_it]
        )

    def _say_failure(self, failure: Failure) -> None:
        self._messages.show_message(Level.ERROR, failure.message, failure.hint)

    def _on_run_selected(self, run: Path) -> None:
        """Take away what is said of another model, or of an earlier one in the same folder.

        What was asked of the earlier one in the same folder, as while it was still trained, is asked of the new one.
        """
        is_anew, self._run_in_use = run == self._run_in_use, run
        if not self.measured.is_model_in_use and not is_anew:
            return
        was_asked = is_anew and self._job is not None and isinstance(self._job.request, Evaluate)
        self.stop()
        self._begins_again = was_asked
        if self._evaluation is not None and (is_anew or self._evaluation.model != run):
            self._show_evaluation(None)
        self._show_controls()

    def _on_results_explanation_wanted(self, file: Path) -> None:
        if self._evaluation is not None:
            self.explanation_wanted.emit(self._evaluation.model, file)

    def _on_labels_decided(self, count: int) -> None:
        """Say that the numbers are of the labels as they were."""
        if not count:
            self._messages.dismiss()
            return
        labels = tr("1 label was") if count == 1 else tr("{count:,} labels were", count=count)
        again = (tr("Evaluate again"), self.evaluate)
        self._messages.show_message(
            Level.INFORMATION,
            tr("{labels} dealt with since this evaluation, whose numbers stand as they were.", labels=labels),
            tr("No file was touched; Undo takes it back."),
            [again],
        )

    # ------------------------------------------------------------------ what is shown

    def _show_evaluation(self, evaluation: Evaluation | None) -> None:
        self._evaluation = evaluation
        self._layers.setCurrentIndex(0 if evaluation is None else 1)
        self.results.show_evaluation(evaluation)
        if self._labels is not None:
            self._labels.show_evaluation(evaluation)
        self._show_controls()

    def _show_controls(self) -> None:
        has_model, busy = self.measured.model is not None, self._job is not None
        self._evaluate.setEnabled(has_model and not busy)
        self.measured.setEnabled(not busy)
        self._stop.setVisible(busy)
        self._progress.setVisible(busy)
        self._save.setEnabled(self._evaluation is not None and not busy)
        if has_model:
            self._invitation.say(
                tr("Not evaluated yet"), tr("Choose the pictures to measure the model on, then Evaluate.")
            )
        else:
            self._invitation.say(*NO_MODEL)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.measured.read_runs()
