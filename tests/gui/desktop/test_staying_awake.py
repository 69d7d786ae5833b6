"""The computer stays awake while it works for the user, and no longer: not in a pause, nor after a killed window."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.desktop.awake import MacAwake
from gui.desktop.presence import DesktopPresence
from gui.window.main_window import MainWindow
from gui.worker.job import Job
from tests.faults.processes import wait_until_none_is_left
from tests.gui.desktop.conftest import HERE, LOGIN, DesktopStarter, FakeDesktop

Presences = Callable[..., DesktopPresence]
Training = Callable[[str], Job]
ROOT = Path(__file__).parents[3]


def inhibitions(desktop: FakeDesktop, path: str = "/org/freedesktop/login1") -> list[list[object]]:
    return [call["arguments"] for call in desktop.told("call", "Inhibit") if call["path"] == path]


def test_a_training_keeps_the_computer_awake_until_it_is_stopped(
    qtbot: QtBot, start_desktop: DesktopStarter, make_presence: Presences, train: Training
) -> None:
    desktop = start_desktop()
    make_presence()

    job = train("until stopped")

    # Then the portal and the login manager are both asked
    qtbot.waitUntil(lambda: len(desktop.told("call", "Inhibit")) == 2)
    assert inhibitions(desktop) == [["sleep", "Frostline", "Frostline is computing", "block"]]
    (asked,) = inhibitions(desktop, "/org/freedesktop/portal/desktop")
    window, flags, options = asked
    assert (window, flags) == ("", 4)
    assert options == {"reason": ["s", "Frostline is computing"], "handle_token": ["s", "frostline1"]}
    assert desktop.told("released") == []

    job.stop()

    qtbot.waitUntil(lambda: bool(desktop.told("released", "sleep") and desktop.told("call", "Close")))
    (sender,) = {call["sender"] for call in desktop.told("call", "Close")}
    place = sender.removeprefix(":").replace(".", "_")
    assert desktop.told("call", "Close")[0]["path"] == f"/org/freedesktop/portal/desktop/request/{place}/frostline1"


def test_it_may_sleep_while_a_training_is_paused_or_when_the_user_says_so(
    qtbot: QtBot, start_desktop: DesktopStarter, make_presence: Presences, train: Training
) -> None:
    desktop = start_desktop("take", LOGIN)
    presence = make_presence()
    job = train("until stopped")
    qtbot.waitUntil(lambda: len(inhibitions(desktop)) == 1)

    job.set_paused(True)
    qtbot.waitUntil(lambda: len(desktop.told("released")) == 1)
    job.set_paused(False)
    qtbot.waitUntil(lambda: len(inhibitions(desktop)) == 2)
    presence.choices.set_keeps_awake(False)
    qtbot.waitUntil(lambda: len(desktop.told("released")) == 2)
    presence.choices.set_keeps_awake(True)
    qtbot.waitUntil(lambda: len(inhibitions(desktop)) == 3)

    job.stop()
    qtbot.waitUntil(lambda: len(desktop.told("released")) == 3)


def test_closing_the_window_lets_it_sleep_and_clears_the_task_bar(
    qtbot: QtBot, start_desktop: DesktopStarter, window: MainWindow, make_presence: Presences, train: Training
) -> None:
    desktop = start_desktop("take", LOGIN)
    make_presence()
    train("until stopped")
    qtbot.waitUntil(lambda: len(inhibitions(desktop)) == 1 and bool(desktop.told("signal", "Update")))

    window.close()

    qtbot.waitUntil(lambda: len(desktop.told("released")) == 1)
    qtbot.waitUntil(lambda: desktop.told("signal", "Update")[-1]["arguments"][1]["progress-visible"] == ["b", False])


def test_a_window_that_is_killed_leaves_nothing_held(
    qtbot: QtBot, start_desktop: DesktopStarter, tmp_path: Path, frostline_home: Path
) -> None:
    # Given a window in a process of its own that trains, with a worker below it
    desktop = start_desktop()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(HERE.parent)))}
    command = [sys.executable, "-P", "-m", "tests.gui.desktop.training_window", str(tmp_path)]
    process = subprocess.Popen(command, env=environment, cwd=ROOT, stdin=subprocess.DEVNULL)
    try:
        qtbot.waitUntil(lambda: len(desktop.told("call", "Inhibit")) == 2)
        (portal_call,) = (call for call in desktop.told("call", "Inhibit") if "portal" in call["path"])
        assert desktop.told("released") == []
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()

    # Then the descriptor is closed, and the connection that the portal watches is gone
    qtbot.waitUntil(lambda: bool(desktop.told("released", "sleep")))
    qtbot.waitUntil(lambda: bool(desktop.told("gone", portal_call["sender"])))
    wait_until_none_is_left(frostline_home, but=desktop.process.pid)


@pytest.mark.parametrize("answer", ["refuse", "hang"])
def test_a_desktop_that_does_not_want_to_keeps_nobody_from_training(
    qtbot: QtBot,
    start_desktop: DesktopStarter,
    make_presence: Presences,
    train: Training,
    caplog: pytest.LogCaptureFixture,
    answer: str,
) -> None:
    start_desktop(answer)
    make_presence(patience_milliseconds=300)
    caplog.set_level("DEBUG", "gui.desktop")

    job = train("until stopped")

    qtbot.waitUntil(lambda: caplog.text.count("not keep the computer awake") == 2)
    job.stop()
    qtbot.waitUntil(lambda: not job.running)


def test_a_machine_without_a_bus_trains_as_ever(
    qtbot: QtBot, window: MainWindow, make_presence: Presences, train: Training, caplog: pytest.LogCaptureFixture
) -> None:
    make_presence()
    caplog.set_level("DEBUG", "gui.desktop")

    job = train("spring")

    qtbot.waitUntil(lambda: not job.running)
    qtbot.waitUntil(lambda: "No notification by the notification portal: there is no bus" in caplog.text)
    assert "The login manager does not keep the computer awake: there is no bus" in caplog.text


def test_on_macos_a_child_keeps_it_awake_for_as_long_as_this_process_lives(qtbot: QtBot, tmp_path: Path) -> None:
    # Given a program in place of caffeinate that notes its arguments and waits
    program, notes = tmp_path / "caffeinate", tmp_path / "notes"
    program.write_text(f'#!/bin/sh\necho "$@" >"{notes}.part"\nmv "{notes}.part" "{notes}"\nexec sleep 600\n')
    program.chmod(0o755)
    awake = MacAwake(str(program))

    awake.hold()
    awake.hold()
    qtbot.waitUntil(notes.exists)

    assert notes.read_text() == f"-i -w {os.getpid()}\n"
    child = awake._child
    assert child is not None
    assert child.poll() is None

    awake.release()
    assert child.poll() == -signal.SIGKILL
    MacAwake(str(tmp_path / "nothing")).hold()
