"""The dialog for the notes of a run. What was written is kept however the dialog is closed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from core.errors import FrostlineError
from gui.language.translate import tr
from gui.training.run_folder import write_notes
from gui.window.message_bar import Level, MessageBar
from gui.window.theme import LARGE, MEDIUM

_WIDTH, _HEIGHT = 480, 300


class RunNotesDialog(QDialog):
    """Asks without stopping the window; it stays open when the notes can't be written, so that nothing is lost."""

    written = Signal()

    def __init__(self, *, run: Path, notes: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._before = notes
        self.setObjectName("run_notes_dialog")
        self.setWindowTitle(tr("Notes on {name}", name=run.name))
        self._text = QPlainTextEdit(notes)
        self._messages = MessageBar()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._build()
        self._lay_out()
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setObjectName("close_notes")
        self._buttons.rejected.connect(self.close)

    def _build(self) -> None:
        self._text.setObjectName("run_notes")
        self._text.setAccessibleName(tr("Notes on {name}", name=self._run.name))
        self._text.setPlaceholderText(tr("What was tried, and what came of it"))
        self._text.setTabChangesFocus(True)
        self.resize(_WIDTH, _HEIGHT)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(self._messages)
        column.addWidget(self._text, 1)
        column.addWidget(self._buttons)

    def reject(self) -> None:
        """Close, as every way out of this dialog does; Escape comes here."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._write():
            event.accept()
            self.done(QDialog.DialogCode.Accepted)
        else:
            event.ignore()

    def _write(self) -> bool:
        text = self._text.toPlainText()
        if text == self._before:
            return True
        try:
            write_notes(self._run, text)
        except FrostlineError as error:
            # A second wish to close is heard: by then the words were seen, and could be copied.
            if self._messages.isVisible() and self._messages.level is Level.ERROR:
                return True
            self._messages.show_message(Level.ERROR, error.message, error.hint)
            return False
        self._before = text
        self.written.emit()
        return True
