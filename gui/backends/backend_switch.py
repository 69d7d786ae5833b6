"""Which backend the workers run on: who decides it, what stands in the way of another, and the change itself.

Nothing on the screen changes with it: plan, pictures, runs and predictions are files and plain objects of the window.
"""

from __future__ import annotations

import os

from PySide6.QtCore import QObject, Signal

from gui.backends.backend_words import backend_title
from gui.language.translate import tr
from gui.window.settings import WindowSettings
from gui.worker.workers import Workers

_VARIABLE, _DEFAULT = "KERAS_BACKEND", "tensorflow"


def remembered_environment(settings: WindowSettings) -> dict[str, str]:
    """Return what workers need in their environment to run on the remembered backend; the user's own word wins."""
    return {_VARIABLE: settings.backend} if settings.backend and not forced_backend() else {}


def forced_backend() -> str:
    """Return the backend that the user named in the environment; '' when none."""
    return os.environ.get(_VARIABLE, "")


class BackendSwitch(QObject):
    """Changes the backend of both workers, and remembers it."""

    switched = Signal(str)  # the backend that is on its way

    def __init__(self, *, workers: Workers, settings: WindowSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = workers
        self._settings = settings
        self._chosen = settings.backend

    @property
    def current(self) -> str:
        """The backend that the workers run on, or will when they have started."""
        readiness = self._workers.trainer.readiness
        return forced_backend() or self._chosen or (readiness.backend if readiness is not None else "") or _DEFAULT

    @property
    def obstacle(self) -> str:
        """Why the backend can't be changed now, in a sentence; '' when it can."""
        if forced_backend():
            return tr(
                "{variable}={forced_backend} is set where Frostline was started, and decides. "
                "Unset it and start Frostline again to choose here.",
                variable=_VARIABLE,
                forced_backend=forced_backend(),
            )
        if self._workers.work_under_way:
            return tr(
                "{work_under_way}: the backend can be changed when that has ended, or was stopped.",
                work_under_way=self._workers.work_under_way,
            )
        return ""

    def switch_to(self, backend: str) -> str:
        """Have both workers start anew on `backend`; return '' or the sentence that says why not."""
        if self.obstacle:
            return self.obstacle
        self._chosen = backend
        self._settings.keep_backend(backend)
        self._workers.renew({_VARIABLE: backend})
        self.switched.emit(backend)
        return ""

    def sentence(self, backend: str) -> str:
        """Say what a change does, before it is made."""
        return tr(
            "Both workers start again on {backend_title}, which takes some seconds. Everything shown stays.",
            backend_title=backend_title(backend),
        )
