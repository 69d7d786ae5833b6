"""The life of a worker's process: its start, its deaths, its restart, and what becomes of the jobs."""

from __future__ import annotations

import os
import signal
import statistics
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from core.errors import Failure
from core.messages import JobEnded, Outcome, WorkerEnded, WorkerReady
from core.worker.log_file import log_file

if TYPE_CHECKING:
    from tests.core.worker.conftest import MakeClient, RecordedClient


def test_a_worker_killed_in_the_middle_of_a_job_is_told_and_another_takes_the_next(client: RecordedClient) -> None:
    # Given a running job and one behind it
    job, behind = client.compute("until_stopped"), client.compute("nothing")
    client.wait_until_started(job)
    first = client.process_id
    assert first is not None

    # When the worker is killed
    os.kill(first, signal.SIGKILL)

    # Then both are told as crashed, before the death itself
    failure = client.end_of(job).failure
    assert failure is not None
    assert failure.kind == "crashed"
    assert "SIGKILL" in failure.message
    assert "memory" in failure.message
    assert client.outcome(behind) is Outcome.CRASHED
    assert client.worker_end() == WorkerEnded(-signal.SIGKILL, expected=False)
    assert isinstance(client.messages[-1], WorkerEnded)

    # And a fresh worker does the next job, under a number of its own
    client.restart()
    after = client.compute("nothing")
    assert client.outcome(after) is Outcome.DONE
    assert after not in (job, behind)
    assert client.process_id != first


@pytest.mark.parametrize(
    ("word", "words"),
    [("die killed", "SIGKILL"), ("die segfault", "SIGSEGV"), ("die exit", "exit status 7"), ("die noise", "SIGKILL")],
)
def test_every_death_is_told_with_its_cause(client: RecordedClient, word: str, words: str) -> None:
    job = client.compute(word)

    end = client.end_of(job)

    assert end.outcome is Outcome.CRASHED
    assert end.failure is not None
    assert words in end.failure.message
    assert client.notices(job) == ["last words"]
    assert not client.worker_end().expected


def test_the_last_words_of_a_native_crash_are_in_the_log(client: RecordedClient) -> None:
    client.end_of(client.compute("die segfault"))

    assert "Segmentation fault" in log_file("tested").read_text(encoding="utf-8")


def test_a_job_submitted_before_the_start_waits_for_the_worker(make_client: MakeClient) -> None:
    client = make_client()

    job = client.compute("nothing")
    assert client.messages == []
    client.start()

    assert client.outcome(job) is Outcome.DONE


def test_a_job_submitted_after_a_death_waits_for_the_next_worker(client: RecordedClient) -> None:
    client.compute("die exit")
    client.worker_end()

    waiting, unwanted = client.compute("while_paused"), client.compute("nothing")
    client.pause(waiting, True)
    client.stop(unwanted)
    assert client.outcome(unwanted) is Outcome.STOPPED
    assert not client.all_ends(waiting)
    client.restart()

    assert client.notice_of(waiting) == "paused"
    client.pause(waiting, False)
    assert client.outcome(waiting) is Outcome.DONE


def test_jobs_that_wait_for_a_worker_that_will_not_come_are_told(client: RecordedClient) -> None:
    client.compute("die exit")
    client.worker_end()
    failure = Failure(kind="crashed", message="It is no use.", hint="Restart the worker.")

    before = client.compute("nothing")
    client.give_up(failure)
    after = client.compute("nothing")

    for job in (before, after):
        assert client.end_of(job) == JobEnded(job, Outcome.CRASHED, failure=failure)
    client.restart()
    assert client.outcome(client.compute("nothing")) is Outcome.DONE


def test_a_program_that_cannot_be_started_is_told_as_a_death(make_client: MakeClient) -> None:
    client = make_client(command=["/no/such/python"])
    job = client.compute("nothing")

    client.start()

    assert client.outcome(job) is Outcome.CRASHED
    assert client.worker_end() == WorkerEnded(None, expected=False)


