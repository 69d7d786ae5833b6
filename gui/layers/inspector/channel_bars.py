"""The strongest channels of a layer that gives a vector, as bars: pictures of single pixels would say nothing."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from core.messages import SmallPicture
from gui.layers.inspector.histogram_words import number_in_words
from gui.layers.inspector.small_pictures_model import PICTURE_ROLE, SmallPicturesModel
from gui.window.theme import HAIR, SMALL, SMALL_SCALE, accents, hairline, muted_text, scaled_font

_Index = QModelIndex | QPersistentModelIndex


class ChannelBars(QListView):
    """One line a channel: its number, a bar, its value."""

    def __init__(self, *, pictures: SmallPicturesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(pictures)
        self.setFont(scaled_font(self.font(), SMALL_SCALE))
        self.setItemDelegate(_BarDelegate(pictures=pictures, parent=self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        pictures.modelReset.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(160, self.model().rowCount() * _row_height(self.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class _BarDelegate(QStyledItemDelegate):
    """Paints a line; the bars are in proportion to the strongest."""

    def __init__(self, *, pictures: SmallPicturesModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, _row_height(option.fontMetrics.height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        picture = index.data(PICTURE_ROLE)
        number = option.fontMetrics.horizontalAdvance("00000")
        value = max(option.fontMetrics.horizontalAdvance(text) for text in self._values())
        line: QRect = option.rect
        groove = QRectF(line.left() + number + SMALL, line.top() + 3, line.width() - number - value - 2 * SMALL, 0)
        groove.setHeight(line.height() - 7)
        painter.fillRect(groove, hairline(option.palette))
        if not isinstance(picture, SmallPicture):
            return
        groove.setWidth(groove.width() * self._share(picture))
        painter.fillRect(groove, accents(option.palette).ice)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(muted_text(option.palette))
        painter.drawText(line.adjusted(0, 0, number - line.width(), 0), _RIGHT, str(picture.number))
        painter.setPen(option.palette.windowText().color())
        painter.drawText(line, _RIGHT, number_in_words(picture.strength))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(option.palette.highlight().color())
            painter.drawRect(line.adjusted(0, 0, -1, -1))
        painter.restore()

    def _values(self) -> list[str]:
        pictures = [one for one in self._pictures.pictures if one is not None]
        return [number_in_words(one.strength) for one in pictures] or ["0.000"]

    def _share(self, picture: SmallPicture) -> float:
        strongest = max((one.strength for one in self._pictures.pictures if one is not None), default=0.0)
        return picture.strength / strongest if strongest > 0 else 0.0


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _row_height(text_height: int) -> int:
    return text_height + 2 * HAIR
