"""Opens what a path is, whoever names it: the start of the program, the desktop, or a drop on the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gui.layers.plan_files import PlanFiles
from gui.opened_path import OpenedAs, opened_as
from gui.session import Session
from gui.window.main_window import MainWindow


class PathOpener:
    """Opens paths in one window, on the page that shows them."""

    def __init__(
        self,
        *,
        session: Session,
        window: MainWindow,
        plan_files: PlanFiles,
        open_project: Callable[[Path], object],
    ) -> None:
        self._session, self._window, self._plan_files = session, window, plan_files
        self.open_project = open_project

    def open(self, path: Path) -> None:
        """Open a project, the folder of a run, a freeze plan, or anything else as data."""
        kind = opened_as(path)
        if kind is OpenedAs.PROJECT:
            self.open_project(path)
        elif kind is OpenedAs.RUN:
            self.open_run(path)
        elif kind is OpenedAs.PLAN:
            self.open_plan(path)
        else:
            self._session.open_folder(path)

    def open_run(self, run: Path) -> None:
        """Use a run, and show its curves and its result."""
        self._window.show_step("train")
        self._session.select_run(run)

    def open_plan(self, file: Path) -> None:
        """Freeze and thaw as a plan says, once the network is known."""
        self._window.show_step("layers")
        self._plan_files.open(file)
