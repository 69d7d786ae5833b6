"""kill -9 of a worker under its window, which lives, says what happened, and does the job when it is asked again.

In full only: `tests/end_to_end` does it with one training.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.messages import Export, Request, ScanFolder, Train
from core.training.run_record import RECORD_FILE, read_run_record
from gui.app import create_window
from gui.session import Session
from gui.training.settings_form import SettingsForm
from gui.training.training_job import TrainingJob
from gui.training.training_state import Phase
from gui.window.main_window import MainWindow
from gui.window.message_bar import MessageBar
from gui.worker.bridge import WorkerBridge
from gui.worker.workers import Workers
from tests.faults.amount import amount
from tests.faults.conftest import Undisturbed, draw_pictures
from tests.faults.processes import PATIENCE_SECONDS, wait_until_none_is_left
from tests.faults.whole import damaged_files, leftovers
from tests.faults.window_program import SETTINGS

PHASES = ("scanning", "exporting", "training")
PATIENCE = int(PATIENCE_SECONDS * 1000)
MARKS = [
    pytest.param(PHASES[seed % len(PHASES)], seed, id=f"{PHASES[seed % len(PHASES)]}-{seed}")
    for seed in range(amount(0, 9))
]


class Watched:
    """A window on a folder of pictures, and what it takes to see that it lives."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        workers, session = window.findChild(Workers), window.findChild(Session)
        assert workers is not None
        assert session is not None
        self.workers, self.session = workers, session
        self._beats: list[float] = []
        self._heart = QTimer(window, interval=20)
        self._heart.timeout.connect(lambda: self._beats.append(time.monotonic()))
        self._heart.start()

    def kill_while_at(self, kind: type[Request], bridge: WorkerBridge, seconds: float) -> int:
        """Kill the worker so many seconds after it was given a request of some kind; return its number."""
        self.wait_until(lambda: any(isinstance(job.request, kind) for job in bridge.jobs))
        threading.Event().wait(seconds)
        process = bridge.process_id
        assert process is not None
        os.kill(process, signal.SIGKILL)
        return process

    def wait_until_told(self) -> str:
        """Wait until a strip of the window says that the worker died, and return what it says."""
        self.wait_until(lambda: any("SIGKILL" in bar.text for bar in self.window.findChildren(MessageBar)))
        return next(bar.text for bar in self.window.findChildren(MessageBar) if "SIGKILL" in bar.text)

    def wait_until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=PATIENCE)

    def assert_alive(self) -> None:
        """See that events are still answered: the heart goes on beating."""
        before = len(self._beats)
        self.wait_until(lambda: len(self._beats) > before + 2)
        assert self.window.isVisible()

    def click(self, name: str) -> None:
        button = self.window.findChild(QPushButton, name)
        assert button is not None
        self.wait_until(button.isEnabled)
        button.click()


@pytest.fixture
def watched(
    qtbot: QtBot, tmp_path: Path, frostline_home: Path, phase: str, request: pytest.FixtureRequest
) -> Iterator[Watched]:
    draw_pictures(tmp_path / "pictures")
    window = create_window(tmp_path / "pictures")
    qtbot.addWidget(window)
    window.show()
    yield Watched(window, qtbot)
    window.close()
    wait_until_none_is_left(frostline_home)


@pytest.mark.parametrize(("phase", "seed"), MARKS)
def test_a_worker_is_killed_and_the_window_does_the_job_when_asked_again(
    phase: str, seed: int, watched: Watched, tmp_path: Path, frostline_home: Path, request: pytest.FixtureRequest
) -> None:
    seconds = float(np.random.default_rng([seed, 7]).uniform(0.0, 1.5))

    {"scanning": scan, "exporting": export, "training": train}[phase](watched, tmp_path, seconds, request)

    watched.assert_alive()
    assert damaged_files(frostline_home, tmp_path) == []
    assert leftovers(tmp_path) == []


