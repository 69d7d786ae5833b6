"""Keeps the table of runs true to the disk and to the session, and its curves to what is ticked; wiring, no rules."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.session import Session
from gui.training.compared_runs import ComparedRuns
from gui.training.results_column import ResultsColumn
from gui.training.run_commands import RunCommands
from gui.training.run_list import RunListReader, RunSummary
from gui.training.run_watcher import RunWatcher
from gui.training.selected_run import SelectedRun
from gui.window.message_bar import Level


class RunKeeping(QObject):
    """Reads the runs when they may have changed, and passes on what the user does with one."""

    read_anew = Signal(object)  # tuple[RunSummary, ...]: the table shows what is on the disk

    def __init__(self, *, session: Session, selected: SelectedRun, results: ResultsColumn, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._selected = selected
        self._results = results
        self._table = results.runs
        self._window = window
        self._list = RunListReader(runs_folder=session.runs_folder, parent=self)
        self._watcher = RunWatcher(runs_folder=session.runs_folder, parent=self)
        self._compared = ComparedRuns(parent=self)
        self.commands = RunCommands(session=session, table=self._table, window=window)
        results.runs_panel.offer(self.commands)
        if session.run is not None:
            self._list.also_list(session.run)
        self._connect()

    def _connect(self) -> None:
        self._list.runs_read.connect(self._on_list_runs_read)
        self._watcher.changed.connect(self._on_watcher_changed)
        self._table.run_chosen.connect(self._session.select_run)
        self._table.runs.compared_changed.connect(self._compared.read)
        self._compared.curves_read.connect(self._results.compare_with)
        self.commands.runs_changed.connect(self.read)
        self.commands.said.connect(self._on_commands_said)
        self._session.run_selected.connect(self._on_session_run_selected)
        self._session.runs_folder_changed.connect(self._on_session_runs_folder_changed)
        self._selected.changed.connect(self._on_selected_changed)

    def read(self) -> None:
        """Read the runs anew."""
        self._list.read()

    def compare(self, *runs: Path) -> None:
        """Tick these runs and no others, as soon as they are listed."""
        self._table.runs.compare(runs)
        self.read()

    def _on_watcher_changed(self) -> None:
        """Read anew what is looked at; a page that is shown later reads then."""
        if self._window.isVisible():
            self.read()

    def _on_list_runs_read(self, runs: tuple[RunSummary, ...]) -> None:
        self._table.runs.show_runs(runs)
        self._table.show_run(self._session.run)
        self._watcher.watch(run.folder for run in runs)
        if self._table.runs.compared:
            self._compared.read(self._table.runs.compared)
        self.read_anew.emit(runs)

    def _on_session_run_selected(self, run: Path) -> None:
        self._list.also_list(run)
        self.read()

    def _on_session_runs_folder_changed(self, folder: Path) -> None:
        self._list.change_folder(folder)
        self._watcher.change_folder(folder)
        self.read()

    def _on_selected_changed(self) -> None:
        run, record = self._selected.run, self._selected.record
        if run is not None and record is not None:
            self._results.reopen(run, record)

    def _on_commands_said(self, level: Level, sentence: str, hint: str) -> None:
        self._results.messages.show_message(level, sentence, hint)
