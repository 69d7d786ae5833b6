"""Frostline on the desktop while its window is not looked at: notifications, staying awake, progress in the task bar.

It decides when; what a notice says is `notice`'s work, and how a system is told that of `platform`.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from gui.desktop.choices import DesktopChoices
from gui.desktop.notice import Notice
from gui.desktop.notifications import Notifications
from gui.desktop.platform import Platform, platform_of_this_machine
from gui.desktop.title_share import TitleShare
from gui.desktop.work_watch import WorkWatch
from gui.window.main_window import MainWindow
from gui.window.settings import WindowSettings
from gui.worker.workers import Workers

#: Read by Qt on Wayland when a window asks to come to the front.
_TOKEN = "XDG_ACTIVATION_TOKEN"
PlatformMaker = Callable[[MainWindow, QObject], Platform]


class DesktopPresence(QObject):
    """Lives as long as the window. The desktop is looked for when there is something to say to it."""

    def __init__(
        self,
        *,
        window: MainWindow,
        workers: Workers,
        settings: WindowSettings,
        make_platform: PlatformMaker = platform_of_this_machine,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._make_platform = make_platform
        self._platform: Platform | None = None
        self._notifications: Notifications | None = None
        self._percent: int | None = None
        self._is_left = False
        self.choices = DesktopChoices(settings=settings, parent=self)
        self._title = TitleShare(window=window)
        self._watch = WorkWatch(workers=workers, clock=clock, parent=self)
        self._watch.ended.connect(self._on_watch_ended)
        self._watch.share_changed.connect(self._on_watch_share_changed)
        self._watch.at_work_changed.connect(lambda _at_work: self._renew_awake())
        self.choices.changed.connect(self._renew_awake)
        window.installEventFilter(self)
        window.closed.connect(self.leave)

    def leave(self) -> None:
        """Let go of all that the desktop was asked for."""
        self._is_left = True
        if self._platform is not None:
            self._platform.awake.release()
            self._platform.taskbar.show_share(None)
            self._platform.close()
            self._platform = self._notifications = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and self._notifications is not None:
            self._notifications.withdraw()
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------------ what the work says

    def _on_watch_ended(self, notice: Notice) -> None:
        active = QApplication.activeWindow()
        somebody_looks = active is not None and not active.isMinimized()
        if self.choices.notifies and not somebody_looks and not self._is_left:
            self._ready_platform()
            assert self._notifications is not None
            self._notifications.show_notice(notice)

    def _on_watch_share_changed(self, share: float | None) -> None:
        percent = None if share is None else int(share * 100.0)
        if percent == self._percent or self._is_left:
            return
        self._percent = percent
        self._ready_platform().taskbar.show_share(percent)
        self._title.show_share(percent)

    def _renew_awake(self) -> None:
        if self._is_left:
            return
        if self._watch.at_work and self.choices.keeps_awake:
            self._ready_platform().awake.hold()
        elif self._platform is not None:
            self._platform.awake.release()

    # ------------------------------------------------------------------ the desktop

    def _ready_platform(self) -> Platform:
        if self._platform is None:
            self._platform = self._make_platform(self._window, self)
            self._notifications = Notifications(window=self._window, ways=self._platform.ways, parent=self)
            self._notifications.clicked.connect(self._on_notifications_clicked)
        return self._platform

    def _on_notifications_clicked(self, page: str, token: str) -> None:
        """Bring the window to the front, on the page where what was told of is shown."""
        if token:
            os.environ[_TOKEN] = token
        window = self._window
        window.setWindowState((window.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive)
        window.show()
        window.raise_()
        window.activateWindow()
        os.environ.pop(_TOKEN, None)
        window.show_step(page)
