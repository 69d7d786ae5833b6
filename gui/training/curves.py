"""The plots of the Train page, and how a training, or several runs, become their curves."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.training.curve_controls import CurveControls
from gui.training.curve_legend import SINGLE, CurveLegend, entries_of_runs
from gui.training.curve_panel import CurvePanel
from gui.training.curve_plot import Range
from gui.training.feature_watch import FeatureWatch
from gui.training.measures import ACCURACY, LEARNING_RATE, LOSS, MEASURES, Measure
from gui.training.plot_contents import (
    PlotContents,
    Points,
    contents_of_comparison,
    contents_of_training,
    points_of,
)
from gui.training.plot_export import write_picture, write_values
from gui.training.plot_files import PlotFiles
from gui.training.plot_ranges import thinned
from gui.training.run_curves import RunCurves
from gui.training.training_state import TrainingState
from gui.window.settings import WindowSettings
from gui.window.theme import MEDIUM, SMALL

_NO_RUN = Path()


class TrainingCurves(QWidget):
    """Loss and accuracy side by side, the learning rate beside them where it is wanted.

    Without others to compare with, a training is shown with everything that is known of it; with others, all of them
    are laid over each other.
    """

    saved = Signal(object)  # Path: a plot was saved
    failed = Signal(object)  # Failure: it was not

    def __init__(self, *, settings: WindowSettings | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = TrainingState()
        self._features = FeatureWatch()
        self._before = 0.0
        self._others: tuple[RunCurves, ...] = ()
        self._controls = CurveControls()
        self._legend = CurveLegend()
        self._panels = tuple(CurvePanel(measure=measure) for measure in MEASURES)
        self._files = PlotFiles(settings=settings or WindowSettings(), window=self)
        self._lay_out()
        self._connect()
        self._draw()

    def _lay_out(self) -> None:
        plots = QHBoxLayout()
        plots.setSpacing(MEDIUM)
        for panel in self._panels:
            plots.addWidget(panel, 2 if panel.measure is LEARNING_RATE else 3)
            panel.setVisible(panel.measure is not LEARNING_RATE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._controls)
        column.addWidget(self._legend)
        column.addLayout(plots, 1)

    def _connect(self) -> None:
        self._controls.changed.connect(self._draw)
        self._controls.learning_rate_toggled.connect(self._on_controls_learning_rate_toggled)
        self._controls.reset_wanted.connect(self.reset_zoom)
        self._files.saved.connect(self.saved)
        self._files.failed.connect(self.failed)
        for panel in self._panels:
            panel.plot.zoomed.connect(lambda x_range, panel=panel: self._on_plot_zoomed(panel, x_range))
            panel.plot.zoom_reset.connect(self.reset_zoom)
            panel.plot.cursor_moved.connect(lambda x, panel=panel: self._on_plot_cursor_moved(panel, x))
            panel.picture_wanted.connect(lambda panel=panel: self._on_panel_picture_wanted(panel))
            panel.values_wanted.connect(lambda panel=panel: self._on_panel_values_wanted(panel))

    # ------------------------------------------------------------------ what is shown

    def show_state(self, state: TrainingState) -> None:
        """Draw the curves of a training."""
        self._state = state
        self._before = self._features.seconds_of(state, time.monotonic())
        self._draw()

    def compare_with(self, runs: Sequence[RunCurves]) -> None:
        """Lay these runs over the one that is shown; none of them shows it alone again."""
        self._others = tuple(runs)
        self._draw()

    @property
    def runs(self) -> tuple[RunCurves, ...]:
        """The runs that are drawn: the one that is shown first, if it has epochs, and those to compare it with."""
        shown = curves_of_state(self._state, self._before)
        others = tuple(run for run in self._others if run.folder != shown.folder)
        return (shown, *others) if shown.epochs or not others else others

    def reset_zoom(self) -> None:
        """Show all plots whole again."""
        self._controls.reset.setEnabled(False)
        for panel in self._panels:
            if panel.plot.is_zoomed:
                panel.plot.reset_zoom()

    def _draw(self) -> None:
        runs, compares = self.runs, bool(self._others)
        self._legend.show_entries(entries_of_runs([run.name for run in runs]) if compares else SINGLE)
        for panel in self._panels:
            if not panel.isHidden():
                panel.plot.show_contents(self._contents(panel.measure, runs, compares))
        self._controls.reset.setEnabled(any(panel.plot.is_zoomed for panel in self._panels))

    def _contents(self, measure: Measure, runs: Sequence[RunCurves], compares: bool) -> PlotContents:
        axis, smoothing = self._controls.axis, 0.0 if measure is LEARNING_RATE else self._controls.smoothing
        if compares:
            return contents_of_comparison(runs, measure, axis=axis, smoothing=smoothing)
        state = self._state
        return contents_of_training(
            runs[0],
            measure,
            axis=axis,
            smoothing=smoothing,
            planned=state.planned_epochs if state.result is None else 0,
            batches=batches_of(state, measure),
        )

    # ------------------------------------------------------------------ answers

    def _on_controls_learning_rate_toggled(self, wanted: bool) -> None:
        for panel in self._panels:
            if panel.measure is LEARNING_RATE:
                panel.setVisible(wanted)
        self._draw()

    def _on_plot_zoomed(self, by: CurvePanel, x_range: Range) -> None:
        for panel in self._panels:
            if panel is not by:
                panel.plot.show_x_range(x_range)
        self._controls.reset.setEnabled(True)

    def _on_plot_cursor_moved(self, by: CurvePanel, x: float | None) -> None:
        for panel in self._panels:
            if panel is not by and not panel.isHidden():
                panel.plot.show_cursor(x)

    def _on_panel_picture_wanted(self, panel: CurvePanel) -> None:
        self._files.ask_for_picture(self._proposal(panel), lambda file: self._write_picture(panel, file))

    def _on_panel_values_wanted(self, panel: CurvePanel) -> None:
        runs = self.runs
        self._files.ask_for_values(self._proposal(panel), lambda file: write_values(runs, panel.measure, file))

    def _write_picture(self, panel: CurvePanel, file: Path) -> None:
        write_picture(panel.plot, title=panel.measure.title, legend=self._legend, file=file)

    def _proposal(self, panel: CurvePanel) -> str:
        name = self.runs[0].name
        return f"{name} {panel.measure.title.lower()}".strip()


def curves_of_state(state: TrainingState, before: float) -> RunCurves:
    """Return a training as its curves. before: the seconds before its first epoch."""
    best = state.best_epoch
    return RunCurves(
        folder=state.specification.run if state.specification else _NO_RUN,
        epochs=state.epochs,
        before=before,
        best_epoch=best.epoch if best else 0,
        marks=tuple(state.phases),
    )


def batches_of(state: TrainingState, measure: Measure) -> Points:
    """Return the points of the running epoch; the learning rate has none."""
    values = {LOSS.name: "loss", ACCURACY.name: "accuracy"}
    if measure.name not in values:
        return points_of((), ())
    batches = thinned(state.batches)
    return points_of([point.epochs for point in batches], [getattr(point, values[measure.name]) for point in batches])
