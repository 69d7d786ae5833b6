"""The legend of the training curves: one for all plots, beside them, so that it never covers a curve."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language.translate import tr
from gui.training.curve_style import ALL_CURVES, VALIDATION, CurveStyle, Look, look_style
from gui.window.theme import MEDIUM, SMALL, muted_text

_LINE = 24
#: Names are not shortened to less than this; those that find no room are counted instead.
_SMALLEST_NAME = 60

#: Names are shortened to this to make room for the note.
_GOOD_NAME = 130

#: A name and how its line is drawn.
Entry = tuple[str, Look]
SINGLE: tuple[Entry, ...] = tuple((curve, Look(curve)) for curve in ALL_CURVES)
_THIN_AND_STRONG = tr("(thin: training, strong: validation)")


def entries_of_runs(names: Sequence[str]) -> tuple[Entry, ...]:
    """Return the entries of runs that are compared, in the order in which they are drawn."""
    return tuple((name, Look(VALIDATION, number)) for number, name in enumerate(names))


class CurveLegend(QWidget):
    """Names of the curves, each with a piece of its line, in a row; long names are shortened to what fits."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_entries(SINGLE)

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show these names in place of those before."""
        if entries == self.entries:
            return
        self.entries = entries
        names = ", ".join(name for name, _ in entries)
        words = f"{names} {_THIN_AND_STRONG}" if self._compares else names
        self.setAccessibleName(tr("Legend: ") + words)
        self.setToolTip(words if self._compares else "")
        self.updateGeometry()
        self.update()

    @property
    def _compares(self) -> bool:
        return any(look.run is not None for _, look in self.entries)

    def sizeHint(self) -> QSize:
        words = sum(self.fontMetrics().horizontalAdvance(name) for name, _ in self.entries)
        gaps = len(self.entries) * (_LINE + SMALL + MEDIUM)
        return QSize(words + gaps, self.fontMetrics().height() + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, metrics = 0, self.fontMetrics()
        for number, (entry, longest) in enumerate(zip(self.entries, self._widths(), strict=True)):
            if longest < min(_SMALLEST_NAME, metrics.horizontalAdvance(entry[0])):
                self._paint_note(painter, left, tr("and {count} more", count=len(self.entries) - number))
                return
            left += self.paint_entry(painter, entry, QPointF(left, 0.0), longest) + MEDIUM
        if self._compares and left + metrics.horizontalAdvance(_THIN_AND_STRONG) <= self.width():
            self._paint_note(painter, left, _THIN_AND_STRONG)

    def paint_entry(self, painter: QPainter, entry: Entry, at: QPointF, longest: int) -> int:
        """Paint a line and its name, at most `longest` pixels wide, and return how wide both are."""
        name, look = entry
        height = self.sizeHint().height()
        painter.save()
        _draw_sample(painter, look_style(look, self.palette()), at + QPointF(0.0, height / 2.0))
        painter.restore()
        shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, longest)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        left = round(at.x()) + _LINE + SMALL
        painter.drawText(QRect(left, round(at.y()), longest + 2, height), Qt.AlignmentFlag.AlignVCenter, shown)
        return _LINE + SMALL + self.fontMetrics().horizontalAdvance(shown)

    def _paint_note(self, painter: QPainter, left: int, words: str) -> None:
        painter.setPen(muted_text(self.palette()))
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)

    def _widths(self) -> list[int]:
        """Return how wide each name may be: as wide as it is, or where they don't fit, an equal share of the room."""
        wanted = [self.fontMetrics().horizontalAdvance(name) + 1 for name, _ in self.entries]
        left = self.width() - len(wanted) * (_LINE + SMALL) - max(0, len(wanted) - 1) * MEDIUM
        note = self.fontMetrics().horizontalAdvance(_THIN_AND_STRONG) + MEDIUM if self._compares else 0
        if left - note > len(wanted) * _GOOD_NAME:
            left -= note
        widths = list(wanted)
        for place, number in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
            widths[number] = min(wanted[number], max(0, left // (len(wanted) - place)))
            left -= widths[number]
        return widths


def _draw_sample(painter: QPainter, style: CurveStyle, start: QPointF) -> None:
    centre = start + QPointF(_LINE / 2.0, 0.0)
    if style.pen is not None:
        painter.setPen(style.pen)
        painter.drawLine(start, start + QPointF(_LINE, 0.0))
    if style.mark_fill is not None and style.mark_edge is not None:
        painter.setPen(style.mark_edge)
        painter.setBrush(style.mark_fill)
        radius = style.mark_size / 2.0
        if style.mark == "star":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawPolygon(_star(centre, radius), Qt.FillRule.WindingFill)
        else:
            painter.drawEllipse(centre, radius, radius)


def _star(centre: QPointF, radius: float) -> QPolygonF:
    tips = [QPointF(0.0, -1.0), QPointF(0.588, 0.809), QPointF(-0.951, -0.309), QPointF(0.951, -0.309)]
    tips.append(QPointF(-0.588, 0.809))
    return QPolygonF([centre + tip * radius for tip in tips])
