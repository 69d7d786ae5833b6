"""The title of a minimised window says how far the work is, since that is what a task bar shows of it everywhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class TitleShare(QObject):
    """Puts "63 % – " before the title while the window is minimised. Whoever sets the title need not know."""

    def __init__(self, *, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._title = window.windowTitle()
        self._percent: int | None = None
        self._setting = False
        window.windowTitleChanged.connect(self._on_window_title_changed)
        window.installEventFilter(self)

    def show_share(self, percent: int | None) -> None:
        """Take how far the work is, in per cent; None: there is none."""
        self._percent = percent
        self._renew()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowStateChange:
            self._renew()
        return super().eventFilter(watched, event)

    def _on_window_title_changed(self, title: str) -> None:
        if not self._setting:
            self._title = title
            self._renew()

    def _renew(self) -> None:
        shows = self._percent is not None and self._window.isMinimized()
        title = f"{self._percent} % – {self._title}" if shows else self._title
        if title != self._window.windowTitle():
            self._setting = True
            self._window.setWindowTitle(title)
            self._setting = False
