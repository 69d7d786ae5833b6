"""Several windows in one program: a project that is opened while another is open gets a window of its own.

It comes in place of the old one, so that nothing of that is left on any page.
What a window is made of is `gui.app`'s concern.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from core.project.open_project import OpenProject
from gui.window.main_window import MainWindow


@dataclass(frozen=True)
class WayIn:
    """What a window is to begin with: a path, a project, what was open last, or (none of them) nothing."""

    path: Path | None = None
    project: OpenProject | None = None
    reopens: bool = False


class OpenWindows(QObject):
    """Keeps the windows that took another's place."""

    def __init__(self, make: Callable[[WayIn, OpenWindows], MainWindow]) -> None:
        super().__init__()
        self._make = make
        self._windows: list[MainWindow] = []
        self._leaving: list[MainWindow] = []

    def first(self, way_in: WayIn) -> MainWindow:
        """Return the first window; whoever asked keeps it."""
        return self._make(way_in, self)

    def open(self, project: OpenProject | None, *, beside: MainWindow, stays: bool) -> None:
        """Open a window for a project, or for nothing, where another one is; that is then closed unless it stays."""
        window = self._make(WayIn(project=project), self)
        self._windows.append(window)
        if not stays:
            self._leaving.append(beside)
        window.first_painted.connect(self._on_window_first_painted)
        window.show()

    def _on_window_first_painted(self) -> None:
        """Close what is left once there is something else to look at."""
        leaving, self._leaving = self._leaving, []
        self._windows = [one for one in self._windows if one not in leaving]
        for window in leaving:
            window.close()
            window.deleteLater()
