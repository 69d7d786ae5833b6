"""The view of the layer map without its commands: style, zoom, scrolling, and the strip with captions under it.

Zoomed by Ctrl and wheel, by pinching, by the keys and the buttons; the point under the pointer stays where it is.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QNativeGestureEvent, QPainter, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGestureEvent, QGraphicsView, QPinchGesture, QStyle, QWidget

from gui.layers.map.footer import MapFooter
from gui.layers.map.map_scene import MapScene
from gui.layers.map.row_geometry import LineHeights, height_for_layers
from gui.layers.map.rows import MapRow
from gui.layers.map.style import map_style
from gui.layers.map.zoom import STEP, ZoomRange, wheel_factor, zoom_range
from gui.window.theme import SMALL

_NEW_LOOK = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)


class ZoomedView(QGraphicsView):
    """Shows a `MapScene`, as wide as the view and as deep as the zoom makes it."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = map_style(self.palette(), self.font())
        self.map_scene = MapScene(style=self._style, parent=self)
        self.footer = MapFooter(parent=self)
        self._zoom = 1.0
        self._is_fitted = True
        self._build()
        self.footer.zoom_in_requested.connect(self.zoom_in)
        self.footer.zoom_out_requested.connect(self.zoom_out)
        self.footer.fit_requested.connect(self.fit)

    @property
    def zoom(self) -> float:
        """Pixels for each unit of the layout, along the depth of the network."""
        return self._zoom

    def zoom_in(self) -> None:
        """Zoom in by a step."""
        self.zoom_by(STEP)

    def zoom_out(self) -> None:
        """Zoom out by a step."""
        self.zoom_by(1 / STEP)

    def zoom_by(self, factor: float, anchor: float | None = None) -> None:
        """Zoom by a factor; what is at the height `anchor` of the viewport (None: its middle) stays there."""
        if self.map_scene.layout is None:
            return
        limits = self._range()
        zoom = limits.held(self._zoom * factor)
        place = self.viewport().height() / 2 if anchor is None else anchor
        fixed = self.mapToScene(0, round(place)).y()
        self._is_fitted = zoom <= limits.least
        self._zoom = zoom
        self._arrange()
        self.verticalScrollBar().setValue(round(fixed * zoom - place))

    def fit(self) -> None:
        """Show the whole network, or as much of it as can be read."""
        self._is_fitted = True
        self._arrange()

    def zoom_to_row(self, row: MapRow) -> None:
        """Zoom in until the layers of a row are seen, and bring it into view."""
        layout = self.map_scene.layout
        if layout is None:
            return
        slot = layout.slot_of(row)
        needed = height_for_layers(len(row.layers), self._heights()) / slot.height
        self.zoom_by(max(1.0, 1.05 * needed / self._zoom))
        self.make_visible(
            QRectF(0, slot.top * self._zoom - self.verticalScrollBar().value(), 1, slot.height * self._zoom)
        )

    def make_visible(self, area: QRectF) -> None:
        """Scroll so far that an area, in pixels of the viewport, is seen."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if area.top() < 0 or area.height() > height:
            bar.setValue(bar.value() + round(area.top()) - SMALL)
        elif area.bottom() > height:
            bar.setValue(bar.value() + round(area.bottom()) - height + SMALL)

    # ------------------------------------------------------------------ Qt's own methods

    def sizeHint(self) -> QSize:
        return QSize(480, 640)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 240)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(wheel_factor(event.angleDelta().y()), event.position().y())
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(1.0 + event.value(), event.position().y())
            return True
        if event.type() == QEvent.Type.Gesture and isinstance(event, QGestureEvent):
            return self._obey_fingers(event)
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _NEW_LOOK:
            self._style = map_style(self.palette(), self.font())
            self.map_scene.take_style(self._style)
            self._arrange()

    # ------------------------------------------------------------------ private parts

    def _build(self) -> None:
        self.setScene(self.map_scene)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)

    def _obey_fingers(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        self.zoom_by(pinch.scaleFactor(), self.viewport().mapFromGlobal(pinch.centerPoint()).y())
        return True

    def _make_room_for_footer(self) -> None:
        self.footer.ensurePolished()
        height = self.footer.sizeHint().height()
        if self.viewportMargins().bottom() != height:
            self.setViewportMargins(0, 0, 0, height)

    def _place_footer(self) -> None:
        seen = self.viewport().geometry()
        self.footer.setGeometry(seen.left(), seen.bottom() + 1, seen.width(), self.viewportMargins().bottom())

    def _arrange(self) -> None:
        """Decide which scroll bars there are, and give the scene its width and the zoom its range.

        Decided here rather than by Qt, since the size of the scene follows that of the view.
        """
        self._make_room_for_footer()
        self._place_footer()
        if not self.map_scene.rows:
            return
        free, bar = self._free_size(), self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        narrowest = self.map_scene.least_width
        across = narrowest > free.width()
        self.map_scene.take_width(float(free.width()))
        self._hold_zoom()
        down = self._depth() > free.height() - (bar if across else 0)
        if down:
            across = narrowest > free.width() - bar
            self.map_scene.take_width(float(free.width() - bar))
            self._hold_zoom()
        self.setHorizontalScrollBarPolicy(_policy(across))
        self.setVerticalScrollBarPolicy(_policy(down))
        self._place_footer()
        if self.transform().m22() != self._zoom:
            self.setTransform(QTransform.fromScale(1.0, self._zoom))

    def _hold_zoom(self) -> None:
        limits = self._range()
        self._zoom = limits.least if self._is_fitted else limits.held(self._zoom)

    def _depth(self) -> float:
        assert self.map_scene.layout is not None
        return self.map_scene.layout.height * self._zoom

    def _free_size(self) -> QSize:
        """Return the size of the viewport without scroll bars."""
        return self.contentsRect().size() - QSize(0, self.viewportMargins().bottom())

    def _range(self) -> ZoomRange:
        assert self.map_scene.layout is not None
        height, narrowest = self._free_size().height(), self.map_scene.least_width
        if narrowest > self._free_size().width():
            height -= self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return zoom_range(self.map_scene.layout, height - 0.5, self._heights())

    def _heights(self) -> LineHeights:
        return LineHeights(block=self._style.line_height, layer=self._style.small_line_height)


def _policy(shown: bool) -> Qt.ScrollBarPolicy:
    return Qt.ScrollBarPolicy.ScrollBarAlwaysOn if shown else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
