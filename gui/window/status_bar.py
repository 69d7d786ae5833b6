"""The status bar: what the worker does, its backend and its device. It only shows what it is told."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from core.messages import WorkerReady
from gui.backends.backend_words import backend_title
from gui.language.translate import tr
from gui.window.theme import SMALL


class WorkerStatusBar(QStatusBar):
    """The activity on the left; backend and device on the right."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._activity = QLabel(tr("Starting…"))
        self._backend = QLabel(tr("Keras is being loaded"))
        self._device = QLabel(tr("Device: not known yet"))
        self._activity.setObjectName("activity_label")
        self._backend.setObjectName("backend_label")
        self._device.setObjectName("device_label")
        self._activity.setAccessibleName(tr("What the worker does"))
        self._backend.setAccessibleName(tr("Backend"))
        self._device.setAccessibleName(tr("Device"))
        self._activity.setContentsMargins(SMALL, 0, SMALL, 0)
        for label in (self._backend, self._device):
            label.setContentsMargins(SMALL, 0, SMALL, 0)
        self.addWidget(self._activity, 1)
        self.addPermanentWidget(self._backend)
        self.addPermanentWidget(self._device)

    def show_ready(self, ready: WorkerReady) -> None:
        """Show the backend and the device of a worker that has imported Keras, or that it could not."""
        if ready.failure is not None:
            self._backend.setText(tr("Keras does not start"))
            self._device.setText(tr("Device: not known"))
            return
        self._backend.setText(tr("Keras on {backend_title}", backend_title=backend_title(ready.backend)))
        self._device.setText(ready.device)

    def show_loading(self, backend: str) -> None:
        """Show which backend is on its way."""
        self._backend.setText(tr("Keras on {backend_title} is being loaded", backend_title=backend_title(backend)))
        self._device.setText(tr("Device: not known yet"))

    def show_activity(self, activity: str) -> None:
        """Show what the worker does; '' says that it waits for work."""
        self._activity.setText(activity or tr("Ready"))
