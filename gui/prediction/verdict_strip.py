"""Whether a picture is like what the model was trained on: a quiet sentence, or a strip that is hard to overlook."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from core.messages import Explained
from gui.prediction.explanation_words import verdict_in_words
from gui.window.icon_label import IconLabel
from gui.window.theme import MEDIUM, SMALL, SMALL_SCALE, TIGHT, accents, muted_text, scaled_font, tinted_surface


class VerdictStrip(QWidget):
    """A sign and a sentence."""

    def __init__(self, *, keeps_place: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._warns = False
        self._icon = IconLabel(name="info", size=20)
        self._sentence = QLabel()
        self._sentence.setObjectName("verdict")
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setFont(scaled_font(self.font(), SMALL_SCALE))
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SMALL)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._sentence, 1)
        if keeps_place:
            self._keep_place()

    def _keep_place(self) -> None:
        """Take the room of two lines even while hidden, so that what stands below does not jump."""
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self._sentence.setMinimumHeight(2 * QFontMetrics(self._sentence.font()).lineSpacing())

    @property
    def text(self) -> str:
        """The sentence on show."""
        return self._sentence.text()

    @property
    def warns(self) -> bool:
        """Whether the picture is called unlike."""
        return self._warns

    def show_explained(self, explained: Explained, percentile: float) -> None:
        """Say how like or unlike a picture is; a warning is told to screen readers as well."""
        self._show(verdict_in_words(explained, percentile), warns=explained.is_unlike)

    def warn(self, sentence: str) -> None:
        """Say that a picture is unlike."""
        if not self._warns or self.text != sentence:
            self._show(sentence, warns=True)

    def _show(self, sentence: str, *, warns: bool) -> None:
        self._warns = warns
        if self._warns:
            self._icon.set_icon("warning", colour=_warning)
        else:
            self._icon.set_icon("info", colour=muted_text)
        self._row.setContentsMargins(*((MEDIUM, TIGHT, MEDIUM, TIGHT) if self._warns else (0, 0, 0, 0)))
        self._sentence.setText(sentence)
        self.setAccessibleName(self.text)
        self.update()
        if self._warns:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        tone = _warning(palette) if self._warns else palette.color(QPalette.ColorRole.WindowText)
        painter.setPen(tone if self._warns else Qt.PenStyle.NoPen)
        painter.setBrush(tinted_surface(palette, tone) if self._warns else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def _warning(palette: QPalette) -> QColor:
    return accents(palette).warning
