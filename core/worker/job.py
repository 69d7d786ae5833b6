"""The life of one job as a pure state machine: its states, and which may follow which.

The worker and the client each keep one `Job` for a number; nothing here runs, sends or waits.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from core.messages import Outcome


class JobState(Enum):
    """Where a job stands."""

    QUEUED = "queued"
    RUNNING = "running"
    STOPPING = "stopping"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"
    CRASHED = "crashed"


STATE_OF_OUTCOME = {
    Outcome.DONE: JobState.DONE,
    Outcome.STOPPED: JobState.STOPPED,
    Outcome.FAILED: JobState.FAILED,
    Outcome.CRASHED: JobState.CRASHED,
}

END_STATES = frozenset(STATE_OF_OUTCOME.values())

#: A queued job may be `stopping` in the eyes of the client, which can't know yet whether the worker began it.
_MAY_FOLLOW: dict[JobState, frozenset[JobState]] = {
    JobState.QUEUED: frozenset({JobState.RUNNING, JobState.STOPPING, JobState.STOPPED, JobState.CRASHED}),
    JobState.RUNNING: END_STATES | {JobState.STOPPING},
    JobState.STOPPING: END_STATES,
}


class IllegalTransition(Exception):
    """A job was asked to do what its state doesn't allow: a fault of the program."""


@dataclass(frozen=True)
class Job:
    """A job of this number in its present state; each step gives the job in its next state.

    Raises (every step):
        IllegalTransition: the next state may not follow the present one.

    """

    number: int
    state: JobState = JobState.QUEUED

    @property
    def has_ended(self) -> bool:
        """Whether nothing more can come of this job."""
        return self.state in END_STATES

    def may_become(self, state: JobState) -> bool:
        """Return whether `state` may follow the present one."""
        return state in _MAY_FOLLOW.get(self.state, frozenset())

    def begin(self) -> Job:
        """Leave the queue."""
        return self._become(JobState.RUNNING)

    def ask_to_stop(self) -> Job:
        """Note that the user wants this job to end soon."""
        return self._become(JobState.STOPPING)

    def end(self, outcome: Outcome) -> Job:
        """Come to the end, once."""
        return self._become(STATE_OF_OUTCOME[outcome])

    def _become(self, state: JobState) -> Job:
        if not self.may_become(state):
            raise IllegalTransition(f"Job {self.number} is {self.state.value} and can't become {state.value}.")
        return replace(self, state=state)
