"""The window's two workers as one thing: a page submits a request and need not know who answers it.

The trainer has Keras from its start; the viewer is light, and imports Keras at its first prediction or when warmed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from core.messages import Evaluate, Export, ExtractToStore, FindLearningRate, Predict, Request, Train, WarmUp
from core.worker.client import WorkerClient
from gui.language.translate import tr
from gui.worker.bridge import ClientMaker, Job, WorkerBridge
from gui.worker.routes import ROUTES, TRAINER_PHRASES, Route

_WORK = (Train, FindLearningRate, ExtractToStore, Export, Evaluate)
LOADING, PAUSED, STOPPING = tr("Loading Keras"), tr("Paused"), tr("Stopping")


class Workers(QObject):
    """Routes requests to the trainer and the viewer; each starts at its first request.

    trainer, viewer: make the workers' clients (default: the real ones). environment: added to that of this process.
    """

    submitted = Signal(object)  # Job, of either worker
    trainer_ready = Signal(object)  # WorkerReady
    worker_crashed = Signal(str)  # what happened, in a sentence; a new worker is on its way
    worker_given_up = Signal(str)  # what happened, in a sentence; `restart` tries again
    busy_changed = Signal(str)  # what the trainer does now, in a short phrase; '' when idle

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        trainer: ClientMaker | None = None,
        viewer: ClientMaker | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(parent)
        self.trainer = WorkerBridge(
            make_client=trainer or partial(WorkerClient, name="trainer", preload=True, environment=environment),
            parent=self,
        )
        self.viewer = WorkerBridge(
            make_client=viewer or partial(WorkerClient, name="viewer", environment=environment), parent=self
        )
        self._busy = ""
        self._warmth_wanted = False
        self._warmed_process: int | None = None
        self._connect_bridges()

    def submit(self, request: Request, *, parent: QObject | None = None) -> Job:
        """Give a request to the worker that answers its kind. When `parent` dies, the job is stopped."""
        if isinstance(request, Predict):
            self._warmth_wanted = False
        bridge = self.trainer if ROUTES[type(request)] is Route.TRAINER else self.viewer
        job = bridge.submit(request, parent=parent)
        self.submitted.emit(job)
        return job

    def warm_viewer(self) -> None:
        """Let the viewer import Keras once it is idle and the trainer has done so, ahead of the first prediction."""
        self._warmth_wanted = True
        self._warm_when_idle()

    def restart(self) -> None:
        """Start those workers again that were given up."""
        for bridge in (self.trainer, self.viewer):
            if bridge.is_given_up:
                bridge.restart()

    @property
    def work_under_way(self) -> str:
        """What the trainer does for the user and nobody should cut short, in a short phrase; '' where there is none."""
        at_work = (job for job in self.trainer.jobs if isinstance(job.request, _WORK))
        return next((TRAINER_PHRASES[type(job.request)] for job in at_work), "")

    def renew(self, environment: Mapping[str, str]) -> None:
        """Replace both workers by such with this added to their environment; each finishes its jobs first."""
        for bridge in (self.trainer, self.viewer):
            bridge.renew(environment)
        if self._warmed_process is not None:
            self.warm_viewer()

    def close(self) -> None:
        """End both workers; 3 s at most."""
        self._warmth_wanted = False
        for bridge in (self.trainer, self.viewer):
            bridge.begin_closing()
        for bridge in (self.trainer, self.viewer):
            bridge.close()

    def _connect_bridges(self) -> None:
        self.trainer.ready.connect(self.trainer_ready)
        self.trainer.graphics_cards_lost.connect(self.viewer.do_without_graphics_cards)
        for bridge in (self.trainer, self.viewer):
            bridge.worker_crashed.connect(self.worker_crashed)
            bridge.worker_given_up.connect(self.worker_given_up)
            bridge.activity_changed.connect(self._warm_when_idle)
        self.trainer.activity_changed.connect(self._on_trainer_activity_changed)

    def _on_trainer_activity_changed(self) -> None:
        busy = self._describe_activity()
        if busy != self._busy:
            self._busy = busy
            self.busy_changed.emit(busy)

    def _describe_activity(self) -> str:
        if self.trainer.is_starting:
            return LOADING
        if not self.trainer.jobs:
            return ""
        job = self.trainer.jobs[0]  # All of them share a lane: the oldest is the one that the trainer is at.
        if job.stopping:
            return STOPPING
        return PAUSED if job.paused else TRAINER_PHRASES[type(job.request)]

    def _warm_when_idle(self) -> None:
        if not self._warmth_wanted or self.trainer.is_starting or self.viewer.jobs or self.viewer.is_given_up:
            return
        self._warmth_wanted = False
        if self.viewer.process_id is None or self.viewer.process_id != self._warmed_process:
            self.viewer.submit(WarmUp())
            self._warmed_process = self.viewer.process_id
