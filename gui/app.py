"""The window is put together here, and only here: session, workers, pages, and who answers whose signals.

Pages other than Data are made after the window is on the screen, and so are the workers, whose import of Keras would
otherwise be what a person waits for.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from core.errors import Failure
from core.messages import SeeToLeftovers, WorkerReady
from core.network.description import NetworkDescription
from core.training.specification import TrainingSpecification
from gui.backends.backend_switch import BackendSwitch, remembered_environment
from gui.cluster.cluster_address import ClusterAddress
from gui.commands.sources import RunsToUse, layers_to_reveal
from gui.data.correction_history import CorrectionHistory
from gui.data.page import DataPage
from gui.desktop.presence import DesktopPresence
from gui.event_loop import run_event_loop
from gui.glossary.guide import GlossaryGuide
from gui.improvement import Improvement
from gui.language.translate import teach_qt, tr
from gui.layers.network_describer import NetworkDescriber
from gui.layers.plan_files import PlanFiles
from gui.layers.plan_history import PlanHistory
from gui.path_opener import PathOpener
from gui.prediction.reference_keeper import ReferenceKeeper
from gui.project.open_windows import OpenWindows, WayIn
from gui.project.project_desk import ProjectDesk
from gui.session import Session
from gui.shared_settings import SharedSettings
from gui.style.dressing import Dressing
from gui.tour.tour import Tour
from gui.window.icons import application_icon
from gui.window.main_window import MainWindow, PageMaker
from gui.window.message_bar import Level
from gui.window.page_undo import PageUndo
from gui.window.recent_menu import RecentMenu
from gui.window.settings import WindowSettings
from gui.window.steps import STEPS
from gui.window.view_menus import add_view_menus
from gui.window.worker_notices import WorkerNotices
from gui.worker.workers import Workers


def create_window(
    folder: Path | None = None, *, pages_when_idle: bool = False, offers_tour: bool = False, remembers: bool = False
) -> MainWindow:
    """Build the window inside an existing QApplication; show it, and the workers start after its first paint.

    folder: opened as data; a project, the folder of a run, or a freeze plan, as what it is. pages_when_idle: make the
    pages after the first paint rather than now. offers_tour: show a new user around. remembers: come back to where
    one was, unless a folder is given, and note where one is.
    """
    dressing = Dressing.of_running()  # before the first widget, which takes its sizes from the style

    def make(way_in: WayIn, windows: OpenWindows) -> MainWindow:
        application = _Application(
            way_in=way_in,
            windows=windows,
            pages_when_idle=pages_when_idle,
            offers_tour=offers_tour,
            remembers=remembers,
        )
        add_view_menus(application.window, dressing=dressing, settings=application.settings)
        return application.window

    return OpenWindows(make).first(WayIn(path=folder, reopens=remembers and folder is None))


def main(argv: Sequence[str]) -> int:
    """Open the window, with what `argv` may name, and return the exit status when it is closed.

    argv: nothing, or a folder of pictures, a project, the folder of a run, or a freeze plan.
    """
    folder = Path(argv[0]).absolute() if argv else None
    application = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(application, QApplication)
    application.setApplicationName("Frostline")
    application.setApplicationDisplayName("Frostline")
    application.setDesktopFileName("frostline")
    application.setWindowIcon(application_icon())
    teach_qt()
    window = create_window(folder, pages_when_idle=True, offers_tour=True, remembers=True)
    window.show()
    return run_event_loop(application)


class _Application(QObject):
    """Holds what the window's parts share, and passes on what they say. Lives as long as the window."""

    def __init__(
        self, *, way_in: WayIn, windows: OpenWindows, pages_when_idle: bool, offers_tour: bool, remembers: bool
    ) -> None:
        super().__init__()
        self._way_in, self._pages_when_idle, self._offers_tour = way_in, pages_when_idle, offers_tour
        self.settings = WindowSettings()
        self.session = Session(self)
        self.session.set_settings(SharedSettings(pixel_limit=self.settings.pixel_limit))
        self.workers = Workers(self, environment=remembered_environment(self.settings))
        self.cluster = ClusterAddress(settings=self.settings, parent=self)
        self.switch = BackendSwitch(workers=self.workers, settings=self.settings, parent=self)
        self._settings_dialog: QDialog | None = None
        self.history = PlanHistory(session=self.session, parent=self)
        self.corrections = CorrectionHistory(session=self.session, parent=self)
        self.describer = NetworkDescriber(session=self.session, workers=self.workers, parent=self)
        self.window = MainWindow(page_makers=self._page_makers(), settings=self.settings)
        self.desktop = DesktopPresence(window=self.window, workers=self.workers, settings=self.settings)
        PageUndo(window=self.window, plans=self.history, corrections=self.corrections.stack, parent=self)
        self.improvement = Improvement(
            session=self.session,
            workers=self.workers,
            window=self.window,
            show_message=self.window.show_message,
            train=self._train,
            take_corrections_back=self.corrections.stack.undo,
            parent=self,
        )
        self._runs_to_use = RunsToUse(session=self.session, use=self._use_run, parent=self)
        ReferenceKeeper(session=self.session, workers=self.workers, parent=self)
        self.plan_files = PlanFiles(
            session=self.session, history=self.history, settings=self.settings, window=self.window, parent=self
        )
        self.desk = ProjectDesk(
            session=self.session,
            workers=self.workers,
            window=self.window,
            settings=self.settings,
            corrections=self.corrections,
            windows=windows,
            remembers=remembers,
            parent=self,
        )
        self.opener = PathOpener(
            session=self.session, window=self.window, plan_files=self.plan_files, open_project=self.desk.open
        )
        self.tour = Tour(window=self.window, settings=self.settings)
        self.setParent(self.window)
        self._connect_window()
        self._connect_plan_files()
        self._connect_session()
        self._connect_workers()
        self._connect_commands()
        self.window.show_step(STEPS[0].name)
        if self.settings.damage:
            self.window.show_message(Level.WARNING, self.settings.damage, tr("Choose your settings anew."))
        if not pages_when_idle:
            self.window.make_all_pages()

    # ------------------------------------------------------------------ pages

    def _page_makers(self) -> dict[str, PageMaker]:
        session, workers, history = self.session, self.workers, self.history

        def train() -> QWidget:
            from gui.training.page import TrainPage

            page = TrainPage(session=session, workers=workers, history=history, cluster=self.cluster)
            page.regressions_wanted.connect(self.improvement.show_regressions)
            return page

        def evaluate() -> QWidget:
            from gui.evaluation.page import EvaluatePage

            page = EvaluatePage(session=session, workers=workers, corrections=self.corrections)
            page.explanation_wanted.connect(self._on_page_explanation_wanted)
            return page

        def predict() -> QWidget:
            from gui.prediction.camera.qt_camera import may_have_cameras, qt_camera
            from gui.prediction.page import PredictPage

            page = PredictPage(
                session=session,
                workers=workers,
                settings=self.settings,
                corrections=self.corrections,
                camera=qt_camera if may_have_cameras() else None,
            )
            page.training_wanted.connect(self.improvement.train_again)
            page.folder_wanted.connect(self._on_predict_page_folder_wanted)
            return page

        def export() -> QWidget:
            from gui.export.page import ExportPage

            return ExportPage(session=session, workers=workers)

        return {
            "data": self._make_data_page,
            "layers": self._make_layers_page,
            "train": train,
            "evaluate": evaluate,
            "predict": predict,
            "export": export,
        }

    def _make_data_page(self) -> QWidget:
        page = DataPage(
            session=self.session,
            workers=self.workers,
            recent_folders=self.settings.recent_folders,
            recent_projects=self.settings.recent_projects,
            corrections=self.corrections,
        )
        page.folder_wanted.connect(self.window.choose_folder)
        page.project_wanted.connect(self.window.project_dropped)
        page.next_step_wanted.connect(lambda: self.window.show_step("layers"))
        return page

    def _make_layers_page(self) -> QWidget:
        from gui.layers.page import LayersPage

        return LayersPage(session=self.session, history=self.history, workers=self.workers)

    # ------------------------------------------------------------------ wiring

    def _connect_window(self) -> None:
        window = self.window
        window.first_painted.connect(self._on_window_first_painted)
        window.folder_chosen.connect(self.session.open_folder)
        recent = RecentMenu(paths=self.settings.folders, parent=window)
        recent.path_chosen.connect(self.session.open_folder)
        window.insert_menu(recent, before="sample_pictures")
        window.tour_requested.connect(self.tour.begin)
        window.sample_pictures_requested.connect(self._on_window_sample_pictures_requested)
        window.pictures_dropped.connect(self._on_window_pictures_dropped)
        window.report_save_requested.connect(self._on_window_report_save_requested)
        window.step_shown.connect(self._on_window_step_shown)
        window.closed.connect(self.workers.close)
        window.settings_requested.connect(self._show_settings)

    def _connect_plan_files(self) -> None:
        window, files = self.window, self.plan_files
        for name in ("open_plan", "save_plan"):
            window.actions_by_name[name].setEnabled(False)
        window.plan_open_requested.connect(files.ask_what_to_open)
        window.plan_save_requested.connect(files.ask_where_to_save)
        window.run_dropped.connect(self.opener.open_run)
        window.plan_dropped.connect(self.opener.open_plan)
        files.plan_opened.connect(lambda _file: window.show_step("layers"))
        files.plan_saved.connect(self._on_plan_files_plan_saved)
        files.failed.connect(lambda failure: window.show_message(Level.ERROR, failure.message, failure.hint))

    def _connect_session(self) -> None:
        rail = self.window.rail
        self.corrections.failed.connect(self._on_failure)
        self.session.folder_opened.connect(self._on_session_folder_opened)
        self.session.network_described.connect(self._on_session_network_described)
        self.session.folder_scanned.connect(lambda scan: rail.set_done("data", not scan.obstacles))
        self.session.run_selected.connect(lambda _run: rail.set_done("train", True))
        self.session.settings_changed.connect(self._on_session_settings_changed)
        self.describer.failed.connect(self._on_failure)

    def _connect_workers(self) -> None:
        status = self.window.status
        self.workers.trainer_ready.connect(self._on_workers_trainer_ready)
        self.workers.busy_changed.connect(status.show_activity)
        WorkerNotices(workers=self.workers, window=self.window, parent=self)
        self.switch.switched.connect(status.show_loading)

    def _connect_commands(self) -> None:
        guide = GlossaryGuide(window=self.window, kind_of_selection=self._kind_of_selection)
        self.window.glossary_requested.connect(guide.explain)
        self.window.add_command_source(guide.commands)
        self.window.add_command_source(self._runs_to_use.commands)
        self.window.add_command_source(lambda: layers_to_reveal(self.session.network, self._reveal_layer))
        self._runs_to_use.changed.connect(self.window.refresh_commands)

    # ------------------------------------------------------------------ answers

    def _use_run(self, run: Path) -> None:
        self.session.select_run(run)
        self.window.show_step("train")

    def _kind_of_selection(self) -> str:
        from gui.layers.page import LayersPage

        page = self.window.page("layers")
        assert isinstance(page, LayersPage)
        return page.kind_of_selection

    def _reveal_layer(self, name: str) -> None:
        from gui.layers.page import LayersPage

        self.window.show_step("layers")
        page = self.window.page("layers")
        assert isinstance(page, LayersPage)
        page.reveal(name)

    def _on_window_first_painted(self) -> None:
        self.desk.begin(self._way_in)
        if self._way_in.path is not None:
            self.opener.open(self._way_in.path)
        self.describer.describe()
        if self._offers_tour and self._way_in.path is None and self.desk.is_empty:
            self.tour.offer()
        if self._pages_when_idle:
            self.window.make_pages_when_idle()

    def _on_session_settings_changed(self, settings: SharedSettings) -> None:
        if settings.pixel_limit != self.settings.pixel_limit:
            self.settings.keep_pixel_limit(settings.pixel_limit)

    def _on_session_network_described(self, _network: NetworkDescription) -> None:
        for name in ("open_plan", "save_plan"):
            self.window.actions_by_name[name].setEnabled(True)

    def _on_session_folder_opened(self, folder: Path) -> None:
        self.settings.keep_folder(folder)
        self.window.rail.set_done("data", False)
        self.window.show_step("data")

    def _on_failure(self, failure: Failure) -> None:
        self.window.show_message(Level.ERROR, failure.message, failure.hint)

    def _on_window_sample_pictures_requested(self) -> None:
        self.window.show_step("data")
        page = self.window.page("data")
        assert isinstance(page, DataPage)
        page.open_sample_pictures()

    def _on_window_pictures_dropped(self, sources: tuple[Path | bytes, ...]) -> None:
        from gui.prediction.page import PredictPage

        self.window.show_step("predict")
        page = self.window.page("predict")
        assert isinstance(page, PredictPage)
        page.predict_sources(list(sources))

    def _on_page_explanation_wanted(self, model: Path, picture: Path) -> None:
        """Explain on the Predict page why `model`, which is in use from now on, answers as it does of a picture."""
        from gui.prediction.page import PredictPage

        page = self.window.page("predict")
        assert isinstance(page, PredictPage)
        if model != self.session.run:
            self.session.select_run(model)
        self.window.show_step("predict")
        page.explain_picture(picture)

    def _on_window_report_save_requested(self) -> None:
        from gui.evaluation.page import EvaluatePage

        self.window.show_step("evaluate")
        page = self.window.page("evaluate")
        assert isinstance(page, EvaluatePage)
        page.save_report()

    def _on_predict_page_folder_wanted(self, folder: Path) -> None:
        """Open the data folder of a run, but stay with the pictures that are to join it."""
        self.session.open_folder(folder)
        self.window.show_step("predict")

    def _train(self, specification: TrainingSpecification) -> None:
        from gui.training.page import TrainPage

        self.window.show_step("train")
        page = self.window.page("train")
        assert isinstance(page, TrainPage)
        page.train(specification)

    def _on_plan_files_plan_saved(self, file: Path) -> None:
        self.window.show_message(Level.INFORMATION, tr("The freeze plan was saved as {file}.", file=file))

    def _on_window_step_shown(self, name: str) -> None:
        if name == "layers":
            self.window.rail.set_done("layers", True)

    def _show_settings(self) -> None:
        from gui.backends.settings_dialog import SettingsDialog

        if self._settings_dialog is None:
            self._settings_dialog = SettingsDialog(
                workers=self.workers,
                switch=self.switch,
                desktop=self.desktop.choices,
                cluster=self.cluster,
                parent=self.window,
            )
        self._settings_dialog.open()

    def _on_workers_trainer_ready(self, ready: WorkerReady) -> None:
        self.window.status.show_ready(ready)
        if ready.failure is not None:
            remedies = [(tr("Settings"), self._show_settings)]
            self.window.show_message(Level.ERROR, ready.failure.message, ready.failure.hint, remedies)
            return
        self.describer.describe()
        # Of an earlier Frostline that was killed, or of the worker before this one.
        self.workers.submit(SeeToLeftovers(runs=self.session.runs_folder))
