"""What lies over the window while something is dragged over it: where it would go if it were let go now."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from gui.window.icons import tinted_pixmap
from gui.window.theme import HEADING_SCALE, PAGE, SMALL, scaled_font

_ICON = 48


class DropOverlay(QWidget):
    """Covers its parent, lets every event through, and says what letting go would do."""

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        self._icon, self._words = "data", ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def announce(self, icon: str, words: str) -> None:
        """Cover the parent and say `words`."""
        self._icon, self._words = icon, words
        self.setGeometry(self._covered.rect())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(palette.color(QPalette.ColorRole.Window))
        veil.setAlphaF(0.97)
        painter.fillRect(self.rect(), veil)
        highlight = palette.color(QPalette.ColorRole.Highlight)
        painter.setPen(QPen(highlight, 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(PAGE, PAGE, -PAGE, -PAGE), 12, 12)
        text = palette.color(QPalette.ColorRole.WindowText)
        middle = self.rect().center()
        pixmap = tinted_pixmap(self._icon, _ICON, palette, text, self.devicePixelRatioF())
        painter.drawPixmap(middle.x() - _ICON // 2, middle.y() - _ICON, pixmap)
        painter.setPen(text)
        painter.setFont(scaled_font(self.font(), HEADING_SCALE, strong=True))
        below = QRectF(0, middle.y() + SMALL, self.width(), 40)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self._words)
