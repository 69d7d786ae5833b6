"""The client's unfinished jobs: their states, which process each was handed to, and the last word on each.

Not thread-safe: the client's lock guards it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core.errors import Failure
from core.messages import JobEnded, Outcome, Request, Submit
from core.worker.child_process import ChildProcess
from core.worker.failures import failure_of_death
from core.worker.job import Job, JobState
from core.worker.pipe import pack
from core.worker.stop_ladder import StopLadder


@dataclass
class Entry:
    """An unfinished job. packed: its `Submit`, until it is handed to `child`. ladder: there once it is to stop."""

    job: Job
    kind: type[Request]
    packed: bytes
    paused: bool = False
    child: ChildProcess | None = None
    ladder: StopLadder | None = None


class JobTable:
    """Jobs by number. `tell` gets exactly one `JobEnded` for each job that was added."""

    def __init__(self, *, tell: Callable[[JobEnded], None], log_file: Path) -> None:
        self._tell = tell
        self._log_file = log_file
        self._entries: dict[int, Entry] = {}
        self._last_number = 0

    def add(self, request: Request) -> Entry:
        """Take a new job under a number that none had before; an unpicklable request raises and adds nothing."""
        number = self._last_number + 1
        entry = Entry(Job(number), type(request), pack(Submit(number, request)))
        self._last_number = number
        self._entries[number] = entry
        return entry

    def get(self, number: int) -> Entry | None:
        """Return the unfinished job of that number, if it is one."""
        return self._entries.get(number)

    def waiting(self) -> tuple[Entry, ...]:
        """Return the jobs that were handed to no process yet, the oldest first."""
        return tuple(entry for entry in self._entries.values() if entry.child is None)

    def has_any_of(self, child: ChildProcess) -> bool:
        """Tell whether a process has unfinished jobs."""
        return any(entry.child is child for entry in self._entries.values())

    def begin(self, number: int) -> bool:
        """Note that the worker is at a job now; return whether it is one of ours."""
        entry = self._entries.get(number)
        if entry is None:
            return False
        if entry.job.may_become(JobState.RUNNING):
            entry.job = entry.job.begin()
        return True

    def end(self, ended: JobEnded) -> None:
        """Tell the last word on a job and forget it; what is said of a job that has ended already is dropped."""
        entry = self._entries.pop(ended.job, None)
        if entry is None:
            return
        entry.job = entry.job.end(ended.outcome)
        if entry.ladder is not None:
            entry.ladder.cancel()
        self._tell(ended)

    def end_waiting(self, failure: Failure) -> None:
        """End, as crashed, the jobs that were handed to no process."""
        for entry in self.waiting():
            self.end(JobEnded(entry.job.number, Outcome.CRASHED, failure=failure))

    def end_all_as_stopped(self) -> None:
        """End every job that is left: the window closes."""
        for number in tuple(self._entries):
            self.end(JobEnded(number, Outcome.STOPPED))

    def lose(self, child: ChildProcess, exit_code: int) -> None:
        """End, as crashed, the jobs of a process that is dead, each with what happened to it."""
        for entry in tuple(self._entries.values()):
            if entry.child is child:
                failure = self._failure_of_lost(entry, child, exit_code)
                self.end(JobEnded(entry.job.number, Outcome.CRASHED, failure=failure))

    def _failure_of_lost(self, entry: Entry, child: ChildProcess, exit_code: int) -> Failure:
        if entry.ladder is not None and entry.ladder.used_force:
            return Failure(
                kind="stopped_by_force",
                message=f"The job did not stop within {entry.ladder.stop_grace:g} s, so its worker was ended.",
                hint="What it had saved until then is kept.",
            )
        if child.was_told_to_end:
            return Failure(
                kind="crashed",
                message="The worker was restarted while it had this job.",
                hint="Start the job again.",
            )
        return failure_of_death(exit_code, self._log_file, entry.kind)
