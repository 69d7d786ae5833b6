"""A worker whose memory runs out: it says so, or dies and the client says so; afterwards all goes on.

The limit is put onto the real worker from outside while it runs, at heights that hit another step each.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from core.messages import FolderScan, JobEnded, Outcome, ScanFolder, Train
from core.training.run_record import read_run_record
from tests.faults.amount import amount
from tests.faults.faulty_worker import FaultyWorker, unfinished_below

if TYPE_CHECKING:
    from tests.faults.faulty_worker_fixtures import MakeSpecification

#: Bytes that the worker may take beyond what it has.
HEIGHTS = (60_000_000, 120_000_000, 250_000_000, 500_000_000, 1_000_000_000)


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

    assert done.returncode == 1


def assert_told_in_words(ended: JobEnded) -> None:
    if ended.outcome is Outcome.DONE:
        return
    assert ended.failure is not None
    assert ended.failure.kind in ("out_of_memory", "crashed"), ended.failure
    assert "memory" in ended.failure.message + ended.failure.hint or "signal" in ended.failure.message
    assert ended.failure.hint
