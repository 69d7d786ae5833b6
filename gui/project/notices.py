"""What the strip of the window says about projects, with the ways on: pictures to find, corrections to choose from."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.data.corrections import Corrections
from core.errors import Failure, UnusableInput
from core.project.kept_corrections import merge
from core.project.noted_path import NotedPath
from core.project.open_project import OpenProject
from gui.language.translate import tr
from gui.project.current_work import CurrentWork, Restored
from gui.project.words import different_in_words, missing_in_words
from gui.session import Session
from gui.window.folder_dialog import folder_dialog
from gui.window.main_window import MainWindow
from gui.window.message_bar import Level, MessageAction


class Notices(QObject):
    """Tells what was found out when a project was opened, all of it in one message."""

    pictures_found = Signal()  # the pictures of the project are open again
    project_wanted = Signal()

    def __init__(
        self, *, session: Session, work: CurrentWork, window: MainWindow, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._work, self._window = session, work, window

    def tell(self, project: OpenProject | None, restored: Restored) -> None:
        """Tell what a person should know of what was opened; nothing where all is as it was."""
        said: list[tuple[str, str]] = []
        actions: list[MessageAction] = []
        level = Level.WARNING
        if project is not None and project.remark:
            said.append((project.remark, project.hint))
        if project is not None and project.read_only:
            said.append(
                (
                    project.read_only,
                    tr(
                        "Changes aren't kept here; new runs go to {place_for_runs}.",
                        place_for_runs=self._session.place_for_runs,
                    ),
                )
            )
        if restored.missing is not None:
            missing = restored.missing
            said.append(missing_in_words(missing))
            actions.append((tr("Find the folder…"), lambda: self.ask_for_pictures(missing)))
        if restored.problem is not None:
            said.append((restored.problem.message, restored.problem.hint))
        if restored.given_back and not said:
            level = Level.INFORMATION
            said.append(
                (tr("The corrections of the pictures were not with them: they hold again as they did here."), "")
            )
        if restored.different is not None:
            said.append(different_in_words(restored.different))
            actions += self._ways_to_correct(restored.different)
        if said:
            sentences, hints = zip(*said, strict=True)
            self._window.show_message(level, " ".join(sentences), " ".join(filter(None, hints)), actions)

    def tell_failure(self, failure: Failure) -> None:
        """Tell what could not be done."""
        self._window.show_message(Level.ERROR, failure.message, failure.hint)

    def tell_recovery(self) -> None:
        """Tell that what could not be written is written."""
        self._window.show_message(Level.INFORMATION, tr("The project could be written again: all is saved."))

    def tell_plan(self, why: str, aside: Path | None) -> None:
        """Tell that the plan of a project can't be had. aside: the copy of the file that names it."""
        kept = "" if aside is None else tr(" It is still in {name}.", name=aside.name)
        self._window.show_message(
            Level.WARNING,
            tr("The freeze plan of this project can't be used: {why}{kept}", why=why, kept=kept),
            tr("Freeze and thaw anew."),
        )

    def ask_for_pictures(self, missing: NotedPath) -> None:
        """Ask where the pictures of the project are now."""
        dialog = folder_dialog(
            self._window, tr("Find the pictures that were at {path}", path=missing.path), Path.home()
        )
        dialog.setObjectName("find_pictures_dialog")
        dialog.fileSelected.connect(lambda folder: self.open_found(missing, Path(folder)))
        dialog.open()

    def open_found(self, missing: NotedPath, folder: Path) -> None:
        """Open the folder in which the pictures of the project are now."""
        restored = self._work.find_pictures(missing, folder)
        self.pictures_found.emit()
        self.tell(None, restored)

    def _ways_to_correct(self, kept: Corrections) -> list[MessageAction]:
        return [
            (tr("Use both"), lambda: self._use_both(kept)),
            (tr("Keep those of the folder"), self._work.settle_corrections),
        ]

    def _use_both(self, kept: Corrections) -> None:
        folder = self._session.folder
        if folder is None:
            return
        try:
            merge(folder, kept)
        except UnusableInput as error:
            self.tell_failure(error.as_failure())
            return
        self._work.settle_corrections()
        self._session.open_folder(folder)
