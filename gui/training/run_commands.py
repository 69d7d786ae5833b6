"""What a user can do with a run of the table, each once: menu, button, shortcut and test share it.

What is done to a folder is `gui.training.run_folder`'s knowledge; here it is decided whether it may be done now, and
said what came of it.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from core.errors import FrostlineError, UnusableInput
from core.training.run_lock import is_in_training
from gui.language.translate import tr
from gui.session import Session
from gui.training.run_folder import move_to_trash, read_notes, rename_run
from gui.training.run_notes_dialog import RunNotesDialog
from gui.training.run_table import RunTable
from gui.window.message_bar import Level


class RunCommands(QObject):
    """Commands over the run that is selected in a table."""

    said = Signal(object, str, str)  # Level; a sentence; what to do about it
    regressions_wanted = Signal(object, object)  # Path: a run; tuple[Path, ...]: those to compare with, likeliest first
    resume_wanted = Signal(object)  # Path: a run whose training was broken off
    runs_changed = Signal()  # on the disk: the table is to be read anew

    def __init__(self, *, session: Session, table: RunTable, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._table = table
        self._window = window
        table.runs.rename_wanted.connect(self.rename)

    # ------------------------------------------------------------------ what a user can do

    def reopen(self) -> None:
        """Make the selected run the one in use: its curves and its result are shown."""
        run = self._table.selected_run
        if run is None:
            return
        if run.has_model:
            self._session.select_run(run.folder)
        elif run.damage:
            hint = tr("Its model may be whole: open model.keras of the run on the Predict page.")
            self.said.emit(Level.WARNING, run.damage, hint)
        elif run.broken_off:
            self.said.emit(
                Level.INFORMATION,
                tr("The training of “{name}” was broken off before it had a model.", name=run.folder.name),
                tr("“Resume” goes on with it."),
            )
        else:
            self.said.emit(
                Level.INFORMATION, tr("“{name}” has no model to use.", name=run.folder.name), tr("Choose another run.")
            )

    def resume(self) -> None:
        """Go on with the training of the selected run, which was broken off."""
        run = self._table.selected_run
        if run is not None and run.broken_off:
            self.resume_wanted.emit(run.folder)

    def compare(self) -> None:
        """Lay the selected run over those that are shown, or take it away."""
        self._table.tick_selected()

    def see_what_got_worse(self) -> None:
        """Compare the answers of the selected run with those of an earlier one; the one just before it is proposed."""
        run = self._table.selected_run
        if run is None or not run.has_model:
            return
        others = [one for one in self._table.runs.runs if one.has_model and one.folder != run.folder]
        before = [one for one in others if one.created <= run.created]
        after = [one for one in others if one.created > run.created]
        newest_first = sorted(before, key=lambda one: one.created, reverse=True)
        self.regressions_wanted.emit(run.folder, tuple(one.folder for one in (*newest_first, *after)))

    def edit_notes(self) -> None:
        """Open the notes of the selected run."""
        run = self._table.selected_run
        if run is None:
            return
        try:
            notes = read_notes(run.folder)
        except FrostlineError as error:
            self._say_error(error)
            return
        dialog = RunNotesDialog(run=run.folder, notes=notes, parent=self._window)
        dialog.written.connect(self.runs_changed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def edit_name(self) -> None:
        """Let the user write another name for the selected run, unless it is in training."""
        run = self._table.selected_run
        if run is not None and self._may_change(run.folder, tr("renamed")):
            self._table.rename_selected()

    def rename(self, run: Path, name: str) -> None:
        """Give the run in the folder `run` another name; the run in use stays in use."""
        if not self._may_change(run, tr("renamed")):
            return
        try:
            renamed = rename_run(run, name)
        except FrostlineError as error:
            self._say_error(error)
            return
        self._table.runs.follow_renamed(run, renamed)
        if self._session.run == run:
            self._session.select_run(renamed)
        self.runs_changed.emit()

    def show_folder(self) -> None:
        """Show the folder of the selected run in the file manager."""
        run = self._table.selected_run
        if run is None:
            return
        if not run.folder.is_dir():
            self._say_error(
                UnusableInput(
                    tr("{folder} is gone.", folder=run.folder), hint=tr("The list of runs follows in a moment.")
                )
            )
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(run.folder))):
            error = UnusableInput(
                tr("No file manager could be opened."), hint=tr("The run is in {folder}.", folder=run.folder)
            )
            self._say_error(error)

    def trash(self) -> None:
        """Move the selected run to the trash, unless it is in training."""
        run = self._table.selected_run
        if run is None or not self._may_change(run.folder, tr("moved to the trash")):
            return
        try:
            move_to_trash(run.folder)
        except FrostlineError as error:
            self._say_error(error)
        else:
            in_use = self._session.run == run.folder
            hint = tr("It was the run in use: choose another one to evaluate, predict or export.") if in_use else ""
            self.said.emit(Level.INFORMATION, tr("“{name}” was moved to the trash.", name=run.folder.name), hint)
        self.runs_changed.emit()

    # ------------------------------------------------------------------ what is in the way

    def _may_change(self, run: Path, what: str) -> bool:
        training = self._session.training
        if training is not None and training.run.resolve() == run.resolve():
            where = ""
        elif is_in_training(run):
            where = tr(" by another window or command")
        else:
            return True
        self.said.emit(
            Level.WARNING,
            tr("“{name}” is being trained{where}: it can't be {what} now.", name=run.name, where=where, what=what),
            tr("Stop it first, or wait."),
        )
        return False

    def _say_error(self, error: FrostlineError) -> None:
        self.said.emit(Level.ERROR, error.message, error.hint)
