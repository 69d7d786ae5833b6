"""A disk that is full, or takes no larger files, costs what can't be written and nothing else.

Everything runs in a real worker: a training with its store, checkpoint and run folder; an export; a report; thumbnails,
the memory of checked pictures; corrections. What had been there before is there afterwards, bit for bit.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from core.messages import Export, FolderScan, MakeThumbnails, Outcome, RunFinished, ScanFolder, Train
from core.training.checkpoint import checkpoint_file, read_checkpoint
from core.training.run_record import MODEL_FILE, read_run_record
from tests.faults.amount import amount
from tests.faults.faulty_worker import FaultyWorker, files_below, require_namespaces, unfinished_below

if TYPE_CHECKING:
    from tests.faults.faulty_worker_fixtures import MakeSpecification

#: A row of the store has 8 KB and the segment 131 KB, a checkpoint 88 KB, the model 95 MB: each limit hits another one.
LIMITS = (60_000, 100_000, 0, 4_096, 20_000, 50_000_000)


def digests(folder: Path) -> dict[str, str]:
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in files_below(folder)}


@pytest.mark.parametrize("limit", LIMITS[: amount(1, len(LIMITS))])
def test_a_training_that_can_not_be_written_is_told_and_resumed(
    worker: FaultyWorker, specification: MakeSpecification, limit: int
) -> None:
    # Given a disk that takes no files beyond a limit
    wanted = specification()

    # When somebody trains
    with worker.files_of_at_most(limit):
        job = worker.client.submit(Train(specification=wanted))
        ended = worker.end_of(job)

    # Then it is said what can't be written where, and what to do
    assert ended.outcome is Outcome.FAILED
    assert ended.failure is not None
    assert ended.failure.kind == "cannot_write"
    assert ended.failure.message == f"The run can't be written to {wanted.run}: files may not be so large there."
    assert ended.failure.hint.startswith("Make room on the disk, then ")
    store = worker.home / "cache" / "features"
    in_memory = any(f"The feature store {store} can't be written to" in one for one in worker.notices(job))
    assert in_memory == (3_000 < limit < 131_072)

    # And nothing is half-written: every segment is whole, and so is the checkpoint, if there is one
    assert unfinished_below(wanted.run, worker.home) == []
    for index in store.rglob("*.index"):
        assert index.with_suffix(".rows").stat().st_size == 8192 * len(json.loads(index.read_bytes()[33:])["keys"])
    assert (limit >= 100_000) == checkpoint_file(wanted.run).exists()
    if wanted.run.exists():
        read_checkpoint(wanted.run)
        assert not (wanted.run / MODEL_FILE).exists()

    # And with room again the same worker brings it to its end
    finished = worker.done(Train(specification=wanted, resume=True))
    assert isinstance(finished, RunFinished)
    assert read_run_record(wanted.run).state == "finished"
    assert len(read_run_record(wanted.run).history) == 3


def test_a_run_without_room_is_not_even_begun(worker: FaultyWorker, specification: MakeSpecification) -> None:
    require_namespaces()
    wanted = specification()

    with worker.small_disk(wanted.run.parent / "small", 30_000_000) as seen:
        small = specification(run=wanted.run.parent / "small" / "run")
        ended = worker.run(Train(specification=small))
        assert files_below(seen) == []

    assert ended.failure is not None
    assert re.fullmatch(rf"The run needs \d+ MB in {small.run}, and 30 MB are free there\.", ended.failure.message)
    assert ended.failure.hint == "Make room on the disk, or choose another folder for the run."


@pytest.mark.skipif(amount(0, 1) == 0, reason="takes ten seconds: make faults")
@pytest.mark.parametrize("megabytes", [0.02, 1])
def test_a_full_store_keeps_the_features_in_memory(
    worker: FaultyWorker, specification: MakeSpecification, megabytes: float
) -> None:
    require_namespaces()
    wanted = specification()

    with worker.small_disk(worker.home / "cache", int(megabytes * 1e6)) as seen:
        job = worker.client.submit(Train(specification=wanted))
        assert worker.end_of(job).outcome is Outcome.DONE
        assert list(seen.rglob("*.rows")) == []

    (told,) = {one for one in worker.notices(job) if "feature store" in one}
    assert "it has no room for 0.1 MB" in told
    assert "the features are kept in memory" in told


@pytest.mark.skipif(amount(0, 1) == 0, reason="takes ten seconds: make faults")
def test_a_run_that_can_not_be_extended_is_whole_and_can_be_resumed(
    worker: FaultyWorker, specification: MakeSpecification, own_run: Path
) -> None:
    # Given a finished run, and a disk that takes its checkpoints but no model
    before, epochs = digests(own_run), len(read_run_record(own_run).history)
    wanted = specification(run=own_run)

    # When it is trained for two more epochs
    with worker.files_of_at_most(10_000_000):
        ended = worker.run(Train(specification=wanted, more_epochs=2))

    # Then its model is the one of before, and the rest is resumed
    assert ended.failure is not None
    assert ended.failure.hint == "Make room on the disk, then resume this training."
    assert digests(own_run)[MODEL_FILE] == before[MODEL_FILE]
    worker.done(Train(specification=wanted, resume=True))
    assert len(read_run_record(own_run).history) == epochs + 2


@pytest.mark.parametrize("file_format", ["keras", "onnx", "openvino", "script-keras"])
@pytest.mark.parametrize("full", [False, True], ids=["small files", "full disk"])
def test_an_export_that_finds_no_room_leaves_nothing(
    worker: FaultyWorker, trained_run: Path, tmp_path: Path, file_format: str, full: bool
) -> None:
    target = tmp_path / "exports"
    target.mkdir()
    wish = Export(run=trained_run, format=file_format, destination=target / "mine")

    if full:
        require_namespaces()
        with worker.small_disk(target, 4_096) as seen:
            ended = worker.run(wish)
            assert list(seen.iterdir()) == []
    else:
        with worker.files_of_at_most(1_000):
            ended = worker.run(wish)
        assert list(target.iterdir()) == []

    assert ended.failure is not None
    assert ended.failure.kind == "cannot_write"
    assert f"can't be written to {target / 'mine'}" in ended.failure.message
    reasons = (
        ("the disk is full (", "there is no room left") if full else ("files may not be so", "there is no room left")
    )
    assert any(reason in ended.failure.message for reason in reasons)
    assert ended.failure.hint == "Make room on the disk, then export again, or choose another place."


def test_caches_that_find_no_room_cost_nobody_anything(
    worker: FaultyWorker, dark_and_light: Path, tmp_path: Path
) -> None:
    # Given large enough pictures
    for number in range(3):
        picture = tmp_path / "photos" / "ants" / f"{number}.png"
        picture.parent.mkdir(parents=True, exist_ok=True)
        Image.effect_noise((300, 200), 90).save(picture)
    files = tuple(sorted((tmp_path / "photos" / "ants").iterdir()))

    # When they are looked at while no file may be written
    with worker.files_of_at_most(0):
        thumbnails = worker.run(MakeThumbnails(files=files, edge=96))
        scan = worker.run(ScanFolder(folder=dark_and_light))

    # Then the job is done, and what is left is nothing, or whole
    assert thumbnails.outcome is Outcome.DONE
    assert isinstance(scan.result, FolderScan)
    assert scan.result.problems == ()
    assert unfinished_below(worker.home) == []
    assert list((worker.home / "cache" / "thumbnails").rglob("*.jpg")) == []

    # And the next time all is kept
    worker.done(ScanFolder(folder=dark_and_light))
    worker.done(MakeThumbnails(files=files, edge=96))
    assert len(list((worker.home / "cache" / "thumbnails").rglob("*.jpg"))) == 3
