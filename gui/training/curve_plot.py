"""One plot of training curves: it draws, zooms, and says the values under the cursor.

With `gui.training.plot_lines`, `plot_axis` and `curves` it is all that needs pyqtgraph; import it when a plot is first
built. What is drawn is decided in `gui.training.plot_contents`.
"""

from __future__ import annotations

from typing import Any

import pyqtgraph
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QWidget

from gui.language.translate import tr
from gui.training.curve_style import cursor_pen
from gui.training.measures import Measure
from gui.training.plot_axis import EpochAxis, ValueAxis
from gui.training.plot_contents import PlotContents
from gui.training.plot_lines import PlotLines
from gui.training.plot_read_out import ReadOut
from gui.training.plot_reading import nearest_place, place_after, places, read
from gui.window.quiet_label import QuietLabel
from gui.window.theme import SMALL, TIGHT, hairline, muted_text

Range = tuple[float, float]

#: How much a key press of + or - zooms.
_ZOOM_STEP = 0.8
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -(10**9), Qt.Key.Key_End: 10**9}
_ZOOMS = {Qt.Key.Key_Plus: _ZOOM_STEP, Qt.Key.Key_Minus: 1.0 / _ZOOM_STEP}


class CurvePlot(pyqtgraph.PlotWidget):  # type: ignore[misc]
    """A plot of one measure. A range that the user chose stays, whatever is drawn, until `reset_zoom`."""

    zoomed = Signal(object)  # tuple[float, float]: the horizontal range that the user chose
    zoom_reset = Signal()
    cursor_moved = Signal(object)  # float: the place under the cursor; None when it left

    def __init__(self, *, measure: Measure, parent: QWidget | None = None) -> None:
        self._axis = EpochAxis()
        super().__init__(parent, axisItems={"bottom": self._axis, "left": ValueAxis()})
        self.setObjectName(measure.name)
        self.setAccessibleName(tr("{title} of each epoch", title=measure.title))
        self._contents: PlotContents | None = None
        self._ranges: tuple[Range, Range] | None = None
        self._is_zoomed = False
        self._lines = PlotLines(plot=self.getPlotItem(), palette=self.palette())
        self._cursor = pyqtgraph.InfiniteLine(angle=90, movable=False)
        self._read_out = ReadOut(words=measure.words, parent=self)
        self._empty = QuietLabel(tr("The curves appear here during training"), parent=self)
        self._build()
        self._take_colours()
        view = self.getViewBox()
        view.sigRangeChangedManually.connect(self._on_view_range_changed_manually)
        view.sigXRangeChanged.connect(self._on_view_x_range_changed)

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAntialiasing(True)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.showGrid(x=False, y=True, alpha=0.2)
        self.getPlotItem().layout.setContentsMargins(TIGHT, SMALL, SMALL, TIGHT)
        self._cursor.hide()
        self._cursor.setZValue(3)
        self.addItem(self._cursor, ignoreBounds=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    # ------------------------------------------------------------------ what is shown

    def show_contents(self, contents: PlotContents) -> None:
        """Draw `contents` in place of what was there."""
        before, self._contents = self._contents, contents
        if before is not None and before.axis is not contents.axis:
            self._is_zoomed = False
            self.show_cursor(None)
        self._axis.show_kind(contents.axis)
        self._label_axis()
        self._empty.setVisible(contents.is_empty)
        self._ranges = (contents.x_range, contents.y_range)
        if not self._is_zoomed:
            self._show_ranges()
        self._draw()
        if self._cursor.isVisible():
            self.show_cursor(self._cursor.value())

    def _show_ranges(self) -> None:
        """Set the axes, unless they are right already: drawing them anew costs more than the curves."""
        if self._ranges is None or self._ranges == tuple(tuple(ends) for ends in self.viewRange()):
            return
        self.setRange(xRange=self._ranges[0], yRange=self._ranges[1], padding=0.0)

    def _draw(self) -> None:
        if self._contents is not None:
            low, high = self.viewRange()[0]
            self._lines.draw(self._contents, (low, high))

    # ------------------------------------------------------------------ zoom

    @property
    def is_zoomed(self) -> bool:
        """Whether the user chose what part is shown."""
        return self._is_zoomed

    def reset_zoom(self) -> None:
        """Show everything again."""
        self._is_zoomed = False
        self._show_ranges()
        self.zoom_reset.emit()

    def show_x_range(self, x_range: Range) -> None:
        """Show this part, as if the user had zoomed here."""
        self._is_zoomed = True
        self.setXRange(*x_range, padding=0.0)

    def _on_view_range_changed_manually(self) -> None:
        self._is_zoomed = True
        low, high = self.viewRange()[0]
        self.zoomed.emit((low, high))

    def _on_view_x_range_changed(self) -> None:
        self._draw()
        if self._cursor.isVisible():
            self.show_cursor(self._cursor.value())

    # ------------------------------------------------------------------ cursor

    def show_cursor(self, x: float | None) -> None:
        """Put the cursor at the place `x` and say the values there; None takes it away."""
        known = None if self._contents is None else places(self._contents)
        place = None if x is None or known is None else nearest_place(known, x)
        self._cursor.setVisible(place is not None)
        if place is None or self._contents is None:
            self._read_out.hide()
            self.setAccessibleDescription("")
            return
        self._cursor.setValue(place)
        reading = read(self._contents, place)
        self._read_out.show_reading(reading, QPoint(round(self._pixel_of(place)), self._top()))
        words = self._read_out.in_words(reading)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _pixel_of(self, x: float) -> float:
        return float(self.mapFromScene(self.getViewBox().mapViewToScene(QPointF(x, 0.0))).x())

    def _top(self) -> int:
        return int(self.mapFromScene(self.getViewBox().sceneBoundingRect().topLeft()).y()) + SMALL

    def _move_cursor(self, x: float | None) -> None:
        self.show_cursor(x)
        self.cursor_moved.emit(self._cursor.value() if self._cursor.isVisible() else None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        scene = self.mapToScene(event.position().toPoint())
        view = self.getViewBox()
        inside = view.sceneBoundingRect().contains(scene) and event.buttons() == Qt.MouseButton.NoButton
        self._move_cursor(view.mapSceneToView(scene).x() if inside else None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._move_cursor(None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.reset_zoom()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and self._contents is not None:
            here = self._cursor.value() if self._cursor.isVisible() else None
            self._move_cursor(place_after(places(self._contents), here, _STEPS[key]))
        elif key in _ZOOMS:
            self.getViewBox().scaleBy((_ZOOMS[key], 1.0))
            self._on_view_range_changed_manually()
        elif key == Qt.Key.Key_Escape and self._cursor.isVisible():
            self._move_cursor(None)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._move_cursor(None)

    # ------------------------------------------------------------------ looks

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_empty"):
            self._take_colours()
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_empty"):
            self._empty.setGeometry(self.rect().adjusted(60, 10, -20, -50))

    def _label_axis(self) -> None:
        words, colour = self._axis.kind.value, muted_text(self.palette()).name()
        if (self._axis.labelText, self._axis.labelStyle.get("color")) != (words, colour):
            self._axis.setLabel(words, color=colour)

    def _take_colours(self) -> None:
        palette = self.palette()
        self.setBackground(palette.color(QPalette.ColorRole.Base))
        self._lines.take_colours(palette)
        self._cursor.setPen(cursor_pen(palette))
        for side in ("bottom", "left"):
            axis: Any = self.getAxis(side)
            axis.setPen(hairline(palette))
            axis.setTextPen(muted_text(palette))
            axis.setTickFont(self.font())
            axis.enableAutoSIPrefix(False)
        self._label_axis()
