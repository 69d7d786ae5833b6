"""Showing a notification: the ways there are, tried one after the other until one takes it.

On a Linux desktop these are the portal and the notification daemon; on Windows and macOS Qt's own tray icon; everywhere
in the end the window's entry in the task bar, which asks for attention. What is worth one is said in
`gui.desktop.notice`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from gui.desktop.notice import Notice
from gui.language.translate import tr
from gui.window.icons import application_icon

#: Takes why a notification can't be shown, in some words for the log.
Refused = Callable[[str], None]

_log = logging.getLogger(__name__)


class Way(QObject):
    """One way to show a notification. A second one replaces the first."""

    #: What it is called in the log.
    called = ""
    clicked = Signal(str, str)  # the page of the notice, and a token with which the window may come to the front, or ''

    def show_notice(self, notice: Notice, refused: Refused) -> None:
        """Show it; `refused` is told why not, now or later."""
        raise NotImplementedError

    def withdraw(self) -> None:
        """Take back what is shown: the user is here."""
        raise NotImplementedError


class TrayWay(Way):
    """Qt's own way on Windows and macOS: an icon in the tray, there for as long as the notification is."""

    called = tr("the tray")

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = ""
        self._icon = QSystemTrayIcon(application_icon(), self)
        self._icon.setToolTip("Frostline")
        self._icon.messageClicked.connect(self._on_icon_clicked)
        self._icon.activated.connect(lambda _reason: self._on_icon_clicked())

    def show_notice(self, notice: Notice, refused: Refused) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable() or not QSystemTrayIcon.supportsMessages():
            refused(tr("there is no tray that shows messages"))
            return
        self._page = notice.page
        self._icon.show()
        self._icon.showMessage(notice.title, notice.text, application_icon())

    def withdraw(self) -> None:
        self._icon.hide()

    def _on_icon_clicked(self) -> None:
        self._icon.hide()
        self.clicked.emit(self._page, "")


class Notifications(QObject):
    """The ways of this desktop, in the order in which they are tried."""

    clicked = Signal(str, str)  # the page of the notice, and a token with which the window may come to the front, or ''

    def __init__(self, *, window: QWidget, ways: Sequence[Way], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._ways = tuple(ways)
        for way in self._ways:
            way.clicked.connect(self.clicked)

    def show_notice(self, notice: Notice) -> None:
        """Tell the user, by the first way that does not refuse."""
        self._try(0, notice)

    def withdraw(self) -> None:
        """Take back what is shown: the user is here."""
        for way in self._ways:
            way.withdraw()

    def _try(self, number: int, notice: Notice) -> None:
        if number == len(self._ways):
            QApplication.alert(self._window)
            return
        way = self._ways[number]

        def go_on(reason: str) -> None:
            _log.debug("No notification by %s: %s", way.called, reason)
            self._try(number + 1, notice)

        way.show_notice(notice, go_on)
