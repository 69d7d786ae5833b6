"""A bus of the test's own with a desktop on it, both in processes of their own; and a window whose work is scripted."""

from __future__ import annotations

import itertools
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.messages import Train
from core.training.specification import TrainingSpecification
from gui.desktop.platform import Platform, linux_platform
from gui.desktop.presence import DesktopPresence
from gui.window.main_window import MainWindow
from gui.window.settings import WindowSettings
from gui.window.steps import STEPS
from gui.worker.job import Job
from gui.worker.workers import Workers

HERE = Path(__file__).parent
PORTAL = "org.freedesktop.portal.Desktop"
DAEMON = "org.freedesktop.Notifications"
LOGIN = "org.freedesktop.login1"
#: A bus that starts nothing by itself, whatever is installed on this machine.
_CONFIGURATION = """<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>"""


class FakeDesktop:
    """A process that plays a part of the desktop, and what it was told."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path) -> None:
        self.process = process
        self._log = log

    def told(self, kind: str = "", member: str = "") -> list[dict[str, Any]]:
        """Return what happened of a kind (`call`, `signal`, `released`, `gone`), of one name where that is given."""
        lines = self._log.read_text().splitlines(keepends=True)
        events = [json.loads(line) for line in lines if line.endswith("\n")]
        return [one for one in events if (not kind or kind in one) and (not member or one[kind] == member)]

    def send(self, path: str, interface: str, member: str, signature: str, *words: object) -> None:
        """Let it send a signal."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{path} {interface} {member} {signature} {json.dumps(words)}\n".encode())
        self.process.stdin.flush()


DesktopStarter = Callable[..., FakeDesktop]


@pytest.fixture(scope="module")
def bus_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Give the process and the address of a bus on which nobody is yet."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("dbus-daemon is not here (Debian and Ubuntu: the package dbus-daemon)")
    configuration = tmp_path_factory.mktemp("bus") / "bus.conf"
    configuration.write_text(_CONFIGURATION)
    words = [daemon, f"--config-file={configuration}", "--nofork", "--nopidfile", "--print-address"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        yield process, process.stdout.readline().decode().strip()
        process.kill()


@pytest.fixture
def bus_address(bus_process: tuple[subprocess.Popen[bytes], str], monkeypatch: pytest.MonkeyPatch) -> str:
    """Let this process and those that it starts find the bus, as that of the session and that of the machine."""
    for kind in ("SESSION", "SYSTEM"):
        monkeypatch.setenv(f"DBUS_{kind}_BUS_ADDRESS", bus_process[1])
    return bus_process[1]


@pytest.fixture
def start_desktop(qtbot: QtBot, bus_address: str, tmp_path: Path) -> Iterator[DesktopStarter]:
    """Return what starts a part of the desktop: how it answers (`take`, `refuse`, `hang`), and its names."""
    started: list[FakeDesktop] = []

    def start(mode: str = "take", *names: str) -> FakeDesktop:
        log = tmp_path / f"desktop {len(started)}.jsonl"
        words = [sys.executable, "-P", str(HERE / "fake_desktop.py"), bus_address, mode]
        with log.open("wb") as output:
            process = subprocess.Popen(
                [*words, *(names or (PORTAL, DAEMON, LOGIN))], stdin=subprocess.PIPE, stdout=output
            )
        made = FakeDesktop(process, log)
        started.append(made)
        qtbot.waitUntil(lambda: bool(made.told("ready")))
        return made

    yield start
    for one in started:
        assert one.process.stdin is not None
        one.process.stdin.close()
        one.process.kill()
        one.process.wait()


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """Give a window whose pages are empty; it is not on the screen."""
    made = MainWindow(page_makers={step.name: QLabel for step in STEPS}, settings=WindowSettings())
    qtbot.addWidget(made)
    yield made
    made.close()


@pytest.fixture
def make_presence(window: MainWindow, scripted_workers: Workers) -> Callable[..., DesktopPresence]:
    """Return what makes the presence of `window`: whether it is in a sandbox, and how long it waits for an answer.

    Of its clock every look is 11 seconds later than the one before, so that all work is long.
    """

    def make(*, in_sandbox: bool = False, patience_milliseconds: int = 30_000) -> DesktopPresence:
        def platform(_window: MainWindow, parent: QObject) -> Platform:
            return linux_platform(parent, in_sandbox=in_sandbox, patience_milliseconds=patience_milliseconds)

        return DesktopPresence(
            window=window,
            workers=scripted_workers,
            settings=WindowSettings(),
            make_platform=platform,
            clock=partial(next, itertools.count(0, 11)),
        )

    return make


@pytest.fixture
def train(scripted_workers: Workers, tmp_path: Path) -> Callable[[str], Job]:
    """Return what begins a training under a name, which is how it behaves (`scripted_answers`)."""

    def begin(name: str) -> Job:
        specification = TrainingSpecification(folder=tmp_path, run=tmp_path / name, epochs=1)
        return scripted_workers.submit(Train(specification=specification))

    return begin
