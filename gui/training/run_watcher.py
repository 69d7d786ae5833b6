"""Noticing that runs come, change or go on the disk, whoever does it: another window, the file manager, a script."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

#: Changes that come in a burst are told once.
_QUIET_MILLISECONDS = 400
#: Systems give a program only so many watches; the newest runs are the ones that change.
_MOST_WATCHED = 200


class RunWatcher(QObject):
    """Watches the folder of runs and the folders in it."""

    changed = Signal()

    def __init__(self, *, runs_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs_folder = runs_folder
        self._watcher = QFileSystemWatcher(self)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MILLISECONDS)
        self._watcher.directoryChanged.connect(lambda _folder: self._quiet.start())
        self._quiet.timeout.connect(self.changed)

    def watch(self, runs: Iterable[Path]) -> None:
        """Watch these runs from now on, the first ones where they are many, and the folder that holds them."""
        wanted = {str(run) for run in [self._runs_folder, *list(runs)[:_MOST_WATCHED]] if run.is_dir()}
        watched = set(self._watcher.directories())
        if gone := watched - wanted:
            self._watcher.removePaths(sorted(gone))
        if new := wanted - watched:
            self._watcher.addPaths(sorted(new))
