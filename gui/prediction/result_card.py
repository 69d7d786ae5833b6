"""Paints a classified picture as a card: the picture, its name, its likeliest classes as bars, and what is odd.

Sizes follow the font, so that a card holds its words at any size of type.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.language.translate import tr
from gui.prediction.pictures_model import PICTURE_ROLE, THUMBNAIL_EDGE, UNLIKE_ROLE
from gui.prediction.predicted_picture import PredictedPicture
from gui.training.progress_words import percentage
from gui.window.icons import tinted_pixmap
from gui.window.theme import (
    SMALL,
    SMALL_SCALE,
    TIGHT,
    accents,
    blend,
    card_surface,
    hairline,
    muted_text,
    scaled_font,
    tinted_surface,
)

_BARS, _BAR_HEIGHT, _ICON, _ROUNDING = 3, 4, 18, 6
_WORDS_WIDTH = 102


def card_size(metrics: QFontMetrics) -> QSize:
    """Return the least size of a card, air around it included; metrics: of the view's own font."""
    lines = (1 + _BARS) * metrics.height() + _BARS * (_BAR_HEIGHT + TIGHT)
    height = max(THUMBNAIL_EDGE, lines) + 2 * SMALL
    return QSize(THUMBNAIL_EDGE + _WORDS_WIDTH + 3 * SMALL, height) + QSize(SMALL, SMALL)


class ResultCard(QStyledItemDelegate):
    """A card for each row of a `PicturesModel`. `size` is what a card takes, as wide as the grid wants it."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.size = QSize()

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return self.size.expandedTo(card_size(option.fontMetrics))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        picture: PredictedPicture = index.data(PICTURE_ROLE)
        card = option.rect.adjusted(TIGHT, TIGHT, -TIGHT, -TIGHT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option, card, warns=index.data(UNLIKE_ROLE))
        inside = card.adjusted(SMALL, SMALL, -SMALL, -SMALL)
        place = QRect(inside.left(), inside.center().y() - THUMBNAIL_EDGE // 2, THUMBNAIL_EDGE, THUMBNAIL_EDGE)
        _paint_picture(painter, option.palette, place, index.data(Qt.ItemDataRole.DecorationRole))
        if index.data(UNLIKE_ROLE):
            _paint_mark(painter, option.palette, place)
        words = inside.adjusted(THUMBNAIL_EDGE + SMALL, 0, 0, 0)
        _paint_words(painter, option, words, picture)
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, card: QRect, *, warns: bool) -> None:
    palette: QPalette = option.palette
    highlight = palette.color(QPalette.ColorRole.Highlight)
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
    edge = highlight if selected or focused else accents(palette).warning if warns else hairline(palette)
    painter.setPen(edge)
    painter.setBrush(tinted_surface(palette, highlight) if selected else card_surface(palette))
    painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), _ROUNDING, _ROUNDING)
    if focused:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(card).adjusted(1.5, 1.5, -1.5, -1.5), _ROUNDING, _ROUNDING)


def _paint_picture(painter: QPainter, palette: QPalette, place: QRect, picture: object) -> None:
    if isinstance(picture, QPixmap) and not picture.isNull():
        painter.drawPixmap(place.topLeft(), picture)
        return
    text, ground = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(blend(text, ground, 0.06))
    painter.drawRoundedRect(QRectF(place), _ROUNDING, _ROUNDING)


def _paint_mark(painter: QPainter, palette: QPalette, place: QRect) -> None:
    """Paint the sign of a picture that is unlike, on a ground of its own, so that it is seen on any picture."""
    ground = QRect(place.left(), place.bottom() - _ICON - TIGHT, _ICON + TIGHT, _ICON + TIGHT)
    warning = accents(palette).warning
    painter.setPen(warning)
    painter.setBrush(tinted_surface(palette, warning))
    painter.drawRoundedRect(QRectF(ground), _ROUNDING, _ROUNDING)
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(
        ground.left() + TIGHT // 2,
        ground.top() + TIGHT // 2,
        tinted_pixmap("warning", _ICON, palette, warning, ratio),
    )


def _paint_words(painter: QPainter, option: QStyleOptionViewItem, words: QRect, picture: PredictedPicture) -> None:
    palette: QPalette = option.palette
    painter.setFont(scaled_font(option.font, SMALL_SCALE))
    metrics = painter.fontMetrics()
    painter.setPen(muted_text(palette))
    line = QRect(words.left(), words.top(), words.width(), metrics.height())
    first = tr("is {right_class}", right_class=picture.right_class) if picture.right_class else picture.name
    if picture.right_class:
        painter.setPen(accents(palette).success)
        painter.setFont(scaled_font(option.font, SMALL_SCALE, strong=True))
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft, metrics.elidedText(first, _MIDDLE, line.width()))
    top = line.bottom() + TIGHT
    for row, (name, probability) in enumerate(picture.top[:_BARS]):
        line = QRect(words.left(), top, words.width(), metrics.height())
        _paint_class(painter, option, line, name, probability, likeliest=row == 0)
        top = line.bottom() + _BAR_HEIGHT + TIGHT


_MIDDLE = Qt.TextElideMode.ElideMiddle


def _paint_class(
    painter: QPainter, option: QStyleOptionViewItem, line: QRect, name: str, probability: float, *, likeliest: bool
) -> None:
    palette: QPalette = option.palette
    painter.setFont(scaled_font(option.font, SMALL_SCALE, strong=likeliest))
    painter.setPen(palette.color(QPalette.ColorRole.Text) if likeliest else muted_text(palette))
    metrics, share = painter.fontMetrics(), percentage(probability, 0)
    room = line.width() - metrics.horizontalAdvance(share) - SMALL
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft, metrics.elidedText(name, _MIDDLE, room))
    painter.drawText(line, Qt.AlignmentFlag.AlignRight, share)
    groove = QRectF(line.left(), line.bottom(), line.width(), _BAR_HEIGHT)
    ice = accents(palette).ice
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(hairline(palette))
    painter.drawRoundedRect(groove, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
    painter.setBrush(ice if likeliest else blend(ice, palette.color(QPalette.ColorRole.Base), 0.55))
    filled = QRectF(groove.left(), groove.top(), groove.width() * probability, _BAR_HEIGHT)
    painter.drawRoundedRect(filled, min(filled.width(), _BAR_HEIGHT) / 2, _BAR_HEIGHT / 2)
