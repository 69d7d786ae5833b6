"""What the mouse does on the layer map: click, rubber band, drag of the frost line, pan.

One small state machine that is fed with events and says what happened; the view answers. A drag of the line ends
with `line_dropped` or `line_let_go`, never with both.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QGraphicsView, QRubberBand

from gui.layers.map.targets import MapTargets

#: While something is dragged beyond the edge, the view scrolls by this share of the distance, this often.
_SCROLL_SHARE, _SCROLL_MILLISECONDS = 0.25, 16


class _Doing(Enum):
    NOTHING = "nothing"
    PRESSED = "pressed"
    BANDING = "banding"
    PANNING = "panning"
    DRAGGING_LINE = "dragging_line"


class MapPointer(QObject):
    """The pointer over a view."""

    clicked = Signal(object, object)  # Target | None, Qt.KeyboardModifier
    band_started = Signal()
    band_moved = Signal(object, bool)  # QRectF in the viewport; whether it adds to what was selected
    line_moved = Signal(float)  # the height of the pointer in the viewport
    line_dropped = Signal()
    line_let_go = Signal()
    hovered = Signal(object, bool)  # Target | None; whether the frost line is under the pointer

    def __init__(self, *, view: QGraphicsView, targets: MapTargets) -> None:
        super().__init__(view)
        self._view = view
        self._targets = targets
        self._doing = _Doing.NOTHING
        self._pressed_at = self._last = QPointF()
        self._space_held = self._space_panned = False
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, view.viewport())
        self._scrolling = QTimer(self, interval=_SCROLL_MILLISECONDS)
        self._scrolling.timeout.connect(self._on_scrolling_timeout)

    @property
    def drags_line(self) -> bool:
        """Whether the frost line is being dragged."""
        return self._doing == _Doing.DRAGGING_LINE

    def press(self, event: QMouseEvent) -> None:
        """A button went down."""
        if self._doing != _Doing.NOTHING:
            return
        self._pressed_at = self._last = event.position()
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (left and self._space_held):
            self._start(_Doing.PANNING)
        elif left and _plain(event) and self._targets.is_on_line(event.position()):
            self._start(_Doing.DRAGGING_LINE)
        elif left:
            self._start(_Doing.PRESSED)

    def move(self, event: QMouseEvent) -> None:
        """The pointer moved."""
        point = event.position()
        if self._doing == _Doing.NOTHING:
            self._hover(point)
        elif self._doing == _Doing.PANNING:
            self._pan(point)
        elif self._doing == _Doing.PRESSED and _far(point, self._pressed_at):
            self._doing = _Doing.BANDING
            self.band_started.emit()
        self._last = point
        self._drag(adds=not _plain(event))
        if self._doing in (_Doing.BANDING, _Doing.DRAGGING_LINE) and not self._scrolling.isActive():
            self._scrolling.start()

    def release(self, event: QMouseEvent) -> None:
        """A button went up."""
        doing = self._doing
        if event.buttons() != Qt.MouseButton.NoButton or doing == _Doing.NOTHING:
            return
        self._last = event.position()
        self._drag(adds=not _plain(event))
        self._end()
        if doing == _Doing.PRESSED:
            self.clicked.emit(self._targets.target_at(event.position()), event.modifiers())
        elif doing == _Doing.DRAGGING_LINE:
            self.line_dropped.emit()
        self._hover(event.position())

    def leave(self) -> None:
        """The pointer left the view."""
        if self._doing == _Doing.NOTHING:
            self.hovered.emit(None, False)

    def let_go(self) -> bool:
        """Give up what is being dragged; return whether anything was."""
        doing = self._doing
        self._end()
        if doing == _Doing.DRAGGING_LINE:
            self.line_let_go.emit()
        return doing in (_Doing.DRAGGING_LINE, _Doing.BANDING)

    def hold_space(self) -> None:
        """Take note of the space bar going down: while it is held, the left button pans."""
        self._space_held, self._space_panned = True, False
        self._view.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def release_space(self) -> bool:
        """Return whether the space bar was used for panning while it was down."""
        panned, self._space_held = self._space_panned, False
        self._hover(self._last)
        return panned

    # ------------------------------------------------------------------ private parts

    def _start(self, doing: _Doing) -> None:
        self._doing = doing
        if doing == _Doing.PANNING:
            self._space_panned = self._space_held
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _end(self) -> None:
        self._doing = _Doing.NOTHING
        self._scrolling.stop()
        self._band.hide()

    def _drag(self, *, adds: bool) -> None:
        if self._doing == _Doing.DRAGGING_LINE:
            self.line_moved.emit(self._last.y())
        elif self._doing == _Doing.BANDING:
            area = QRectF(self._pressed_at, self._last).normalized()
            self._band.setGeometry(QRect(area.topLeft().toPoint(), QSize(round(area.width()), round(area.height()))))
            self._band.show()
            self.band_moved.emit(area, adds)

    def _pan(self, point: QPointF) -> None:
        way = point - self._last
        for bar, pixels in (
            (self._view.horizontalScrollBar(), way.x()),
            (self._view.verticalScrollBar(), way.y()),
        ):
            bar.setValue(bar.value() - round(pixels))

    def _hover(self, point: QPointF) -> None:
        on_line = self._targets.is_on_line(point)
        target = None if on_line else self._targets.target_at(point)
        if on_line:
            shape = Qt.CursorShape.SplitVCursor
        elif target is not None and target.on_shape and target.node.can_be_thawed:
            shape = Qt.CursorShape.PointingHandCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        self._view.viewport().setCursor(shape)
        self.hovered.emit(target, on_line)

    def _on_scrolling_timeout(self) -> None:
        beyond = self._last.y() - min(max(self._last.y(), 0.0), float(self._view.viewport().height()))
        bar = self._view.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + round(beyond * _SCROLL_SHARE))
        if bar.value() != before:
            self._pressed_at -= QPointF(0, bar.value() - before)
            self._drag(adds=False)
        elif not beyond:
            self._scrolling.stop()


def _plain(event: QMouseEvent) -> bool:
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    return not event.modifiers() & modifiers


def _far(one: QPointF, other: QPointF) -> bool:
    return (one - other).manhattanLength() >= QApplication.startDragDistance()
