"""Projects in the window: which one is open, what the menu does with them, and where one was when one comes back.

What a project remembers is gathered and given back by `CurrentWork`, and written by `Autosave`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from core.errors import FrostlineError
from core.messages import ProjectSaved, SaveProjectAs
from core.project.contents import contents_as_json
from core.project.open_project import OpenProject, make_project, open_project, refuse_taken
from core.project.project_file import PROJECT_FILE
from gui.data.correction_history import CorrectionHistory
from gui.language.translate import tr
from gui.project.autosave import Autosave
from gui.project.current_work import CurrentWork
from gui.project.last_work import LastWork
from gui.project.notices import Notices
from gui.project.open_windows import OpenWindows, WayIn
from gui.project.project_dialogs import ask_where, ask_which
from gui.project.saving_job import SavingJob
from gui.project.words import free_name, gone_in_words, saved_in_words, title_of
from gui.session import Session
from gui.window.actions import ProjectWish
from gui.window.main_window import MainWindow
from gui.window.message_bar import Level
from gui.window.recent_menu import PROJECTS, RecentMenu
from gui.window.settings import WindowSettings
from gui.worker.workers import Workers

_log = logging.getLogger(__name__)


class ProjectDesk(QObject):
    """Holds the open project. A window has one at most; another is opened in a window of its own."""

    def __init__(
        self,
        *,
        session: Session,
        workers: Workers,
        window: MainWindow,
        settings: WindowSettings,
        corrections: CorrectionHistory,
        windows: OpenWindows,
        remembers: bool,
        parent: QObject | None = None,
    ) -> None:
        """Make it. remembers: what is open without a project is noted too, for the next start."""
        super().__init__(parent)
        self._session, self._workers, self._window, self._settings = session, workers, window, settings
        self._windows = windows
        self._work = work = CurrentWork(session=session, corrections=corrections, window=window, parent=self)
        self._project: OpenProject | None = None
        self._last = LastWork() if remembers else None
        self._autosave = Autosave(work=work, parent=self)
        self._saving = SavingJob(workers=workers, window=window, parent=self)
        self._notices = Notices(session=session, work=work, window=window, parent=self)
        self._connect()
        self._add_to_menu()

    def _add_to_menu(self) -> None:
        recent = RecentMenu(paths=self._settings.projects, kind=PROJECTS, parent=self._window)
        recent.path_chosen.connect(self.open)
        self._window.insert_menu(recent, before="save_project_as")
        self._window.actions_by_name["close_project"].setEnabled(False)

    def _connect(self) -> None:
        self._window.project_wished.connect(self._on_window_project_wished)
        self._window.project_dropped.connect(self.open)
        self._window.closed.connect(self._on_window_closed)
        self._session.folder_opened.connect(self._show_title)
        self._autosave.failed.connect(self._notices.tell_failure)
        self._autosave.recovered.connect(self._notices.tell_recovery)
        self._notices.pictures_found.connect(self._autosave.save_now)
        self._notices.project_wanted.connect(self.ask_which)
        self._work.changed.connect(self._on_work_changed)
        self._work.plan_failed.connect(self._on_work_plan_failed)
        self._saving.saved.connect(self._on_saving_saved)
        self._saving.failed.connect(self._notices.tell_failure)

    @property
    def project(self) -> OpenProject | None:
        """The project that is open."""
        return self._project

    @property
    def is_empty(self) -> bool:
        """Whether nothing is open that another project would push aside."""
        return self._project is None and self._work.is_empty

    # ------------------------------------------------------------------ beginning

    def begin(self, way_in: WayIn) -> None:
        """Open what a new window begins with, paths excepted, and note from now on what is open."""
        if way_in.project is not None:
            self.take(way_in.project)
        elif way_in.reopens:
            self.reopen()
        if self._project is None and self._last is not None:
            self._autosave.save_to(self._last.prepared_file(), tr("What is open"))

    def reopen(self) -> None:
        """Come back to where somebody was: in the project that was open last, or in what was open without one."""
        last = self._settings.last_project
        if last is None:
            self._reopen_last_work()
        elif not last.is_dir():
            sentence, hint = gone_in_words(last)
            self._window.show_message(Level.WARNING, sentence, hint, [(tr("Open project…"), self.ask_which)])
        elif (project := self._opened(last)) is not None:
            if project.in_use_elsewhere:
                self._window.show_message(Level.INFORMATION, project.read_only, tr("This window begins without it."))
            else:
                self.take(project)

    def _reopen_last_work(self) -> None:
        if self._last is None:
            return
        contents, damage = self._last.read()
        if damage is not None:
            self._notices.tell_failure(damage)
        if contents is not None:
            self._notices.tell(None, self._work.restore(contents, None))

    def take(self, project: OpenProject) -> None:
        """Open a project in this window, in which nothing is open yet."""
        self._hold(project)
        restored = self._work.restore(project.contents, project.folder)
        self._keep_from_now_on(project)
        self._show_title()
        self._notices.tell(project, restored)

    def _hold(self, project: OpenProject) -> None:
        self._project = project
        writable = not project.read_only
        if writable:
            self._settings.keep_last_project(project.folder)
            project.prepare_runs()
        self._settings.projects.keep(project.folder)
        self._session.set_runs_folder(project.runs, writable=writable)
        self._window.actions_by_name["close_project"].setEnabled(True)

    def _keep_from_now_on(self, project: OpenProject) -> None:
        if project.read_only:
            self._autosave.save_to(None, "")
            return
        known = None if project.remark else project.contents
        self._autosave.save_to(project.folder / PROJECT_FILE, tr("The project"), known=known)
        self._autosave.save_soon()

    # ------------------------------------------------------------------ what a user can do

    def open(self, folder: Path) -> None:
        """Open a project: here where nothing is open yet, otherwise in a window of its own."""
        if self._project is not None and folder.absolute() == self._project.folder:
            self._window.show_message(
                Level.INFORMATION, tr("The project “{name}” is open already.", name=self._project.name)
            )
            return
        project = self._opened(folder)
        if project is not None:
            self._show(project)

    def ask_which(self) -> None:
        """Ask for a project and open it."""
        ask_which(self._window, self._settings.project_folder, self.open)

    def make(self, folder: Path) -> None:
        """Make a project in which nothing is yet, and open it."""
        try:
            refuse_taken(folder, pictures=self._session.folder)
            self.open(make_project(folder))
        except FrostlineError as error:
            self._notices.tell_failure(error.as_failure())

    def save_as(self, destination: Path) -> None:
        """Make a project of what is open, with copies of its runs, and go on in it."""
        if self._is_busy(tr("saved as another project")):
            return
        try:
            refuse_taken(destination, pictures=self._session.folder)
        except FrostlineError as error:
            self._notices.tell_failure(error.as_failure())
            return
        self._autosave.save_now()
        session = self._session
        request = SaveProjectAs(
            destination=destination.absolute(),
            contents=contents_as_json(self._work.contents_seen_from(destination)),
            runs_folder=session.runs_folder,
            all_runs=self._project is not None,
            pictures=session.folder,
            in_use=session.run,
        )
        self._saving.begin(request)

    def close_project(self) -> None:
        """Leave the project, for a window without one."""
        if self._project is not None and not self._is_busy(tr("closed")):
            self._settings.keep_last_project(None)
            if self._last is not None:
                self._last.forget()
            self._open_window(None)

    def _is_busy(self, done: str) -> bool:
        """Say so where something is under way that is not to be cut short."""
        under_way = self._workers.work_under_way
        if under_way or self._saving.running:
            what = under_way or tr("Saving")
            self._window.show_message(
                Level.WARNING,
                tr("{what} is under way: the project can't be {done} now.", what=what, done=done),
                tr("Wait for its end, or stop it first."),
            )
        return bool(under_way) or self._saving.running

    # ------------------------------------------------------------------ parts

    def _opened(self, folder: Path) -> OpenProject | None:
        try:
            return open_project(folder)
        except FrostlineError as error:
            self._notices.tell_failure(error.as_failure())
            return None

    def _show(self, project: OpenProject) -> None:
        if self.is_empty:
            self.take(project)
        else:
            self._autosave.save_now()
            self._open_window(project)

    def _open_window(self, project: OpenProject | None) -> None:
        """Open a project, or nothing, in a window of its own; this one stays while it is at work."""
        self._settings.keep_geometry(self._window.saveGeometry())
        self._windows.open(project, beside=self._window, stays=bool(self._workers.work_under_way))

    def _show_title(self, _folder: Path | None = None) -> None:
        self._window.setWindowTitle(title_of(self._project, self._session.folder))

    # ------------------------------------------------------------------ answers

    def _on_window_project_wished(self, wish: ProjectWish) -> None:
        window, start, folder = self._window, self._settings.project_folder, self._session.folder
        new = copy = free_name(start, "project")
        if folder is not None and folder.name:
            # Beside the pictures, unless projects were put elsewhere before: so both are moved together.
            copy = free_name(start if self._settings.projects.remembered else folder.parent, folder.name)
        act: dict[ProjectWish, Callable[[], object]] = {
            ProjectWish.NEW: lambda: ask_where(window, tr("New project"), new, self.make),
            ProjectWish.OPEN: self.ask_which,
            ProjectWish.SAVE_AS: lambda: ask_where(window, tr("Save project as"), copy, self.save_as),
            ProjectWish.CLOSE: self.close_project,
        }
        act[wish]()

    def _on_saving_saved(self, saved: ProjectSaved) -> None:
        """Go on in the project that was saved; nothing that is open changes but the place of the runs."""
        project = self._opened(saved.project)
        if project is None:
            return
        before = self._project
        self._work.places.rebase(project.folder)
        self._hold(project)
        if before is not None:
            before.close()
        if saved.in_use is not None and saved.in_use != self._session.run:
            self._session.select_run(saved.in_use)
        self._keep_from_now_on(project)
        self._show_title()
        self._window.show_message(Level.INFORMATION, *saved_in_words(saved))

    def _on_work_plan_failed(self, why: str) -> None:
        aside = None if self._project is None or self._project.read_only else self._project.keep_copy()
        self._notices.tell_plan(why, aside)

    def _on_work_changed(self) -> None:
        """What is worked on without a project is what one comes back to."""
        if self._project is None and self._autosave.is_on:
            self._settings.keep_last_project(None)

    def _on_window_closed(self) -> None:
        failure = self._autosave.save_now()
        if failure is not None:
            _log.warning("%s", failure.message)
        if self._project is not None:
            self._project.close()
