"""What of this system is told and asked, chosen once: notifications, staying awake, the task bar.

Nothing is connected to before it is needed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui.desktop.awake import Awake, MacAwake, NeverAwake, WindowsAwake
from gui.desktop.notifications import TrayWay, Way
from gui.desktop.taskbar import NoTaskBar, TaskBar, WindowsTaskBar


@dataclass(frozen=True)
class Platform:
    """What the desktop can be asked for. close: leave it, for good."""

    ways: tuple[Way, ...]
    awake: Awake
    taskbar: TaskBar
    close: Callable[[], None]


def platform_of_this_machine(window: QWidget, parent: QObject) -> Platform:
    """Return what this system has."""
    if sys.platform.startswith("linux"):
        return linux_platform(parent, in_sandbox=is_in_sandbox())
    awake: Awake = NeverAwake()
    taskbar: TaskBar = NoTaskBar()
    if sys.platform == "win32":
        awake, taskbar = WindowsAwake(), WindowsTaskBar(window)
    elif sys.platform == "darwin":
        awake = MacAwake()
    return Platform(ways=(TrayWay(parent),), awake=awake, taskbar=taskbar, close=lambda: None)


def linux_platform(parent: QObject, *, in_sandbox: bool, patience_milliseconds: int | None = None) -> Platform:
    """Return what a desktop of freedesktop.org's making has.

    in_sandbox: the portal first, since a sandbox has no other way out. Elsewhere it comes after the daemon: it knows no
    name of a program that nobody packed for it, and says that it shows a notification before the desktop has seen it,
    so that one which the desktop refuses for want of a name would be lost (xdg-desktop-portal, src/notification.c).
    """
    from gui.desktop.bus import PATIENCE_MILLISECONDS, Bus, session_bus, system_bus
    from gui.desktop.freedesktop import DaemonWay, LinuxAwake, LinuxTaskBar, PortalWay

    patience = patience_milliseconds or PATIENCE_MILLISECONDS
    session = Bus(session_bus, patience_milliseconds=patience, parent=parent)
    system = Bus(system_bus, patience_milliseconds=patience, parent=parent)
    ways: tuple[Way, ...] = (PortalWay(session, parent), DaemonWay(session, parent))

    def close() -> None:
        session.close()
        system.close()

    return Platform(
        ways=ways if in_sandbox else ways[::-1],
        awake=LinuxAwake(session=session, system=system, parent=parent),
        taskbar=LinuxTaskBar(session),
        close=close,
    )


def is_in_sandbox() -> bool:
    """Return whether this is a Flatpak or a snap."""
    return Path("/.flatpak-info").exists() or "SNAP" in os.environ
