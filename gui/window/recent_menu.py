"""File > Open recent: the data folders that were opened, newest first. What is remembered, the settings know."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from gui.commands.command import NOT_LISTED
from gui.commands.page_action import NEEDS
from gui.window.icons import themed_icon
from gui.window.settings import WindowSettings


class RecentMenu(QMenu):
    """Filled anew each time it opens. Folders that are gone are shown grey, since a drive may only be unplugged."""

    folder_chosen = Signal(object)  # Path

    def __init__(self, *, settings: WindowSettings, parent: QWidget | None = None) -> None:
        super().__init__("Open r&ecent", parent)
        self.setObjectName("recent_folders")
        self.setToolTipsVisible(True)
        self._settings = settings
        self.aboutToShow.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        self.clear()
        folders = self._settings.remembered_folders
        for folder in folders:
            self._add(folder)
        if not folders:
            nothing = self.addAction("No folder was opened yet")
            nothing.setEnabled(False)
            nothing.setProperty(NOT_LISTED, True)
            return
        self.addSeparator()
        self.addAction("Clear the list of recent folders", self._settings.forget_folders)

    def _add(self, folder: Path) -> None:
        is_there = folder.is_dir()
        name = str(folder).replace("&", "&&")
        action = self.addAction(themed_icon("data"), name if is_there else f"{name} (not there)")
        action.setEnabled(is_there)
        action.setProperty(NEEDS, "The folder is gone, or its drive is unplugged.")
        action.triggered.connect(lambda _checked=False: self.folder_chosen.emit(folder))
