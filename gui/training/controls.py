"""The buttons of the Train page: start, pause, stop, and the sentence that says why starting is not possible."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.language.translate import tr
from gui.training.named_button import named_button
from gui.training.training_state import Phase, TrainingState
from gui.window.quiet_label import QuietLabel
from gui.window.theme import SMALL

_WHAT_STARTING_DOES = tr("Compute what stays frozen once, then train the head and whatever was thawed.")


class TrainingControls(QWidget):
    """Start, pause and stop; enabled by what the training's state allows."""

    start_wanted = Signal()
    pause_toggled = Signal(bool)
    stop_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start = named_button("start_training", tr("Start training"), "play")
        self._pause = named_button("pause_training", tr("Pause"), "pause")
        self._pause.setCheckable(True)
        self._stop = named_button("stop_training", tr("Stop"), "stop")
        self._stop.setToolTip(tr("End the training now. The best epoch is kept."))
        self._reason = QuietLabel()
        self._reason.setObjectName("why_not_start")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self._pause, 1)
        row.addWidget(self._stop, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._start)
        column.addLayout(row)
        column.addWidget(self._reason)

    def _connect(self) -> None:
        self._start.clicked.connect(self.start_wanted)
        self._pause.clicked.connect(self.pause_toggled)
        self._stop.clicked.connect(self.stop_wanted)

    def show_state(self, state: TrainingState, why_not_start: str) -> None:
        """Enable what is possible. `why_not_start` is '' when nothing is in the way of a start."""
        possible = {
            self._start: not why_not_start and not state.busy,
            self._pause: state.can_pause,
            self._stop: state.can_stop,
        }
        # What becomes possible comes first, since the keyboard's focus leaves a button for the next that is enabled.
        for button in sorted(possible, key=lambda button: not possible[button]):
            button.setEnabled(possible[button])
        self._start.setToolTip(why_not_start or (tr("A training is under way.") if state.busy else _WHAT_STARTING_DOES))
        self._start.setDefault(self._start.isEnabled())
        self._pause.setChecked(state.phase is Phase.PAUSED)
        words = tr("Resume") if state.phase is Phase.PAUSED else tr("Pause")
        self._pause.setText(words)
        self._pause.setAccessibleName(words)
        self._reason.setText("" if state.busy else why_not_start)
        self._reason.setVisible(bool(self._reason.text()))
