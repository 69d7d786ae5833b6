"""The jobs of one worker: takes them, hands them to their lanes, runs them, and sends the last word on each once.

Knows threads, but neither the process nor the pipe: what is to be told goes to `send`.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from core.errors import FrostlineError, ProcessSpoilt, Stopped
from core.job_control import JobControl
from core.messages import ChangePlan, Event, JobEnded, JobReport, JobStarted, Lane, Outcome, Request, UndoPlanChange
from core.worker.failures import failure_of_exception
from core.worker.job import Job, JobState

Answer = Callable[[Request, JobControl], Event]

_log = logging.getLogger(__name__)


@dataclass
class _Entry:
    job: Job
    request: Request
    control: JobControl


class JobBoard:
    """Every unfinished job of a worker. All methods may be called from any thread.

    answer: does the work of a request, and returns its result or raises.
    send: tells the client something; called from the lanes' threads and from those that call the methods here.
    log_file: the file that the hint of an unforeseen failure names.
    """

    def __init__(self, *, answer: Answer, send: Callable[[object], None], log_file: Path) -> None:
        self._answer = answer
        self._send = send
        self._log_file = log_file
        self._entries: dict[int, _Entry] = {}
        self._changed = threading.Condition()
        self._queues: dict[Lane, queue.SimpleQueue[int]] = {lane: queue.SimpleQueue() for lane in Lane}

    def submit(self, number: int, request: Request) -> None:
        """Put a job into the queue of its lane."""
        control = JobControl(report=partial(self._report, number))
        with self._changed:
            self._entries[number] = _Entry(Job(number), request, control)
        self._queues[request.lane].put(number)

    def stop(self, number: int) -> None:
        """End a job that waits at once; ask a running one to stop."""
        with self._changed:
            entry = self._entries.get(number)
            if entry is None:
                return
            if entry.job.state is not JobState.QUEUED:
                self._ask_to_stop(entry)
                return
            entry.job = entry.job.end(Outcome.STOPPED)
        self._send_last_word(JobEnded(number, Outcome.STOPPED))

    def pause(self, number: int, paused: bool) -> None:
        """Let a job wait at its next batch, or go on."""
        with self._changed:
            entry = self._entries.get(number)
        if entry is not None:
            (entry.control.paused.set if paused else entry.control.paused.clear)()

    def wish(self, wish: ChangePlan | UndoPlanChange) -> None:
        """Pass on what the user wants of a training on its way."""
        with self._changed:
            entry = self._entries.get(wish.job)
        if entry is not None:
            entry.control.wishes.put(wish)

    def stop_everything(self) -> None:
        """Stop every job."""
        for number in tuple(self._entries):
            self.stop(number)

    def wait_until_idle(self, seconds: float) -> bool:
        """Wait until no job is left, at most so long; return whether it came to that."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._entries, timeout=seconds)

    def work(self, lane: Lane) -> None:
        """Run the jobs of a lane one after another, for ever; the calling thread becomes the lane's."""
        while True:
            self.run_next(lane)

    def run_next(self, lane: Lane) -> None:
        """Wait for the next job of a lane and run it to its end.

        Raises:
            ProcessSpoilt: the job did, and that was told: this process is to do no other one.

        """
        number = self._queues[lane].get()
        with self._changed:
            entry = self._entries.get(number)
            if entry is None or entry.job.has_ended:  # Stopped while it waited.
                return
            entry.job = entry.job.begin()
        self._send(JobStarted(number))
        try:
            ended = self._run(entry)
        except ProcessSpoilt as error:
            self._end(entry, self._failed(entry, error))
            raise
        self._end(entry, ended)

    def _end(self, entry: _Entry, ended: JobEnded) -> None:
        with self._changed:
            entry.job = entry.job.end(ended.outcome)
        self._send_last_word(ended)

    def _run(self, entry: _Entry) -> JobEnded:
        number = entry.job.number
        try:
            return JobEnded(number, Outcome.DONE, result=self._answer(entry.request, entry.control))
        except Stopped:
            return JobEnded(number, Outcome.STOPPED)
        except ProcessSpoilt:
            raise
        except BaseException as error:  # SystemExit of a library included: a job never ends its worker.
            return self._failed(entry, error)

    def _failed(self, entry: _Entry, error: BaseException) -> JobEnded:
        number, kind = entry.job.number, type(entry.request)
        level = logging.INFO if isinstance(error, FrostlineError) else logging.ERROR
        _log.log(level, "Job %d (%s) failed", number, kind.__name__, exc_info=error)
        return JobEnded(number, Outcome.FAILED, failure=failure_of_exception(error, self._log_file, kind))

    def _report(self, number: int, event: Event) -> None:
        entry = self._entries.get(number)
        if entry is not None and not entry.job.has_ended:  # A thread that a job left behind has nothing more to say.
            self._send(JobReport(number, event))

    def _send_last_word(self, ended: JobEnded) -> None:
        try:
            self._send(ended)
        except Exception as error:
            _log.exception("The result of job %d can't be sent", ended.job)
            failure = failure_of_exception(error, self._log_file)
            self._send(JobEnded(ended.job, Outcome.FAILED, failure=failure))
        with self._changed:
            del self._entries[ended.job]
            self._changed.notify_all()

    def _ask_to_stop(self, entry: _Entry) -> None:
        if entry.job.may_become(JobState.STOPPING):
            entry.job = entry.job.ask_to_stop()
            entry.control.stop_requested.set()
