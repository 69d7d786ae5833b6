"""A row of the layer map as an item of its scene: keeps what the row shows, and repaints only when that changes.

The item's own units are those of the layout. It paints in pixels, so that words, lines and gaps keep their size
whatever the zoom, and shows as much of its layers as has room (see `row_geometry`).
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.layers.map.columns import Columns
from gui.layers.map.layer_painting import paint_layers
from gui.layers.map.layout import Slot
from gui.layers.map.row_geometry import LineHeights, RowGeometry, row_geometry
from gui.layers.map.row_look import RowContent, RowMarks
from gui.layers.map.row_painting import RowPicture, paint_row
from gui.layers.map.rows import MapRow
from gui.layers.map.style import MapStyle


class RowItem(QGraphicsItem):
    """Shows one `MapRow`. most_channels: of the widest tensor in the map."""

    def __init__(
        self,
        *,
        row: MapRow,
        most_channels: int,
        content: RowContent,
        marks: RowMarks,
        is_first: bool,
        is_last: bool,
    ) -> None:
        super().__init__()
        self.row = row
        self.content = content
        self.marks = marks
        self._most_channels = most_channels
        self._is_first, self._is_last = is_first, is_last
        self._slot: Slot | None = None
        self._columns: Columns | None = None
        self._style: MapStyle | None = None
        self._geometry: RowGeometry | None = None

    def place(self, slot: Slot, columns: Columns, style: MapStyle) -> None:
        """Take a place in the layout, and a style."""
        self.prepareGeometryChange()
        self._slot, self._columns, self._style, self._geometry = slot, columns, style, None
        self.setPos(0.0, slot.top)
        self.update()

    def show_content(self, content: RowContent) -> None:
        """Show this content."""
        if content != self.content:
            self.content = content
            self.update()

    def show_marks(self, marks: RowMarks) -> None:
        """Show these marks."""
        if marks != self.marks:
            self.marks = marks
            self.update()

    def geometry(self, height: float) -> RowGeometry:
        """Return the pixels of this row when its slot is `height` pixels high."""
        assert self._columns is not None
        assert self._style is not None
        if self._geometry is None or self._geometry.height != height:
            heights = LineHeights(block=self._style.line_height, layer=self._style.small_line_height)
            self._geometry = row_geometry(self.row, self._columns, self._most_channels, heights, height)
        return self._geometry

    def boundingRect(self) -> QRectF:
        if self._slot is None or self._columns is None:
            return QRectF()
        return QRectF(0.0, 0.0, self._columns.width, self._slot.height)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        if self._slot is None or self._columns is None or self._style is None:
            return
        transform = painter.worldTransform()
        left, top, height = pixels_of_slot(transform.dx(), transform.dy(), self._slot.height * transform.m22())
        painter.setWorldTransform(QTransform.fromTranslate(left, top))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picture = RowPicture(
            row=self.row,
            geometry=self.geometry(height),
            columns=self._columns,
            content=self.content,
            marks=self.marks,
            style=self._style,
            is_first=self._is_first,
            is_last=self._is_last,
        )
        paint_row(painter, picture)
        if picture.is_open:
            paint_layers(painter, picture)


def pixels_of_slot(left: float, top: float, height: float) -> tuple[int, int, int]:
    """Return left, top and height in whole pixels, such that neighbouring slots touch."""
    whole_top = round(top)
    return round(left), whole_top, round(top + height) - whole_top
