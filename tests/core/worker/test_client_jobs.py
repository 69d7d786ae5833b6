"""Jobs through a real worker: their reports, their ends, their lanes, how they are stopped and paused."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from core.errors import Failure
from core.messages import (
    ChangePlan,
    JobEnded,
    JobReport,
    JobStarted,
    MakeThumbnails,
    Nothing,
    Notice,
    Outcome,
    WorkerReady,
)
from core.worker.log_file import log_file

if TYPE_CHECKING:
    from tests.core.worker.conftest import MakeClient, RecordedClient


def test_a_job_starts_reports_and_ends_in_order(client: RecordedClient) -> None:
    job = client.compute("report 3")

    client.end_of(job)

    reports = [JobReport(job, Notice(message=str(number))) for number in range(3)]
    told = [message for message in client.messages if not isinstance(message, WorkerReady)]
    assert told == [JobStarted(job), *reports, JobEnded(job, Outcome.DONE, result=Nothing())]


def test_a_light_worker_is_ready_without_keras(client: RecordedClient) -> None:
    job = client.compute("say modules")

    modules = client.notice_of(job).split()

    assert client.messages[0] == WorkerReady(client.process_id or 0, backend="", device="")
    assert "core.worker.process" in modules
    assert not {"keras", "tensorflow", "torch", "PIL", "numpy"} & set(modules)


def test_jobs_of_one_lane_run_in_the_order_of_their_submission(client: RecordedClient) -> None:
    jobs = [client.compute("report 1") for _ in range(5)]

    client.end_of(jobs[-1])

    assert [message.job for message in client.messages if isinstance(message, JobEnded)] == jobs


def test_a_lane_is_not_held_up_by_another(client: RecordedClient) -> None:
    computing = client.compute("until_stopped")
    client.wait_until_started(computing)

    scan = client.files("say thread")
    thumbnails = client.submit(MakeThumbnails(files=()))

    assert client.outcome(scan) is Outcome.DONE
    assert client.outcome(thumbnails) is Outcome.DONE
    assert not client.all_ends(computing)
    assert (client.notice_of(scan), client.notice_of(thumbnails)) == ("files", "pictures")


def test_compute_jobs_have_the_main_thread(client: RecordedClient) -> None:
    job = client.compute("say thread")

    assert client.notice_of(job) == "MainThread"


def test_a_running_job_stops(client: RecordedClient) -> None:
    job = client.compute("until_stopped")
    client.wait_until_started(job)

    client.stop(job)

    assert client.end_of(job) == JobEnded(job, Outcome.STOPPED)


def test_a_stopped_training_may_still_have_a_result(client: RecordedClient) -> None:
    job = client.compute("finish_when_stopped")
    client.wait_until_started(job)

    client.stop(job)

    assert client.end_of(job) == JobEnded(job, Outcome.DONE, result=Notice(message="kept"))


def test_a_queued_job_stops_at_once_and_never_starts(client: RecordedClient) -> None:
    running, queued, last = client.compute("until_stopped"), client.compute("nothing"), client.compute("nothing")
    client.wait_until_started(running)

    client.stop(queued)

    assert client.end_of(queued) == JobEnded(queued, Outcome.STOPPED)
    assert not client.all_ends(running)
    client.stop(running)
    assert client.outcome(last) is Outcome.DONE
    assert JobStarted(queued) not in client.messages


def test_stopping_twice_or_too_late_changes_nothing(client: RecordedClient) -> None:
    job = client.compute("until_stopped")
    client.wait_until_started(job)

    client.stop(job)
    client.stop(job)
    client.end_of(job)
    client.stop(job)
    client.stop(4711)

    assert client.outcome(client.compute("nothing")) is Outcome.DONE
    assert len(client.all_ends(job)) == 1


def test_a_job_pauses_and_goes_on(client: RecordedClient) -> None:
    job = client.compute("while_paused")
    client.wait_until_started(job)

    client.pause(job, True)
    assert client.notice_of(job) == "paused"
    assert not client.all_ends(job)
    client.pause(job, False)

    assert client.outcome(job) is Outcome.DONE


def test_a_wish_reaches_its_job_and_no_other(client: RecordedClient) -> None:
    job = client.compute("tell_a_wish")
    client.wait_until_started(job)
    wish = ChangePlan(job, "conv5", thaw_batch_norm=True, learning_rate=1e-4)

    client.wish(replace(wish, job=4711))
    client.wish(wish)

    assert client.notice_of(job) == repr(wish)
    assert client.outcome(job) is Outcome.DONE


def test_a_paused_job_can_be_stopped(client: RecordedClient) -> None:
    job = client.compute("while_paused")
    client.pause(job, True)
    client.notice_of(job)

    client.stop(job)

    assert client.outcome(job) is Outcome.DONE


def test_a_foreseen_failure_arrives_as_it_was_raised(client: RecordedClient) -> None:
    job = client.compute("raise foreseen")

    expected = Failure(kind="unusable_input", message="The file is empty.", hint="Choose another.")
    assert client.end_of(job) == JobEnded(job, Outcome.FAILED, failure=expected)


@pytest.mark.parametrize(("word", "kind"), [("memory", "out_of_memory"), ("disk", "disk_full"), ("exit", "internal")])
def test_other_failures_are_told_in_sentences(client: RecordedClient, word: str, kind: str) -> None:
    job = client.compute(f"raise {word}")

    failure = client.end_of(job).failure

    assert failure is not None
    assert failure.kind == kind
    assert failure.message.endswith(".")
    assert failure.hint.endswith(".")


def test_a_traceback_goes_to_the_log_and_not_to_the_person(client: RecordedClient) -> None:
    job = client.compute("raise internal")

    failure = client.end_of(job).failure

    assert failure is not None
    assert failure.kind == "internal"
    assert "division by zero" in failure.message
    assert "\n" not in failure.message + failure.hint
    assert "Traceback" not in failure.message + failure.hint
    assert str(log_file("tested")) in failure.hint
    log = log_file("tested").read_text(encoding="utf-8")
    assert "Traceback" in log
    assert "controllable_answers.py" in log


def test_a_failed_job_does_not_spoil_the_next(client: RecordedClient) -> None:
    failed, after = client.compute("raise exit"), client.compute("nothing")

    assert client.outcome(failed) is Outcome.FAILED
    assert client.outcome(after) is Outcome.DONE


def test_a_result_that_cannot_be_sent_is_a_failure(client: RecordedClient) -> None:
    job = client.compute("unpicklable")

    assert client.outcome(job) is Outcome.FAILED
    assert client.outcome(client.compute("nothing")) is Outcome.DONE


def test_a_request_that_cannot_be_sent_is_refused_at_once(client: RecordedClient) -> None:
    with pytest.raises(Exception, match="pickle"):
        client.submit(MakeThumbnails(files=(lambda: None,)))  # type: ignore[arg-type]

    assert client.outcome(client.compute("nothing")) is Outcome.DONE


def test_what_libraries_print_goes_to_the_log(client: RecordedClient) -> None:
    job = client.compute("print")

    assert client.outcome(job) is Outcome.DONE
    assert client.notices(job) == ["after the noise"]
    log = log_file("tested").read_text(encoding="utf-8")
    assert "printed by a library, with an arrow →" in log
    assert "written by native code" in log
    assert "printed by a child" in log


def test_a_library_that_reads_gets_nothing_of_the_pipe(client: RecordedClient) -> None:
    job = client.compute("say input")

    assert client.notice_of(job) == "''"
    assert client.outcome(job) is Outcome.DONE


def test_a_worker_starts_from_any_folder(
    make_client: MakeClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A file of the user that is named like a module of ours or of Python must not be taken for it.
    for name in ("core.py", "logging.py", "keras.py"):
        (tmp_path / name).write_text("raise SystemExit('the wrong module')")
    monkeypatch.chdir(tmp_path)
    client = make_client()
    client.start()

    job = client.compute("say folder")

    assert client.notice_of(job) == str(tmp_path)


def test_a_worker_gets_the_environment_that_it_was_given(make_client: MakeClient) -> None:
    client = make_client(environment={"FROSTLINE_TEST_VARIABLE": "given"})
    client.start()

    assert client.notice_of(client.compute("say variable")) == "given"


def test_a_large_request_does_not_make_the_caller_wait(client: RecordedClient) -> None:
    # Given a worker that reads nothing yet, since its process has only just been started...
    pictures = tuple(Path("x" * 1_000_000) for _ in range(20))

    # ... when 20 MB are submitted, far more than a pipe holds...
    started = time.perf_counter()
    job = client.submit(MakeThumbnails(files=pictures))
    seconds = time.perf_counter() - started

    # ... then the call returns before the worker can have read them.
    assert WorkerReady not in map(type, client.messages)
    assert seconds < 1.0
    assert client.outcome(job) is Outcome.DONE


def test_everything_is_told_from_one_thread(client: RecordedClient) -> None:
    jobs = [client.compute("report 2"), client.files("report 2")]

    for job in jobs:
        client.end_of(job)

    assert len(client.threads) == 1


def test_a_renewed_worker_finishes_its_jobs_first_and_later_ones_find_the_new_environment(
    client: RecordedClient,
) -> None:
    running, queued = client.compute("until_stopped"), client.compute("say pid")
    client.wait_until_started(running)
    old = client.process_id

    client.renew({"FROSTLINE_TEST_VARIABLE": "new"})
    later = client.compute("say variable")
    assert client.process_id == old
    client.stop(running)

    assert client.notice_of(queued) == str(old)
    assert client.notice_of(later) == "new"
    assert client.process_id != old
    assert client.outcome(running) is Outcome.STOPPED
    assert client.worker_end().expected


def test_renewing_before_the_first_process_only_sets_its_environment(make_client: MakeClient) -> None:
    client = make_client()
    client.renew({"FROSTLINE_TEST_VARIABLE": "early"})

    assert client.process_id is None
    client.start()
    assert client.notice_of(client.compute("say variable")) == "early"
