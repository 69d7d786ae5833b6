"""A worker for the window: the client's messages become signals on the window's thread, and a dead worker is replaced.

Everything else about workers and jobs is `core.worker.client`'s work. Which request goes to which worker is said in
`gui.worker.workers`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from enum import Enum
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from core.errors import Failure
from core.messages import JobEnded, JobReport, JobStarted, Outcome, Request, WorkerEnded, WorkerReady
from core.worker.client import Message, WorkerClient
from core.worker.failures import describe_death, is_native_fault
from core.worker.launch import without_graphics_cards
from gui.language.translate import tr
from gui.worker.job import Job
from gui.worker.restart_policy import RestartPolicy

__all__ = ["ClientMaker", "Job", "WorkerBridge"]


class ClientMaker(Protocol):
    """Makes a client, not started yet, that calls `on_message` with each message."""

    def __call__(self, *, on_message: Callable[[Message], None]) -> WorkerClient: ...


class _State(Enum):
    ASLEEP = "asleep"
    STARTING = "starting"
    READY = "ready"
    GIVEN_UP = "given up"
    CLOSED = "closed"


class WorkerBridge(QObject):
    """One worker, which starts at its first job and is started again when it dies, unless that happens too often."""

    ready = Signal(object)  # WorkerReady, of each new process
    worker_crashed = Signal(str)  # what happened, in a sentence; another worker is on its way
    graphics_cards_lost = Signal()  # it died of them while it started: from now on it does without
    worker_given_up = Signal(str)  # what happened, in a sentence; only `restart` helps
    activity_changed = Signal()  # a job came, began, was asked to stop or to pause, or ended; or the worker changed

    _message_arrived = Signal(object)

    def __init__(self, *, make_client: ClientMaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: dict[int, Job] = {}
        self._restarts = RestartPolicy()
        self._state = _State.ASLEEP
        self._has_graphics_cards = True
        self._readiness: WorkerReady | None = None
        # Queued: messages come from a thread of the client.
        self._message_arrived.connect(self._on_message_arrived, Qt.ConnectionType.QueuedConnection)
        self._client = client = make_client(on_message=self._pass_on)
        self.destroyed.connect(lambda *_: client.close())

    @property
    def is_starting(self) -> bool:
        """Whether a process is on its way and not ready yet."""
        return self._state is _State.STARTING

    @property
    def readiness(self) -> WorkerReady | None:
        """What the worker said when it was ready last; None before the first time."""
        return self._readiness

    @property
    def is_closed(self) -> bool:
        """Whether it was told to go, and takes no more jobs."""
        return self._state is _State.CLOSED

    @property
    def is_given_up(self) -> bool:
        """Whether the worker died too often to be started again by itself."""
        return self._state is _State.GIVEN_UP

    @property
    def process_id(self) -> int | None:
        """The number of the worker's process; None while none runs."""
        return self._client.process_id

    @property
    def jobs(self) -> tuple[Job, ...]:
        """The unfinished jobs, the oldest first."""
        return tuple(job for job in self._jobs.values() if isValid(job))

    def start(self) -> None:
        """Start the worker if that has not happened yet."""
        if self._state is _State.ASLEEP:
            self._set_state(_State.STARTING)
            self._client.start()

    def submit(self, request: Request, *, parent: QObject | None = None) -> Job:
        """Give the worker a job. It goes on until it has ended, or until `parent` dies, which stops it."""
        if self._state is _State.CLOSED:
            return self._stopped_job(request, parent)
        number = self._client.submit(request)
        job = self._new_job(number, request, parent)
        client = self._client
        job.destroyed.connect(lambda *_: client.stop(number))
        self._jobs[number] = job
        self.start()
        self.activity_changed.emit()
        return job

    def restart(self) -> None:
        """Start a fresh worker, after it was given up or at any time: the jobs of one that runs have crashed."""
        if self._state is not _State.CLOSED:
            self._restarts.forget()
            self._set_state(_State.STARTING)
            self._client.restart()

    def renew(self, environment: Mapping[str, str]) -> None:
        """Replace the worker, once it has finished its jobs, by one with this added to its environment."""
        if self._state is _State.CLOSED:
            return
        self._client.renew(environment)
        if self._state is _State.GIVEN_UP:
            self.restart()
        elif self._state is not _State.ASLEEP:
            self._set_state(_State.STARTING)

    def do_without_graphics_cards(self) -> None:
        """Let the worker compute on the CPU from its next process on, which comes once it has finished its jobs."""
        if self._has_graphics_cards:
            self._has_graphics_cards = False
            self.renew(without_graphics_cards())

    def begin_closing(self) -> None:
        """Ask the worker to go, without waiting for it. New jobs are stopped before they begin."""
        if self._state is not _State.CLOSED:
            self._set_state(_State.CLOSED)
            self._client.begin_closing()

    def close(self) -> None:
        """End the worker: at once when it is idle, after 3 s at most."""
        self.begin_closing()
        self._client.close()

    # ------------------------------------------------------------------ jobs

    def _new_job(self, number: int, request: Request, parent: QObject | None) -> Job:
        return Job(
            number=number,
            request=request,
            ask_to_stop=self._stop,
            ask_to_pause=self._pause,
            make_wish=self._client.wish,
            parent=parent,
        )

    def _stopped_job(self, request: Request, parent: QObject | None) -> Job:
        job = self._new_job(0, request, parent)
        QTimer.singleShot(0, job, lambda: job.take(JobEnded(0, Outcome.STOPPED)))
        return job

    def _stop(self, number: int) -> None:
        self._client.stop(number)
        self.activity_changed.emit()

    def _pause(self, number: int, paused: bool) -> None:
        self._client.pause(number, paused)
        self.activity_changed.emit()

    # ------------------------------------------------------------------ messages

    def _pass_on(self, message: Message) -> None:
        with suppress(RuntimeError):  # The window is gone already.
            self._message_arrived.emit(message)

    def _on_message_arrived(self, message: Message) -> None:
        match message:
            case WorkerReady():
                self._on_worker_ready(message)
            case WorkerEnded():
                self._on_worker_ended(message)
            case JobEnded(number):
                self._tell_end(self._jobs.pop(number, None), message)
            case JobStarted(number) | JobReport(number):
                self._tell(self._jobs.get(number), message)

    def _on_worker_ready(self, message: WorkerReady) -> None:
        if self._state is _State.STARTING:
            self._readiness = message
            self._set_state(_State.READY)
            self.ready.emit(message)

    def _tell(self, job: Job | None, message: JobStarted | JobReport) -> None:
        if job is not None and isValid(job):
            job.take(message)
            if isinstance(message, JobStarted):
                self.activity_changed.emit()

    def _tell_end(self, job: Job | None, message: JobEnded) -> None:
        if job is not None and isValid(job):
            job.take(message)
            if isValid(job):
                job.setParent(None)  # Or a page would keep every job that it ever had.
        self.activity_changed.emit()

    def _on_worker_ended(self, message: WorkerEnded) -> None:
        if self._state in (_State.CLOSED, _State.GIVEN_UP) or self._client.process_id is not None:
            return
        what = describe_death(message.exit_code)
        if self._state is _State.STARTING and self._has_graphics_cards and is_native_fault(message.exit_code):
            what = tr("{what} It was starting: the next one does without graphics cards, on the CPU.", what=what)
            self.do_without_graphics_cards()
            self.graphics_cards_lost.emit()
        if message.expected or self._restarts.allows_restart(died_at=time.monotonic()):
            self._set_state(_State.STARTING)
            self._client.restart()
            if not message.expected:
                self.worker_crashed.emit(what)
        else:
            self._give_up(what)

    def _give_up(self, what: str) -> None:
        self._set_state(_State.GIVEN_UP)
        sentence = tr("{what} It died again and again within a minute, so that no other is started.", what=what)
        hint = tr("The log files say more. Restart the worker, or Frostline, once the cause is mended.")
        self._client.give_up(Failure(kind="worker_given_up", message=tr("The worker does not run."), hint=hint))
        self.worker_given_up.emit(sentence)

    def _set_state(self, state: _State) -> None:
        self._state = state
        self.activity_changed.emit()
