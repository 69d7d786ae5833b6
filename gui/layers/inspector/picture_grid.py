"""A grid of small pictures, each of their pixels a square: enlarged by whole numbers, never smoothed.

The view is as high as its rows need, so that the page scrolls and not the grid.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.layers.inspector.small_pictures_model import SmallPicturesModel
from gui.layers.inspector.waiting_ground import waiting_ground
from gui.window.theme import HAIR, SMALL_SCALE, TIGHT, muted_text, scaled_font

_Index = QModelIndex | QPersistentModelIndex


class PictureGrid(QListView):
    """Shows a `SmallPicturesModel` in a fixed number of columns, with the numbers below if `numbered`."""

    picture_opened = Signal(QImage, str)  # a picture to see in large, and what it is

    def __init__(
        self, *, pictures: SmallPicturesModel, columns: int, numbered: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self._numbered = numbered
        self.setModel(pictures)
        self.setItemDelegate(_PictureDelegate(numbered=numbered, parent=self))
        self._set_up()
        pictures.modelReset.connect(self.updateGeometry)
        self.clicked.connect(self._open)

    def _set_up(self) -> None:
        self.setFont(scaled_font(self.font(), SMALL_SCALE))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSpacing(0)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # ------------------------------------------------------------------ Qt's own methods

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-self.model().rowCount() // self._columns)
        return rows * self._cell(width).height()

    def sizeHint(self) -> QSize:
        width = max(self.width(), 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setGridSize(self._cell(event.size().width()))
        super().resizeEvent(event)

    def _open(self, index: QModelIndex) -> None:
        image = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(image, QImage):
            self.picture_opened.emit(image, str(index.data(Qt.ItemDataRole.ToolTipRole)))

    def _cell(self, width: int) -> QSize:
        # A pixel less than the whole width, or the last column would wrap.
        edge = max((width - 1) // self._columns, 1)
        return QSize(edge, edge + (self.fontMetrics().height() if self._numbered else 0))


class _PictureDelegate(QStyledItemDelegate):
    """Paints a picture, or the ground of one that is waited for; the current one gets a frame."""

    def __init__(self, *, numbered: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbered = numbered

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        view = option.widget
        return view.gridSize() if isinstance(view, QListView) else QSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        image = index.data(Qt.ItemDataRole.DecorationRole)
        caption = option.fontMetrics.height() if self._numbered else 0
        gap = TIGHT if self._numbered else HAIR
        room = QRectF(option.rect).adjusted(0, 0, -gap, -gap - caption)
        if not isinstance(image, QImage):
            edge = min(room.width(), room.height())
            painter.fillRect(QRectF(room.topLeft(), QSizeF(edge, edge)), waiting_ground(option.palette))
            return
        painter.save()
        ratio = painter.device().devicePixelRatioF()
        place = crisp_place(image.size(), room, ratio)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, place.width() * ratio < image.width())
        painter.drawImage(place, image)
        if self._numbered:
            painter.setFont(option.font)
            painter.setPen(muted_text(option.palette))
            below = QRectF(place.left(), room.bottom(), place.width(), caption)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(option.palette.highlight(), HAIR))
            painter.drawRect(place.adjusted(1, 1, -1, -1))
        painter.restore()


def crisp_place(size: QSize, room: QRectF, ratio: float) -> QRectF:
    """Return where a picture goes: at the left and top of `room`, each of its pixels a whole number of the screen's.

    ratio: pixels of the screen for each device-independent one. A picture with more pixels than there are is shrunk.
    """
    pixels = min(room.width(), room.height()) * ratio
    largest = max(size.width(), size.height(), 1)
    scale = pixels // largest if pixels >= largest else pixels / largest
    width, height = size.width() * scale / ratio, size.height() * scale / ratio
    return QRectF(round(room.left() * ratio) / ratio, round(room.top() * ratio) / ratio, width, height)
