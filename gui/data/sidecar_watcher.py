"""Notices when another window or command writes corrections of the open data folder.

It watches folders and files through the system; what is in them it does not read.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from core.data.corrections import CORRECTIONS_FILE
from core.data.sidecar import elsewhere, inside

#: Writing makes several notices; after so long without one it is over.
_REST_MILLISECONDS = 100


class SidecarWatcher(QObject):
    """Watches one folder at a time. It can't tell who wrote: what this window wrote itself is noticed as well."""

    changed = Signal()

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._system = QFileSystemWatcher(self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MILLISECONDS)
        self._rest.timeout.connect(self._on_rest_timeout)
        self._system.directoryChanged.connect(self._rest.start)
        self._system.fileChanged.connect(self._rest.start)

    def watch(self, folder: Path) -> None:
        """Watch this data folder instead of the one before."""
        self._folder = folder
        watched = (*self._system.directories(), *self._system.files())
        if watched:
            self._system.removePaths(list(watched))
        self.renew()

    def renew(self) -> None:
        """Watch what is there by now: a file that is replaced is another one for the system."""
        if self._folder is None:
            return
        places = (inside(self._folder), elsewhere(self._folder))
        wanted = [self._folder, *places, *(place / CORRECTIONS_FILE for place in places)]
        watched = {*self._system.directories(), *self._system.files()}
        fresh = [str(path) for path in wanted if str(path) not in watched and path.exists()]
        if fresh:
            self._system.addPaths(fresh)

    def _on_rest_timeout(self) -> None:
        self.renew()
        self.changed.emit()
