"""The shapes of the layer map: blocks, whose corners tell frozen from trainable, and the ways of skip connections.

A frozen block has cut corners, as a crystal has; one that learns has round ones. Only paths here, no colours.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from core.network.freeze_plan import FreezeState

_CUT, _ROUND = 5.0, 7.0
_TURN = 6.0
_ARROW_LENGTH, _ARROW_HALF = 5.0, 3.0


def block_outline(rect: QRectF, state: FreezeState | None) -> QPainterPath:
    """Return the outline of a block or a layer's bar in this state; None is the state of what has no weights."""
    path = QPainterPath()
    limit = min(rect.width(), rect.height()) / 2
    if state is None:
        path.addRoundedRect(rect, 2.0, 2.0)
    elif state == FreezeState.TRAINABLE:
        path.addRoundedRect(rect, min(_ROUND, limit), min(_ROUND, limit))
    elif state == FreezeState.FROZEN:
        path.addPolygon(_crystal(rect, min(_CUT, limit)))
        path.closeSubpath()
    else:
        path.addPath(_half_crystal(rect, min(_CUT, limit), min(_ROUND, limit)))
    return path


def mixed_half(rect: QRectF) -> QPainterPath:
    """Return the right half of a mixed block, beyond a slanted cut: the part that learns."""
    slant = min(rect.height() / 2, rect.width() / 4)
    middle = rect.center().x()
    path = QPainterPath(QPointF(middle + slant / 2, rect.top()))
    for corner in (rect.topRight(), rect.bottomRight(), QPointF(middle - slant / 2, rect.bottom())):
        path.lineTo(corner)
    path.closeSubpath()
    return path


def skip_way(start: QPointF, lane: float, end: QPointF) -> QPainterPath:
    """Return the way of a skip connection: from `start` out to `lane`, up, and back to `end`, with round turns."""
    turn = min(_TURN, abs(start.y() - end.y()) / 2, abs(lane - start.x()))
    path = QPainterPath(start)
    path.lineTo(lane - turn, start.y())
    path.quadTo(lane, start.y(), lane, start.y() - turn)
    path.lineTo(lane, end.y() + turn)
    path.quadTo(lane, end.y(), lane - turn, end.y())
    path.lineTo(end.x() + _ARROW_LENGTH, end.y())
    return path


def arrow_head(tip: QPointF, *, upwards: bool) -> QPolygonF:
    """Return a small arrow head that points up, or left, at `tip`."""
    if upwards:
        return QPolygonF([tip, tip + QPointF(-_ARROW_HALF, _ARROW_LENGTH), tip + QPointF(_ARROW_HALF, _ARROW_LENGTH)])
    return QPolygonF([tip, tip + QPointF(_ARROW_LENGTH, -_ARROW_HALF), tip + QPointF(_ARROW_LENGTH, _ARROW_HALF)])


def landscape(rect: QRectF) -> QPainterPath:
    """Return a sun over mountains, to be filled: the sign of the image."""
    edge = min(rect.width(), rect.height()) * 0.7
    left, bottom = rect.center().x() - edge / 2, rect.center().y() + edge * 0.4
    path = QPainterPath(QPointF(left, bottom))
    for across, up in ((0.34, 0.52), (0.56, 0.2), (0.72, 0.4), (1.0, 0.0)):
        path.lineTo(left + across * edge, bottom - up * edge)
    path.closeSubpath()
    path.addEllipse(QPointF(left + 0.74 * edge, bottom - 0.7 * edge), 0.12 * edge, 0.12 * edge)
    return path


def _crystal(rect: QRectF, cut: float) -> QPolygonF:
    left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
    return QPolygonF(
        [
            QPointF(left + cut, top),
            QPointF(right - cut, top),
            QPointF(right, top + cut),
            QPointF(right, bottom - cut),
            QPointF(right - cut, bottom),
            QPointF(left + cut, bottom),
            QPointF(left, bottom - cut),
            QPointF(left, top + cut),
        ]
    )


def _half_crystal(rect: QRectF, cut: float, radius: float) -> QPainterPath:
    left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
    path = QPainterPath(QPointF(left + cut, top))
    path.lineTo(right - radius, top)
    path.arcTo(QRectF(right - 2 * radius, top, 2 * radius, 2 * radius), 90, -90)
    path.lineTo(right, bottom - radius)
    path.arcTo(QRectF(right - 2 * radius, bottom - 2 * radius, 2 * radius, 2 * radius), 0, -90)
    path.lineTo(left + cut, bottom)
    path.lineTo(left, bottom - cut)
    path.lineTo(left, top + cut)
    path.closeSubpath()
    return path
