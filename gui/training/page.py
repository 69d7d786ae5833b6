"""The Train page: it wires settings, worker and results together. What it knows of a training is a `TrainingState`."""

from __future__ import annotations

import dataclasses
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.errors import FrostlineError
from core.messages import Event, Notice, RunFinished
from core.network.freeze_plan import frost_line, trainable_layers
from core.training.specification import TrainingSpecification
from gui.cluster.cluster_address import ClusterAddress
from gui.cluster.cluster_row import ClusterRow
from gui.cluster.extraction_dialog import ExtractionDialog
from gui.language.translate import tr
from gui.layers.plan_history import PlanHistory
from gui.session import Session
from gui.training.learning_rate_dialog import LearningRateDialog
from gui.training.obstacles import new_run_folder, why_not_extract, why_not_go_on, why_not_search, why_not_start
from gui.training.page_actions import offer_training_actions
from gui.training.plan_change_bar import PlanChangeBar
from gui.training.plan_steering import PlanSteering
from gui.training.plan_words import plan_in_words, spec_of_plan
from gui.training.result_words import frozen_layers_in_words
from gui.training.results_column import ResultsColumn
from gui.training.run_actions import RunActions
from gui.training.run_comparison import RunComparison
from gui.training.run_keeping import RunKeeping
from gui.training.run_resuming import RunResuming
from gui.training.selected_run import SelectedRun
from gui.training.settings_column import SettingsColumn
from gui.training.settings_teller import SettingsTeller
from gui.training.training_job import TrainingJob
from gui.training.training_state import Phase
from gui.training.weights_choice import RANDOM
from gui.window.message_bar import Level
from gui.window.theme import LARGE, MEDIUM, PAGE
from gui.worker.workers import Workers

#: Events are drawn together at this pace, so that fast epochs don't cost the window its breath.
_REDRAW_MILLISECONDS = 80


