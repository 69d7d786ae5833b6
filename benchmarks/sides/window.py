"""What the sides that watch the real window share: opening it, and setting up a training by the names of widgets."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QSpinBox, QWidget

from core.messages import Train
from gui.app import create_window
from gui.demo.scripted_user import ScriptedUser
from gui.session import Session
from gui.window.main_window import MainWindow
from gui.worker.job import Job

#: A busy machine takes its time; what is measured does not depend on it.
PATIENCE_SECONDS = 900.0
_SETTLE_MILLISECONDS = 500
DATA, LAYERS, TRAIN, PREDICT = 1, 2, 3, 5


@contextmanager
def open_window() -> Iterator[tuple[MainWindow, ScriptedUser]]:
    """Open the window as the program does, wait until Keras is there, and close it at the end."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    window = create_window()
    window.resize(1280, 800)
    window.show()
    user = ScriptedUser(window, Path())
    try:
        label = user.find(QLabel, "device_label")
        user.wait_until(lambda: label.text() not in ("", "Device: not known yet"), "Keras is there")
        yield window, user
    finally:
        window.close()
        application.processEvents()


def session_of(window: MainWindow) -> Session:
    """Return the state that the pages share."""
    session = window.findChild(Session)
    assert session is not None
    return session


def open_folder(user: ScriptedUser, folder: Path) -> None:
    """Drop a data folder on the window and wait until it is checked."""
    user.drop([folder])
    ready = user.find(QWidget, "go_to_layers")
    user.wait_until(
        lambda: user.is_visible("go_to_layers") and ready.isEnabled(),
        "the pictures are checked",
        seconds=PATIENCE_SECONDS,
    )


def set_up_training(user: ScriptedUser, *, image_size: int, epochs: int, preset: str = "Head only") -> None:
    """Choose what is thawed, random weights, and how long, and stay on the Train page."""
    user.go_to(LAYERS)
    user.wait_until(lambda: user.is_visible("freeze_preset"), "the Layers page is there")
    user.wait_until(lambda: user.find(QComboBox, "freeze_preset").isEnabled(), "the layers are listed")
    user.choose("freeze_preset", preset)
    user.go_to(TRAIN)
    weights = user.find(QComboBox, "weights_choice")
    weights.setCurrentIndex(weights.findData("random"))
    user.find(QSpinBox, "epochs").setValue(epochs)
    user.find(QSpinBox, "image_size").setValue(image_size)
    user.rest(_SETTLE_MILLISECONDS)  # so that the page's first painting is over


def start_training(user: ScriptedUser) -> None:
    """Press the button."""
    user.click("start_training")


def training_job(window: MainWindow) -> Job:
    """Return the job of the training under way."""
    jobs = window.findChildren(Job)
    return next(job for job in jobs if job.running and isinstance(job.request, Train))
