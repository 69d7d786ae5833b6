"""The plot of a search for a learning rate: loss against rate, with the suggestion marked.

It needs pyqtgraph; import it when a search is first shown.
"""

from __future__ import annotations

import math

import pyqtgraph
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QWidget

from core.messages import LearningRatesTried
from gui.language.translate import tr
from gui.training.curve_style import TRAINING, best_line_pen, curve_style
from gui.training.number_boxes import rate_in_words
from gui.training.plot_axis import ValueAxis
from gui.training.plot_ranges import loss_range
from gui.window.theme import SMALL, accents, hairline, muted_text

#: Losses more than so many times the first one are where the search broke out; they would flatten the rest.
_HIGHEST_OF_FIRST = 2.0
#: The axis begins at this power of ten and ends at 1, as the search does.
_LOWEST_POWER = -6


class LearningRatePlot(pyqtgraph.PlotWidget):  # type: ignore[misc]
    """Loss against learning rate, on a logarithmic axis; it is looked at and not played with."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent, axisItems={"left": ValueAxis()})
        self.setObjectName("learning_rate_plot")
        self.setAccessibleName(tr("Loss at each learning rate"))
        self._curve = self.plot([], [])
        self._suggestion = pyqtgraph.InfiniteLine(angle=90, movable=False, label="", labelOpts={"position": 0.92})
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
        self.setLogMode(x=True, y=False)
        self.getPlotItem().layout.setContentsMargins(0, SMALL, SMALL, SMALL)
        self._suggestion.hide()
        self.addItem(self._suggestion, ignoreBounds=True)
        powers = range(_LOWEST_POWER, 1)
        self.setXRange(_LOWEST_POWER - 0.4, 0.3, padding=0.0)
        self.getAxis("bottom").setTicks([[(float(power), rate_in_words(10.0**power)) for power in powers]])

    def show_rates(self, tried: LearningRatesTried) -> None:
        """Draw what was tried."""
        self._curve.setData(list(tried.rates), list(tried.losses))
        ceiling = _HIGHEST_OF_FIRST * tried.losses[0] if tried.losses else 1.0
        self.setYRange(*loss_range(min(loss, ceiling) for loss in tried.losses), padding=0.0)
        self._suggestion.show()
        self._suggestion.setValue(math.log10(tried.suggestion))
        self._suggestion.label.setFormat(rate_in_words(tried.suggestion))
        self.setAccessibleDescription(
            tr(
                "{count} rates were tried; the suggestion is {rate}.",
                count=len(tried.rates),
                rate=rate_in_words(tried.suggestion),
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_suggestion"):
            self._take_colours()

    def _take_colours(self) -> None:
        palette = self.palette()
        self.setBackground(palette.color(QPalette.ColorRole.Base))
        self._curve.setPen(curve_style(TRAINING, palette).pen)
        self._suggestion.setPen(best_line_pen(palette))
        self._suggestion.label.setColor(accents(palette).success)
        quiet = muted_text(palette)
        for side, label in (("bottom", tr("Learning rate")), ("left", tr("Loss"))):
            axis = self.getAxis(side)
            axis.setPen(hairline(palette))
            axis.setTextPen(quiet)
            axis.setTickFont(self.font())
            axis.enableAutoSIPrefix(False)
            axis.setLabel(label, color=quiet.name())
