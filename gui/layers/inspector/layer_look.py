"""Has a layer looked into by the worker: the latest wish alone counts, and a hasty one costs nothing.

No widgets; who wishes what, and what is shown of it, is `inspector`'s work.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.messages import InspectLayer
from gui.worker.latest_job import LatestJob
from gui.worker.workers import Workers

#: A wish must stand for this long before it is sent: whoever walks through the layers looks at none of them.
REST_MILLISECONDS = 120


class LayerLook(LatestJob):
    """Looks into layers."""

    found = Signal(object)  # LayerInspected

    def __init__(self, *, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(workers=workers, rest_milliseconds=REST_MILLISECONDS, parent=parent)
        self.finished.connect(self.found)

    def look(self, request: InspectLayer) -> None:
        """Have this looked into, in place of what was wished before."""
        self.want(request)
