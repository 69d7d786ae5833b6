"""One plot of training curves: training, validation, and the running epoch's batches, against whole epochs.

This is the only module, with `gui.training.curves`, that needs pyqtgraph; import it when a plot is first built. What
range the axes have is computed in `gui.training.plot_ranges`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pyqtgraph
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from gui.training.curve_style import BATCHES, BEST, TRAINING, VALIDATION, best_line_pen, curve_style
from gui.window.quiet_label import QuietLabel
from gui.window.theme import SMALL, hairline, muted_text

#: More marks than this on a curve hide its line.
_MOST_MARKS = 60

Points = tuple[Sequence[float], Sequence[float]]

#: Range of epochs, epochs to label, range of values.
Ranges = tuple[tuple[float, float], tuple[int, ...], tuple[float, float]]


@dataclass(frozen=True)
class Curves:
    """What a plot shows: points as (epochs, values); `best` is the epoch to mark, None without one."""

    training: Points
    validation: Points
    batches: Points
    best: tuple[float, float] | None
    x_range: tuple[float, float]
    x_ticks: Sequence[int]
    y_range: tuple[float, float]


class CurvePlot(pyqtgraph.PlotWidget):  # type: ignore[misc]
    """A plot of one measure; how each curve is drawn is said in `gui.training.curve_style`."""

    def __init__(self, *, name: str, measure: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(f"{measure} of each epoch")
        self._measure = measure
        self._curves: dict[str, Any] = {}
        self._ranges: Ranges | None = None
        self._best_line = pyqtgraph.InfiniteLine(angle=90, movable=False)
        self._empty = QuietLabel("The curves appear here during training", parent=self)
        self._build()
        self._take_colours()

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAntialiasing(True)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setMouseEnabled(x=False, y=False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.showGrid(x=False, y=True, alpha=0.2)
        self.getPlotItem().layout.setContentsMargins(0, SMALL, SMALL, SMALL)
        self._best_line.hide()
        self.addItem(self._best_line, ignoreBounds=True)
        for curve in (BATCHES, TRAINING, VALIDATION, BEST):
            self._curves[curve] = self.plot([], [])
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_curves(self, curves: Curves) -> None:
        """Draw `curves` in place of what was there."""
        self._curves[TRAINING].setData(*curves.training)
        self._curves[VALIDATION].setData(*curves.validation, symbol=_mark_of(curves.validation, self.palette()))
        self._curves[BATCHES].setData(*curves.batches)
        self._curves[BEST].setData(*(([curves.best[0]], [curves.best[1]]) if curves.best else ([], [])))
        self._best_line.setVisible(curves.best is not None)
        if curves.best:
            self._best_line.setValue(curves.best[0])
        self._show_ranges((curves.x_range, tuple(curves.x_ticks), curves.y_range))
        self._empty.setVisible(not len(curves.training[0]) and not len(curves.batches[0]))

    def _show_ranges(self, ranges: Ranges) -> None:
        """Set the axes, unless they are right already: drawing them anew costs more than the curves."""
        if ranges == self._ranges:
            return
        self._ranges = ranges
        x_range, x_ticks, y_range = ranges
        self.getAxis("bottom").setTicks([[(tick, str(tick)) for tick in x_ticks]])
        self.setXRange(*x_range, padding=0.0)
        self.setYRange(*y_range, padding=0.0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_empty"):
            self._take_colours()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_empty"):
            self._empty.setGeometry(self.rect().adjusted(60, 10, -20, -50))

    def _take_colours(self) -> None:
        palette = self.palette()
        self.setBackground(palette.color(QPalette.ColorRole.Base))
        for curve, drawn in self._curves.items():
            style = curve_style(curve, palette)
            drawn.setPen(style.pen)
            drawn.setSymbol(style.mark or None)
            drawn.setSymbolSize(style.mark_size)
            drawn.setSymbolBrush(style.mark_fill)
            drawn.setSymbolPen(style.mark_edge)
        self._best_line.setPen(best_line_pen(palette))
        quiet = muted_text(palette)
        for side, label in (("bottom", "Epoch"), ("left", self._measure)):
            axis = self.getAxis(side)
            axis.setPen(hairline(palette))
            axis.setTextPen(quiet)
            axis.setTickFont(self.font())
            axis.enableAutoSIPrefix(False)
            axis.setLabel(label, color=quiet.name())


def _mark_of(points: Points, palette: QPalette) -> str | None:
    """Return the mark of the validation's points: none where they stand so close that marks would hide the line."""
    return (curve_style(VALIDATION, palette).mark or None) if len(points[0]) <= _MOST_MARKS else None
