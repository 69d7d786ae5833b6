"""How each curve of a training is drawn, for the plots and for their legend: told apart by line and by colour."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette, QPen

from gui.language.translate import tr
from gui.window.theme import accents, blend, colours_apart


@dataclass(frozen=True)
class CurveStyle:
    """The pen of a line (None: none), and the mark at its points: '' for none, or pyqtgraph's 'o' and 'star'."""

    pen: QPen | None
    mark: str = ""
    mark_size: int = 0
    mark_fill: QColor | None = None
    mark_edge: QPen | None = None


TRAINING, VALIDATION, BATCHES, BEST = tr("Training"), tr("Validation"), tr("Running epoch"), tr("Best epoch")
ALL_CURVES = (TRAINING, VALIDATION, BATCHES, BEST)

#: Lines of runs that are compared: strokes and gaps in widths of the pen; an unbroken one is empty.
_STROKES: tuple[tuple[float, ...], ...] = ((), (5, 2.5), (1.2, 2), (6, 2, 1.2, 2), (9, 3), (3, 1.5, 1.2, 1.5, 1.2, 1.5))


@dataclass(frozen=True)
class Look:
    """Which curve a line is. `run` counts the runs that are compared from 0; None where there is only one."""

    curve: str
    run: int | None = None


def look_style(look: Look, palette: QPalette) -> CurveStyle:
    """Return how a line is drawn; of runs that are compared, each has a colour and a kind of stroke of its own."""
    if look.run is None:
        return curve_style(look.curve, palette)
    colours = colours_apart(palette)
    colour = colours[look.run % len(colours)]
    if look.curve == TRAINING:
        return CurveStyle(pen=_stroked(blend(colour, palette.color(QPalette.ColorRole.Base), 0.6), 1.0, look.run))
    return CurveStyle(pen=_stroked(colour, 2.2, look.run))


def curve_style(curve: str, palette: QPalette) -> CurveStyle:
    """Return how `curve` of a single training is drawn on the base colour of `palette`."""
    chosen, base = accents(palette), palette.color(QPalette.ColorRole.Base)
    if curve == TRAINING:
        return CurveStyle(pen=_pen(chosen.ember, 2.0))
    if curve == VALIDATION:
        dashed = _pen(chosen.ice, 2.0, Qt.PenStyle.DashLine)
        return CurveStyle(pen=dashed, mark="o", mark_size=6, mark_fill=base, mark_edge=_pen(chosen.ice, 1.0))
    if curve == BATCHES:
        return CurveStyle(pen=_pen(blend(chosen.ember, base, 0.65), 1.0))
    return CurveStyle(pen=None, mark="star", mark_size=15, mark_fill=chosen.success, mark_edge=_pen(base, 1.0))


def faint_pen(look: Look, palette: QPalette) -> QPen:
    """Return the pen of what was measured, behind its smoothed curve."""
    pen = look_style(look, palette).pen
    colour = palette.color(QPalette.ColorRole.Text) if pen is None else pen.color()
    return _pen(blend(colour, palette.color(QPalette.ColorRole.Base), 0.35), 1.0)


def best_line_pen(palette: QPalette) -> QPen:
    """Return the pen of the line that stands at the best epoch."""
    return _pen(accents(palette).success, 1.0, Qt.PenStyle.DotLine)


def mark_pen(palette: QPalette) -> QPen:
    """Return the pen of the line that stands where a phase of a training begins."""
    text, base = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
    return _pen(blend(text, base, 0.55), 1.0, Qt.PenStyle.DashDotLine)


def cursor_pen(palette: QPalette) -> QPen:
    """Return the pen of the line under the cursor."""
    return _pen(palette.color(QPalette.ColorRole.Text), 1.0)


def _stroked(colour: QColor, width: float, number: int) -> QPen:
    """Return a pen for run `number`: strokes and colours are so paired that no pair repeats soon."""
    pen = _pen(colour, width)
    strokes = _STROKES[(number + number // len(_STROKES)) % len(_STROKES)]
    if strokes:
        pen.setDashPattern(strokes)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _pen(colour: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    pen = QPen(colour, width, style)
    pen.setCosmetic(True)
    return pen
