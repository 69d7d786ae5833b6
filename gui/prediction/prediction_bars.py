"""The bars of a prediction: a list of classes, each with its name, its percentage and a bar of that length."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.language.translate import tr
from gui.prediction.bars_model import PROBABILITY_ROLE, BarsModel
from gui.training.progress_words import percentage
from gui.window.theme import SMALL, TIGHT, accents, blend, hairline, scaled_font

_BAR_HEIGHT = 10
_MOST_BARS = 5


class PredictionBars(QListView):
    """At most five classes of the current picture."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("prediction_bars")
        self.setAccessibleName(tr("Classes of the picture, the likeliest first"))
        self.classes = BarsModel(parent=self)
        self.setModel(self.classes)
        self.setItemDelegate(_BarDelegate(parent=self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)

    def show_classes(self, classes: Sequence[tuple[str, float]]) -> None:
        """Show the first five of these classes with their probabilities."""
        self.classes.show_classes(classes[:_MOST_BARS])
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        rows = self.classes.rowCount()
        return QSize(super().sizeHint().width(), rows * bar_row_height(self.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())


def bar_row_height(text_height: int) -> int:
    """Return the height of a row: a line of text, its bar below it, and some air."""
    return text_height + TIGHT + _BAR_HEIGHT + 2 * SMALL


class _BarDelegate(QStyledItemDelegate):
    """Paints name and percentage on a line, and the bar under it; the likeliest class is strong."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        metrics = option.fontMetrics
        return QSize(0, bar_row_height(metrics.height()))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect.adjusted(0, SMALL, 0, -SMALL)
        self._paint_words(painter, option, index, area)
        self._paint_bar(painter, option, index, area)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(option.palette.color(QPalette.ColorRole.Highlight))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 2.5, -0.5, -2.5), 4, 4)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, area: QRect
    ) -> None:
        painter.setFont(scaled_font(option.font, 1.0, strong=index.row() == 0))
        painter.setPen(option.palette.color(QPalette.ColorRole.WindowText))
        share = percentage(index.data(PROBABILITY_ROLE))
        metrics = painter.fontMetrics()
        line = QRect(area.left(), area.top(), area.width(), metrics.height())
        room = line.width() - metrics.horizontalAdvance(share) - SMALL
        name = metrics.elidedText(index.data(), Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, name)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, share)

    def _paint_bar(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, area: QRect
    ) -> None:
        palette: QPalette = option.palette
        groove = QRectF(area.left(), area.bottom() - _BAR_HEIGHT + 1, area.width(), _BAR_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(hairline(palette))
        painter.drawRoundedRect(groove, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
        length = groove.width() * index.data(PROBABILITY_ROLE)
        painter.setClipRect(QRectF(groove.left(), groove.top(), length, _BAR_HEIGHT))
        painter.setBrush(_bar_colour(palette, likeliest=index.row() == 0))
        painter.drawRoundedRect(groove, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
        painter.setClipping(False)


def _bar_colour(palette: QPalette, *, likeliest: bool) -> QColor:
    ice = accents(palette).ice
    return ice if likeliest else blend(ice, palette.color(QPalette.ColorRole.Window), 0.55)
