"""What the model says of the current picture: its name, the bars, and what the bars can't say."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.language.translate import tr
from gui.prediction.predicted_picture import PredictedPicture
from gui.prediction.prediction_bars import PredictionBars
from gui.prediction.verdict_strip import VerdictStrip
from gui.window.elided_label import ElidedLabel
from gui.window.quiet_label import QuietLabel
from gui.window.theme import HEADING_SCALE, MEDIUM, SMALL_SCALE, scaled_font

WIDTH = 300
_NOTE = tr(
    "The bars share 100 % among the classes that the model knows: it can't say that a picture shows none of them."
)
_EMPTY = tr("The classes of a picture appear here, the likeliest first.")
_UNLIKE = tr("Unlike anything it was trained on. The bars may mean nothing.")


class AnswerPanel(QWidget):
    """Name and bars of a picture.

    `correction_place` is the layout below them for saying what it really is, `explanation_place` for why.
    """

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ElidedLabel()
        self._name.setFont(scaled_font(self.font(), HEADING_SCALE, strong=True))
        self._bars = PredictionBars()
        self._unlike = VerdictStrip()
        self._unlike.setObjectName("unlike_mark")
        self._note = QuietLabel(scale=SMALL_SCALE)
        self.correction_place = QVBoxLayout()
        self.explanation_place = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self._name)
        column.addWidget(self._bars)
        column.addWidget(self._unlike)
        column.addWidget(self._note)
        column.addLayout(self.correction_place)
        column.addLayout(self.explanation_place)
        column.addStretch(1)
        self.setFixedWidth(WIDTH)
        self.show_picture(None, 100.0)

    def show_picture(self, picture: PredictedPicture | None, percentile: float) -> None:
        """Show the answer for a picture; None clears the panel. percentile: beyond which it is called unlike."""
        self._name.setText(picture.name if picture else "")
        self._bars.show_classes(picture.top if picture else ())
        for part in (self._name, self._bars):
            part.setVisible(picture is not None)
        unlike = picture is not None and picture.is_unlike(percentile)
        if unlike:
            self._unlike.warn(_UNLIKE)
        self._unlike.setVisible(unlike)
        self._note.setVisible(not unlike)
        self._note.setText(_NOTE if picture else _EMPTY)
