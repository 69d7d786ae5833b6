"""A window with a scripted training under way, in a process of its own that a test kills.

    python -m tests.gui.desktop.training_window FOLDER

The trainer is a real worker's process, which must not inherit what keeps the computer awake.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel

from core.messages import Train
from core.training.specification import TrainingSpecification
from core.worker.client import WorkerClient
from core.worker.launch import worker_command
from gui.desktop.presence import DesktopPresence
from gui.window.main_window import MainWindow
from gui.window.settings import WindowSettings
from gui.window.steps import STEPS
from gui.worker.workers import Workers


def main() -> int:
    application = QApplication([])
    command = worker_command(name="trainer", answers="scripted_answers:answer")
    workers = Workers(trainer=partial(WorkerClient, name="trainer", command=command))
    window = MainWindow(page_makers={step.name: QLabel for step in STEPS}, settings=WindowSettings())
    DesktopPresence(window=window, workers=workers, settings=WindowSettings())
    window.show()
    folder = Path(sys.argv[1])
    run = folder / "until stopped"
    workers.submit(Train(specification=TrainingSpecification(folder=folder, run=run, epochs=1)))
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
