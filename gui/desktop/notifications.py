"""Showing a notification: the ways there are, tried one after the other until one takes it.

On a Linux desktop these are the portal and the notification daemon; on Windows and macOS Qt's own tray icon; everywhere
in the end the window's entry in the task bar, which asks for attention. What is worth one is said in
`gui.desktop.notice`.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from gui.desktop.bus import Bus, Refused
from gui.desktop.notice import Notice
from gui.desktop.services import (
    CLICK,
    NOTIFICATIONS,
    OPEN,
    PORTAL,
    PORTAL_NOTIFICATION,
    abilities_in,
    ask_abilities,
    daemon_notify,
    daemon_withdraw,
    portal_notify,
    portal_withdraw,
    token_in,
)
from gui.window.icons import application_icon

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


class PortalWay(Way):
    """The notification portal. That it takes one is no proof that it is seen: it does not wait for the desktop."""

    called = "the notification portal"
    _NUMBER = 1

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._page = ""
        bus.listen(sender=PORTAL, interface=PORTAL_NOTIFICATION, member="ActionInvoked", heard=self._on_action_invoked)

    def show_notice(self, notice: Notice, refused: Refused) -> None:
        def refuse(reason: str) -> None:
            self._page = ""
            refused(reason)

        self._page = notice.page
        self._bus.call(portal_notify(self._NUMBER, notice.title, notice.text), lambda _nothing: None, refuse)

    def withdraw(self) -> None:
        if self._page:
            self._page = ""
            self._bus.tell(portal_withdraw(self._NUMBER))

    def _on_action_invoked(self, words: tuple[Any, ...]) -> None:
        number, action, *rest = words
        if number == str(self._NUMBER) and action == OPEN and self._page:
            page, self._page = self._page, ""
            self.clicked.emit(page, token_in(rest[0] if rest else ()))


class DaemonWay(Way):
    """The desktop's notification daemon."""

    called = "the notification daemon"

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._number = 0
        self._page = ""
        self._token = ""
        for member, heard in (
            ("ActivationToken", self._on_activation_token),
            ("ActionInvoked", self._on_action_invoked),
            ("NotificationClosed", self._on_notification_closed),
        ):
            bus.listen(sender=NOTIFICATIONS, interface=NOTIFICATIONS, member=member, heard=heard)

    def show_notice(self, notice: Notice, refused: Refused) -> None:
        def notify(answer: tuple[Any, ...]) -> None:
            message = daemon_notify(self._number, notice.title, notice.text, abilities_in(answer))
            self._bus.call(message, note, refused)

        def note(answer: tuple[Any, ...]) -> None:
            self._number, self._page, self._token = int(answer[0]), notice.page, ""

        self._bus.call(ask_abilities(), notify, refused)

    def withdraw(self) -> None:
        if self._number:
            self._bus.tell(daemon_withdraw(self._number))
            self._number = 0

    def _on_activation_token(self, words: tuple[Any, ...]) -> None:
        if words[0] == self._number:
            self._token = str(words[1])

    def _on_action_invoked(self, words: tuple[Any, ...]) -> None:
        if self._number and words[0] == self._number and words[1] == CLICK:
            self._number = 0
            self.clicked.emit(self._page, self._token)

    def _on_notification_closed(self, words: tuple[Any, ...]) -> None:
        if words[0] == self._number:
            self._number = 0


class TrayWay(Way):
    """Qt's own way on Windows and macOS: an icon in the tray, there for as long as the notification is."""

    called = "the tray"

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = ""
        self._icon = QSystemTrayIcon(application_icon(), self)
        self._icon.setToolTip("Frostline")
        self._icon.messageClicked.connect(self._on_icon_clicked)
        self._icon.activated.connect(lambda _reason: self._on_icon_clicked())

    def show_notice(self, notice: Notice, refused: Refused) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable() or not QSystemTrayIcon.supportsMessages():
            refused("there is no tray that shows messages")
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
