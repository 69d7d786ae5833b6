"""What is to be measured: a box for the model, and one for the pictures that it is measured on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QSizePolicy, QWidget

from gui.language.translate import tr
from gui.session import Session
from gui.training.progress_words import percentage
from gui.training.run_list import RunListReader, RunSummary
from gui.window.folder_dialog import folder_dialog
from gui.window.theme import SMALL

_IN_USE, _OTHER_MODEL = "in use", "other model"
_HELD_OUT, _TEST, _FOLDER = "held out", "test", "folder"


class Measured(QWidget):
    """The model in use, another run, or a file; the pictures held out by the run, a test folder, or another one."""

    changed = Signal()

    def __init__(self, *, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._runs: tuple[RunSummary, ...] = ()
        self._model: Path | None = None  # None: the one in use
        self._folder: Path | None = None  # None: what the run held out
        self._test_folder = session.test_folder
        self._models, self._pictures = QComboBox(), QComboBox()
        self._list = RunListReader(runs_folder=session.runs_folder, parent=self)
        if session.run is not None:
            self._list.also_list(session.run)
        self._build()
        self._connect()
        self._show_models()
        self._show_pictures()

    @property
    def model(self) -> Path | None:
        """The run folder or model file to measure; None while there is none."""
        return self._model or self._session.run

    @property
    def is_model_in_use(self) -> bool:
        """Whether the choice follows the model in use."""
        return self._model is None

    @property
    def folder(self) -> Path | None:
        """The folder of class folders to measure on; None: the pictures that the run held out."""
        return self._folder

    # ------------------------------------------------------------------ what a user can do

    def choose_model(self, model: Path | None) -> None:
        """Measure this run or model file; None: the model in use, whichever that is."""
        self._model = model
        self._show_models()
        self.changed.emit()

    def choose_folder(self, folder: Path | None) -> None:
        """Measure on this folder; None: on the pictures that the run held out."""
        self._folder = folder
        self._show_pictures()
        self.changed.emit()

    def ask_for_folder(self) -> None:
        """Ask for another folder of class folders."""
        dialog = folder_dialog(self, tr("Evaluate on a folder of class folders"), self._folder)
        dialog.fileSelected.connect(lambda folder: self.choose_folder(Path(folder)))
        dialog.rejected.connect(self._show_pictures)
        dialog.open()

    def ask_for_model(self) -> None:
        """Ask for a model file."""
        start = self.model.parent if self.model else self._session.runs_folder
        dialog = QFileDialog(self, tr("Evaluate a model"), str(start), tr("Keras models (*.keras)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.choose_model(Path(file)))
        dialog.rejected.connect(self._show_models)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # ------------------------------------------------------------------ what is known

    def read_runs(self) -> None:
        """Read which runs there are."""
        self._list.read()

    def offer_test_folder(self, folder: Path | None) -> None:
        """Offer the test folder that belongs to the open data, or (None) none."""
        self._test_folder = folder
        self._show_pictures()

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self._models.setObjectName("evaluation_model")
        self._models.setAccessibleName(tr("Model to evaluate"))
        self._pictures.setObjectName("evaluation_pictures")
        self._pictures.setAccessibleName(tr("Pictures to evaluate on"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        for box in (self._models, self._pictures):
            box.setMinimumContentsLength(22)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            row.addWidget(box)

    def _connect(self) -> None:
        self._models.activated.connect(self._on_models_activated)
        self._pictures.activated.connect(self._on_pictures_activated)
        self._list.runs_read.connect(self._on_list_runs_read)
        self._session.run_selected.connect(self._on_session_run_selected)
        self._session.training_ended.connect(lambda _result: self.read_runs())
        self._session.runs_folder_changed.connect(self._on_session_runs_folder_changed)
        self._session.folder_opened.connect(self._on_session_folder_opened)

    def _on_models_activated(self, _index: int) -> None:
        chosen = self._models.currentData()
        if chosen == _OTHER_MODEL:
            self.ask_for_model()
        else:
            self.choose_model(None if chosen == _IN_USE else chosen)

    def _on_pictures_activated(self, _index: int) -> None:
        chosen = self._pictures.currentData()
        if chosen == _HELD_OUT:
            self.choose_folder(None)
        elif chosen == _TEST:
            self.choose_folder(self._test_folder)
        else:
            self.ask_for_folder()

    def _on_list_runs_read(self, runs: Sequence[RunSummary]) -> None:
        self._runs = tuple(run for run in runs if run.has_model)
        self._show_models()

    def _on_session_folder_opened(self, _folder: Path) -> None:
        self.offer_test_folder(self._session.test_folder)

    def _on_session_runs_folder_changed(self, folder: Path) -> None:
        self._list.change_folder(folder)
        self.read_runs()

    def _on_session_run_selected(self, run: Path) -> None:
        self._list.also_list(run)
        self.read_runs()
        self._show_models()
        self.changed.emit()

    # ------------------------------------------------------------------ what is shown

    def _show_models(self) -> None:
        in_use, listed = self._session.run, {run.folder for run in self._runs}
        self._models.clear()
        self._models.addItem(tr("In use: {name}", name=in_use.name) if in_use else tr("No model in use yet"), _IN_USE)
        for run in self._runs:
            if run.folder != in_use:
                self._models.addItem(run_in_words(run), run.folder)
        if self._model is not None and (self._model == in_use or self._model not in listed):
            self._models.addItem(self._model.name, self._model)
        self._models.addItem(tr("A .keras file…"), _OTHER_MODEL)
        chosen = next(
            (row for row in range(self._models.count()) if self._models.itemData(row) == (self._model or _IN_USE)), 0
        )
        self._models.setCurrentIndex(chosen)
        self._models.setToolTip(str(self.model or ""))

    def _show_pictures(self) -> None:
        folder, test = self._folder, self._test_folder
        self._pictures.clear()
        self._pictures.addItem(tr("Pictures held out by the run"), _HELD_OUT)
        if test is not None:
            self._pictures.addItem(tr("Test folder: {name}", name=test.name), _TEST)
        is_other = folder is not None and folder != test
        self._pictures.addItem(
            tr("Folder: {name}", name=folder.name) if folder and is_other else tr("Another folder…"), _FOLDER
        )
        self._pictures.setToolTip(str(folder or tr("The validation split of the run")))
        chosen = _HELD_OUT if folder is None else _FOLDER if is_other else _TEST
        self._pictures.setCurrentIndex(self._pictures.findData(chosen))


def run_in_words(run: RunSummary) -> str:
    """Return how a run is called in the list: by its name and its accuracy."""
    accuracy = "" if run.val_accuracy is None else f" ({percentage(run.val_accuracy)})"
    return f"{run.folder.name}{accuracy}"
