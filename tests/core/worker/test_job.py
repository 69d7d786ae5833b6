"""The state machine of a job, by example and by chance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.messages import Outcome
from core.worker.job import END_STATES, STATE_OF_OUTCOME, IllegalTransition, Job, JobState

STEPS = st.lists(st.sampled_from(["begin", "ask_to_stop", *Outcome]), max_size=12)


def _take(job: Job, step: str | Outcome) -> Job:
    if isinstance(step, Outcome):
        return job.end(step)
    return job.begin() if step == "begin" else job.ask_to_stop()


def test_a_job_runs_from_the_queue_to_its_result() -> None:
    job = Job(7)

    states = [job.state, job.begin().state, job.begin().end(Outcome.DONE).state]

    assert states == [JobState.QUEUED, JobState.RUNNING, JobState.DONE]


def test_a_job_that_is_asked_to_stop_may_still_be_done() -> None:
    job = Job(7).begin().ask_to_stop()

    assert job.end(Outcome.DONE).state is JobState.DONE


def test_a_queued_job_has_no_result() -> None:
    for outcome in (Outcome.DONE, Outcome.FAILED):
        with pytest.raises(IllegalTransition, match="Job 7 is queued"):
            Job(7).end(outcome)


@given(STEPS)
def test_the_end_comes_exactly_once_whatever_is_tried(steps: list[str | Outcome]) -> None:
    job, ends = Job(1), 0

    for step in steps:
        try:
            after = _take(job, step)
        except IllegalTransition:
            continue
        assert not job.has_ended
        ends += after.has_ended
        job = after

    assert ends == (1 if job.has_ended else 0)


@given(STEPS)
def test_a_step_is_taken_exactly_when_it_is_allowed(steps: list[str | Outcome]) -> None:
    job = Job(1)

    for step in steps:
        named = {"begin": JobState.RUNNING, "ask_to_stop": JobState.STOPPING}
        wanted = STATE_OF_OUTCOME[step] if isinstance(step, Outcome) else named[step]
        if job.may_become(wanted):
            job = _take(job, step)
            assert job == Job(1, wanted)
        else:
            with pytest.raises(IllegalTransition):
                _take(job, step)


@given(st.sampled_from(sorted(END_STATES, key=lambda state: state.value)), st.sampled_from(JobState))
def test_nothing_follows_an_end(end: JobState, other: JobState) -> None:
    assert not Job(1, end).may_become(other)


def test_every_unfinished_state_can_come_to_an_end() -> None:
    for state in set(JobState) - END_STATES:
        assert Job(1, state).may_become(JobState.CRASHED)
        assert Job(1, state).may_become(JobState.STOPPED)
