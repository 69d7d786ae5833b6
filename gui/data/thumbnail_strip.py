"""Thumbnails, as many beside one another as fit; it says which files are in sight, and opens the one that is chosen.

What else can be done with the selected pictures are actions that others add (`addAction`): they are its context menu.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPalette, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.data.picture_actions import add_picture_actions
from gui.data.thumbnail_memory import EDGE
from gui.data.thumbnail_model import EXCLUDED_ROLE, FILE_ROLE, UNREADABLE_ROLE, ThumbnailModel
from gui.window.icons import tinted_pixmap
from gui.window.theme import SMALL, SMALL_SCALE, TIGHT, blend, muted_text, scaled_font

#: Distance between two thumbnails, room for a name, and edge of an icon, in device-independent pixels.
_GAP, _NAME_HEIGHT, _ICON = 12, 20, 24
#: How a picture that is left out looks: so pale, and with a badge of that edge.
_DIMMED, _BADGE = 0.3, 22
#: Rows beyond those in sight whose thumbnails are asked for as well, so that slow scrolling finds them there.
_ROWS_AHEAD = 1
#: How long the view must rest before thumbnails are asked for.
_REST_MILLISECONDS = 60


class ThumbnailStrip(QListView):
    """Shows a `ThumbnailModel`. whole: each picture as a whole, rather than its middle."""

    files_in_sight = Signal(object)  # tuple[Path, ...]: those that have no thumbnail yet

    def __init__(self, *, model: ThumbnailModel, whole: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = model
        self._rest = QTimer(self, singleShot=True, interval=_REST_MILLISECONDS)
        self.setModel(model)
        self.setItemDelegate(_ThumbnailDelegate(whole=whole, parent=self))
        self._build()
        self._rest.timeout.connect(self._on_rest_timeout)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._rest.start())
        self.verticalScrollBar().rangeChanged.connect(lambda _low, _high: self._rest.start())
        model.modelReset.connect(self._rest.start)
        add_picture_actions(self)

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(2000)
        self.setGridSize(QSize(EDGE + _GAP, EDGE + _NAME_HEIGHT + _GAP))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)

    def selected_files(self) -> tuple[Path, ...]:
        """Return the files of the selected thumbnails, from the first to the last."""
        return tuple(index.data(FILE_ROLE) for index in sorted(self.selectionModel().selectedIndexes()))

    def stay_at(self, row: int) -> None:
        """Go to this row, or to the last where there are fewer now, unless the view is somewhere; -1: nowhere."""
        last = self._thumbnails.rowCount() - 1
        if row >= 0 and last >= 0 and not self.currentIndex().isValid():
            self.setCurrentIndex(self._thumbnails.index(min(row, last)))

    def excluded_among(self, files: Sequence[Path]) -> tuple[Path, ...]:
        """Return those of the selected files that are left out."""
        selected = self.selectionModel().selectedIndexes()
        left_out = {index.data(FILE_ROLE) for index in selected if index.data(EXCLUDED_ROLE)}
        return tuple(file for file in files if file in left_out)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._rest.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rest.start()

    def rows_in_sight(self) -> tuple[int, int]:
        """Return the first and the last row in sight, and a little beyond; (0, -1) when there are none."""
        count = self._thumbnails.rowCount()
        if not count or not self.viewport().height():
            return (0, -1)
        cell = self.gridSize()
        in_a_line = max(1, self.viewport().width() // cell.width())
        top = self.verticalOffset() // cell.height()
        lines = self.viewport().height() // cell.height() + 2 + _ROWS_AHEAD
        return (top * in_a_line, min(count, (top + lines) * in_a_line) - 1)

    def _on_rest_timeout(self) -> None:
        if self.isVisible():
            self.files_in_sight.emit(self._thumbnails.files_without_thumbnail(*self.rows_in_sight()))


class _ThumbnailDelegate(QStyledItemDelegate):
    def __init__(self, *, whole: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._whole = whole

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(EDGE + _GAP, EDGE + _NAME_HEIGHT + _GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        square = QRect(option.rect.topLeft() + QPoint(_GAP // 2, _GAP // 2), QSize(EDGE, EDGE))
        thumbnail = index.data(Qt.ItemDataRole.DecorationRole)
        excluded = bool(index.data(EXCLUDED_ROLE))
        painter.setOpacity(_DIMMED if excluded else 1.0)
        if isinstance(thumbnail, QPixmap):
            _paint_picture(painter, square, thumbnail, whole=self._whole)
        else:
            _paint_placeholder(painter, square, option, unreadable=bool(index.data(UNREADABLE_ROLE)))
        painter.setOpacity(1.0)
        _paint_name(painter, square, option, str(index.data()), struck_out=excluded)
        if excluded:
            _paint_badge(painter, square, option)
        _paint_frame(painter, square, option)
        painter.restore()


def _paint_picture(painter: QPainter, square: QRect, thumbnail: QPixmap, *, whole: bool) -> None:
    """Fill the square with the middle of the picture, or put the whole picture into it."""
    if whole:
        size = thumbnail.size().scaled(square.size(), Qt.AspectRatioMode.KeepAspectRatio)
        inside = QRect(QPoint(), size)
        inside.moveCenter(square.center())
        painter.drawPixmap(inside, thumbnail)
        return
    edge = min(thumbnail.width(), thumbnail.height())
    middle = QRect((thumbnail.width() - edge) // 2, (thumbnail.height() - edge) // 2, edge, edge)
    painter.setClipPath(_rounded(square))
    painter.drawPixmap(square, thumbnail, middle)
    painter.setClipping(False)


def _paint_placeholder(painter: QPainter, square: QRect, option: QStyleOptionViewItem, *, unreadable: bool) -> None:
    palette = option.palette
    text, ground = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
    painter.fillPath(_rounded(square), blend(text, ground, 0.06))
    name = "warning" if unreadable else "picture"
    icon = tinted_pixmap(name, _ICON, palette, blend(text, ground, 0.35), painter.device().devicePixelRatioF())
    painter.drawPixmap(square.center() - QPoint(_ICON // 2, _ICON // 2), icon)


def _paint_badge(painter: QPainter, square: QRect, option: QStyleOptionViewItem) -> None:
    """Mark a picture that is left out by a cross in its corner, since being pale alone is easily overlooked."""
    palette = option.palette
    badge = QRect(square.topRight() - QPoint(_BADGE + TIGHT, -TIGHT), QSize(_BADGE, _BADGE))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    painter.drawEllipse(badge)
    edge = _BADGE - 2 * TIGHT
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(
        badge.topLeft() + QPoint(TIGHT, TIGHT),
        tinted_pixmap("close", edge, palette, palette.color(QPalette.ColorRole.Text), ratio),
    )


def _paint_name(painter: QPainter, square: QRect, option: QStyleOptionViewItem, name: str, *, struck_out: bool) -> None:
    font = scaled_font(option.font, SMALL_SCALE)
    font.setStrikeOut(struck_out)
    painter.setFont(font)
    painter.setPen(muted_text(option.palette))
    line = QRect(square.left(), square.bottom() + TIGHT, square.width(), _NAME_HEIGHT - TIGHT)
    shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, line.width())
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _paint_frame(painter: QPainter, square: QRect, option: QStyleOptionViewItem) -> None:
    if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus):
        pen = painter.pen()
        pen.setColor(option.palette.color(QPalette.ColorRole.Highlight))
        pen.setWidth(2)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(square).adjusted(-1, -1, 1, 1), SMALL, SMALL)


def _rounded(square: QRect) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(square), 6, 6)
    return path
