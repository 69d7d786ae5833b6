"""A small card beside a widget that says what it is for. It stops nothing: all around it can be used meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.language.translate import tr
from gui.window.quiet_label import QuietLabel
from gui.window.theme import HEADING_SCALE, LARGE, MEDIUM, SMALL, SMALL_SCALE, accents, card_surface, scaled_font

_WIDTH, _POINTER = 320, 10


class Callout(QFrame):
    """Title, words, and two buttons. `next_wanted` and `skip_wanted` (also by Esc) are its only answers."""

    next_wanted = Signal()
    skip_wanted = Signal()

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self._target = QRect()
        self._title = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._words = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._place = QuietLabel(scale=SMALL_SCALE)
        self._skip = QPushButton(tr("Skip the tour"))
        self._next = QPushButton(tr("Next"))
        self._build()
        self._lay_out()
        self._next.clicked.connect(self.next_wanted)
        self._skip.clicked.connect(self.skip_wanted)
        self.hide()

    def say(self, title: str, words: str, *, number: int, of: int, target: QRect) -> None:
        """Stand beside `target`, a place in the parent, and say this; it is told to screen readers too."""
        self._title.setText(title)
        self._words.setText(words)
        self._place.setText(tr("{number} of {of}", number=number, of=of))
        self._next.setText(tr("Done") if number == of else tr("Next"))
        self._next.setAccessibleName(tr("End the tour") if number == of else tr("Next step of the tour"))
        self._skip.setVisible(number < of)
        self.setAccessibleName(f"{title}. {words}")
        self.stand_beside(target)
        self.show()
        self.raise_()
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @property
    def target(self) -> QRect:
        """What it stands beside."""
        return self._target

    def stand_beside(self, target: QRect) -> None:
        """Move to the side of `target` where there is room, and point at it."""
        self._target = target
        edges = 2 * (LARGE + _POINTER)
        # Some languages have longer words for its buttons.
        inner = max(_WIDTH - edges, self._buttons.minimumSize().width())
        self._words.setFixedWidth(inner)
        self._words.setMinimumHeight(self._words.heightForWidth(inner))
        size = QSize(inner + edges, self.sizeHint().height())
        self.setGeometry(QRect(_corner(target, size, self._around.rect()), size))
        self.update()

    def _build(self) -> None:
        self.setObjectName("tour")
        self._title.setFont(scaled_font(self.font(), HEADING_SCALE, strong=True))
        self._next.setObjectName("tour_next")
        self._skip.setObjectName("tour_skip")
        self._skip.setAccessibleName(tr("Skip the tour"))
        self._skip.setToolTip(tr("Esc; Help > Take the tour shows it again"))
        self._place.setWordWrap(False)

    def _lay_out(self) -> None:
        self._buttons = buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self._place, 1)
        buttons.addWidget(self._skip)
        buttons.addWidget(self._next)
        column = QVBoxLayout(self)
        edge = LARGE + _POINTER
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(SMALL)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(MEDIUM)
        column.addLayout(buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.skip_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(_POINTER, _POINTER, -_POINTER, -_POINTER)
        shape = QPainterPath()
        shape.addRoundedRect(card, 10, 10)
        painter.setPen(accents(self.palette()).ice)
        painter.setBrush(card_surface(self.palette()))
        painter.drawPath(shape.united(_pointer(card, QPointF(self._target.center() - self.pos()))))


def _corner(target: QRect, size: QSize, around: QRect) -> QPoint:
    """Return where a card of that size stands: right of the target, or left, below, above; else over its middle."""
    middle = target.center() - QPoint(size.width() // 2, size.height() // 2)
    for corner in (
        QPoint(target.right(), middle.y()),
        QPoint(target.left() - size.width(), middle.y()),
        QPoint(middle.x(), target.bottom()),
        QPoint(middle.x(), target.top() - size.height()),
    ):
        inside = _inside(corner, size, around)
        if not QRect(inside, size).intersects(target.adjusted(1, 1, -1, -1)):
            return inside
    return _inside(middle, size, around)


def _inside(corner: QPoint, size: QSize, around: QRect) -> QPoint:
    return QPoint(
        max(0, min(corner.x(), around.width() - size.width())),
        max(0, min(corner.y(), around.height() - size.height())),
    )


def _pointer(card: QRectF, target: QPointF) -> QPainterPath:
    """Return the point of a card towards the target; none where the target lies beneath it."""
    path = QPainterPath()
    x = max(card.left() + 20, min(target.x(), card.right() - 20))
    y = max(card.top() + 20, min(target.y(), card.bottom() - 20))
    if target.x() < card.left():
        points = (QPointF(card.left() + 1, y - _POINTER), QPointF(1, y), QPointF(card.left() + 1, y + _POINTER))
    elif target.x() > card.right():
        right = card.right() + _POINTER - 1
        points = (QPointF(card.right() - 1, y - _POINTER), QPointF(right, y), QPointF(card.right() - 1, y + _POINTER))
    elif target.y() < card.top():
        points = (QPointF(x - _POINTER, card.top() + 1), QPointF(x, 1), QPointF(x + _POINTER, card.top() + 1))
    elif target.y() > card.bottom():
        bottom = card.bottom() + _POINTER - 1
        points = (
            QPointF(x - _POINTER, card.bottom() - 1),
            QPointF(x, bottom),
            QPointF(x + _POINTER, card.bottom() - 1),
        )
    else:
        return path
    path.moveTo(points[0])
    path.lineTo(points[1])
    path.lineTo(points[2])
    path.closeSubpath()
    return path
