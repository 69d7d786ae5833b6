"""kill -9 of a worker at random moments: in scanning, extraction, training, saving, exporting; then it all goes on.

Seeds stand in the names of the tests: one moment can be tried again alone.
"""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from core.messages import (
    EpochFinished,
    Export,
    FolderScan,
    JobEnded,
    MakeThumbnails,
    Outcome,
    Progress,
    ScanFolder,
    SeeToLeftovers,
    Train,
)
from tests.faults.amount import amount
from tests.faults.conftest import Place, Undisturbed
from tests.faults.whole import damaged_files, leftovers, what_is_wrong_with_run
from tests.faults.worker import Moment, Worker, assert_done, assert_told_of_death_or_done

PHASES = ("saving", "exporting", "extraction", "training", "scanning")
#: In short one of a scan, which needs no Keras: `test_killed_window` resumes a training, and so does `test_resume`.
SEEDS = tuple(range(amount(0, 70))) or (4,)
FORMATS = ("onnx", "keras", "script-keras", "openvino")


def of_phase(phase: str) -> pytest.MarkDecorator:
    seeds = [seed for seed in SEEDS if PHASES[seed % len(PHASES)] == phase]
    return pytest.mark.parametrize("seed", seeds)


@pytest.fixture(scope="module")
def viewer(place: Place) -> Iterator[Worker]:
    made = Worker(home=place.home, name="viewer", preload=False)
    yield made
    made.close()


def assert_nothing_is_broken(place: Place, worker: Worker, end: JobEnded) -> None:
    """What holds after every death; then the worker starts again and sees to what is left."""
    assert_told_of_death_or_done(end)
    assert damaged_files(*place.all) == []
    assert [why for run in place.runs.iterdir() if (why := what_is_wrong_with_run(run))] == []
    assert_done(worker.do(SeeToLeftovers()))
    assert leftovers(*place.all) == []
    assert damaged_files(*place.all) == []


def stage(name: str) -> Callable[[object], bool]:
    return lambda event: isinstance(event, Progress) and event.stage == name


def epoch(number: int) -> Callable[[object], bool]:
    return lambda event: isinstance(event, EpochFinished) and event.epoch >= number


@pytest.fixture
def run(request: pytest.FixtureRequest, place: Place) -> Iterator[Path]:
    """The folder of a run for one test."""
    made = place.runs / request.node.name
    yield made
    shutil.rmtree(made, ignore_errors=True)


def kill_and_resume(place: Place, trainer: Worker, undisturbed: Undisturbed, run: Path, moment: Moment) -> None:
    specification = place.specification(run.name)

    end = trainer.be_killed_at(Train(specification=specification), moment)

    assert_nothing_is_broken(place, trainer, end)
    if end.outcome is Outcome.CRASHED and what_state(run) != "finished":
        assert_done(trainer.do(Train(specification=specification, resume=True)))
    undisturbed.assert_same(run, place.store)
    assert leftovers(*place.all) == []


def what_state(run: Path) -> str:
    from core.training.run_record import RECORD_FILE, read_run_record

    return read_run_record(run).state if (run / RECORD_FILE).is_file() else ""


@of_phase("extraction")
def test_killed_in_extraction(seed: int, place: Place, trainer: Worker, undisturbed: Undisturbed, run: Path) -> None:
    generator = np.random.default_rng([seed, 1])
    shutil.rmtree(place.store, ignore_errors=True)
    sign = stage("extract") if generator.random() < 0.7 else None
    kill_and_resume(place, trainer, undisturbed, run, Moment.drawn(generator, sign, place.home, changes=12, within=1.5))


@pytest.mark.skipif(not amount(0, 1), reason="in full only")
@pytest.mark.parametrize("missing", [1, 2, 17])
def test_killed_past_a_committed_portion(
    missing: int, place: Place, trainer: Worker, undisturbed: Undisturbed, run: Path, tmp_path: Path
) -> None:
    # Given what a killed extraction had committed. Portions come every twenty seconds: here a training of those
    # pictures alone makes one.
    shutil.rmtree(place.store, ignore_errors=True)
    names = sorted(str(file.relative_to(place.data)) for file in place.data.glob("*/*.png"))
    portion = tmp_path / "portion"
    for name in names[missing // 2 : len(names) - (missing + 1) // 2]:
        (portion / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(place.data / name, portion / name)
    extracted = dataclasses.replace(place.specification("portion"), folder=portion, run=tmp_path / "run", epochs=1)
    assert_done(trainer.do(Train(specification=extracted)))

    # When the training goes on
    assert_done(trainer.do(Train(specification=place.specification(run.name))))

    # Then it is the undisturbed one, bit for bit, whatever sizes the batches had
    undisturbed.assert_same(run, place.store)


@of_phase("training")
def test_killed_in_training(seed: int, place: Place, trainer: Worker, undisturbed: Undisturbed, run: Path) -> None:
    generator = np.random.default_rng([seed, 2])
    sign = epoch(int(generator.integers(1, 6)))
    kill_and_resume(place, trainer, undisturbed, run, Moment.drawn(generator, sign, run, changes=6, within=0.1))


@of_phase("saving")
def test_killed_in_saving(seed: int, place: Place, trainer: Worker, undisturbed: Undisturbed, run: Path) -> None:
    generator = np.random.default_rng([seed, 3])
    kill_and_resume(
        place, trainer, undisturbed, run, Moment.drawn(generator, stage("save"), run, changes=30, within=1.0)
    )


@of_phase("exporting")
def test_killed_in_exporting(seed: int, place: Place, trainer: Worker, undisturbed: Undisturbed) -> None:
    generator = np.random.default_rng([seed, 4])
    form = FORMATS[(seed // len(PHASES)) % len(FORMATS)]
    folder = place.exports / f"{seed}"
    request = Export(run=undisturbed.run, format=form, destination=folder / "model")
    folder.mkdir()
    sign = stage("verify") if generator.random() < 0.4 else stage("export")

    end = trainer.be_killed_at(request, Moment.drawn(generator, sign, folder, changes=25, within=3.0))

    assert_nothing_is_broken(place, trainer, end)
    assert_done(trainer.do(request))
    assert damaged_files(folder) == []
    assert leftovers(folder) == []
    assert len(list(folder.glob("*.export.json"))) == (0 if form == "script-keras" else 1)


@of_phase("scanning")
def test_killed_in_scanning(seed: int, place: Place, viewer: Worker) -> None:
    generator = np.random.default_rng([seed, 5])
    shutil.rmtree(place.home / "cache" / "thumbnails", ignore_errors=True)
    for file in (place.home / "cache").glob("checked*"):
        file.unlink()
    files = tuple(sorted(place.data.glob("*/*.png")))
    viewer.submit(MakeThumbnails(files=files))
    moment = Moment.drawn(generator, stage("check"), place.home / "cache", changes=80, within=0.4)

    end = viewer.be_killed_at(ScanFolder(folder=place.data), moment)

    assert_nothing_is_broken(place, viewer, end)
    scanned, thumbnails = viewer.do(ScanFolder(folder=place.data)), viewer.do(MakeThumbnails(files=files))
    assert_done(scanned)
    assert_done(thumbnails)
    assert isinstance(scanned.result, FolderScan)
    assert [one.images for one in scanned.result.classes] == [20, 20]
    assert len(list((place.home / "cache" / "thumbnails").rglob("*.jpg"))) == len(files)
