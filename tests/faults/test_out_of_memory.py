"""A worker whose memory runs out: it says so, or dies and the client says so; afterwards all goes on.

The limit is put onto the real worker from outside while it runs, at heights that hit another step each.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from core.messages import FolderScan, JobEnded, Outcome, ScanFolder, Train, WarmUp
from core.training.run_record import read_run_record
from core.worker.memory_shortage import NO_MEMORY_STATUS
from tests.faults.amount import amount
from tests.faults.faulty_worker import FaultyWorker, environment_of, unfinished_below
from tests.faults.processes import kill_all_of

if TYPE_CHECKING:
    from tests.faults.faulty_worker_fixtures import MakeSpecification

#: Bytes that the worker may take beyond what it has. With none, threads are born dead that others wait for.
HEIGHTS = (60_000_000, 0, 120_000_000, 250_000_000, 500_000_000, 1_000_000_000)


@pytest.mark.parametrize("height", HEIGHTS[: amount(1, len(HEIGHTS))])
def test_a_training_without_memory_is_told_and_the_next_one_is_not_harmed(
    worker: FaultyWorker, specification: MakeSpecification, height: int
) -> None:
    # Given a worker that may hardly take any more memory
    wanted = specification()

    # When it trains
    with worker.memory_of_at_most(worker.addresses() + height):
        ended = worker.run(Train(specification=wanted))

    # Then it is done all the same, or it is said that there was not enough memory, or how the worker died
    assert_told_in_words(ended)
    assert unfinished_below(*([wanted.run] if wanted.run.exists() else [])) == []

    # And the worker, or the one in its place, scans and trains
    worker.start()
    assert isinstance(worker.done(ScanFolder(folder=wanted.folder)), FolderScan)
    if ended.outcome is not Outcome.DONE:
        worker.done(Train(specification=wanted, resume=True))
    assert read_run_record(wanted.run).state == "finished"


@pytest.fixture
def light_worker(tmp_path: Path) -> Iterator[FaultyWorker]:
    """Give a worker as the window's viewer is, which imports Keras when it needs it."""
    made = FaultyWorker(name="light", home=tmp_path, environment=environment_of(tmp_path), preload=False)
    made.start()
    yield made
    made.client.close()
    kill_all_of(tmp_path)


@pytest.mark.parametrize("height", [5_000_000, 1_000_000_000, 1_500_000_000][: amount(1, 3)])
def test_a_worker_without_memory_for_keras_says_so_and_leaves_its_place_to_another(
    light_worker: FaultyWorker, height: int
) -> None:
    # When there is no memory for what a job must import
    with light_worker.memory_of_at_most(light_worker.addresses() + height):
        ended = light_worker.run(WarmUp())

    # Then one sentence says so, and the worker, which may have half of Keras, ends
    assert ended.failure is not None
    assert "\n" not in ended.failure.message
    if height < 1_500_000_000:
        assert (ended.failure.kind, ended.failure.message) == (
            "out_of_memory",
            "There was not enough memory to start Keras.",
        )
    light_worker.wait_for(light_worker.has_died)

    # And with memory the next one has all of it
    if amount(0, 1):
        light_worker.start()
        light_worker.done(WarmUp())


#: A lane that has not even the memory to tell how its job ended.
_LANE_WITHOUT_MEMORY = """
import time, threading
from core.messages import Lane
from core.worker.process import _work

class Board:
    def work(self, lane):
        raise MemoryError

threading.Thread(target=_work, args=(Board(), Lane.FILES), daemon=True).start()
time.sleep(60)
"""


def test_a_lane_that_can_not_go_on_ends_its_process_so_that_its_jobs_are_not_waited_for_for_ever() -> None:
    root = Path(__file__).parents[2]

    done = subprocess.run([sys.executable, "-c", _LANE_WITHOUT_MEMORY], cwd=root, check=False, timeout=30)

    assert done.returncode == NO_MEMORY_STATUS


def assert_told_in_words(ended: JobEnded) -> None:
    if ended.outcome is Outcome.DONE:
        return
    assert ended.failure is not None
    assert ended.failure.kind in ("out_of_memory", "crashed"), ended.failure
    assert "memory" in ended.failure.message + ended.failure.hint or "signal" in ended.failure.message
    assert ended.failure.hint
