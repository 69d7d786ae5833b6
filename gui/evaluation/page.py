"""The Evaluate page: how good the model in use is, class by class, and where it errs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.messages import Evaluate, Evaluation, Event, JobEnded, Notice, Progress
from gui.evaluation.class_metrics_table import ClassMetricsTable
from gui.evaluation.confusion_matrix import ConfusionMatrix
from gui.evaluation.mistakes_panel import MistakesPanel
from gui.prediction.empty_state import NO_MODEL, EmptyState
from gui.prediction.page_head import PageHead
from gui.session import Session
from gui.training.fact_strip import Fact, FactStrip
from gui.training.named_button import named_button
from gui.training.progress_line import ProgressLine
from gui.training.progress_words import percentage, progress_in_words
from gui.window.message_bar import Level, MessageBar
from gui.window.theme import LARGE, MEDIUM, PAGE, SMALL
from gui.worker.bridge import Job
from gui.worker.workers import Workers

_HELD_OUT, _FOLDER = "held_out", "folder"


class EvaluatePage(QWidget):
    """Measures the model in use on the pictures that its run held out, or on those of a folder."""

    def __init__(self, *, session: Session, workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_evaluate")
        self._session = session
        self._workers = workers
        self._folder: Path | None = None
        self._job: Job | None = None
        self._build()
        self._lay_out()
        self._connect()
        self._show_evaluation(None)

    # ------------------------------------------------------------------ what a user can do

    def evaluate(self) -> None:
        """Measure the model on the chosen pictures."""
        if self._session.run is None or self._job is not None:
            return
        self._messages.dismiss()
        request = Evaluate(model=self._session.run, folder=self._chosen_folder)
        self._job = self._workers.submit(request, parent=self)
        self._job.reported.connect(self._on_job_reported)
        self._job.ended.connect(self._on_job_ended)
        self._progress.show_progress("Waiting for the worker", 0, 0)
        self._show_controls()

    def stop(self) -> None:
        """Give up the evaluation under way."""
        if self._job is not None:
            self._job.stop()

    def choose_folder(self) -> None:
        """Ask for another folder of class folders to evaluate on."""
        dialog = QFileDialog(self, "Evaluate on a folder of class folders", str(self._folder or ""))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda folder: self.evaluate_on(Path(folder)))
        dialog.rejected.connect(self._show_choice)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def evaluate_on(self, folder: Path | None) -> None:
        """Choose what to evaluate on: a folder, or (None) the pictures that the run held out."""
        self._folder = folder
        self._show_choice()
        self._show_controls()

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self._messages = MessageBar()
        self._pictures = QComboBox()
        self._pictures.setObjectName("evaluation_pictures")
        self._pictures.setAccessibleName("Pictures to evaluate on")
        self._pictures.setMinimumContentsLength(28)
        self._evaluate = named_button("start_evaluation", "Evaluate", "evaluate")
        self._stop = named_button("stop_evaluation", "Stop", "stop", read_as="Stop evaluating")
        self._progress = ProgressLine(name="evaluation_progress", accessible_name="Progress of the evaluation")
        self._facts = FactStrip()
        self._matrix = ConfusionMatrix()
        self._classes = ClassMetricsTable()
        self._mistakes = MistakesPanel(workers=self._workers)
        self._invitation = EmptyState(icon="evaluate")
        self._show_choice()

    def _lay_out(self) -> None:
        controls = QHBoxLayout()
        controls.setSpacing(SMALL)
        controls.addWidget(self._pictures)
        controls.addWidget(self._evaluate)
        controls.addWidget(self._stop)
        controls.addWidget(self._progress, 1)
        controls.addStretch(0)
        self._layers = QStackedWidget()
        self._layers.addWidget(self._invitation)
        self._layers.addWidget(self._results())
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE, LARGE, PAGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(PageHead(title="Evaluate", session=self._session))
        column.addWidget(self._messages)
        column.addLayout(controls)
        column.addWidget(self._layers, 1)

    def _results(self) -> QWidget:
        above = _splitter(Qt.Orientation.Horizontal, self._matrix, self._classes)
        halves = _splitter(Qt.Orientation.Vertical, above, self._mistakes)
        results = QWidget()
        column = QVBoxLayout(results)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        column.addWidget(self._facts)
        column.addWidget(halves, 1)
        return results

    def _connect(self) -> None:
        self._pictures.activated.connect(self._on_pictures_activated)
        self._evaluate.clicked.connect(self.evaluate)
        self._stop.clicked.connect(self.stop)
        self._matrix.cell_chosen.connect(self._mistakes.show_cell)
        self._mistakes.all_wanted.connect(self._matrix.clear_choice)
        self._session.run_selected.connect(self._on_run_selected)

    # ------------------------------------------------------------------ the job

    def _on_job_reported(self, event: Event) -> None:
        if isinstance(event, Progress):
            self._progress.show_progress(progress_in_words(event), event.done, event.total)
        elif isinstance(event, Notice):
            self._messages.show_message(Level.INFORMATION, event.message)

    def _on_job_ended(self, ended: JobEnded) -> None:
        self._job = None
        if isinstance(ended.result, Evaluation) and ended.result.model == self._session.run:
            self._show_evaluation(ended.result)
        if ended.failure is not None:
            self._messages.show_message(Level.ERROR, ended.failure.message, ended.failure.hint)
        self._show_controls()

    def _on_run_selected(self, _run: Path) -> None:
        self.stop()
        self._show_evaluation(None)

    # ------------------------------------------------------------------ what is shown

    @property
    def _chosen_folder(self) -> Path | None:
        return self._folder if self._pictures.currentData() == _FOLDER else None

    def _on_pictures_activated(self, _index: int) -> None:
        if self._pictures.currentData() == _HELD_OUT:
            self.evaluate_on(None)
        else:
            self.choose_folder()

    def _show_choice(self) -> None:
        self._pictures.clear()
        self._pictures.addItem("Pictures held out by the run", _HELD_OUT)
        self._pictures.addItem(f"Folder: {self._folder.name}" if self._folder else "Another folder…", _FOLDER)
        self._pictures.setToolTip(str(self._folder or "The validation split of the run"))
        self._pictures.setCurrentIndex(self._pictures.findData(_FOLDER if self._folder else _HELD_OUT))

    def _show_evaluation(self, evaluation: Evaluation | None) -> None:
        self._layers.setCurrentIndex(0 if evaluation is None else 1)
        self._matrix.show_evaluation(evaluation)
        self._classes.show_evaluation(evaluation)
        self._mistakes.show_mistakes(evaluation.mistakes if evaluation else ())
        self._facts.show_facts(facts_of(evaluation) if evaluation else ())
        self._show_controls()

    def _show_controls(self) -> None:
        has_model, busy = self._session.run is not None, self._job is not None
        self._evaluate.setEnabled(has_model and not busy)
        self._pictures.setEnabled(not busy)
        self._stop.setVisible(busy)
        self._progress.setVisible(busy)
        if has_model:
            self._invitation.say("Not evaluated yet", "Choose the pictures to measure the model on, then Evaluate.")
        else:
            self._invitation.say(*NO_MODEL)


def facts_of(evaluation: Evaluation) -> list[Fact]:
    """Return what an evaluation found, the most important first."""
    where = "held out by the run" if evaluation.split == "validation" else evaluation.folder.name
    return [
        ("Accuracy", percentage(evaluation.accuracy), "The part of the pictures that were put into the right class."),
        ("Mistakes", f"{len(evaluation.mistakes)} of {evaluation.images}", "Pictures put into the wrong class."),
        ("Loss", f"{evaluation.loss:.3f}", "Cross-entropy: how surprised the model was by the right answers."),
        ("Measured on", where, str(evaluation.folder)),
    ]


def _splitter(orientation: Qt.Orientation, *widgets: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(LARGE)
    for position, widget in enumerate(widgets):
        splitter.addWidget(widget)
        splitter.setStretchFactor(position, 1)
    return splitter
