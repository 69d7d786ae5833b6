"""A line that says what is being done and how far it is, with a button to give it up. Hidden while nothing is done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from core.messages import Progress
from gui.data.folder_words import progress_in_words
from gui.language.translate import tr
from gui.window.icons import themed_icon
from gui.window.quiet_label import QuietLabel
from gui.window.theme import MEDIUM


class ActivityRow(QWidget):
    """Words, a bar and `cancel_scan`."""

    cancel_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QuietLabel()
        self._words.setWordWrap(False)
        self._words.setMinimumWidth(280)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(tr("Progress of the check"))
        self._bar.setFixedHeight(8)
        self._cancel = QPushButton(themed_icon("stop"), tr("Cancel"))
        self._cancel.setObjectName("cancel_scan")
        self._cancel.setAccessibleName(tr("Cancel the check of the folder"))
        self._cancel.setToolTip(tr("Cancel (Esc)"))
        self._cancel.clicked.connect(self.cancel_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MEDIUM)
        row.addWidget(self._words)
        row.addWidget(self._bar, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._cancel)
        self.hide()

    def begin(self, words: str) -> None:
        """Show that something was begun and that nothing is known yet of how long it takes."""
        self._words.setText(words)
        self._bar.setRange(0, 0)
        self.show()

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is."""
        self._words.setText(progress_in_words(progress))
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
