"""The legend of the training curves: one for both plots, beside them, so that it never covers a curve."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.training.curve_style import ALL_CURVES, CurveStyle, curve_style
from gui.window.theme import LARGE, SMALL

_LINE = 26


class CurveLegend(QWidget):
    """Names of the curves, each with a piece of its line, in a row."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Legend: " + ", ".join(ALL_CURVES))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = sum(self.fontMetrics().horizontalAdvance(curve) for curve in ALL_CURVES)
        gaps = len(ALL_CURVES) * (_LINE + SMALL) + (len(ALL_CURVES) - 1) * LARGE
        return QSize(words + gaps, self.fontMetrics().height() + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, left = self.height() / 2.0, 0
        for curve in ALL_CURVES:
            _draw_sample(painter, curve_style(curve, self.palette()), QPointF(left, middle))
            left += _LINE + SMALL
            width = self.fontMetrics().horizontalAdvance(curve)
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawText(left, 0, width + 2, self.height(), Qt.AlignmentFlag.AlignVCenter, curve)
            left += width + LARGE


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
