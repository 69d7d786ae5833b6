"""The real program with its window, worked by a script, in a process that a fault test may kill.

    python -m tests.faults.window_program FOLDER RUN EXPORT

It opens the folder, trains a run of that name (or goes on with one that was broken off, when the window offers that),
and exports it. Each step is told in a line on standard output. What a person could not do is only to set the form.
"""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from core.messages import EpochFinished, Event, Progress
from core.places import runs_folder
from core.training.run_record import RECORD_FILE, read_run_record
from gui.app import main as open_window
from gui.demo.scripted_user import ScriptedUser
from gui.session import Session
from gui.training.settings_form import SettingsForm
from gui.training.training_job import TrainingJob
from gui.window.main_window import MainWindow
from gui.window.message_bar import MessageBar
from tests.faults.amount import amount

_PATIENCE_SECONDS = float(amount(180, 600))
#: As `Place.specification` has it.
SETTINGS = {
    "weights": "random",
    "image_size": 32,
    "epochs": 6,
    "batch_size": 8,
    "hidden": 8,
    "dropout": 0.4,
    "early_stopping": 5,
    "seed": 3,
}


class Script:
    """What is done with the window, from its start to its end."""

    def __init__(self, run: str, export: Path) -> None:
        self._run = runs_folder() / run
        self._export = export

    def begin(self) -> None:
        """Do it all, close the window, and tell how it went by the exit status."""
        window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
        status = 0
        try:
            self._work(window, ScriptedUser(window, Path(tempfile.gettempdir())))
        except Exception:
            traceback.print_exc()
            status = 1
        window.close()
        QApplication.exit(status)

    def _work(self, window: MainWindow, user: ScriptedUser) -> None:
        tell("scanning")
        user.wait_until(
            lambda: user.is_visible("go_to_layers") and user.find(QPushButton, "go_to_layers").isEnabled(),
            "the pictures are checked",
        )
        tell("checked")
        window.show_step("train")
        page = window.page("train")
        self._listen_to(page)
        if self._is_finished():
            self._use_run(window)
        else:
            self._train(page, user)
        user.wait_until(self._is_finished, "the run is finished", seconds=_PATIENCE_SECONDS)
        user.wait_until(lambda: user.is_visible("freezing_proof") or not _is_busy(page), "the window knows that")
        session = window.findChild(Session)
        assert session is not None
        user.wait_until(lambda: session.run == self._run, "its model is in use")  # Until then nothing can be exported.
        tell("trained")
        window.show_step("export")
        self._do_export(user)
        tell("exported")

    def _listen_to(self, page: QWidget) -> None:
        training = page.findChild(TrainingJob)
        assert training is not None
        training.reported.connect(_tell_event)

    def _use_run(self, window: MainWindow) -> None:
        session = window.findChild(Session)
        assert session is not None
        session.select_run(self._run)

    def _is_finished(self) -> bool:
        return (self._run / RECORD_FILE).is_file() and read_run_record(self._run).state == "finished"

    def _train(self, page: QWidget, user: ScriptedUser) -> None:
        if (self._run / RECORD_FILE).is_file():
            messages = page.findChildren(MessageBar)[0]
            user.wait_until(lambda: bool(_resume_buttons(messages)), "the window offers to resume")
            tell("resuming")
            _resume_buttons(messages)[0].click()
            return
        form = page.findChild(SettingsForm)
        assert form is not None
        form.show_values(**SETTINGS)
        user.find(QLineEdit, "run_name").setText(self._run.name)
        user.click("start_training")

    def _do_export(self, user: ScriptedUser) -> None:
        formats, destination = user.find(QComboBox, "export_format"), self._export
        formats.setCurrentIndex(formats.findData("onnx"))
        user.type_into("export_destination", str(destination))
        user.click("export_button")
        tell("exporting")
        user.wait_until(
            lambda: str(destination) in user.find(QPlainTextEdit, "loading_snippet").toPlainText(),
            "the export is verified",
            seconds=_PATIENCE_SECONDS,
        )


def tell(step: str) -> None:
    """Tell the test what happens now."""
    print(step, flush=True)


def _tell_event(event: Event) -> None:
    if isinstance(event, EpochFinished):
        tell(f"epoch {event.epoch}")
    elif isinstance(event, Progress):
        tell(f"{event.stage} {event.done}")


def _resume_buttons(messages: MessageBar) -> list[QPushButton]:
    return [one for one in messages.findChildren(QPushButton) if one.text() == "Resume" and one.isVisible()]


def _is_busy(page: QWidget) -> bool:
    training = page.findChild(TrainingJob)
    return training is not None and training.state.busy


if __name__ == "__main__":
    folder, run, export = sys.argv[1:]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(sys.argv[:1])
    QTimer.singleShot(0, Script(run, Path(export)).begin)
    sys.exit(open_window([folder]))
