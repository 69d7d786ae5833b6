"""What the user lets Frostline do on the desktop beside its own window: two choices, remembered."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gui.window.settings import WindowSettings


class DesktopChoices(QObject):
    """Whether to notify, and whether to keep the computer awake."""

    changed = Signal()

    def __init__(self, *, settings: WindowSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    @property
    def notifies(self) -> bool:
        """Whether the desktop is to tell of long work that has ended while another window is in use."""
        return self._settings.notifies

    def set_notifies(self, notifies: bool) -> None:
        """Let the desktop tell of long work that has ended, or not."""
        if notifies != self._settings.notifies:
            self._settings.keep_notifies(notifies)
            self.changed.emit()

    @property
    def keeps_awake(self) -> bool:
        """Whether the computer is to stay awake during long work."""
        return self._settings.keeps_awake

    def set_keeps_awake(self, keeps_awake: bool) -> None:
        """Let the computer stay awake during long work, or not."""
        if keeps_awake != self._settings.keeps_awake:
            self._settings.keep_keeps_awake(keeps_awake)
            self.changed.emit()
