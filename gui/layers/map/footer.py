"""The strip under the layer map: how to read its sizes or its colours, and the buttons of the zoom."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QToolButton, QWidget

from gui.language.translate import tr
from gui.layers.map.map_words import SIZES_IN_WORDS
from gui.layers.map.movement import LEAST, MOST, decades, movement_colour, place_on_scale
from gui.window.quiet_label import QuietLabel
from gui.window.theme import HAIR, SMALL, SMALL_SCALE, TIGHT, hairline, is_dark, muted_text, scaled_font

_STEPS = 24
_SIGNS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


class MapFooter(QWidget):
    """Captions at the left, zoom at the right."""

    zoom_in_requested = Signal()
    zoom_out_requested = Signal()
    fit_requested = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QuietLabel(SIZES_IN_WORDS, scale=SMALL_SCALE)
        self._legend = MovementLegend()
        self._captions = QStackedWidget()
        self._lay_out()

    @property
    def shows_legend(self) -> bool:
        """Whether the colours are explained, rather than the sizes."""
        return self._captions.currentWidget() is self._legend

    def show_legend(self, shown: bool) -> None:
        """Explain the colours of movement, or the sizes of the blocks."""
        self._captions.setCurrentWidget(self._legend if shown else self._words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self._captions.contentsRect().width()
        fits = self._words.fontMetrics().horizontalAdvance(SIZES_IN_WORDS) <= room
        self._words.setText(SIZES_IN_WORDS if fits else "")

    def _lay_out(self) -> None:
        self._words.setWordWrap(False)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._captions.addWidget(self._words)
        self._captions.addWidget(self._legend)
        row = QHBoxLayout(self)
        row.setContentsMargins(SMALL, HAIR, TIGHT, HAIR)
        row.setSpacing(HAIR)
        row.addWidget(self._captions, 1)
        for name, sign, words, signal in (
            ("map_zoom_out", "–", tr("Zoom out (-)"), self.zoom_out_requested),
            ("map_zoom_in", "+", tr("Zoom in, until the layers are seen (+)"), self.zoom_in_requested),
            ("map_fit", tr("Fit"), tr("Show the whole network (0)"), self.fit_requested),
        ):
            button = QToolButton()
            button.setText(sign)
            button.setToolTip(words)
            button.setAutoRaise(True)
            button.setObjectName(name)
            button.setAccessibleName(words)
            button.clicked.connect(signal)
            row.addWidget(button)


class MovementLegend(QWidget):
    """The scale of |Δw| / |w| with its decades."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(scaled_font(self.font(), SMALL_SCALE))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(
            tr(
                "Colours: relative change of the weights, from {least:g} to {most:g}, logarithmic",
                least=LEAST,
                most=MOST,
            )
        )

    def sizeHint(self) -> QSize:
        return QSize(240, round(QFontMetricsF(self.font()).height() + 2 * SMALL + HAIR))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = QFontMetricsF(self.font())
        title, digits = "|Δw| / |w|", line.horizontalAdvance("10⁻⁵") / 2
        left = line.horizontalAdvance(title) + SMALL + digits
        bar = QRectF(left, (self.height() - line.height() - SMALL) / 2, self.width() - left - digits - SMALL, SMALL)
        self._paint_scale(painter, bar)
        painter.setPen(muted_text(self.palette()))
        painter.drawText(QRectF(0, 0, left, self.height()), Qt.AlignmentFlag.AlignVCenter, title)
        for exponent in decades():
            middle = bar.left() + place_on_scale(10.0**exponent) * bar.width()
            room = QRectF(middle - 2 * digits, bar.bottom(), 4 * digits, line.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignHCenter, f"10{str(exponent).translate(_SIGNS)}")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def _paint_scale(self, painter: QPainter, bar: QRectF) -> None:
        dark = is_dark(self.palette())
        colours = QLinearGradient(bar.topLeft(), bar.topRight())
        for step in range(_STEPS + 1):
            colours.setColorAt(step / _STEPS, movement_colour(LEAST * (MOST / LEAST) ** (step / _STEPS), on_dark=dark))
        painter.fillRect(bar, colours)
        painter.save()
        painter.setPen(hairline(self.palette()))
        painter.drawRect(bar)
        painter.restore()
