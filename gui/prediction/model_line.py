"""The line that says which model is in use, with the way to open another: shared by the pages that use a model."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QPushButton, QWidget

from gui.language.translate import tr
from gui.session import Session
from gui.window.elided_label import ElidedLabel
from gui.window.folder_dialog import folder_dialog
from gui.window.icons import themed_icon
from gui.window.theme import SMALL


class ModelLine(QWidget):
    """Shows the session's run, and opens a run folder or a model file in its place."""

    def __init__(self, *, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._name = ElidedLabel()
        self._open = QPushButton(themed_icon("folder_open"), tr("Open a model…"))
        self._build()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addStretch(1)
        row.addWidget(self._name)
        row.addWidget(self._open)
        session.run_selected.connect(self._show_run)
        session.training_ended.connect(self._show_run)
        self._show_run()

    def _build(self) -> None:
        self._name.setObjectName("model_in_use")
        self._open.setObjectName("open_model")
        self._open.setAccessibleName(tr("Open a model"))
        menu = QMenu(self._open)
        menu.addAction(tr("The folder of a run…"), self.choose_run)
        menu.addAction(tr("A .keras file…"), self.choose_file)
        self._open.setMenu(menu)

    def _show_run(self, *_news: object) -> None:
        run = self._session.run
        training = self._session.training
        moment = tr(" (in training)") if training is not None and training.run == run else ""
        self._name.setText(tr("Model: {name}{moment}", name=run.name, moment=moment) if run else tr("No model yet"))
        self.setToolTip(str(run or ""))

    def choose_run(self) -> None:
        """Ask for the folder of a run and use its model."""
        self._ask(folder_dialog(self, tr("Open the folder of a run"), self._start_folder()))

    def choose_file(self) -> None:
        """Ask for a model file and use it."""
        dialog = QFileDialog(self, tr("Open a model"), str(self._start_folder()), tr("Keras models (*.keras)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.finished.connect(dialog.deleteLater)
        self._ask(dialog)

    def _ask(self, dialog: QFileDialog) -> None:
        dialog.fileSelected.connect(lambda chosen: self._session.select_run(Path(chosen)))
        dialog.open()

    def _start_folder(self) -> Path:
        return self._session.run.parent if self._session.run else self._session.runs_folder
