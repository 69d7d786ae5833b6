"""What Frostline says to a desktop of freedesktop.org's making, word for word: calls and signals, and who takes them.

Plain functions that return messages; sending them is `gui.desktop.bus`'s work. Sources: the documentation of the XDG
desktop portals (Notification, Inhibit, Request), the Desktop Notifications Specification 1.2, the D-Bus interface of
systemd-logind, and Unity's LauncherEntry, which Plasma, the Dash to Dock and others have taken over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, Message, new_method_call, new_signal

from gui.language.translate import tr

#: Name of the desktop file without its ending (assets/desktop), by which a desktop knows the program and its icon.
DESKTOP_ID = "frostline"

PORTAL = "org.freedesktop.portal.Desktop"
PORTAL_NOTIFICATION = "org.freedesktop.portal.Notification"
NOTIFICATIONS = "org.freedesktop.Notifications"
#: The one thing that a notification lets a person do: a click on it. A daemon calls a plain click `default`.
OPEN, CLICK = "open", "default"
_SUSPEND = 4

_PORTAL_PATH = "/org/freedesktop/portal/desktop"
_NOTIFICATION_PORTAL = DBusAddress(_PORTAL_PATH, PORTAL, PORTAL_NOTIFICATION)
_INHIBIT_PORTAL = DBusAddress(_PORTAL_PATH, PORTAL, "org.freedesktop.portal.Inhibit")
_NOTIFICATIONS = DBusAddress("/org/freedesktop/Notifications", NOTIFICATIONS, NOTIFICATIONS)
_LOGIN = DBusAddress("/org/freedesktop/login1", "org.freedesktop.login1", "org.freedesktop.login1.Manager")
_LAUNCHER = DBusAddress("/com/canonical/unity/launcherentry/1", interface="com.canonical.Unity.LauncherEntry")


@dataclass(frozen=True)
class DaemonAbilities:
    """What a notification daemon can do, of what matters here: buttons and clicks, and marked-up text."""

    actions: bool
    markup: bool


# ------------------------------------------------------------------ notifications


def portal_notify(number: int, title: str, text: str) -> Message:
    """Ask the portal to show a notification; one of the same number is replaced."""
    options = {
        "title": ("s", title),
        "body": ("s", text),
        "icon": ("(sv)", ("themed", ("as", [DESKTOP_ID]))),
        "priority": ("s", "normal"),
        "default-action": ("s", OPEN),
    }
    return new_method_call(_NOTIFICATION_PORTAL, "AddNotification", "sa{sv}", (str(number), options))


def portal_withdraw(number: int) -> Message:
    """Ask the portal to take a notification back."""
    return new_method_call(_NOTIFICATION_PORTAL, "RemoveNotification", "s", (str(number),))


def ask_abilities() -> Message:
    """Ask the notification daemon what it can do."""
    return new_method_call(_NOTIFICATIONS, "GetCapabilities")


def abilities_in(answer: tuple[Any, ...]) -> DaemonAbilities:
    """Return what the daemon answered to `ask_abilities`."""
    words = set(answer[0]) if answer else set()
    return DaemonAbilities(actions="actions" in words, markup="body-markup" in words)


def daemon_notify(replaced: int, title: str, text: str, abilities: DaemonAbilities) -> Message:
    """Ask the daemon to show a notification, in place of the one that it called `replaced` (0: none)."""
    if abilities.markup:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    actions = [CLICK, tr("Show")] if abilities.actions else []
    hints = {"desktop-entry": ("s", DESKTOP_ID), "urgency": ("y", 1)}
    return new_method_call(
        _NOTIFICATIONS, "Notify", "susssasa{sv}i", ("Frostline", replaced, DESKTOP_ID, title, text, actions, hints, -1)
    )


def daemon_withdraw(number: int) -> Message:
    """Ask the daemon to take back the notification that it called by this number."""
    return new_method_call(_NOTIFICATIONS, "CloseNotification", "u", (number,))


def token_in(parameters: Any) -> str:
    """Return the token that lets a window come to the front, from what the portal says of a click; '' without one."""
    for _signature, value in parameters or ():
        if isinstance(value, dict) and "activation-token" in value:
            return str(value["activation-token"][1])
    return ""


# ------------------------------------------------------------------ staying awake


def portal_inhibit(token: str, reason: str) -> Message:
    """Ask the portal that the machine does not suspend; `portal_release` with the same token ends that."""
    options = {"reason": ("s", reason), "handle_token": ("s", token)}
    return new_method_call(_INHIBIT_PORTAL, "Inhibit", "sua{sv}", ("", _SUSPEND, options))


def portal_release(connection: str, token: str) -> Message:
    """End what was asked for with this token by this connection (its name on the bus)."""
    sender = connection.removeprefix(":").replace(".", "_")
    request = DBusAddress(f"{_PORTAL_PATH}/request/{sender}/{token}", PORTAL, "org.freedesktop.portal.Request")
    return new_method_call(request, "Close")


def login_inhibit(reason: str) -> Message:
    """Ask the login manager that the machine does not sleep while the descriptor of its answer is open."""
    return new_method_call(_LOGIN, "Inhibit", "ssss", ("sleep", "Frostline", reason, "block"))


# ------------------------------------------------------------------ the task bar


def launcher_progress(share: float | None) -> Message:
    """Say how far the work is, 0 to 1, to whatever shows the program's icon; None: there is none."""
    state = {"progress": ("d", share or 0.0), "progress-visible": ("b", share is not None)}
    return new_signal(_LAUNCHER, "Update", "sa{sv}", (f"application://{DESKTOP_ID}.desktop", state))
