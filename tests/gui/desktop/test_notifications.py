"""Long work that ends while nobody looks is told by whatever this desktop has, and a click on that leads to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.desktop.notice import Notice
from gui.desktop.notifications import TrayWay
from gui.desktop.presence import DesktopPresence
from gui.window.main_window import MainWindow
from gui.worker.job import Job
from tests.gui.desktop.conftest import DAEMON, PORTAL, DesktopStarter

Presences = Callable[..., DesktopPresence]
Training = Callable[[str], Job]
comes_to_the_front = pytest.mark.qt_log_ignore("This plugin does not support raise")
DAEMON_PATH = "/org/freedesktop/Notifications"
PORTAL_PATH = "/org/freedesktop/portal/desktop"


@comes_to_the_front
def test_the_daemon_tells_how_good_a_training_is_and_a_click_leads_to_its_page(
    qtbot: QtBot, start_desktop: DesktopStarter, window: MainWindow, make_presence: Presences, train: Training
) -> None:
    # Given a minimised window and a training that ends
    desktop = start_desktop()
    make_presence()
    window.showMinimized()
    window.show_step("data")

    train("spring & <autumn>")

    # Then the daemon is told in words that its markup leaves alone
    qtbot.waitUntil(lambda: bool(desktop.told("call", "Notify")))
    (call,) = desktop.told("call", "Notify")
    name, replaced, icon, title, text, actions, hints, expires = call["arguments"]
    assert (name, replaced, icon, expires) == ("Frostline", 0, "frostline", -1)
    assert title == "spring & <autumn> finished"
    assert text == "75.0 % of the held-out pictures right."
    assert actions == ["default", "Show"]
    assert hints == {"desktop-entry": ["s", "frostline"], "urgency": ["y", 1]}
    assert desktop.told("call", "AddNotification") == []

    # When it is clicked
    desktop.send(DAEMON_PATH, DAEMON, "ActivationToken", "us", 7, "token")
    desktop.send(DAEMON_PATH, DAEMON, "ActionInvoked", "us", 7, "default")

    qtbot.waitUntil(lambda: window.isActiveWindow() and not window.isMinimized() and window.rail.step == "train")


@comes_to_the_front
def test_in_a_sandbox_the_portal_tells_it(
    qtbot: QtBot, start_desktop: DesktopStarter, window: MainWindow, make_presence: Presences, train: Training
) -> None:
    desktop = start_desktop()
    make_presence(in_sandbox=True)

    train("spring")

    qtbot.waitUntil(lambda: bool(desktop.told("call", "AddNotification")))
    (call,) = desktop.told("call", "AddNotification")
    number, words = call["arguments"]
    assert words["title"] == ["s", "spring finished"]
    assert words["body"] == ["s", "75.0 % of the held-out pictures right."]
    assert words["icon"] == ["(sv)", ["themed", ["as", ["frostline"]]]]
    assert words["default-action"] == ["s", "open"]
    assert desktop.told("call", "Notify") == []

    desktop.send(PORTAL_PATH, "org.freedesktop.portal.Notification", "ActionInvoked", "ssav", number, "open", [])

    qtbot.waitUntil(lambda: window.isActiveWindow() and window.rail.step == "train")


def test_a_portal_that_refuses_is_followed_by_the_daemon(
    qtbot: QtBot, start_desktop: DesktopStarter, make_presence: Presences, train: Training
) -> None:
    portal, daemon = start_desktop("refuse", PORTAL), start_desktop("take", DAEMON)
    make_presence(in_sandbox=True)

    train("spring")

    qtbot.waitUntil(lambda: bool(daemon.told("call", "Notify")))
    assert portal.told("call", "AddNotification")


def test_what_hangs_holds_nobody_up_and_is_followed_by_the_next(
    qtbot: QtBot,
    start_desktop: DesktopStarter,
    window: MainWindow,
    make_presence: Presences,
    train: Training,
    caplog: pytest.LogCaptureFixture,
) -> None:
    # Given a desktop that takes every call and never answers one
    desktop = start_desktop("hang")
    make_presence(patience_milliseconds=300)
    caplog.set_level("DEBUG", "gui.desktop")

    job = train("spring")

    # Then the training ends, the window goes on, and both ways are tried
    qtbot.waitUntil(lambda: not job.running)
    window.show_step("layers")
    assert window.rail.step == "layers"
    qtbot.waitUntil(lambda: "No notification by the notification portal: no answer" in caplog.text)
    assert "No notification by the notification daemon: no answer within 0.3 s" in caplog.text
    assert desktop.told("call", "AddNotification")


def test_who_looks_at_the_window_or_wants_none_gets_no_notification(
    qtbot: QtBot, start_desktop: DesktopStarter, window: MainWindow, make_presence: Presences, train: Training
) -> None:
    desktop = start_desktop()
    presence = make_presence()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)

    seen = train("seen")
    qtbot.waitUntil(lambda: not seen.running)
    window.hide()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is None)
    presence.choices.set_notifies(False)
    unwanted = train("unwanted")
    qtbot.waitUntil(lambda: not unwanted.running)
    presence.choices.set_notifies(True)
    train("told")

    qtbot.waitUntil(lambda: bool(desktop.told("call", "Notify")))
    assert [call["arguments"][3] for call in desktop.told("call", "Notify")] == ["told finished"]


def test_a_notification_is_taken_back_when_the_window_is_looked_at(
    qtbot: QtBot, start_desktop: DesktopStarter, window: MainWindow, make_presence: Presences, train: Training
) -> None:
    desktop = start_desktop()
    make_presence()
    train("spring")
    qtbot.waitUntil(lambda: bool(desktop.told("call", "Notify")))
    shows_again = [False]

    def look() -> bool:
        """Look at the window and away again until the daemon's answer was there to be taken back."""
        window.setVisible(not shows_again[0])
        shows_again[0] = not shows_again[0]
        return bool(desktop.told("call", "CloseNotification"))

    qtbot.waitUntil(look)
    assert desktop.told("call", "CloseNotification")[0]["arguments"] == [7]


def test_a_screen_without_a_tray_refuses(qtbot: QtBot) -> None:
    refusals: list[str] = []

    TrayWay().show_notice(Notice("spring finished", "", "train"), refusals.append)

    assert refusals == ["there is no tray that shows messages"]
