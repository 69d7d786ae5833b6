"""What the pages share: the open folder, the network, the freeze plan, the training under way, the current run.

Plain state with signals; no widgets, no rules, no worker. Pages read it, change it through its setters, and
listen; so no page knows another.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.data.layout import layout_around
from core.messages import EpochFinished, FolderScan, RunFinished
from core.network.backbones import DEFAULT
from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan
from core.places import runs_folder
from core.training.specification import TrainingSpecification
from gui.shared_settings import FormContent, SharedSettings


class Session(QObject):
    """The state of one window. Each setter emits its signal only when something changed."""

    folder_opened = Signal(object)  # Path: a folder was chosen; its scan follows
    folder_scanned = Signal(object)  # FolderScan
    validation_folder_changed = Signal(object)  # Path, or None
    backbone_changed = Signal(str)  # the name of another backbone; its description follows
    network_described = Signal(object)  # NetworkDescription
    plan_changed = Signal(object)  # FreezePlan
    settings_changed = Signal(object)  # SharedSettings of the next training
    training_begun = Signal(object)  # TrainingSpecification: a training was asked for
    epoch_finished = Signal(object)  # EpochFinished, of the training under way
    training_ended = Signal(object)  # RunFinished; None when no model came of it
    run_selected = Signal(object)  # Path: the run that Evaluate, Predict and Export work on
    runs_folder_changed = Signal(object)  # Path: the folder whose runs are listed is another
    form_changed = Signal()  # what stands in the form of the Train page
    form_restored = Signal(object)  # FormContent: the form is to show this

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._validation_folder: Path | None = None
        self._test_folder: Path | None = None
        self._scan: FolderScan | None = None
        self._backbone = DEFAULT.name
        self._network: NetworkDescription | None = None
        self._plan = FreezePlan()
        self._settings = SharedSettings()
        self._training: TrainingSpecification | None = None
        self._run: Path | None = None
        self._runs_folder: Path | None = None
        self._place_for_runs: Path | None = None
        self._form: FormContent | None = None

    @property
    def folder(self) -> Path | None:
        """The open data folder."""
        return self._folder

    def open_folder(self, folder: Path) -> None:
        """Open a data folder; always announced, since the same folder may have changed.

        Where it has folders for the parts of a data set, the one for training is opened, and the others are at hand.
        """
        layout = layout_around(folder)
        if layout.folder != self._folder:
            self._validation_folder, self._test_folder = layout.validation_folder, layout.test_folder
        self._folder = layout.folder
        self._scan = None
        self.folder_opened.emit(layout.folder)

    @property
    def validation_folder(self) -> Path | None:
        """The folder that the next training is validated with; None: with a part of each class."""
        return self._validation_folder

    def set_validation_folder(self, folder: Path | None) -> None:
        """Validate the next training with this folder, or with a part of each class."""
        if folder != self._validation_folder:
            self._validation_folder = folder
            self.validation_folder_changed.emit(folder)

    @property
    def test_folder(self) -> Path | None:
        """The folder for testing that lies beside the open one; None where there is none."""
        return self._test_folder

    @property
    def scan(self) -> FolderScan | None:
        """What is in the open folder; None until its scan is done."""
        return self._scan

    def set_scan(self, scan: FolderScan) -> None:
        """Take the result of a scan of the open folder."""
        self._scan = scan
        self.folder_scanned.emit(scan)

    @property
    def backbone(self) -> str:
        """The name of the network whose layers are frozen and thawed."""
        return self._backbone

    def set_backbone(self, name: str) -> None:
        """Take another backbone; changes by the user go through the undo stack, which calls this."""
        if name != self._backbone:
            self._backbone = name
            self.backbone_changed.emit(name)

    @property
    def network(self) -> NetworkDescription | None:
        """The layers of the backbone; None until the worker has described them."""
        return self._network

    def set_network(self, network: NetworkDescription) -> None:
        """Take the description of the network."""
        self._network = network
        self.network_described.emit(network)

    @property
    def plan(self) -> FreezePlan:
        """Which layers are thawed."""
        return self._plan

    def set_plan(self, plan: FreezePlan) -> None:
        """Replace the freeze plan. Changes by the user go through the undo stack, which calls this."""
        if plan != self._plan:
            self._plan = plan
            self.plan_changed.emit(plan)

    @property
    def settings(self) -> SharedSettings:
        """Settings of the next training that matter beyond the Train page."""
        return self._settings

    def set_settings(self, settings: SharedSettings) -> None:
        """Take the settings as they stand in the form."""
        if settings != self._settings:
            self._settings = settings
            self.settings_changed.emit(settings)

    @property
    def training(self) -> TrainingSpecification | None:
        """What the training under way is to do; None while nothing is trained."""
        return self._training

    def begin_training(self, specification: TrainingSpecification) -> None:
        """Take note that a training was asked for."""
        self._training = specification
        self.training_begun.emit(specification)

    def finish_epoch(self, epoch: EpochFinished) -> None:
        """Take note of an epoch of the training under way; where no model is in use yet, its own one is from now on."""
        self.epoch_finished.emit(epoch)
        if self._run is None and self._training is not None:
            self.select_run(self._training.run)

    def end_training(self, result: RunFinished | None) -> None:
        """Take note that the training under way is over; without a result no model came of it."""
        self._training = None
        self.training_ended.emit(result)

    @property
    def run(self) -> Path | None:
        """The folder of the run whose model is in use."""
        return self._run

    def select_run(self, run: Path) -> None:
        """Use the model of this run; announced even when it is the same folder, since it may hold a new model."""
        self._run = run
        self.run_selected.emit(run)

    @property
    def runs_folder(self) -> Path:
        """The folder whose runs are listed: that of the open project, or the user's own."""
        return self._runs_folder or runs_folder()

    @property
    def place_for_runs(self) -> Path:
        """The folder that new runs go into; another one where the project can't be written to."""
        return self._place_for_runs or runs_folder()

    def set_runs_folder(self, folder: Path, *, writable: bool = True) -> None:
        """List the runs in this folder, and put new ones there; or, where that is not possible, into the user's own."""
        self._place_for_runs = folder if writable else None
        if folder != self._runs_folder:
            self._runs_folder = folder
            self.runs_folder_changed.emit(folder)

    @property
    def form(self) -> FormContent | None:
        """What stands in the form of the Train page; None until somebody changed or restored it."""
        return self._form

    def keep_form(self, form: FormContent) -> None:
        """Take note of what stands in the form."""
        if form != self._form:
            self._form = form
            self.form_changed.emit()

    def restore_form(self, form: FormContent) -> None:
        """Let the form show this, now or once there is one."""
        self._form = form
        self.form_restored.emit(form)
