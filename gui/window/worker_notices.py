"""What the strip of the window says of workers that died: that another is coming, or how to start it again."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gui.language.translate import tr
from gui.window.main_window import MainWindow
from gui.window.message_bar import Level
from gui.worker.workers import Workers


class WorkerNotices(QObject):
    """Tells of both workers of a window."""

    def __init__(self, *, workers: Workers, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers, self._window = workers, window
        workers.worker_crashed.connect(self._on_workers_worker_crashed)
        workers.worker_given_up.connect(self._on_workers_worker_given_up)

    def _on_workers_worker_crashed(self, what: str) -> None:
        self._window.show_message(Level.WARNING, what, tr("A new worker is starting; nothing that was saved is lost."))

    def _on_workers_worker_given_up(self, what: str) -> None:
        self._window.show_message(
            Level.ERROR,
            what,
            tr("The log files say more."),
            [(tr("Open the log folder"), self._window.open_log_folder), (tr("Start it again"), self._workers.restart)],
        )
