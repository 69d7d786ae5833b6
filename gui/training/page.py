"""The Train page: it wires settings, worker and results together. What it knows of a training is a `TrainingState`."""

from __future__ import annotations

import dataclasses
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.errors import FrostlineError
from core.messages import EpochFinished, Event, JobEnded, Notice, RunFinished, Train
from core.places import runs_folder
from core.training.specification import TrainingSpecification
from gui.session import Session
from gui.training.obstacles import default_run_name, why_not_start
from gui.training.plan_words import plan_in_words, spec_of_plan
from gui.training.result_words import frozen_layers_in_words
from gui.training.results_column import ResultsColumn
from gui.training.run_list import RunListReader, RunSummary
from gui.training.settings_column import SettingsColumn
from gui.training.training_state import Phase, TrainingState
from gui.training.weights_choice import RANDOM
from gui.window.message_bar import Level
from gui.window.theme import LARGE, PAGE
from gui.worker.bridge import Job
from gui.worker.workers import Workers

#: Events are drawn together at this pace, so that fast epochs don't cost the window its breath.
_REDRAW_MILLISECONDS = 80


class TrainPage(QWidget):
    """Settings on the left, curves and runs on the right."""

    def __init__(self, *, session: Session, workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_train")
        self._session = session
        self._workers = workers
        self._state = TrainingState()
        self._job: Job | None = None
        self._settings = SettingsColumn()
        self._results = ResultsColumn()
        self._run_list = RunListReader(runs_folder=runs_folder(), parent=self)
        self._redraw = QTimer(self, singleShot=True, interval=_REDRAW_MILLISECONDS)
        self._lay_out()
        self._connect()
        self._show_plan()
        self._show_state()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE, LARGE, PAGE, LARGE)
        row.setSpacing(PAGE)
        row.addWidget(self._settings)
        row.addWidget(self._results, 1)

    def _connect(self) -> None:
        controls, panel = self._settings.controls, self._results.weights_panel
        controls.start_wanted.connect(self.start_training)
        controls.pause_toggled.connect(self.pause_training)
        controls.stop_wanted.connect(self.stop_training)
        panel.file_wanted.connect(self._on_panel_file_wanted)
        panel.retry_wanted.connect(self.start_again)
        panel.random_wanted.connect(self._on_panel_random_wanted)
        self._settings.form.changed.connect(self._show_controls)
        self._redraw.timeout.connect(self._show_state)
        self._run_list.runs_read.connect(self._on_runs_read)
        self._results.runs.run_chosen.connect(self._session.select_run)
        self._session.folder_opened.connect(self._show_controls)
        self._session.folder_scanned.connect(self._show_controls)
        self._session.network_described.connect(self._show_plan)
        self._session.plan_changed.connect(self._show_plan)
        self._session.run_selected.connect(self._on_session_run_selected)

    # ------------------------------------------------------------------ what a user can do

    def start_training(self) -> None:
        """Train with the settings of the form; says why when that is not possible."""
        folder = self._session.folder
        if folder is None or self._why_not_start() or self._state.busy:
            return
        network, plan = self._session.network, self._session.plan
        try:
            self._submit(
                self._settings.form.specification(
                    folder=folder,
                    run=self._new_run(folder),
                    thaw=spec_of_plan(plan, network),
                    thaw_batch_norm=plan.thaw_batch_norm,
                )
            )
        except FrostlineError as error:
            self._results.messages.show_message(Level.ERROR, error.message, error.hint)

    def start_again(self) -> None:
        """Train again with the settings of the training before, as a new run."""
        before = self._state.specification
        if before is not None and not self._state.busy:
            self._submit(dataclasses.replace(before, run=self._new_run(before.folder)))

    def resume_training(self) -> None:
        """Go on with the training that was cut off, from its last checkpoint."""
        before = self._state.specification
        if before is not None and self._state.phase is Phase.CRASHED:
            self._submit_as(self._state.resumed(), Train(specification=before, resume=True))

    def pause_training(self, paused: bool) -> None:
        """Let the training wait at its next batch, or go on."""
        if self._job is not None and self._state.can_pause:
            self._job.set_paused(paused)
            self._state.set_paused(paused)
        self._show_state()

    def stop_training(self) -> None:
        """End the training soon; its best epoch is kept."""
        if self._job is not None and self._state.can_stop:
            self._job.stop()
            self._state.ask_to_stop()
            self._show_state()

    # ------------------------------------------------------------------ the job

    def _submit(self, specification: TrainingSpecification) -> None:
        self._submit_as(TrainingState.begun(specification), Train(specification=specification))

    def _submit_as(self, state: TrainingState, request: Train) -> None:
        self._results.messages.dismiss()
        self._state = state
        self._job = self._workers.submit(request, parent=self)
        self._job.reported.connect(self._on_job_reported)
        self._job.ended.connect(self._on_job_ended)
        self._session.begin_training(request.specification)
        self._show_state()

    def _new_run(self, folder: Path) -> Path:
        name = self._settings.form.run_name.text().strip()
        return runs_folder() / (name or default_run_name(folder, f"{datetime.now():%Y-%m-%d %H.%M.%S}"))

    def _on_job_reported(self, event: Event) -> None:
        self._state.take(event)
        if isinstance(event, Notice):
            self._results.messages.show_message(Level.INFORMATION, event.message)
        elif isinstance(event, EpochFinished):
            self._session.finish_epoch(event)
        if not self._redraw.isActive():
            self._redraw.start()

    def _on_job_ended(self, ended: JobEnded) -> None:
        self._job = None
        self._state.end(ended)
        self._show_state()
        self._tell_failure()
        result = ended.result if isinstance(ended.result, RunFinished) else None
        self._session.end_training(result)
        if result is not None:
            self._tell_changed_layers(result)
            self._session.select_run(result.run)
        else:
            self._run_list.read()

    def _tell_failure(self) -> None:
        failure = self._state.failure
        if failure is None or self._state.weights_missing:
            return
        ways_on = (("Resume", self.resume_training), ("Start again", self.start_again))
        actions = ways_on if self._state.phase is Phase.CRASHED else ()
        self._results.messages.show_message(Level.ERROR, failure.message, failure.hint, actions)

    def _tell_changed_layers(self, result: RunFinished) -> None:
        if result.frozen_layers_changed:
            self._results.messages.show_message(
                Level.ERROR,
                frozen_layers_in_words(result) + ".",
                "The weights of frozen layers must stay as they were. Please report this with the log file.",
            )

    # ------------------------------------------------------------------ what is shown

    def _why_not_start(self) -> str:
        return why_not_start(
            folder=self._session.folder,
            scan=self._session.scan,
            weights=self._settings.form.weights.weights,
            run_name=self._settings.form.run_name.text().strip(),
        )

    def _show_controls(self, *_news: object) -> None:
        self._settings.controls.show_state(self._state, self._why_not_start())

    def _show_plan(self, *_news: object) -> None:
        self._settings.show_plan(plan_in_words(self._session.plan, self._session.network))

    def _show_state(self) -> None:
        self._redraw.stop()
        self._results.show_state(self._state)
        self._results.weights_panel.show_failure(self._state.failure if self._state.weights_missing else None)
        self._show_controls()

    # ------------------------------------------------------------------ weights and runs

    def _on_panel_file_wanted(self) -> None:
        if self._settings.form.weights.choose_file():
            self._start_again_with(self._settings.form.weights.weights)

    def _on_panel_random_wanted(self) -> None:
        self._settings.form.weights.set_weights(RANDOM)
        self._start_again_with(RANDOM)

    def _start_again_with(self, weights: str) -> None:
        if self._state.specification is not None:
            self._state.specification = dataclasses.replace(self._state.specification, weights=weights)
            self.start_again()

    def _on_runs_read(self, runs: tuple[RunSummary, ...]) -> None:
        self._results.runs.runs.show_runs(runs)
        self._results.runs.show_run(self._session.run)

    def _on_session_run_selected(self, run: Path) -> None:
        self._run_list.also_list(run)
        self._run_list.read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._run_list.read()
