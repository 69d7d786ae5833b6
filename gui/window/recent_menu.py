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
    """A menu: its object name, its icon, its title, and what it says of its list and of what is in it."""

    name: str
    icon: str
    title: str
    nothing: str
    forget: str
    gone: str


FOLDERS = RecentKind(
    name="recent_folders",
    icon="data",
    title=tr("Open r&ecent"),
    nothing=tr("No folder was opened yet"),
    forget=tr("Clear the list of recent folders"),
    gone=tr("The folder is gone, or its drive is unplugged."),
)
PROJECTS = RecentKind(
    name="recent_projects",
    icon="project",
    title=tr("Open recent pro&ject"),
    nothing=tr("No project was opened yet"),
    forget=tr("Clear the list of recent projects"),
    gone=tr("The project is gone, or its drive is unplugged."),
)


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
            nothing = self.addAction(self._kind.nothing)
            nothing.setEnabled(False)
            nothing.setProperty(NOT_LISTED, True)
            return
        self.addSeparator()
        self.addAction(self._kind.forget, self._paths.forget)

    def _add(self, path: Path) -> None:
        is_there = path.is_dir()
        name = str(path).replace("&", "&&")
        action = self.addAction(themed_icon(self._kind.icon), name if is_there else tr("{name} (not there)", name=name))
        action.setEnabled(is_there)
        action.setProperty(NEEDS, self._kind.gone)
        action.triggered.connect(lambda _checked=False: self.path_chosen.emit(path))