class TrainPage(QWidget):
    """Settings on the left, curves and runs on the right."""

    comparison_finished = Signal(object, object)  # Path: the run; Path: the one from scratch
    regressions_wanted = Signal(object, object)  # Path: a run; tuple[Path, ...]: runs to compare it with

    def __init__(
        self,
        *,
        session: Session,
        workers: Workers,
        history: PlanHistory | None = None,
        cluster: ClusterAddress | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the page.

        history: through which the plan is changed; None where nobody else needs it. cluster: on which features can be
        computed; None: there is none.
        """
        super().__init__(parent)
        self.setObjectName("page_train")
        self._session = session
        self._workers = workers
        self._cluster = ClusterRow(address=cluster, session=session)
        self._settings = SettingsColumn(below=self._cluster)
        self._results = ResultsColumn()
        self._plan_bar = PlanChangeBar()
        self._run_actions = RunActions()
        self._selected = SelectedRun(session=session, parent=self)
        self._runs = RunKeeping(session=session, selected=self._selected, results=self._results, window=self)
        self._training = TrainingJob(session=session, workers=workers, parent=self)
        self._resuming = RunResuming(training=self._training, messages=self._results.messages, parent=self)
        self._comparison = RunComparison(training=self._training, parent=self)
        self._steering = PlanSteering(
            session=session,
            history=PlanHistory(session=session, parent=self) if history is None else history,
            training=self._training,
            bar=self._plan_bar,
            parent=self,
        )
        SettingsTeller(form=self._settings.form, session=session, parent=self)
        self._redraw = QTimer(self, singleShot=True, interval=_REDRAW_MILLISECONDS)
        self._lay_out()
        self._connect()
        self._settings.validation.changed.connect(self._on_validation_changed)
        self._settings.validation.follow(session)
        offer_training_actions(self, self._results.runs_panel)
        self._show_plan()
        self._show_state()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(MEDIUM)
        right.addWidget(self._plan_bar)
        right.addWidget(self._results, 1)
        right.addWidget(self._run_actions)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE, LARGE, PAGE, LARGE)
        row.setSpacing(PAGE)
        row.addWidget(self._settings)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self._connect_buttons()
        self._training.begun.connect(self._on_training_begun)
        self._runs.commands.regressions_wanted.connect(self.regressions_wanted)
        self._runs.commands.resume_wanted.connect(self._resuming.resume)
        self._runs.read_anew.connect(self._resuming.offer)
        self._training.changed.connect(self._show_state)
        self._training.reported.connect(self._on_training_reported)
        self._training.ended.connect(self._on_training_ended)
        self._comparison.finished.connect(self._on_comparison_finished)
        self._redraw.timeout.connect(self._show_state)
        self._selected.changed.connect(self._show_controls)
        for news in (self._session.folder_opened, self._session.folder_scanned):
            news.connect(self._show_controls)
        for news in (self._session.network_described, self._session.plan_changed):
            news.connect(self._show_plan)

    def _connect_buttons(self) -> None:
        controls, panel, form = self._settings.controls, self._results.weights_panel, self._settings.form
        controls.start_wanted.connect(self.start_training)
        controls.pause_toggled.connect(self._training.set_paused)
        controls.stop_wanted.connect(self._training.stop)
        panel.file_wanted.connect(self._on_panel_file_wanted)
        panel.retry_wanted.connect(self.start_again)
        panel.random_wanted.connect(self._on_panel_random_wanted)
        form.changed.connect(self._show_controls)
        form.learning_rate_search_wanted.connect(self.find_learning_rate)
        self._cluster.extraction_wanted.connect(self.extract_on_cluster)
        self._run_actions.extension_wanted.connect(self.extend_training)
        self._run_actions.comparison_wanted.connect(self.compare_with_scratch)

    # ------------------------------------------------------------------ what a user can do

    def start_training(self) -> None:
        """Train with the settings of the form; says why when that is not possible."""
        if self._why_not_start() or self._training.state.busy:
            return
        specification = self._specification()
        if specification is not None:
            self._training.begin(self._cluster.fill(specification))

    def train(self, specification: TrainingSpecification) -> None:
        """Train as another page wishes; without effect while a training is under way."""
        self._training.begin(specification)

    def start_again(self) -> None:
        """Train again with the settings of the training before, as a new run."""
        before = self._training.state.specification
        if before is not None:
            self._training.begin(dataclasses.replace(before, run=self._new_run(before.folder)))

    def find_learning_rate(self) -> None:
        """Search for a learning rate for the settings of the form, in a dialog that does not stop the window."""
        specification = None if self._why_not_search() else self._specification()
        if specification is None:
            return
        self._close_search()
        dialog = LearningRateDialog(specification=specification, workers=self._workers, parent=self)
        dialog.rate_chosen.connect(lambda rate: self._settings.form.show_values(learning_rate=rate))
        dialog.show()

    def extract_on_cluster(self) -> None:
        """Let the cluster compute the features for the settings of the form, in a dialog beside the window."""
        network, specification = self._session.network, None if self._why_not_extract() else self._specification()
        if specification is None or network is None:
            return
        dialog = ExtractionDialog(
            specification=specification,
            cut=frost_line(self._session.plan, network),
            address=self._cluster.address,
            workers=self._workers,
            parent=self,
        )
        dialog.store_chosen.connect(self._cluster.train_from)
        dialog.show()

    def extend_training(self, more_epochs: int) -> None:
        """Go on with the run in use for more epochs."""
        run, record = self._selected.run, self._selected.record
        if run is not None and record is not None and not self._why_not_go_on():
            self._training.extend(run, record, more_epochs)

    def compare_with_scratch(self) -> None:
        """Ask how to compare the run in use with a training from scratch, and do so."""
        run, record = self._selected.run, self._selected.record
        if run is not None and record is not None and not self._why_not_go_on():
            self._comparison.ask(run, record, self._session.network, window=self)

    def _specification(self) -> TrainingSpecification | None:
        folder, network, plan = self._session.folder, self._session.network, self._session.plan
        if folder is None:
            return None
        try:
            specification = self._settings.form.specification(
                folder=folder,
                run=self._new_run(folder),
                thaw=spec_of_plan(plan, network),
                thaw_batch_norm=plan.thaw_batch_norm,
                backbone=self._session.backbone,
            )
            scan = self._session.scan
            return dataclasses.replace(
                specification,
                pixel_limit=self._session.settings.pixel_limit,
                validation_folder=self._session.validation_folder,
                inner_classes=scan is not None and scan.inner_classes,
            )
        except FrostlineError as error:
            self._results.messages.show_message(Level.ERROR, error.message, error.hint)
            return None

    def _new_run(self, folder: Path) -> Path:
        name, place = self._settings.form.run_name, self._session.place_for_runs
        if name:
            return place / name
        return new_run_folder(place, folder, f"{datetime.now():%Y-%m-%d %H.%M.%S}")

    # ------------------------------------------------------------------ the training

    def _on_training_begun(self) -> None:
        self._results.messages.dismiss()
        self._close_search()
        self._show_state()

    def _close_search(self) -> None:
        for dialog in self.findChildren(LearningRateDialog):
            dialog.close()

    def _on_training_reported(self, event: Event) -> None:
        if isinstance(event, Notice):
            self._results.messages.show_message(Level.INFORMATION, event.message)
        if not self._redraw.isActive():
            self._redraw.start()

    def _on_training_ended(self, result: RunFinished | None) -> None:
        self._show_state()
        self._tell_failure()
        if result is None:
            self._runs.read()
            return
        self._tell_changed_layers(result)
        # In the next turn of the loop: the pages that take up the run and the last curves are too much for one.
        QTimer.singleShot(0, self, lambda: self._take_up(result))

    def _take_up(self, result: RunFinished) -> None:
        compared = self._comparison.run_compared_with(result.run)
        self._session.select_run(compared or result.run)
        self._comparison.take_end(result)

    def _tell_failure(self) -> None:
        state = self._training.state
        failure = state.failure
        if failure is None or state.weights_missing:
            return
        ways_on = ((tr("Resume"), self._training.resume), (tr("Start again"), self.start_again))
        actions = ways_on if state.phase is Phase.CRASHED else ()
        self._results.messages.show_message(Level.ERROR, failure.message, failure.hint, actions)

    def _tell_changed_layers(self, result: RunFinished) -> None:
        if result.frozen_layers_changed:
            self._results.messages.show_message(
                Level.ERROR,
                frozen_layers_in_words(result) + ".",
                tr("The weights of frozen layers must stay as they were. Please report this with the log file."),
            )

    def _on_comparison_finished(self, run: Path, scratch_run: Path, words: str) -> None:
        self._results.messages.show_message(Level.INFORMATION, words)
        self._runs.compare(run, scratch_run)
        self.comparison_finished.emit(run, scratch_run)

    def _on_validation_changed(self) -> None:
        """Take the part to be held out away while a folder is validated with."""
        self._settings.form.fields["validation_split"].setEnabled(self._session.validation_folder is None)

    # ------------------------------------------------------------------ what is shown

    def _why_not_start(self) -> str:
        form, session = self._settings.form, self._session
        return why_not_start(
            folder=session.folder, scan=session.scan, weights=form.weights.weights, run_name=form.run_name
        )

    def _why_not_search(self) -> str:
        form, session, busy = self._settings.form, self._session, self._training.state.busy
        return why_not_search(folder=session.folder, scan=session.scan, weights=form.weights.weights, busy=busy)

    def _why_not_extract(self) -> str:
        return self._why_not_search() or why_not_extract(self._session.network, self._session.plan)

    def _why_not_go_on(self) -> str:
        selected, busy = self._selected, self._training.state.busy
        return why_not_go_on(run=selected.run, record=selected.record, busy=busy)

    def _show_controls(self, *_news: object) -> None:
        self._settings.controls.show_state(self._training.state, self._why_not_start())
        self._settings.form.allow_search(self._why_not_search())
        self._cluster.allow(self._why_not_extract())
        run, record = self._selected.run, self._selected.record
        self._run_actions.show_run("" if run is None else run.name, record, why_not=self._why_not_go_on())

    def _show_plan(self, *_news: object) -> None:
        plan, network = self._session.plan, self._session.network
        self._settings.show_plan(plan_in_words(plan, network))
        self._settings.form.show_whether_thawed(network is not None and bool(trainable_layers(plan, network)))
        self._cluster.allow(self._why_not_extract())

    def _show_state(self) -> None:
        self._redraw.stop()
        state = self._training.state
        self._results.show_state(state)
        self._results.weights_panel.show_failure(state.failure if state.weights_missing else None)
        self._show_controls()

    # ------------------------------------------------------------------ weights and runs

    def _on_panel_file_wanted(self) -> None:
        if self._settings.form.weights.choose_file():
            self._start_again_with(self._settings.form.weights.weights)

    def _on_panel_random_wanted(self) -> None:
        self._settings.form.weights.set_weights(RANDOM)
        self._start_again_with(RANDOM)

    def _start_again_with(self, weights: str) -> None:
        state = self._training.state
        if state.specification is not None:
            state.specification = dataclasses.replace(state.specification, weights=weights)
            self.start_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._runs.read()
