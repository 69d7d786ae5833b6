"""What a desktop of freedesktop.org's making can be asked for: notifications, staying awake, progress in the task bar.

The words are those of `services`, sent over a `bus`. Imported on Linux alone: elsewhere there is no jeepney.
"""

from __future__ import annotations

import itertools
import logging
from typing import Any

from PySide6.QtCore import QObject

from gui.desktop.bus import Bus
from gui.desktop.notice import Notice
from gui.desktop.notifications import Refused, Way
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
    launcher_progress,
    login_inhibit,
    portal_inhibit,
    portal_notify,
    portal_release,
    portal_withdraw,
    token_in,
)
from gui.language.translate import tr

_log = logging.getLogger(__name__)

_REASON = tr("Frostline is computing")


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


class LinuxAwake(QObject):
    """Asks the portal and the login manager, both: that the portal grants it is no proof that its desktop heard of it.

    The portal ends it when our connection to the bus ends, the login manager when a descriptor is closed.
    """

    def __init__(self, *, session: Bus, system: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._system = system
        self._tokens = itertools.count(1)
        self._token = ""
        self._descriptor: Any = None

    @property
    def is_held(self) -> bool:
        """Whether the login manager has granted it."""
        return self._descriptor is not None

    def hold(self) -> None:
        if self._token:
            return
        token = self._token = f"frostline{next(self._tokens)}"
        self._session.call(
            portal_inhibit(token, _REASON),
            lambda _handle: self._release_portal(token) if token != self._token else None,
            lambda reason: _log.debug("The portal does not keep the computer awake: %s", reason),
        )
        self._system.call(
            login_inhibit(_REASON),
            lambda answer: self._take(token, answer),
            lambda reason: _log.debug("The login manager does not keep the computer awake: %s", reason),
        )

    def release(self) -> None:
        if not self._token:
            return
        token, self._token = self._token, ""
        self._release_portal(token)
        if self._descriptor is not None:
            self._descriptor.close()
            self._descriptor = None

    def _release_portal(self, token: str) -> None:
        if self._session.name:  # else there is no connection, and with it went what it was granted
            self._session.tell(portal_release(self._session.name, token))

    def _take(self, token: str, answer: tuple[Any, ...]) -> None:
        (descriptor,) = answer
        if token == self._token:
            self._descriptor = descriptor
        else:  # The work has ended meanwhile.
            descriptor.close()


class LinuxTaskBar:
    """Tells whoever listens on the session's bus: Plasma's task bar, Ubuntu's dock, Dash to Dock, Plank."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus

    def show_share(self, percent: int | None) -> None:
        self._bus.tell(launcher_progress(None if percent is None else percent / 100.0))
