"""The window's side of a worker: starts it, gives it jobs, and says what becomes of each; no Qt.

It owns the table of unfinished jobs, so that no job is ever lost silently: what was handed to a process that died
has crashed, and what was submitted while none runs waits for the next. When to restart is the owner's decision.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from core.errors import Failure
from core.messages import (
    ChangePlan,
    JobEnded,
    JobReport,
    JobStarted,
    Outcome,
    Pause,
    Request,
    Shutdown,
    Stop,
    UndoPlanChange,
    WorkerEnded,
    WorkerReady,
)
from core.worker.child_process import ChildProcess
from core.worker.delivery import Delivery
from core.worker.failures import failure_of_death
from core.worker.job import JobState
from core.worker.job_table import Entry, JobTable
from core.worker.launch import worker_command, worker_environment
from core.worker.log_file import log_file
from core.worker.pipe import pack
from core.worker.stop_ladder import StopLadder

Message = WorkerReady | JobStarted | JobReport | JobEnded | WorkerEnded

#: How long `close` waits after asking, after terminating, and after killing, in seconds.
_CLOSE_GRACES = (2.0, 0.5, 0.5)

_log = logging.getLogger(__name__)


class WorkerClient:
    """A worker that outlives its processes. All methods may be called from any thread, and none waits but `close`.

    on_message: called with each `Message`, one at a time, from a thread of this client. A job's messages are at most
        one `JobStarted`, then reports, then exactly one `JobEnded`, which in the death of a process comes before
        the `WorkerEnded`.
    name: names the log file. preload: import Keras at the start.
    command: starts the process (default: `worker_command`). environment: added to that of this process.
    stop_grace: seconds that a job has to stop before its process is terminated; kill_grace: seconds from then
        until it is killed.
    """

    def __init__(
        self,
        *,
        on_message: Callable[[Message], None],
        name: str = "trainer",
        preload: bool = False,
        command: Sequence[str] | None = None,
        environment: Mapping[str, str] | None = None,
        stop_grace: float = 30.0,
        kill_grace: float = 5.0,
    ) -> None:
        self._name = name
        self._command = list(command) if command is not None else worker_command(name=name, preload=preload)
        self._environment = dict(environment or {})
        self._new_ladder = partial(StopLadder, stop_grace=stop_grace, kill_grace=kill_grace)
        self._delivery: Delivery[Message] = Delivery(on_message, name=f"{name} messages")
        self._lock = threading.RLock()
        self._jobs = JobTable(tell=self._delivery.put, log_file=log_file(name))
        self._child: ChildProcess | None = None
        self._refusal: Failure | None = None
        self._retiring = False
        self._closing = False

    @property
    def process_id(self) -> int | None:
        """The number of the worker's process; None while none runs."""
        with self._lock:
            return self._child.process_id if self._child is not None else None

    def start(self) -> None:
        """Start a process if none runs, and hand it the jobs that wait.

        A failure to start is told as the death of a worker: `WorkerEnded` with exit code None.
        """
        with self._lock:
            if self._child is not None or self._closing:
                return
            self._refusal = None
            self._retiring = False
            try:
                self._child = self._new_child()
            except OSError:
                _log.exception("The worker can't be started")
                self._jobs.end_waiting(failure_of_death(None, log_file(self._name)))
                self._delivery.put(WorkerEnded(None, expected=False))
                return
            self._child.begin()
            for entry in self._jobs.waiting():
                self._hand_over(entry, self._child)

    def restart(self) -> None:
        """Start a fresh process; one that runs is killed, and its jobs have crashed."""
        with self._lock:
            previous, self._child = self._child, None
            if previous is not None:
                previous.kill()
            self.start()

    def renew(self, environment: Mapping[str, str]) -> None:
        """Add to the environment of every process from now on, and replace the one that runs, if any.

        It finishes the jobs that it has first; those that come meanwhile wait for the new one.
        """
        with self._lock:
            self._environment |= environment
            if self._child is not None:
                self._retiring = True
                self._restart_when_retired()

    def submit(self, request: Request) -> int:
        """Give the worker a job and return its number, which no other job of this client ever has.

        Raises:
            RuntimeError: the client is closed.
            Exception: the request can't be pickled.

        """
        with self._lock:
            if self._closing:
                raise RuntimeError("The worker's client is closed and takes no more jobs.")
            entry = self._jobs.add(request)
            if self._refusal is not None:
                self._jobs.end_waiting(self._refusal)
            elif self._child is not None and not self._retiring:
                self._hand_over(entry, self._child)
            return entry.job.number

    def stop(self, job: int) -> None:
        """Ask a job to stop; its process is ended by force when it doesn't. An ended job is left in peace."""
        with self._lock:
            entry = self._jobs.get(job)
            if entry is None or not entry.job.may_become(JobState.STOPPING):
                return
            if entry.child is None:
                self._jobs.end(JobEnded(job, Outcome.STOPPED))
                return
            entry.job = entry.job.ask_to_stop()
            entry.child.send(pack(Stop(job)))
            entry.ladder = self._new_ladder(entry.child)
            entry.ladder.start()

    def pause(self, job: int, paused: bool) -> None:
        """Let a job wait at its next batch (True) or go on (False)."""
        with self._lock:
            entry = self._jobs.get(job)
            if entry is None:
                return
            entry.paused = paused
            if entry.child is not None:
                entry.child.send(pack(Pause(job, paused)))

    def wish(self, wish: ChangePlan | UndoPlanChange) -> None:
        """Tell a training what the user wants of it; what is wished of a job that no process has yet is dropped."""
        with self._lock:
            entry = self._jobs.get(wish.job)
            if entry is not None and entry.child is not None:
                entry.child.send(pack(wish))

    def give_up(self, failure: Failure) -> None:
        """End every job that waits for a process with this failure, and every new one, until the next start."""
        with self._lock:
            self._refusal = failure
            self._jobs.end_waiting(failure)

    def begin_closing(self) -> None:
        """Ask the worker to stop everything and go, without waiting for it."""
        with self._lock:
            if not self._closing:
                self._closing = True
                if self._child is not None:
                    self._child.send(pack(Shutdown()))

    def close(self) -> None:
        """End the worker, in good order if it can be had within 2 s, by force otherwise; 3 s at most, and idempotent.

        When it returns, every job has had its `JobEnded`, unless `on_message` itself called it.
        """
        self.begin_closing()
        with self._lock:
            child = self._child
        if child is not None:
            for rung, seconds in zip((child.terminate, child.kill, None), _CLOSE_GRACES, strict=True):
                if child.wait(seconds) or rung is None:
                    break
                rung()
        with self._lock:
            self._jobs.end_all_as_stopped()
        self._delivery.close()

    def _new_child(self) -> ChildProcess:
        return ChildProcess(
            command=self._command,
            environment=worker_environment(self._environment),
            name=self._name,
            on_message=self._on_child_message,
            on_ended=self._on_child_ended,
        )

    def _restart_when_retired(self) -> None:
        if self._retiring and self._child is not None and not self._jobs.has_any_of(self._child):
            self.restart()

    def _hand_over(self, entry: Entry, child: ChildProcess) -> None:
        entry.child = child
        child.send(entry.packed)
        entry.packed = b""
        if entry.paused:
            child.send(pack(Pause(entry.job.number, paused=True)))

    def _on_child_message(self, child: ChildProcess, message: object) -> None:
        with self._lock:
            match message:
                case WorkerReady() if child is self._child and not self._retiring:
                    self._delivery.put(message)
                case JobStarted(job) if self._jobs.begin(job):
                    self._delivery.put(message)
                case JobReport(job) if self._jobs.get(job) is not None:
                    self._delivery.put(message)
                case JobEnded():
                    self._jobs.end(message)
                    self._restart_when_retired()

    def _on_child_ended(self, child: ChildProcess, exit_code: int) -> None:
        with self._lock:
            if child is self._child:
                self._child = None
            if self._closing:
                self._jobs.end_all_as_stopped()
            else:
                self._jobs.lose(child, exit_code)
            self._delivery.put(WorkerEnded(exit_code, expected=self._closing or child.was_told_to_end))
