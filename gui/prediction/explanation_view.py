"""The panel that says why: heat map, nearest training images, and whether the picture is unlike them all.

Nothing is asked of the worker while the panel is folded or out of sight, or while pictures wait to be classified.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from core.errors import Failure
from core.messages import Explain, Explained, Progress
from gui.language.core_sentences import said_by_core
from gui.language.translate import tr
from gui.layers.inspector.problem_label import ProblemLabel
from gui.prediction.explainer import Explainer
from gui.prediction.explanation_controls import ExplanationControls
from gui.prediction.explanation_words import heat_in_words, progress_of_explaining
from gui.prediction.heat_map_view import HeatMapView
from gui.prediction.neighbours_view import NeighboursView
from gui.prediction.predicted_picture import PredictedPicture
from gui.prediction.verdict_strip import VerdictStrip
from gui.window.quiet_label import QuietLabel
from gui.window.theme import MEDIUM, SMALL, SMALL_SCALE, TIGHT, scaled_font
from gui.worker.workers import Workers

WIDTH = 364
_WAITING = tr("Looking…")


class ExplanationView(QScrollArea):
    """Folded until `unfold` is called. It shows what belongs to the present picture and model, and nothing else."""

    percentile_changed = Signal(float)

    def __init__(self, *, workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: Path | None = None
        self._picture: PredictedPicture | None = None
        self._wish: Explain | None = None
        self._waits_for_predictions = False
        self._is_asking = False
        self._explainer = Explainer(workers=workers, parent=self)
        self._verdict = VerdictStrip(keeps_place=True)
        self._heat = HeatMapView()
        self._controls = ExplanationControls()
        self._caption = QuietLabel(scale=SMALL_SCALE)
        self._problem = ProblemLabel()
        self._title = QLabel(tr("Nearest training images"))
        self._nearest = NeighboursView(workers=workers)
        self._build()
        self._lay_out()
        self._connect()
        self._show_nothing()
        self.hide()

    def _build(self) -> None:
        self.setObjectName("explanation_view")
        self.setAccessibleName(tr("Why the model answers so"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(WIDTH)
        self._title.setFont(scaled_font(self.font(), 1.0, strong=True))
        self._caption.setObjectName("heat_caption")
        self._title.setContentsMargins(0, TIGHT, 0, 0)
        self._problem.setObjectName("explanation_problem")
        self._heat.set_opacity(self._controls.opacity)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(MEDIUM)
        top.addWidget(self._heat, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._controls, 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._verdict)
        column.addLayout(top)
        for part in (self._problem, self._caption, self._title, self._nearest):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def _connect(self) -> None:
        self._explainer.seen.connect(self._on_seen)
        self._explainer.explained.connect(self._on_explained)
        self._explainer.progressed.connect(self._on_progressed)
        self._explainer.failed.connect(self._on_failed)
        self._controls.choice_changed.connect(self._ask_if_changed)
        self._controls.opacity_changed.connect(self._heat.set_opacity)
        self._controls.percentile_changed.connect(self.percentile_changed)

    # ------------------------------------------------------------------ what is explained

    def show_picture(self, model: Path | None, picture: PredictedPicture | None) -> None:
        """Explain the answer that `model` gave for a picture; None: there is no answer."""
        before, self._picture = self._picture, picture
        if model == self._model and _is_same_answer(before, picture):
            return
        self._model = model
        self._controls.forget_class()
        self._wish = None
        self._show_nothing()
        self._ask_if_changed()

    def set_percentile(self, percentile: float) -> None:
        """Call unlike what lies beyond so many of the validation images, in per cent."""
        self._controls.set_percentile(percentile)

    def wait_for_predictions(self, waits: bool) -> None:
        """Leave the worker to the pictures that are to be classified, or ask again when they are done."""
        if waits != self._waits_for_predictions:
            self._waits_for_predictions = waits
            self._ask_if_changed()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_if_changed()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._give_up()

    def _ask_if_changed(self) -> None:
        picture, model = self._picture, self._model
        if picture is None or model is None:
            self._give_up()
            return
        if not self.isVisible() or self._waits_for_predictions:
            self._give_up()
            return
        controls = self._controls
        wish = Explain(
            model=model,
            image=picture.source,
            block=controls.block,
            class_name=controls.class_name,
            percentile=controls.percentile,
        )
        if wish != self._wish:
            self._wish, self._is_asking = wish, True
            self._problem.say("")
            self._caption.setText(_WAITING)
            self._explainer.ask(wish)

    def _give_up(self) -> None:
        """Let go what is under way; what is there already stays."""
        self._explainer.give_up()
        if self._is_asking:
            self._wish, self._is_asking = None, False

    # ------------------------------------------------------------------ what is shown

    def _on_seen(self, explained: Explained) -> None:
        self._controls.show_explained(explained)
        self._heat.show_explained(explained)
        self._verdict.show_explained(explained, self._controls.percentile)
        self._show_parts(explained=True, neighbours=bool(self._nearest.neighbours.rowCount()))

    def _on_explained(self, explained: Explained) -> None:
        self._is_asking = False
        self._controls.show_explained(explained)
        self._heat.show_explained(explained)
        self._caption.setText(heat_in_words(explained))
        self._verdict.show_explained(explained, self._controls.percentile)
        self._nearest.show_neighbours(explained.neighbours)
        self._show_parts(explained=True, neighbours=bool(explained.neighbours))

    def _on_progressed(self, progress: Progress) -> None:
        self._caption.setText(progress_of_explaining(progress))

    def _on_failed(self, failure: Failure) -> None:
        self._wish, self._is_asking = None, False
        self._caption.setText("")
        self._problem.say(said_by_core(f"{failure.message} {failure.hint}".strip()))

    def _show_nothing(self) -> None:
        self._problem.say("")
        self._caption.setText("")
        self._heat.show_explained(None)
        self._nearest.show_neighbours(())
        self._show_parts(explained=False, neighbours=False)

    def _show_parts(self, *, explained: bool, neighbours: bool) -> None:
        self._controls.setEnabled(explained)
        self._verdict.setVisible(explained and bool(self._verdict.text))
        for part in (self._title, self._nearest):
            part.setVisible(neighbours)


def _is_same_answer(one: PredictedPicture | None, other: PredictedPicture | None) -> bool:
    if one is None or other is None:
        return one is other
    return (one.number, one.top) == (other.number, other.top)
