"""Folders that nobody may write to: the run, the store, the caches, the export's target, the data folder.

They are made read-only by a mount that only the worker sees, so that root can't write there either.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from core.messages import Export, FolderScan, MakeThumbnails, Outcome, SaveReport, ScanFolder, Train
from core.training.run_record import read_run_record
from tests.faults.amount import amount
from tests.faults.faulty_worker import FaultyWorker, files_below, require_namespaces

if TYPE_CHECKING:
    from tests.faults.faulty_worker_fixtures import MakeSpecification


@pytest.fixture(autouse=True)
def namespaces() -> None:
    require_namespaces()


def test_a_run_that_must_not_be_written_is_refused_at_once(
    worker: FaultyWorker, specification: MakeSpecification, tmp_path: Path
) -> None:
    wanted = specification(run=tmp_path / "runs" / "mine")

    with worker.read_only(tmp_path / "runs"):
        ended = worker.run(Train(specification=wanted))

    assert ended.failure is not None
    assert ended.failure.kind == "cannot_write"
    assert ended.failure.message == f"The run can't be written to {wanted.run}: the disk is read-only."
    assert ended.failure.hint.startswith("Make the place writable, then train again")
    assert files_below(tmp_path / "runs") == []


def test_an_export_to_where_nobody_may_write_is_a_sentence(
    worker: FaultyWorker, trained_run: Path, tmp_path: Path
) -> None:
    with worker.read_only(tmp_path / "exports"):
        wish = Export(run=trained_run, format="keras", destination=tmp_path / "exports" / "mine")
        ended = worker.run(wish)
        report = worker.run(SaveReport(model=trained_run, html=tmp_path / "exports" / "page.html"))

    for end, what in ((ended, "The export"), (report, "The report")):
        assert end.failure is not None
        assert end.failure.kind == "cannot_write"
        assert end.failure.message.startswith(f"{what} can't be written to {tmp_path / 'exports'}")
        assert end.failure.message.endswith("the disk is read-only.")
    assert files_below(tmp_path / "exports") == []


def test_a_home_and_a_data_folder_that_must_not_be_written_cost_only_the_memory(
    worker: FaultyWorker, dark_and_light: Path
) -> None:
    files = tuple(sorted((dark_and_light / "dark").iterdir()))

    with worker.read_only(worker.home / "cache", dark_and_light):
        thumbnails = worker.run(MakeThumbnails(files=files, edge=24))
        scan = worker.run(ScanFolder(folder=dark_and_light))

    assert thumbnails.outcome is Outcome.DONE
    assert isinstance(scan.result, FolderScan)
    assert (scan.result.problems, scan.result.obstacles) == ((), ())
    assert files_below(worker.home / "cache") == []


@pytest.mark.skipif(amount(0, 1) == 0, reason="takes ten seconds: make faults")
def test_a_training_needs_neither_store_nor_data_folder_to_be_writable(
    worker: FaultyWorker, specification: MakeSpecification
) -> None:
    wanted = specification()

    with worker.read_only(worker.home / "cache", wanted.folder):
        job = worker.client.submit(Train(specification=wanted))
        assert worker.end_of(job).outcome is Outcome.DONE

    assert any("the features are kept in memory" in one for one in worker.notices(job))
    assert read_run_record(wanted.run).state == "finished"