@pytest.mark.skipif(amount(0, 1) == 0, reason="waits half a minute for a worker that hangs: make faults")
@pytest.mark.parametrize("phase", ["training"])
def test_a_worker_that_hangs_is_stopped_from_its_window_and_the_training_is_resumed(
    phase: str, watched: Watched, tmp_path: Path, frostline_home: Path
) -> None:
    # Given a training whose worker is stuck, as in a driver that never returns
    watched.wait_until(lambda: watched.session.scan is not None)
    watched.window.show_step("train")
    page = watched.window.page("train")
    form, training = page.findChild(SettingsForm), page.findChild(TrainingJob)
    assert form is not None
    assert training is not None
    form.show_values(**SETTINGS)
    told: list[object] = []
    training.reported.connect(told.append)
    watched.click("start_training")
    watched.wait_until(lambda: bool(told))
    victim = watched.workers.trainer.process_id
    assert victim is not None
    os.kill(victim, signal.SIGSTOP)

    # When it is stopped
    watched.click("stop_training")
    watched.assert_alive()
    watched.wait_until(lambda: not training.state.busy)

    # Then its worker was ended by force, which is said, and another one goes on where the training was
    assert training.state.failure is not None
    assert training.state.failure.message == "The job did not stop within 30 s, so its worker was ended."
    assert watched.workers.trainer.process_id != victim
    _button(page, "Resume").click()
    watched.wait_until(lambda: not training.state.busy)
    assert training.state.specification is not None
    assert read_run_record(training.state.specification.run).state == "finished"
    assert damaged_files(frostline_home, tmp_path) == []


def scan(watched: Watched, place: Path, seconds: float, request: pytest.FixtureRequest) -> None:
    workers = watched.workers
    victim = watched.kill_while_at(ScanFolder, workers.viewer, min(seconds, 0.2))

    told = watched.wait_until_told()
    watched.wait_until(lambda: workers.viewer.process_id not in (None, victim))
    watched.assert_alive()
    if watched.session.scan is None:
        watched.click("rescan_folder")
    watched.wait_until(lambda: watched.session.scan is not None)

    assert "worker" in told
    assert watched.session.scan is not None
    assert [one.images for one in watched.session.scan.classes] == [20, 20]


def export(watched: Watched, place: Path, seconds: float, request: pytest.FixtureRequest) -> None:
    undisturbed: Undisturbed = request.getfixturevalue("undisturbed")
    destination = place / "exports" / "model.onnx"
    watched.session.select_run(undisturbed.run)
    watched.window.show_step("export")
    formats = watched.window.findChild(QComboBox, "export_format")
    line, snippet = (watched.window.findChild(kind, name) for kind, name in (
        (QLineEdit, "export_destination"), (QPlainTextEdit, "loading_snippet")))  # fmt: skip
    assert formats is not None
    assert isinstance(line, QLineEdit)
    assert isinstance(snippet, QPlainTextEdit)
    formats.setCurrentIndex(formats.findData("onnx"))
    line.setText(str(destination))
    watched.click("export_button")
    watched.kill_while_at(Export, watched.workers.trainer, 3.0 * seconds)

    watched.wait_until_told()
    watched.assert_alive()
    watched.click("export_button")
    watched.wait_until(lambda: str(destination) in snippet.toPlainText())

    assert destination.is_file()


def train(watched: Watched, place: Path, seconds: float, request: pytest.FixtureRequest) -> None:
    watched.wait_until(lambda: watched.session.scan is not None)
    watched.window.show_step("train")
    page = watched.window.page("train")
    form = page.findChild(SettingsForm)
    assert form is not None
    form.show_values(**SETTINGS)
    watched.click("start_training")
    watched.kill_while_at(Train, watched.workers.trainer, 4.0 * seconds)

    watched.wait_until_told()
    watched.assert_alive()
    training = page.findChild(TrainingJob)
    assert training is not None
    run = training.state.specification.run if training.state.specification is not None else place
    watched.wait_until(lambda: not training.state.busy)
    if training.state.phase is Phase.CRASHED:  # Else it was done before.
        _button(page, "Resume").click()
        watched.wait_until(lambda: not training.state.busy)

    assert read_run_record(run).state == "finished", (run / RECORD_FILE).read_text(encoding="utf-8")


def _button(page: QWidget, words: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.text() == words and one.isVisible())
