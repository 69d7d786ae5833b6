"""What an evaluation found: its numbers, the confusion matrix beside classes and calibration, and the galleries."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from core.messages import Evaluation
from gui.evaluation.calibration_view import CalibrationView
from gui.evaluation.class_metrics_table import ClassMetricsTable
from gui.evaluation.confusion_matrix import ConfusionMatrix
from gui.evaluation.mistakes_panel import MistakesPanel
from gui.evaluation.suspects_panel import SuspectsPanel
from gui.language.translate import local_number, tr
from gui.training.fact_strip import Fact, FactStrip
from gui.training.progress_words import percentage
from gui.window.theme import LARGE, MEDIUM
from gui.worker.workers import Workers


class Results(QWidget):
    """Facts on top; matrix and measures; the pictures of the chosen cell, and the suspected labels."""

    explanation_wanted = Signal(object)  # Path

    def __init__(self, *, workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = FactStrip(columns=9)
        self.matrix = ConfusionMatrix()
        self._classes = ClassMetricsTable()
        self._calibration = CalibrationView()
        self.mistakes = MistakesPanel(workers=workers)
        self.suspects = SuspectsPanel(workers=workers)
        self._measures = _tabs(
            "evaluation_measures",
            tr("Measures"),
            (self._classes, tr("Classes")),
            (self._calibration, tr("Calibration")),
        )
        self._galleries = _tabs(
            "evaluation_galleries",
            tr("Pictures and labels"),
            (self.mistakes, tr("Pictures")),
            (self.suspects, tr("Suspected labels")),
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        above = _splitter("matrix_and_measures", Qt.Orientation.Horizontal, self.matrix, self._measures)
        halves = _splitter("measures_and_galleries", Qt.Orientation.Vertical, above, self._galleries)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self._facts)
        column.addWidget(halves, 1)

    def _connect(self) -> None:
        self.matrix.cell_chosen.connect(self._on_matrix_cell_chosen)
        self.matrix.cell_entered.connect(self.mistakes.gallery.setFocus)
        self.mistakes.all_wanted.connect(self.matrix.clear_choice)
        self.suspects.count_changed.connect(self._on_suspects_count_changed)
        for panel in (self.mistakes, self.suspects):
            panel.explanation_wanted.connect(self.explanation_wanted)

    def show_evaluation(self, evaluation: Evaluation | None) -> None:
        """Show what an evaluation found; None shows nothing."""
        self.matrix.show_evaluation(evaluation)
        self._classes.show_evaluation(evaluation)
        self._calibration.show_evaluation(evaluation)
        self.mistakes.show_evaluation(evaluation)
        self.suspects.show_evaluation(evaluation)
        self._facts.show_facts(facts_of(evaluation) if evaluation else ())

    def _on_matrix_cell_chosen(self, true_class: str, predicted_class: str) -> None:
        self.mistakes.show_cell(true_class, predicted_class)
        if true_class:
            self._galleries.setCurrentWidget(self.mistakes)

    def _on_suspects_count_changed(self, count: int) -> None:
        self._galleries.setTabText(
            1, tr("Suspected labels ({count:,})", count=count) if count else tr("Suspected labels")
        )


def facts_of(evaluation: Evaluation) -> list[Fact]:
    """Return what an evaluation found, the most important first."""
    where = tr("held out by the run") if evaluation.split == "validation" else evaluation.folder.name
    facts = [
        (
            tr("Accuracy"),
            percentage(evaluation.accuracy),
            tr("The part of the pictures that were put into the right class."),
        ),
        (
            tr("Mistakes"),
            tr("{count} of {images}", count=len(evaluation.mistakes), images=evaluation.images),
            tr("Pictures put into the wrong class."),
        ),
    ]
    facts += [
        (
            tr("Top {k}", k=k),
            percentage(share),
            tr("The part of the pictures whose class is among the {k} likeliest.", k=k),
        )
        for k, share in evaluation.top_k
        if k > 1
    ]
    facts += [
        (tr("Mean F1"), percentage(one.f1), tr("The harmonic mean of precision and recall, averaged over the classes."))
        for one in evaluation.averages
        if one.average == "macro"
    ]
    facts.append(
        (
            tr("Loss"),
            local_number(f"{evaluation.loss:.3f}"),
            tr("Cross-entropy: how surprised the model was by the right answers."),
        )
    )
    if evaluation.calibration_error is not None:
        explanation = tr("How far the model's sureness is from how often it is right, on average.")
        facts.append((tr("Calibration error"), percentage(evaluation.calibration_error), explanation))
    facts.append((tr("Model"), evaluation.model.name, str(evaluation.model)))
    facts.append((tr("Measured on"), where, str(evaluation.folder)))
    return facts


def _tabs(name: str, read_as: str, *pages: tuple[QWidget, str]) -> QTabWidget:
    tabs = QTabWidget()
    tabs.setObjectName(name)
    tabs.setAccessibleName(read_as)
    tabs.tabBar().setAccessibleName(read_as)
    tabs.setDocumentMode(True)
    for page, title in pages:
        tabs.addTab(page, title)
    return tabs


def _splitter(name: str, orientation: Qt.Orientation, *widgets: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setObjectName(name)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(LARGE)
    for position, widget in enumerate(widgets):
        splitter.addWidget(widget)
        splitter.setStretchFactor(position, 1)
    return splitter
