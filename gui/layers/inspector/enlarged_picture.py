"""One filter or channel in large, for a moment, beside the picture that the network saw."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.window.quiet_label import QuietLabel
from gui.window.theme import MEDIUM, SMALL, card_surface, hairline

#: So large that pictures of 112, 56, 28, 14 and 7 pixels are enlarged by whole numbers.
_EDGE = 224


class EnlargedPicture(QWidget):
    """Lies over the window; any key, a click, or the loss of the keyboard puts it away for good."""

    def __init__(self, *, image: QImage, caption: str, seen: QImage, opened_from: QWidget) -> None:
        super().__init__(opened_from.window())
        self._opened_from = opened_from
        self.setObjectName("enlarged_picture")
        self.setAccessibleName(caption)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out(image, caption, seen)

    def open(self) -> None:
        """Open to the left of the widget that it was opened from, where the window has room."""
        self.adjustSize()
        window = self._opened_from.window()
        beside = self._opened_from.mapTo(window, QPoint(-self.width() - 2 * MEDIUM, 0))
        top = min(max(beside.y(), MEDIUM), max(MEDIUM, window.height() - self.height() - MEDIUM))
        self.move(max(beside.x(), MEDIUM), top)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _lay_out(self, image: QImage, caption: str, seen: QImage) -> None:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self._large(image, Qt.TransformationMode.FastTransformation))
        if not seen.isNull():
            row.addWidget(self._large(seen, Qt.TransformationMode.SmoothTransformation))
        words = QuietLabel(caption)
        words.setWordWrap(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        column.setSpacing(SMALL)
        column.addLayout(row)
        column.addWidget(words)

    def _large(self, image: QImage, mode: Qt.TransformationMode) -> QLabel:
        ratio = self.devicePixelRatioF()
        edge = round(_EDGE * ratio)
        pixmap = QPixmap.fromImage(image.scaled(QSize(edge, edge), Qt.AspectRatioMode.KeepAspectRatio, mode))
        pixmap.setDevicePixelRatio(ratio)
        label = QLabel()
        label.setPixmap(pixmap)
        return label

    # ------------------------------------------------------------------ Qt's own methods

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        self._opened_from.setFocus(Qt.FocusReason.PopupFocusReason)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self._opened_from.setFocus(Qt.FocusReason.PopupFocusReason)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hide()
        self.deleteLater()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(hairline(self.palette()))
        painter.setBrush(card_surface(self.palette()))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
