"""The panel for the moment when the ImageNet weights can't be had: what happened, and the three ways out."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.errors import Failure
from gui.language.core_sentences import said_by_core
from gui.language.translate import tr
from gui.training.named_button import named_button
from gui.window.quiet_label import QuietLabel
from gui.window.theme import HEADING_SCALE, LARGE, MEDIUM, SMALL, accents, scaled_font, tinted_surface

_NO_TRANSFER = tr("No transfer: the network starts from noise, and the results will be worse.")


class WeightsPanel(QWidget):
    """Says that the weights are missing and offers a file, another try, or random weights. Hidden at first."""

    file_wanted = Signal()
    retry_wanted = Signal()
    random_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(tr("The pretrained weights are not on this machine"))
        self._title.setFont(scaled_font(self.font(), HEADING_SCALE, strong=True))
        self._message = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._ways = QGridLayout()
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(self._title)
        column.addWidget(self._message)
        column.addLayout(self._ways)
        self._ways.setColumnStretch(1, 1)
        self._ways.setHorizontalSpacing(MEDIUM)
        self._ways.setVerticalSpacing(SMALL)
        for name, words, meaning, wanted in (
            (
                "choose_weights_file",
                tr("Choose a file…"),
                tr("A weights file of ResNet50 that you have."),
                self.file_wanted,
            ),
            (
                "retry_weights",
                tr("Try again"),
                tr("When this machine is online; the download is kept."),
                self.retry_wanted,
            ),
            ("use_random_weights", tr("Go on with random weights"), _NO_TRANSFER, self.random_wanted),
        ):
            self._add_way(name, words, meaning).clicked.connect(wanted)

    def _add_way(self, name: str, words: str, meaning: str) -> QPushButton:
        button = named_button(name, words)
        button.setAccessibleDescription(meaning)
        row = self._ways.rowCount()
        self._ways.addWidget(button, row, 0)
        self._ways.addWidget(QuietLabel(meaning), row, 1, Qt.AlignmentFlag.AlignVCenter)
        return button

    def show_failure(self, failure: Failure | None) -> None:
        """Say why the weights could not be had; None hides the panel."""
        self.setVisible(failure is not None)
        if failure is not None:
            self._message.setText(said_by_core(failure.message))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = accents(self.palette()).warning
        painter.setPen(accent)
        painter.setBrush(tinted_surface(self.palette(), accent))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
