"""Has an answer explained by the worker: the latest wish alone counts, and a hasty one costs nothing. No widgets."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.messages import Event, Explain, Explained, Progress
from gui.worker.latest_job import LatestJob
from gui.worker.workers import Workers

#: A wish must stand for this long before it is sent: whoever walks through pictures asks why of none of them.
REST_MILLISECONDS = 150


class Explainer(LatestJob):
    """Explanations, and what is known of one before the training images are read."""

    seen = Signal(object)  # Explained, of the picture alone: the training images are still being read
    explained = Signal(object)  # Explained
    progressed = Signal(object)  # Progress

    def __init__(self, *, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(workers=workers, rest_milliseconds=REST_MILLISECONDS, parent=parent)
        self.reported.connect(self._on_reported)
        self.finished.connect(self.explained)

    def ask(self, request: Explain) -> None:
        """Have this explained, in place of what was wished before."""
        self.want(request)

    def _on_reported(self, event: Event) -> None:
        if isinstance(event, Progress):
            self.progressed.emit(event)
        elif isinstance(event, Explained):
            self.seen.emit(event)
