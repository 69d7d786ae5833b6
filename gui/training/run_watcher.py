"""Noticing that runs come, change or go on the disk, whoever does it: another window, the file manager, a script."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

#: Changes are told together at this pace; a training under way makes some all the time.
_TELL_MILLISECONDS = 500
#: Systems give a program only so many watches; the newest runs are the ones that change.
_MOST_WATCHED = 200


class RunWatcher(QObject):
    """Watches the folder of runs and the folders in it."""

    changed = Signal()

    def __init__(self, *, runs_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs_folder = runs_folder
        self._watcher = QFileSystemWatcher(self)
        self._telling = QTimer(self, singleShot=True, interval=_TELL_MILLISECONDS)
        self._watcher.directoryChanged.connect(self._on_watcher_directory_changed)
        self._telling.timeout.connect(self.changed)

    def change_folder(self, runs_folder: Path) -> None:
        """Watch another folder of runs, and none of those that were watched."""
        self._runs_folder = runs_folder
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)

    def watch(self, runs: Iterable[Path]) -> None:
        """Watch these runs as well, the first ones where they are many, and the folder that holds them."""
        self._add([self._runs_folder, *runs])

    def _on_watcher_directory_changed(self, folder: str) -> None:
        if folder == str(self._runs_folder):
            self._watch_new_folders()
        if not self._telling.isActive():
            self._telling.start()

    def _watch_new_folders(self) -> None:
        """Watch folders that have just come: a run gets its record a moment after its folder."""
        try:
            self._add(self._runs_folder.iterdir())
        except OSError:
            return

    def _add(self, folders: Iterable[Path]) -> None:
        # Folders that vanish leave the watcher by themselves.
        watched = set(self._watcher.directories())
        new = [str(path) for path in folders if str(path) not in watched and path.is_dir()]
        if room := new[: max(0, _MOST_WATCHED - len(watched))]:
            self._watcher.addPaths(room)
