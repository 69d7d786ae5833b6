"""The dialog that asks how a run is to be compared with a training from scratch: for the same time, or epochs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QRadioButton, QVBoxLayout, QWidget

from core.training.run_record import RunRecord
from gui.language.translate import tr
from gui.training.comparison import Basis
from gui.training.progress_words import duration_in_words
from gui.window.quiet_label import QuietLabel
from gui.window.roomy_dialog import RoomyDialog
from gui.window.theme import HEADING_SCALE, LARGE, MEDIUM, SMALL, TIGHT, scaled_font

_WIDTH = 460
_WHAT = tr(
    "The same network learns the same pictures, with the same split, seed, image size and batch size, "
    "but from random weights and in all its layers. Nothing is transferred."
)


class ComparisonDialog(RoomyDialog):
    """Asks without stopping the window; `chosen` comes when the user wants the comparison."""

    chosen = Signal(object)  # Basis

    def __init__(self, *, name: str, record: RunRecord, seconds: float | None, parent: QWidget | None = None) -> None:
        """Ask about the run `name`. seconds: how long as many epochs from scratch take; None when nobody knows."""
        super().__init__(parent)
        self.setObjectName("comparison_dialog")
        self.setWindowTitle(tr("Compare with training from scratch"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._by_time = QRadioButton(
            tr("For the same time: {duration}", duration=duration_in_words(record.seconds.total))
        )
        self._by_epochs = QRadioButton(_epochs_in_words(len(record.history)))
        self._buttons = QDialogButtonBox()
        # In the order of most desktops, which is that of the Tab key too.
        self._start = self._buttons.addButton(tr("Train from scratch"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._cancel = self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._build()
        self._lay_out(name, seconds)

    def _build(self) -> None:
        for name, choice in (("compare_by_time", self._by_time), ("compare_by_epochs", self._by_epochs)):
            choice.setObjectName(name)
            choice.setAccessibleName(choice.text())
        self._by_time.setChecked(True)
        self._cancel.setObjectName("cancel_comparison")
        self._start.setObjectName("start_comparison")
        for button in self._buttons.buttons():
            button.setAccessibleName(button.text().replace("&", ""))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _lay_out(self, name: str, seconds: float | None) -> None:
        title = QLabel(name, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        title.setFont(scaled_font(self.font(), HEADING_SCALE, strong=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        column.addWidget(title)
        column.addWidget(QuietLabel(_WHAT))
        column.addSpacing(SMALL)
        for choice, words in (
            (self._by_time, tr("Shows what is lost where time is short: from scratch hardly gets going.")),
            (self._by_epochs, _expectation(seconds)),
        ):
            column.addWidget(choice)
            note = QuietLabel(words)
            note.setContentsMargins(LARGE + TIGHT, 0, 0, 0)
            column.addWidget(note)
        column.addSpacing(MEDIUM)
        column.addWidget(self._buttons)
        self.setFixedWidth(_WIDTH)

    def accept(self) -> None:
        """Announce the choice, and go."""
        self.chosen.emit(Basis.TIME if self._by_time.isChecked() else Basis.EPOCHS)
        super().accept()


def _epochs_in_words(epochs: int) -> str:
    return tr("For the same number of epochs: ") + str(epochs)


def _expectation(seconds: float | None) -> str:
    words = tr("Every picture goes through the whole network, forwards and backwards, in every epoch")
    return (
        f"{words}."
        if seconds is None
        else tr("{words}: on this machine about {roughly}.", words=words, roughly=_roughly(seconds))
    )


def _roughly(seconds: float) -> str:
    """Return a duration as an estimate is said: "40 s", "12 min", "3 h"."""
    if seconds < 60:
        return f"{max(1, round(seconds))} s"
    return tr("{seconds} min", seconds=round(seconds / 60)) if seconds < 5400 else f"{round(seconds / 3600)} h"
