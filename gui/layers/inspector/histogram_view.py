"""A weight's histogram, painted on whole pixels: bars, the mean as a line, the deviation shaded, a few numbers below.

What the numbers are is said in `histogram_words`, and in words under the picture.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.messages import WeightHistogram
from gui.language.translate import tr
from gui.layers.inspector.histogram_words import axis_numbers, axis_texts, bin_in_words, range_of
from gui.window.theme import HAIR, SMALL_SCALE, TIGHT, accents, blend, card_surface, hairline, muted_text, scaled_font

_BARS_HEIGHT = 84
_TICK = 3


class HistogramView(QWidget):
    """Empty ground until a histogram is shown; then in the colour of ice, or of ember where the layer will learn."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._histogram: WeightHistogram | None = None
        self._learns = False
        self.setFont(scaled_font(self.font(), SMALL_SCALE))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def histogram(self) -> WeightHistogram | None:
        """What is on show."""
        return self._histogram

    def show_histogram(self, histogram: WeightHistogram | None) -> None:
        """Show this histogram, or (None) none."""
        self._histogram = histogram
        self.setAccessibleName("" if histogram is None else tr("Histogram of {weight}", weight=histogram.weight))
        self.update()

    def show_learning(self, learns: bool) -> None:
        """Say whether the layer will learn."""
        if learns != self._learns:
            self._learns = learns
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _BARS_HEIGHT + _TICK + HAIR + self.fontMetrics().height())

    # ------------------------------------------------------------------ Qt's own methods

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._bar_at(event.pos().x())
            words = "" if number is None or self._histogram is None else bin_in_words(self._histogram, number)
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        quiet = hairline(self.palette())
        painter.fillRect(QRectF(0, _BARS_HEIGHT, self.width(), 1), quiet)
        if self._histogram is None:
            return
        self._paint_deviation(painter, self._histogram)
        self._paint_bars(painter, self._histogram)
        self._paint_mean(painter, self._histogram)
        self._paint_axis(painter, self._histogram)

    # ------------------------------------------------------------------ painting

    def _paint_deviation(self, painter: QPainter, histogram: WeightHistogram) -> None:
        left = self._place(histogram, histogram.mean - histogram.deviation)
        right = self._place(histogram, histogram.mean + histogram.deviation)
        band = QRectF(left, 0, right - left, _BARS_HEIGHT).intersected(QRectF(0, 0, self.width(), _BARS_HEIGHT))
        painter.fillRect(band, blend(self._accent(), card_surface(self.palette()), 0.14))

    def _paint_bars(self, painter: QPainter, histogram: WeightHistogram) -> None:
        most = max(histogram.counts) or 1
        edges = [self._on_pixel(index * self.width() / len(histogram.counts)) for index in range(_count(histogram) + 1)]
        for number, count in enumerate(histogram.counts):
            if count:
                # A bar that is there is seen, however few values it stands for.
                height = max(self._on_pixel((_BARS_HEIGHT - TIGHT) * count / most), 1.0)
                bar = QRectF(edges[number], _BARS_HEIGHT - height, edges[number + 1] - edges[number], height)
                painter.fillRect(bar, self._accent())

    def _paint_mean(self, painter: QPainter, histogram: WeightHistogram) -> None:
        at = self._on_pixel(self._place(histogram, histogram.mean))
        painter.fillRect(QRectF(at - 0.5, 0, 1, _BARS_HEIGHT), self.palette().windowText())

    def _paint_axis(self, painter: QPainter, histogram: WeightHistogram) -> None:
        low, high = range_of(histogram)
        numbers = (low,) if low == high else axis_numbers(low, high)
        painter.setPen(muted_text(self.palette()))
        metrics = painter.fontMetrics()
        top, taken = _BARS_HEIGHT + _TICK + HAIR, -1.0
        for number, text in zip(numbers, axis_texts(numbers), strict=True):
            at = self._on_pixel(self._place(histogram, number))
            width = metrics.horizontalAdvance(text)
            left = min(max(0.0, at - width / 2), self.width() - width)
            painter.fillRect(QRectF(min(at, self.width() - 1), _BARS_HEIGHT, 1, _TICK + 1), painter.pen().color())
            if left > taken:
                painter.drawText(QRectF(left, top, width + 1, metrics.height()), Qt.AlignmentFlag.AlignLeft, text)
                taken = left + width + 2 * TIGHT

    # ------------------------------------------------------------------ measures

    def _accent(self) -> QColor:
        chosen = accents(self.palette())
        return chosen.ember if self._learns else chosen.ice

    def _place(self, histogram: WeightHistogram, value: float) -> float:
        low, high = histogram.edges[0], histogram.edges[-1]
        return (value - low) / (high - low) * self.width()

    def _on_pixel(self, length: float) -> float:
        ratio = self.devicePixelRatioF()
        return round(length * ratio) / ratio

    def _bar_at(self, x: int) -> int | None:
        if self._histogram is None or not 0 <= x < self.width():
            return None
        return int(x * _count(self._histogram) / self.width())


def _count(histogram: WeightHistogram) -> int:
    return len(histogram.counts)
