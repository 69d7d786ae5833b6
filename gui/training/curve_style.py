"""How each curve of a training is drawn, for the plots and for their legend: told apart by line and by colour."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette, QPen

from gui.window.theme import accents, blend


@dataclass(frozen=True)
class CurveStyle:
    """The pen of a line (None: none), and the mark at its points: '' for none, or pyqtgraph's 'o' and 'star'."""

    pen: QPen | None
    mark: str = ""
    mark_size: int = 0
    mark_fill: QColor | None = None
    mark_edge: QPen | None = None


TRAINING, VALIDATION, BATCHES, BEST = "Training", "Validation", "Running epoch", "Best epoch"
ALL_CURVES = (TRAINING, VALIDATION, BATCHES, BEST)


def curve_style(curve: str, palette: QPalette) -> CurveStyle:
    """Return how `curve` is drawn on the base colour of `palette`."""
    chosen, base = accents(palette), palette.color(QPalette.ColorRole.Base)
    if curve == TRAINING:
        return CurveStyle(pen=_pen(chosen.ember, 2.0))
    if curve == VALIDATION:
        dashed = _pen(chosen.ice, 2.0, Qt.PenStyle.DashLine)
        return CurveStyle(pen=dashed, mark="o", mark_size=6, mark_fill=base, mark_edge=_pen(chosen.ice, 1.0))
    if curve == BATCHES:
        return CurveStyle(pen=_pen(blend(chosen.ember, base, 0.65), 1.0))
    return CurveStyle(pen=None, mark="star", mark_size=15, mark_fill=chosen.success, mark_edge=_pen(base, 1.0))


def best_line_pen(palette: QPalette) -> QPen:
    """Return the pen of the line that stands at the best epoch."""
    return _pen(accents(palette).success, 1.0, Qt.PenStyle.DotLine)


def _pen(colour: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    pen = QPen(colour, width, style)
    pen.setCosmetic(True)
    return pen
