"""What is open in the window, as a project remembers it: gathered from the session, and given back to it.

Where it is kept, and when, is not known here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.data.corrections import Corrections
from core.errors import UnusableInput
from core.project.contents import SETTING_NAMES, ProjectContents
from core.project.kept_corrections import Standing, give_back
from core.project.noted_path import NotedPath, find_path
from core.training.run_record import MODEL_FILE
from gui.data.correction_history import CorrectionHistory
from gui.project.noted_places import NotedPlaces, name_of
from gui.project.waiting_plan import WaitingPlan
from gui.session import Session
from gui.shared_settings import FormContent, SharedSettings
from gui.window.main_window import MainWindow
from gui.window.steps import STEPS


@dataclass(frozen=True)
class Restored:
    """What a person should know of work that was given back.

    missing: the folder of pictures that was not found. different: corrections that the folder of pictures lacks.
    given_back: whether the folder had none, and has them again. problem: why its corrections can't be seen to.
    """

    missing: NotedPath | None = None
    different: Corrections | None = None
    given_back: bool = False
    problem: UnusableInput | None = None


class CurrentWork(QObject):
    """Tells when something changes that is remembered, and says what there is."""

    changed = Signal()
    plan_failed = Signal(str)  # why the plan that was remembered can't be had

    def __init__(
        self, *, session: Session, corrections: CorrectionHistory, window: MainWindow, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._corrections, self._window = session, corrections, window
        self.places = NotedPlaces()
        self._in_question: Path | None = None
        self._restoring = False
        self._plan = WaitingPlan(session=session, parent=self)
        self._plan.failed.connect(self.plan_failed)
        session.folder_opened.connect(self._on_session_folder_opened)
        for news in (
            session.validation_folder_changed,
            session.backbone_changed,
            session.plan_changed,
            session.form_changed,
            session.run_selected,
            corrections.corrected,
            corrections.reading_changed,
            window.step_shown,
        ):
            news.connect(self._on_news)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was opened yet that another project would push aside."""
        session = self._session
        nothing = session.folder is None and session.run is None and session.training is None
        remembered = self.places.before.pictures or self.places.before.run
        return nothing and not session.plan.thawed and session.form is None and remembered is None

    # ------------------------------------------------------------------ what there is

    def contents(self) -> ProjectContents:
        """Return what is open now, noted as seen from the base of `places`."""
        session, before = self._session, self.places.before
        thaw, thaw_batch_norm = self._plan.written
        form = session.form
        pictures, validation = before.pictures, before.validation
        if session.folder is not None:
            pictures = self.places.note(session.folder)
            validation = None if session.validation_folder is None else self.places.note(session.validation_folder)
        now = ProjectContents(
            pictures=pictures,
            validation=validation,
            earlier=self.places.earlier(pictures, validation),
            corrections=self._corrections_now(),
            backbone=session.backbone,
            thaw=thaw,
            thaw_batch_norm=thaw_batch_norm,
            settings=before.settings if form is None else _settings(form),
            run_name=before.run_name if form is None else form.run_name,
            page=self._window.rail.step,
            run=before.run if session.run is None else self.places.note(session.run),
        )
        self.places.before = now
        return now

    def contents_seen_from(self, base: Path) -> ProjectContents:
        """Return what is open now, noted as a project in the folder `base` would note it."""
        self.contents()
        kept, self.places = self.places, replace(self.places)
        try:
            self.places.rebase(base)
            return self.contents()
        finally:
            self.places = kept

    def _corrections_now(self) -> Corrections | None:
        if self._session.folder in (None, self._in_question):
            return self.places.before.corrections
        return self._corrections.corrections or None

    # ------------------------------------------------------------------ giving it back

    def restore(self, contents: ProjectContents, base: Path | None) -> Restored:
        """Open what was open, and say what was not found."""
        self._restoring = True
        try:
            self.places = NotedPlaces(base, contents)
            self._restore_settings(contents)
            restored = self._restore_pictures(contents)
            run = None if contents.run is None else find_path(contents.run, base)
            if run is not None and (run.is_file() or (run / MODEL_FILE).is_file()):
                self._session.select_run(run)
            if contents.page in {step.name for step in STEPS}:
                self._window.show_step(contents.page)
        finally:
            self._restoring = False
        return restored

    def _restore_settings(self, contents: ProjectContents) -> None:
        session = self._session
        session.set_backbone(contents.backbone)
        shared = {one.name for one in fields(SharedSettings)} & contents.settings.keys()
        session.set_settings(replace(session.settings, **{name: contents.settings[name] for name in shared}))
        if contents.settings or contents.run_name:
            session.restore_form(FormContent(dict(contents.settings), contents.run_name))
        self._plan.want(contents.thaw, thaw_batch_norm=contents.thaw_batch_norm)

    def _restore_pictures(self, contents: ProjectContents) -> Restored:
        if contents.pictures is None:
            return Restored()
        folder = find_path(contents.pictures, self.places.base)
        if folder is None or not folder.is_dir():
            return Restored(missing=contents.pictures)
        return self._open_pictures(folder, contents)

    def find_pictures(self, noted: NotedPath, folder: Path) -> Restored:
        """Open the folder in which the user found the pictures of the project again."""
        restored = self._open_pictures(folder, self.places.before)
        for place in {folder, self._session.folder or folder}:
            self.places.found(noted, place)
        self.changed.emit()
        return restored

    def _open_pictures(self, folder: Path, contents: ProjectContents) -> Restored:
        restored = _with_corrections(folder, contents.corrections)
        validation = None if contents.validation is None else find_path(contents.validation, self.places.base)
        before = self._restoring
        self._restoring = True
        try:
            self._session.open_folder(folder)
            self._session.set_validation_folder(validation)
        finally:
            self._restoring = before
        self._in_question = self._session.folder if restored.different else None
        return restored

    def settle_corrections(self) -> None:
        """Go by the corrections that the folder has from now on."""
        self._in_question = None
        self.changed.emit()

    # ------------------------------------------------------------------ news

    def _on_session_folder_opened(self, folder: Path) -> None:
        if self._restoring:
            return
        missing = self.places.before.pictures
        if missing is not None and folder.name == name_of(missing) and find_path(missing, self.places.base) is None:
            self.places.found(missing, folder)  # A folder of that name: the one that was moved.
        if folder != self._in_question:
            self._in_question = None
        self.changed.emit()

    def _on_news(self, *_news: object) -> None:
        if not self._restoring:
            self.changed.emit()


def _settings(form: FormContent) -> dict[str, object]:
    return {name: value for name, value in form.values.items() if name in SETTING_NAMES}


def _with_corrections(folder: Path, kept: Corrections | None) -> Restored:
    """Give the folder back the corrections that it lacks, if it has none; a damaged file of its own is put aside."""
    if kept is None:
        return Restored()
    try:
        standing = _twice(lambda: give_back(folder, kept))
    except UnusableInput as error:
        return Restored(problem=error)
    return Restored(
        different=kept if standing is Standing.DIFFERENT else None, given_back=standing is Standing.GIVEN_BACK
    )


def _twice(act: Callable[[], Standing]) -> Standing:
    """Try again where the first time a damaged file was put aside."""
    try:
        return act()
    except UnusableInput as error:
        if error.kind != "corrections_damaged":
            raise
        return act()
