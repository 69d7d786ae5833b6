"""A bar of the backbone's weights: the frozen part in ice, the trainable part in ember, the frost line between."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.layers.plan_words import ParameterTotals
from gui.window.theme import HAIR, accents, hairline

_HEIGHT = 12
#: So that a part which is there is seen, however small it is.
_LEAST_WIDTH = 4.0


class ParameterBar(QWidget):
    """Decoration beside the numbers that say the same."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._totals: ParameterTotals | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_totals(self, totals: ParameterTotals) -> None:
        """Show this division."""
        self._totals = totals
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
        painter.fillRect(whole, hairline(self.palette()))
        if self._totals is None or not self._totals.total:
            return
        chosen = accents(self.palette())
        learning = trainable_width(self._totals, whole.width())
        frozen = QRectF(whole.left(), whole.top(), whole.width() - learning, whole.height())
        painter.fillRect(frozen, chosen.ice)
        painter.fillRect(QRectF(frozen.right(), whole.top(), learning, whole.height()), chosen.ember)
        if 0 < learning < whole.width():
            gap = QRectF(frozen.right() - HAIR / 2, whole.top(), HAIR, whole.height())
            painter.fillRect(gap, self.palette().color(QPalette.ColorRole.Window))
        painter.setPen(Qt.PenStyle.NoPen)


def trainable_width(totals: ParameterTotals, width: float) -> float:
    """Return how much of `width` pixels the trainable part takes; a part that is there keeps a few pixels."""
    if not totals.trainable:
        return 0.0
    if not totals.frozen:
        return width
    share = (totals.trainable + totals.following) / totals.total
    return min(max(width * share, _LEAST_WIDTH), width - _LEAST_WIDTH)
