"""The end of a worker when its window closes, and when the window dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from core.messages import JobEnded, Outcome, WorkerEnded

if TYPE_CHECKING:
    from tests.core.worker.conftest import MakeClient, RecordedClient


def test_closing_ends_the_worker_and_every_job(make_client: MakeClient, wait_until_gone: Callable[[int], None]) -> None:
    client = make_client()
    client.start()
    jobs = [client.compute("until_stopped"), client.compute("nothing"), client.files("until_stopped")]
    client.wait_until_started(jobs[0])
    process = client.process_id
    assert process is not None

    client.close()

    assert [len(client.all_ends(job)) for job in jobs] == [1, 1, 1]
    assert {client.all_ends(job)[0].outcome for job in jobs} == {Outcome.STOPPED}
    assert client.worker_end() == WorkerEnded(0, expected=True)
    wait_until_gone(process)


def test_closing_keeps_what_a_training_saves_at_the_last_moment(client: RecordedClient) -> None:
    job = client.compute("finish_when_stopped")
    client.wait_until_started(job)

    client.close()

    assert client.all_ends(job)[0].outcome is Outcome.DONE


def test_closing_takes_three_seconds_at_most(make_client: MakeClient, wait_until_gone: Callable[[int], None]) -> None:
    client = make_client()
    client.start()
    job = client.compute("ignore_everything")
    client.notice_of(job)
    process = client.process_id
    assert process is not None

    started = time.monotonic()
    client.close()
    seconds = time.monotonic() - started

    assert seconds < 3.3
    assert len(client.all_ends(job)) == 1
    wait_until_gone(process)


def test_closing_ends_a_worker_that_is_stuck(client: RecordedClient, wait_until_gone: Callable[[int], None]) -> None:
    # Given a worker that can't even receive the request to go, nor a polite signal
    job = client.compute("until_stopped")
    client.wait_until_started(job)
    process = client.process_id
    assert process is not None
    os.kill(process, signal.SIGSTOP)

    started = time.monotonic()
    client.close()
    seconds = time.monotonic() - started

    assert seconds < 3.3
    assert client.all_ends(job) == [JobEnded(job, Outcome.STOPPED)]
    assert client.worker_end() == WorkerEnded(-signal.SIGKILL, expected=True)
    wait_until_gone(process)


def test_closing_twice_or_unstarted_is_fine_and_ends_it_for_good(make_client: MakeClient) -> None:
    client = make_client()
    job = client.compute("nothing")

    client.close()
    client.close()
    client.start()

    assert client.all_ends(job) == [JobEnded(job, Outcome.STOPPED)]
    assert client.process_id is None
    with pytest.raises(RuntimeError, match="closed"):
        client.compute("nothing")


PARENT = """
import os
import sys
from pathlib import Path
from core.messages import Export, JobReport
from core.worker.client import WorkerClient
from core.worker.launch import worker_command

def tell(message):
    if isinstance(message, JobReport):
        # Not printed: this thread may still hold the stream while Python shuts down.
        os.write(1, f"{client.process_id} {message.event.message}\\n".encode())

client = WorkerClient(on_message=tell, name="orphan", command=worker_command(name="orphan",
                      answers="controllable_answers:answer"))
client.start()
client.submit(Export(run=Path(), format="child", destination=Path()))
sys.stdin.read()
"""


@pytest.fixture
def parent(answers_path: str) -> subprocess.Popen[str]:
    """Start a process that is the parent of a worker, and leaves without a word when its input ends."""
    import core

    root = Path(core.__file__).parent.parent
    return subprocess.Popen(
        [sys.executable, "-c", PARENT],
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(root), answers_path))},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("death", ["killed", "left"])
def test_no_worker_outlives_its_parent(
    parent: subprocess.Popen[str], death: str, wait_until_gone: Callable[[int], None]
) -> None:
    with parent:
        assert parent.stdout is not None
        worker, grandchild = map(int, parent.stdout.readline().split())
        os.kill(worker, 0)

        if death == "killed":
            parent.kill()
        else:
            assert parent.stdin is not None
            parent.stdin.close()

        assert parent.wait() == (-signal.SIGKILL if death == "killed" else 0)
    wait_until_gone(worker)
    wait_until_gone(grandchild)
