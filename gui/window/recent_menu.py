"""File > Open recent, for folders and for projects: what was opened, the newest first; the settings remember it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from gui.commands.command import NOT_LISTED
from gui.commands.page_action import NEEDS
from gui.language.translate import tr
from gui.window.icons import themed_icon
from gui.window.recent_paths import RecentPaths


@dataclass(frozen=True)
class RecentKind:
    """Words of a menu: its title, its object name, its icon, and how one and many of what it lists are called."""

    title: str
    name: str
    icon: str
    one: str
    many: str


FOLDERS = RecentKind(tr("Open r&ecent"), "recent_folders", "data", "folder", "folders")
PROJECTS = RecentKind(tr("Open recent pro&ject"), "recent_projects", "project", "project", "projects")


class RecentMenu(QMenu):
    """Filled anew each time it opens. What is gone is shown grey, since a drive may only be unplugged."""

    path_chosen = Signal(object)  # Path

    def __init__(self, *, paths: RecentPaths, kind: RecentKind = FOLDERS, parent: QWidget | None = None) -> None:
        super().__init__(kind.title, parent)
        self.setObjectName(kind.name)
        self.setIcon(themed_icon(kind.icon))
        self.setToolTipsVisible(True)
        self._paths, self._kind = paths, kind
        self.aboutToShow.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        self.clear()
        remembered = self._paths.remembered
        for path in remembered:
            self._add(path)
        if not remembered:
            nothing = self.addAction(tr("No {one} was opened yet", one=self._kind.one))
            nothing.setEnabled(False)
            nothing.setProperty(NOT_LISTED, True)
            return
        self.addSeparator()
        self.addAction(tr("Clear the list of recent {many}", many=self._kind.many), self._paths.forget)

    def _add(self, path: Path) -> None:
        is_there = path.is_dir()
        name = str(path).replace("&", "&&")
        action = self.addAction(themed_icon(self._kind.icon), name if is_there else tr("{name} (not there)", name=name))
        action.setEnabled(is_there)
        action.setProperty(NEEDS, f"The {self._kind.one} is gone, or its drive is unplugged.")
        action.triggered.connect(lambda _checked=False: self.path_chosen.emit(path))
