"""A data folder that goes, or whose pictures go, change or are cut short, while a real worker is at it.

What is gone is told by name or left out; nothing of another picture gets into the store under the name of one that was
there; the worker goes on, and so does its next job.
"""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from core.data.content import image_digest
from core.features.recipe import row_key
from core.features.segment import read_segment
from core.messages import (
    EpochFinished,
    Evaluate,
    Event,
    Export,
    FolderScan,
    ImagePredicted,
    ImageRefused,
    Outcome,
    Predict,
    Progress,
    Request,
    ScanFolder,
    Train,
)
from core.training.checkpoint import read_checkpoint
from core.training.run_record import MODEL_FILE, read_run_record, write_run_record
from tests.faults.amount import amount
from tests.faults.faulty_worker import FaultyWorker, unfinished_below

if TYPE_CHECKING:
    from tests.faults.faulty_worker_fixtures import MakeSpecification

Damage = Callable[[Path], None]


def take_away(folder: Path) -> None:
    folder.rename(folder.with_name("elsewhere"))


def empty(folder: Path) -> None:
    for file in folder.rglob("*.*"):
        file.unlink()


def replace(folder: Path) -> None:
    for number, file in enumerate(sorted(folder.rglob("*.*"))):
        Image.effect_noise((64, 64), 20 + number).convert("RGB").save(file)


def cut_short(folder: Path) -> None:
    for file in folder.rglob("*.*"):
        with file.open("r+b") as opened:
            opened.truncate(100)


DAMAGES: tuple[Damage, ...] = (take_away, cut_short, replace, empty)


@pytest.fixture
def many_pictures(tmp_path: Path) -> Path:
    """Two classes of forty pictures, large enough that nothing is over in a moment."""
    folder = tmp_path / "pictures"
    generator = np.random.default_rng(5)
    for name, lowest in (("dark", 0), ("light", 120)):
        (folder / name).mkdir(parents=True)
        for number in range(40):
            pixels = generator.integers(lowest, lowest + 130, (700, 700, 3), dtype=np.uint8)
            Image.fromarray(pixels).save(folder / name / f"{number:02}.png", compress_level=0)
    return folder


def run_and_damage(
    worker: FaultyWorker, request: Request, sign: Callable[[Event], bool], folder: Path, damage: Damage
) -> int:
    """Run a job, do the damage at the first event that is the sign, wait for the end, and return the job's number."""
    job = worker.client.submit(request)
    worker.wait_for(lambda: any(map(sign, worker.events(job, Event))) or worker.has_ended(job))
    damage(folder)
    worker.end_of(job)
    return job


def begun(stage: str) -> Callable[[Event], bool]:
    return lambda event: isinstance(event, Progress) and event.stage == stage and event.done > 0


@pytest.mark.parametrize("damage", DAMAGES[: amount(2, 4)])
def test_a_scan_ends_and_names_what_is_gone(worker: FaultyWorker, many_pictures: Path, damage: Damage) -> None:
    job = run_and_damage(worker, ScanFolder(folder=many_pictures), begun("check"), many_pictures, damage)

    ended = worker.end_of(job)
    if ended.outcome is Outcome.DONE:
        assert isinstance(ended.result, FolderScan)
        assert sum(one.images + one.problems for one in ended.result.classes) <= 80
        assert all(one.reason for one in ended.result.problems)
    else:
        assert ended.failure is not None
        assert ended.failure.kind in ("unusable_input", "folder_missing")
        assert str(many_pictures) in ended.failure.message
    again = worker.run(ScanFolder(folder=many_pictures))
    assert again.outcome is (Outcome.FAILED if damage is take_away else Outcome.DONE)
    if again.failure is not None:
        assert again.failure.message == f"The folder {many_pictures} does not exist."


@pytest.mark.parametrize("damage", DAMAGES[: amount(1, 4)])
def test_an_extraction_keeps_nothing_of_pictures_that_have_changed(
    worker: FaultyWorker, specification: MakeSpecification, many_pictures: Path, damage: Damage
) -> None:
    wanted = specification(folder=many_pictures)
    known = {row_key(image_digest(file)): file for file in many_pictures.rglob("*.png")}

    job = run_and_damage(worker, Train(specification=wanted), begun("extract"), many_pictures, damage)

    # Every row that was kept is of a picture that was there when the training began
    kept = [key for index in worker.home.rglob("*.index") for key in read_segment(index).keys]
    assert set(kept) <= known.keys()
    # The training went on with what was left, or says that too little was left
    ended = worker.end_of(job)
    if ended.failure is not None:
        assert ended.failure.kind in ("unusable_input", "folder_missing"), ended.failure
        assert str(many_pictures) in ended.failure.message
    if len(kept) < len(known):
        assert any("Left out: " in one or "can't be" in one for one in worker.notices(job))
    assert unfinished_below(worker.home) == []


