"""What each system is told by; on those that are not this one only the choice can be tried."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.desktop.awake import MacAwake, WindowsAwake
from gui.desktop.freedesktop import DaemonWay, LinuxAwake, LinuxTaskBar, PortalWay
from gui.desktop.notifications import TrayWay
from gui.desktop.platform import linux_platform, platform_of_this_machine
from gui.desktop.taskbar import NoTaskBar, WindowsTaskBar


@pytest.mark.parametrize(
    ("system", "ways", "awake", "taskbar"),
    [
        ("linux", [DaemonWay, PortalWay], LinuxAwake, LinuxTaskBar),
        ("win32", [TrayWay], WindowsAwake, WindowsTaskBar),
        ("darwin", [TrayWay], MacAwake, NoTaskBar),
    ],
)
def test_each_system_is_told_by_its_own_means(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    system: str,
    ways: list[type],
    awake: type,
    taskbar: type,
) -> None:
    window, parent = QWidget(), QObject()
    qtbot.addWidget(window)
    monkeypatch.delenv("SNAP", raising=False)

    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(sys, "platform", system)
        found = platform_of_this_machine(window, parent)

    assert [type(way) for way in found.ways] == ways
    assert isinstance(found.awake, awake)
    assert isinstance(found.taskbar, taskbar)
    found.taskbar.show_share(None)
    found.close()


def test_in_a_sandbox_the_portal_comes_first(qtbot: QtBot) -> None:
    parent = QObject()
    found = linux_platform(parent, in_sandbox=True)

    assert [type(way) for way in found.ways] == [PortalWay, DaemonWay]
    found.close()