def test_a_restart_of_a_running_worker_ends_its_jobs_and_is_no_surprise(client: RecordedClient) -> None:
    job = client.compute("until_stopped")
    client.wait_until_started(job)
    first = client.process_id

    client.restart()

    assert client.outcome(job) is Outcome.CRASHED
    assert client.worker_end().expected
    assert client.outcome(client.compute("nothing")) is Outcome.DONE
    assert client.process_id not in (None, first)


@pytest.mark.parametrize("word", ["ignore_stop", "ignore_everything"])
def test_a_job_that_ignores_the_stop_is_ended_by_force(make_client: MakeClient, word: str) -> None:
    # Given a job that doesn't listen, and perhaps a process that ignores being terminated
    client = make_client(stop_grace=0.3, kill_grace=0.3)
    client.start()
    job, behind = client.compute(word), client.compute("nothing")
    client.notice_of(job)

    # When it is to stop
    client.stop(job)

    # Then its process goes, which is no surprise, and says so
    failure = client.end_of(job).failure
    assert failure is not None
    assert failure.kind == "stopped_by_force"
    assert "0.3 s" in failure.message
    assert client.outcome(behind) is Outcome.CRASHED
    assert client.worker_end().expected


def test_a_job_that_stops_in_time_keeps_its_worker(make_client: MakeClient) -> None:
    client = make_client(stop_grace=0.3, kill_grace=0.1)
    client.start()
    client.wait_for(lambda: client.messages)
    first = client.process_id
    job = client.compute("until_stopped")
    client.wait_until_started(job)

    client.stop(job)
    client.end_of(job)
    longer_than_both_graces = client.compute("wait 0.6")

    assert client.outcome(longer_than_both_graces) is Outcome.DONE
    assert client.process_id == first


def test_an_interrupt_from_the_terminal_is_left_to_the_parent(client: RecordedClient) -> None:
    job = client.compute("while_paused")
    client.wait_until_started(job)
    assert client.process_id is not None

    os.kill(client.process_id, signal.SIGINT)
    client.pause(job, True)

    assert client.notice_of(job) == "paused"


def test_children_of_a_job_go_with_the_worker(client: RecordedClient, wait_until_gone: Callable[[int], None]) -> None:
    grandchild = int(client.notice_of(client.compute("child")))
    assert client.process_id is not None

    os.kill(client.process_id, signal.SIGKILL)

    client.worker_end()
    wait_until_gone(grandchild)


def test_starting_a_worker_costs_the_window_less_than_50_ms(make_client: MakeClient) -> None:
    seconds = []
    for _ in range(5):
        started = time.perf_counter()
        client = make_client()
        client.start()
        seconds.append(time.perf_counter() - started)
        client.close()

    assert statistics.median(seconds) < 0.05


def test_a_preloading_worker_is_ready_when_keras_is_imported(make_client: MakeClient) -> None:
    client = make_client(preload=True)
    client.start()
    scan = client.files("nothing")

    client.wait_for(lambda: any(isinstance(message, WorkerReady) for message in client.messages))

    ready = client.messages[-1]
    assert isinstance(ready, WorkerReady)
    assert ready.backend == os.environ.get("KERAS_BACKEND", "tensorflow")
    assert ready.device
    assert ready.failure is None
    # The other lanes didn't wait for the import.
    assert client.messages.index(client.end_of(scan)) < client.messages.index(ready)


def test_a_backend_that_is_not_there_is_told_and_costs_only_the_jobs_that_need_it(make_client: MakeClient) -> None:
    client = make_client(preload=True, environment={"KERAS_BACKEND": "no_such_backend"})
    client.start()

    client.wait_for(lambda: client.messages)

    ready = client.messages[0]
    assert isinstance(ready, WorkerReady)
    assert ready.failure is not None
    assert ready.failure.kind == "keras_unavailable"
    assert "no_such_backend" in ready.failure.message
    assert client.outcome(client.files("nothing")) is Outcome.DONE
