"""A bar of an epoch's work: in ice what the feature store saves, in ember what is left to compute."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.window.theme import accents, blend, card_surface, hairline

_HEIGHT = 12
#: So that work which is there is seen, however little it is.
_LEAST_WIDTH = 4.0


class WorkBar(QWidget):
    """Decoration over the words that say the same."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        """Show that `share` (0 to 1) of the work is left to compute."""
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(whole, _HEIGHT / 2, _HEIGHT / 2)
        painter.setClipPath(outline)
        palette = self.palette()
        if self._share is None:
            painter.fillRect(whole, hairline(palette))
            return
        painter.fillRect(whole, blend(accents(palette).ice, card_surface(palette), 0.25))
        whole.setWidth(computed_width(self._share, whole.width()))
        painter.fillRect(whole, accents(palette).ember)


def computed_width(share: float, width: float) -> float:
    """Return how much of `width` pixels the work that is left takes; some work takes a few pixels, some saving too."""
    if share <= 0.0:
        return 0.0
    if share >= 1.0:
        return width
    return min(max(width * share, _LEAST_WIDTH), width - _LEAST_WIDTH)
