"""Snowflake and flame as paths: the drawings of `assets/icons` in a square of 1 by 1, sharp at every scale.

Two marks side by side stand for a mixed state. Only shapes here; colours come from whoever draws.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QTransform

#: The edge of the square in which the icons of `assets` are drawn.
_EDGE = 24.0
_ARM_WIDTH = 2.1


def paint_snowflake(painter: QPainter, square: QRectF, colour: QColor) -> None:
    """Paint the mark of what is frozen."""
    painter.fillPath(_placed(snowflake(), square), colour)


def paint_flame(painter: QPainter, square: QRectF, colour: QColor) -> None:
    """Paint the mark of what learns."""
    painter.fillPath(_placed(flame(), square), colour)


@lru_cache(maxsize=1)
def snowflake() -> QPainterPath:
    """Return the six arms of a snowflake, to be filled."""
    arm = QPainterPath(QPointF(12, 12))
    arm.lineTo(12, 2.5)
    arm.moveTo(9.3, 4.6)
    arm.lineTo(12, 7.2)
    arm.lineTo(14.7, 4.6)
    arms = QPainterPath()
    for turn in range(6):
        arms.addPath(QTransform().translate(12, 12).rotate(60 * turn).translate(-12, -12).map(arm))
    stroker = QPainterPathStroker()
    stroker.setWidth(_ARM_WIDTH)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return _shrunk(stroker.createStroke(arms).simplified())


@lru_cache(maxsize=1)
def flame() -> QPainterPath:
    """Return a flame with its core left out, to be filled."""
    path = QPainterPath(QPointF(12.6, 1.8))
    path.cubicTo(13.1, 5.5, 19, 8.1, 19, 14.2)
    path.arcTo(QRectF(5, 7.2, 14, 14), 0, -180)
    path.cubicTo(5, 11.2, 6.5, 9.1, 8.2, 7.4)
    path.cubicTo(8.3, 9.3, 8.9, 10.6, 10, 11.3)
    path.cubicTo(9.7, 7.6, 10.5, 4.3, 12.6, 1.8)
    path.closeSubpath()
    path.moveTo(12.2, 12.2)
    path.cubicTo(12.5, 14, 14.9, 15.1, 14.9, 17.4)
    path.arcTo(QRectF(9.1, 14.5, 5.8, 5.8), 0, -180)
    path.cubicTo(9.1, 15.4, 10.8, 14.4, 12.2, 12.2)
    path.closeSubpath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    return _shrunk(path)


def _shrunk(path: QPainterPath) -> QPainterPath:
    return QTransform.fromScale(1 / _EDGE, 1 / _EDGE).map(path)


def _placed(path: QPainterPath, square: QRectF) -> QPainterPath:
    return QTransform(square.width(), 0, 0, square.height(), square.left(), square.top()).map(path)