@pytest.mark.skipif(amount(0, 1) == 0, reason="takes half a minute: make faults")
@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("fresh_views", [False, True])
def test_a_training_that_decodes_at_every_epoch_stops_with_what_it_has(
    worker: FaultyWorker,
    specification: MakeSpecification,
    dark_and_light: Path,
    tmp_path: Path,
    damage: Damage,
    *,
    fresh_views: bool,
) -> None:
    # Given a training without stored features, in its second epoch
    folder = shutil.copytree(dark_and_light, tmp_path / "pictures")
    kept = shutil.copytree(dark_and_light, tmp_path / "kept")
    wanted = specification(folder=folder, feature_store=False, fresh_views=fresh_views, epochs=8)

    # When its pictures change
    sign: Callable[[Event], bool] = lambda event: isinstance(event, EpochFinished)  # noqa: E731
    job = run_and_damage(worker, Train(specification=wanted), sign, folder, damage)

    # Then it says which one, and keeps its last checkpoint and no half a model
    ended = worker.end_of(job)
    assert ended.failure is not None, ended
    assert ended.failure.kind == "pictures_changed", ended.failure
    assert str(folder) in ended.failure.message
    state = read_checkpoint(wanted.run)
    assert state is not None
    assert state.epoch >= 1
    assert not (wanted.run / MODEL_FILE).exists()

    # And goes on from there when the pictures are back
    shutil.rmtree(folder, ignore_errors=True)
    kept.rename(folder)
    worker.done(Train(specification=wanted, resume=True))


@pytest.mark.parametrize("damage", DAMAGES[: amount(1, 4)])
def test_an_evaluation_and_a_prediction_tell_what_is_gone(
    worker: FaultyWorker, own_run: Path, many_pictures: Path, damage: Damage
) -> None:
    files = tuple(sorted(many_pictures.rglob("*.png")))

    evaluated = run_and_damage(
        worker, Evaluate(model=own_run, folder=many_pictures), begun("evaluate"), many_pictures, damage
    )
    predicted = worker.client.submit(Predict(model=own_run, images=files[:3]))

    ended = worker.end_of(evaluated)
    assert ended.failure is None or ended.failure.kind in ("unusable_input", "folder_missing"), ended.failure
    assert worker.end_of(predicted).outcome is Outcome.DONE
    assert [len(worker.events(predicted, kind)) for kind in (ImagePredicted, ImageRefused)] == (
        [3, 0] if damage is replace else [0, 3]
    )


@pytest.mark.skipif(amount(0, 1) == 0, reason="tests/core/export does it with a small network: make faults")
@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize(("file_format", "stage"), [("onnx", "export"), ("onnx", "verify"), ("keras", "verify")])
def test_an_export_and_an_evaluation_of_a_run_go_by_what_is_left_of_its_pictures(
    worker: FaultyWorker,
    own_run: Path,
    dark_and_light: Path,
    tmp_path: Path,
    damage: Damage,
    file_format: str,
    stage: str,
) -> None:
    # Given a run with pictures of its own
    folder = shutil.copytree(dark_and_light, tmp_path / "pictures")
    record = read_run_record(own_run)
    write_run_record(
        dataclasses.replace(record, specification=dataclasses.replace(record.specification, folder=folder)), own_run
    )
    target = tmp_path / "exports" / "model"

    # When they go or change while it is exported
    sign: Callable[[Event], bool] = lambda event: isinstance(event, Progress) and event.stage == stage  # noqa: E731
    job = run_and_damage(worker, Export(run=own_run, format=file_format, destination=target), sign, folder, damage)

    # Then the model is not blamed for it, and what is left can be measured, or is told to be gone
    exported = worker.end_of(job)
    assert exported.outcome is Outcome.DONE, exported
    assert unfinished_below(target.parent, own_run) == []
    evaluated = worker.run(Evaluate(model=own_run))
    if damage is replace:
        assert evaluated.outcome is Outcome.DONE, evaluated
    else:
        assert evaluated.failure is not None
        assert evaluated.failure.kind in ("unusable_input", "folder_missing"), evaluated.failure
        assert str(folder) in evaluated.failure.message
