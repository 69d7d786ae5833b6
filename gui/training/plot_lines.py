"""The lines, points and marks that a plot draws, kept from one drawing to the next and only given new data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyqtgraph
from PySide6.QtGui import QPalette

from gui.training.curve_style import (
    BATCHES,
    BEST,
    TRAINING,
    CurveStyle,
    Look,
    best_line_pen,
    curve_style,
    faint_pen,
    look_style,
    mark_pen,
)
from gui.training.plot_contents import Line, PlotContents, Points, drawn_part
from gui.window.theme import muted_text

#: More marks than this on a curve hide its line.
_MOST_MARKS = 60


class PlotLines:
    """What stands on one plot. `items` of pyqtgraph are made when they are first needed and emptied when not."""

    def __init__(self, *, plot: pyqtgraph.PlotItem, palette: QPalette) -> None:
        self._plot = plot
        self._palette = palette
        self._lines: list[Any] = [plot.plot([], [])]
        self._faint: list[Any] = []
        self._batches = plot.plot([], [])
        self._best = plot.plot([], [])
        self._best.setZValue(2)
        self._best_line = pyqtgraph.InfiniteLine(angle=90, movable=False)
        self._best_line.hide()
        plot.addItem(self._best_line, ignoreBounds=True)
        self._marks: list[Any] = []
        self._looks: list[tuple[Look, bool]] = []

    def draw(self, contents: PlotContents, x_range: tuple[float, float]) -> None:
        """Draw what of `contents` lies in `x_range`."""
        faint = [line for line in contents.lines if line.smooth is not line.points]
        self._grow(len(contents.lines), len(faint))
        self._draw_lines(contents.lines, x_range)
        self._draw_faint(faint, x_range)
        self._batches.setData(*drawn_part(contents.batches, *x_range))
        best = contents.best
        self._best.setData(*(([best[0]], [best[1]]) if best else ([], [])))
        self._best_line.setVisible(best is not None)
        if best:
            self._best_line.setValue(best[0])
        self._draw_marks(contents.marks)

    def take_colours(self, palette: QPalette) -> None:
        """Draw in the colours of `palette` from now on."""
        self._palette = palette
        self._looks.clear()
        for item, curve in ((self._batches, BATCHES), (self._best, BEST)):
            _apply(item, curve_style(curve, palette))
        self._best_line.setPen(best_line_pen(palette))
        for mark in self._marks:
            mark.setPen(mark_pen(palette))
            mark.label.setColor(muted_text(palette))

    def _grow(self, lines: int, faint: int) -> None:
        while len(self._lines) < lines:
            self._lines.append(self._plot.plot([], []))
        while len(self._faint) < faint:
            item = self._plot.plot([], [])
            item.setZValue(-1)
            self._faint.append(item)

    def _draw_lines(self, lines: Sequence[Line], x_range: tuple[float, float]) -> None:
        looks = []
        for number, item in enumerate(self._lines):
            if number >= len(lines):
                _empty(item)
                continue
            part = drawn_part(lines[number].smooth, *x_range)
            looks.append((lines[number].look, len(part[0]) <= _MOST_MARKS))
            if self._looks[number : number + 1] != looks[number:]:
                self._style(item, *looks[number])
            item.setData(*part)
        self._looks = looks

    def _style(self, item: Any, look: Look, with_marks: bool) -> None:
        style = look_style(look, self._palette)
        _apply(item, style if with_marks else CurveStyle(pen=style.pen))
        item.setZValue(0 if look.curve == TRAINING else 1)

    def _draw_faint(self, lines: Sequence[Line], x_range: tuple[float, float]) -> None:
        for number, item in enumerate(self._faint):
            if number >= len(lines):
                _empty(item)
                continue
            item.setPen(faint_pen(lines[number].look, self._palette))
            item.setData(*drawn_part(lines[number].points, *x_range))

    def _draw_marks(self, marks: Sequence[tuple[float, str]]) -> None:
        while len(self._marks) > len(marks):
            self._plot.removeItem(self._marks.pop())
        while len(self._marks) < len(marks):
            self._marks.append(self._new_mark())
        for item, (x, words) in zip(self._marks, marks, strict=True):
            item.setValue(x)
            if item.label.format != words:
                item.label.setFormat(words)

    def _new_mark(self) -> Any:
        # Along the line, so that the words of marks that stand close don't run into each other.
        along: dict[str, Any] = {
            "position": 0.97,
            "rotateAxis": (1, 0),
            "anchors": [(1, 1), (1, 1)],
            "color": muted_text(self._palette),
        }
        mark = pyqtgraph.InfiniteLine(angle=90, movable=False, label="", labelOpts=along, pen=mark_pen(self._palette))
        self._plot.addItem(mark, ignoreBounds=True)
        return mark


def _apply(item: Any, style: CurveStyle) -> None:
    item.setPen(style.pen)
    item.setSymbol(style.mark or None)
    item.setSymbolSize(style.mark_size)
    item.setSymbolBrush(style.mark_fill)
    item.setSymbolPen(style.mark_edge)


def _empty(item: Any) -> None:
    points: Points | None = item.getData()
    if points is not None and points[0] is not None and len(points[0]):
        item.setData([], [])
