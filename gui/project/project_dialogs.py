"""The dialogs that ask for a project: which one, or where a new one is to be. What is done with it is the asker's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from core.project.project_file import SUFFIX, with_suffix_of_project
from gui.language.translate import tr
from gui.window.folder_dialog import folder_dialog


def ask_which(parent: QWidget, start: Path, then: Callable[[Path], object]) -> None:
    """Ask for the folder of a project, and call `then` with it unless the user thinks better of it."""
    dialog = folder_dialog(parent, tr("Open a project"), start)
    dialog.setObjectName("open_project_dialog")
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()


def ask_where(parent: QWidget, title: str, proposal: Path, then: Callable[[Path], object]) -> None:
    """Ask for the name and the place of a project, and call `then` with its folder, which need not be free."""
    dialog = QFileDialog(parent, title, str(proposal.parent), tr("Projects (*{suffix})", suffix=SUFFIX))
    dialog.setObjectName("save_project_dialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setLabelText(QFileDialog.DialogLabel.FileName, tr("Name of the project:"))
    dialog.selectFile(proposal.name)
    dialog.fileSelected.connect(lambda chosen: then(with_suffix_of_project(Path(chosen))))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
