"""Freeze plans as files: the dialogs that ask where, and what is done with the answer.

What such a file contains is `core.network.plan_file`'s knowledge. Opening one is a change of the plan like any other,
which can be undone.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from core.errors import FrostlineError, UnusableInput
from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, format_spec
from core.network.plan_file import SUFFIX, read_plan, write_plan
from gui.language.translate import tr
from gui.layers.plan_history import PlanHistory
from gui.session import Session
from gui.window.settings import WindowSettings

_FILTER = tr("Freeze plans (*{suffix})", suffix=SUFFIX)


class PlanFiles(QObject):
    """Saves the session's plan and opens others. A file that comes before the network is known is opened then."""

    plan_saved = Signal(object)  # Path
    plan_opened = Signal(object)  # Path
    failed = Signal(object)  # Failure

    def __init__(
        self, *, session: Session, history: PlanHistory, settings: WindowSettings, window: QWidget, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._history = history
        self._settings = settings
        self._window = window
        self._waiting: Path | None = None
        session.network_described.connect(self._on_session_network_described)

    def ask_where_to_save(self) -> None:
        """Ask for a file to save the plan in; `plan_saved` or `failed` follows unless the user thinks better of it."""
        network = self._session.network
        if network is None:
            return
        proposal = self._settings.plan_folder / name_of_plan(self._session.plan, network)
        dialog = QFileDialog(self._window, tr("Save the freeze plan"), str(proposal), _FILTER)
        dialog.setObjectName("save_plan_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.selectFile(str(proposal))
        dialog.fileSelected.connect(lambda file: self.save(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_what_to_open(self) -> None:
        """Ask for a plan to open; `plan_opened` or `failed` follows unless the user thinks better of it."""
        dialog = QFileDialog(self._window, tr("Open a freeze plan"), str(self._settings.plan_folder), _FILTER)
        dialog.setObjectName("open_plan_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.open(Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, chosen: Path) -> None:
        """Save the plan; the file's name gets the ending of a plan if it lacks it."""
        network = self._session.network
        if network is None:
            return
        try:
            file = with_suffix_of_plan(chosen)
            write_plan(self._session.plan, network, file)
        except FrostlineError as error:
            self.failed.emit(error.as_failure())
            return
        self._settings.keep_plan_folder(file.parent)
        self.plan_saved.emit(file)

    def open(self, file: Path) -> None:
        """Make the plan in `file` the session's."""
        network = self._session.network
        if network is None:
            self._waiting = file
            return
        try:
            plan = read_plan(file, network)
        except FrostlineError as error:
            self.failed.emit(error.as_failure())
            return
        self._settings.keep_plan_folder(file.parent)
        self._history.change(plan, tr("open {removesuffix}", removesuffix=file.name.removesuffix(SUFFIX)))
        self.plan_opened.emit(file)

    def _on_session_network_described(self) -> None:
        if self._waiting is not None:
            file, self._waiting = self._waiting, None
            self.open(file)


def name_of_plan(plan: FreezePlan, network: NetworkDescription) -> str:
    """Return a name for the file of a plan: 'conv5.frostplan.json', or 'freeze plan.frostplan.json' for a long list."""
    spec = format_spec(plan.thawed, network)
    return (tr("freeze plan") if "," in spec else spec) + SUFFIX


def with_suffix_of_plan(chosen: Path) -> Path:
    """Return `chosen` with the ending of a plan.

    Raises:
        UnusableInput: a file of the completed name exists, which the user was not asked about.

    """
    if chosen.name.endswith(SUFFIX):
        return chosen
    completed = chosen.with_name(chosen.name.removesuffix(".json") + SUFFIX)
    if completed.exists():
        raise UnusableInput(
            tr("{completed} exists already, and {name} would have become it.", completed=completed, name=chosen.name),
            hint=tr("Choose {name} itself to replace it, or another name.", name=completed.name),
        )
    return completed
