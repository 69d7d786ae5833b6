"""Whether the model is as sure as it is right: the reliability diagram, with what it comes to in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from core.messages import Evaluation, ReliabilityBin
from gui.language.translate import tr
from gui.training.progress_words import percentage
from gui.window.quiet_label import QuietLabel
from gui.window.theme import (
    LARGE,
    SMALL,
    SMALL_SCALE,
    TIGHT,
    accents,
    blend,
    card_surface,
    hairline,
    muted_text,
    scaled_font,
)

_SHARES = (0.0, 0.5, 1.0)
_DOT = 3.5


class CalibrationView(QWidget):
    """The diagram over its sentence."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.diagram = ReliabilityDiagram()
        self._words = QuietLabel(scale=SMALL_SCALE)
        self._words.setObjectName("calibration_words")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.diagram, 1)
        column.addWidget(self._words)

    def show_evaluation(self, evaluation: Evaluation | None) -> None:
        """Show the calibration of an evaluation; None shows none."""
        self.diagram.show_bins(evaluation.reliability if evaluation else ())
        self._words.setText(calibration_in_words(evaluation) if evaluation else "")


class ReliabilityDiagram(QWidget):
    """Bars: how often the answers of a bin are right; dots: where the bin would lie were it as sure as right.

    Guo et al. 2017, https://arxiv.org/abs/1706.04599. Screen readers get every bin as words.
    """

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bins: tuple[ReliabilityBin, ...] = ()
        self.setObjectName("calibration_curve")
        self.setFont(scaled_font(self.font(), SMALL_SCALE))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 90)

    @property
    def bins(self) -> tuple[ReliabilityBin, ...]:
        """What is on show."""
        return self._bins

    def show_bins(self, bins: Sequence[ReliabilityBin]) -> None:
        """Show these bins in place of those before."""
        self._bins = tuple(bins)
        self.setAccessibleName(tr("Calibration: how often the model is right, by how sure it is"))
        self.setAccessibleDescription(" ".join(bin_in_words(one) for one in self._bins if one.images))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, 240)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            area = self._area()
            share = (event.pos().x() - area.left()) / max(1.0, area.width())
            found = next((one for one in self._bins if one.lower < share <= one.upper and one.images), None)
            QToolTip.showText(event.globalPos(), bin_in_words(found) if found else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area()
        self._paint_ground(painter, area)
        self._paint_bins(painter, area)
        self._paint_axes(painter, area)

    def _area(self) -> QRectF:
        """Return where the diagram itself is: what the numbers and words at its sides leave."""
        metrics = self.fontMetrics()
        left = metrics.horizontalAdvance("100 %") + SMALL
        below = 2 * metrics.height() + TIGHT
        return QRectF(left, SMALL, max(1, self.width() - left - LARGE), max(1, self.height() - below - SMALL))

    def _paint_ground(self, painter: QPainter, area: QRectF) -> None:
        palette = self.palette()
        painter.fillRect(area, card_surface(palette))
        painter.setPen(hairline(palette))
        for share in _SHARES:
            painter.drawLine(_at(area, share, 0.0), _at(area, share, 1.0))
            painter.drawLine(_at(area, 0.0, share), _at(area, 1.0, share))

    def _paint_bins(self, painter: QPainter, area: QRectF) -> None:
        ice = accents(self.palette()).ice
        painter.setPen(Qt.PenStyle.NoPen)
        for one in self._bins:
            if one.images:
                bar = QRectF(_at(area, one.lower, one.accuracy), _at(area, one.upper, 0.0)).adjusted(1, 0, -1, 0)
                painter.fillRect(bar, blend(ice, card_surface(self.palette()), 0.35))
        painter.setPen(QPen(muted_text(self.palette()), 1.0, Qt.PenStyle.DashLine))
        painter.drawLine(_at(area, 0.0, 0.0), _at(area, 1.0, 1.0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ice)
        for one in self._bins:
            if one.images:
                painter.drawEllipse(_at(area, one.confidence, one.accuracy), _DOT, _DOT)

    def _paint_axes(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(muted_text(self.palette()))
        height = self.fontMetrics().height()
        for share in _SHARES:
            words = percentage(share, 0)
            beside = QRectF(0, _at(area, 0.0, share).y() - height / 2, area.left() - TIGHT, height)
            painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
            middle = min(_at(area, share, 0.0).x(), self.width() - self.fontMetrics().horizontalAdvance(words) / 2)
            below = QRectF(middle - 30, area.bottom() + TIGHT, 60, height)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, words)
        line = QRectF(area.left(), area.bottom() + TIGHT + height, area.width(), height)
        painter.drawText(line, Qt.AlignmentFlag.AlignHCenter, tr("How sure the model is, and how often it is right"))


def calibration_in_words(evaluation: Evaluation) -> str:
    """Return what the calibration error says, in a sentence."""
    if evaluation.calibration_error is None:
        return ""
    images = max(1, sum(one.images for one in evaluation.reliability))
    lean = sum(one.images * (one.confidence - one.accuracy) for one in evaluation.reliability) / images
    tendency = tr("about as sure as it is right")
    if abs(lean) >= 0.02:
        tendency = tr("surer than it is right") if lean > 0 else tr("less sure than it is right")
    error = percentage(evaluation.calibration_error)
    return tr(
        "The model is {tendency}. Expected calibration error: {error} (Guo et al. 2017). On the line it would be 0.",
        tendency=tendency,
        error=error,
    )


def bin_in_words(one: ReliabilityBin) -> str:
    """Return a bin as a sentence."""
    pictures = tr("1 picture") if one.images == 1 else tr("{images:,} pictures", images=one.images)
    return tr(
        "{pictures} at {percentage} sureness: {percentage_2} right.",
        pictures=pictures,
        percentage=percentage(one.confidence, 0),
        percentage_2=percentage(one.accuracy, 0),
    )


def _at(area: QRectF, share_right: float, share_up: float) -> QPointF:
    return QPointF(area.left() + share_right * area.width(), area.bottom() - share_up * area.height())
