"""Work that is under way becomes a project of copies of its runs, whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import FrostlineError, Stopped, UnusableInput
from core.job_control import JobControl
from core.messages import Event, Progress
from core.project.contents import ProjectContents
from core.project.noted_path import find_path
from core.project.project_file import PROJECT_FILE, RUNS, read_project
from core.project.saving_as import save_as
from core.training.run_lock import in_training
from core.training.run_record import RunRecord, read_run_record, write_run_record
from core.training.specification import TrainingSpecification

if sys.platform != "win32":
    import resource

INSECTS, FLOWERS = Path("/pictures/insects"), Path("/pictures/flowers")
MODEL = os.urandom(5_000_000)


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    """A folder of three runs: two learnt from insects, one from flowers."""
    folder = tmp_path / "runs"
    for name, pictures in (("ants", INSECTS), ("bees", INSECTS), ("roses", FLOWERS)):
        run = folder / name
        (run / "tensorboard" / "train").mkdir(parents=True)
        (run / "tensorboard" / "train" / "events").write_bytes(b"x" * 100)
        (run / "tensorboard" / ".events.0123abcd.part").write_bytes(b"in the making")
        (run / "notes.txt").write_text("with more pictures", encoding="utf-8")
        (run / "model.keras").write_bytes(MODEL)
        write_run_record(_record(pictures, run), run)
    return folder


def _record(pictures: Path, run: Path) -> RunRecord:
    return RunRecord(
        specification=TrainingSpecification(folder=pictures, run=run),
        state="finished",
        created="2026-03-01T12:00:00+01:00",
        class_names=("a", "b"),
        trainable_layers=(),
        cut_layer="avg_pool",
        dataset_digest="",
        training_files=(),
        validation_files=(),
    )


def _files(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_the_runs_of_the_open_pictures_and_the_one_in_use_are_copied(runs: Path, tmp_path: Path) -> None:
    # Given runs of two folders of pictures, and one elsewhere that is in use
    elsewhere = tmp_path / "elsewhere" / "ants"
    (tmp_path / "elsewhere").mkdir()
    (runs / "roses").rename(elsewhere)
    before = _files(tmp_path)
    reported: list[Event] = []
    destination = tmp_path / "insects.frostline"
    # When the work is saved as a project
    saved = save_as(
        destination,
        ProjectContents(page="train"),
        JobControl(report=reported.append),
        runs_folder=runs,
        all_runs=False,
        pictures=INSECTS,
        in_use=elsewhere,
    )
    # Then both of the open pictures and the one in use are in it, under names of their own
    assert (saved.runs, saved.left_out) == (3, ())
    assert saved.in_use == destination / RUNS / "ants 2"
    assert sorted(one.name for one in (destination / RUNS).iterdir()) == ["ants", "ants 2", "bees"]
    assert (destination / RUNS / "bees" / "model.keras").read_bytes() == MODEL
    assert (destination / RUNS / "bees" / "notes.txt").is_file()
    assert (destination / RUNS / "bees" / "tensorboard" / "train" / "events").is_file()
    assert not list(destination.rglob(".events*"))
    assert read_run_record(destination / RUNS / "ants 2").specification.folder == FLOWERS
    # And it remembers what it was told, and the run in use
    contents = read_project(destination)
    assert contents.page == "train"
    assert contents.run is not None
    assert find_path(contents.run, destination) == saved.in_use
    # And what was there is there, and progress was told to the end
    assert before.items() <= _files(tmp_path).items()
    last = reported[-1]
    assert isinstance(last, Progress)
    assert last.done == last.total > 15_000_000


def test_all_runs_of_a_project_go_into_the_next_but_one_in_training(runs: Path, tmp_path: Path) -> None:
    with in_training(runs / "bees"):
        saved = save_as(
            tmp_path / "next.frostline",
            ProjectContents(),
            JobControl(),
            runs_folder=runs,
            all_runs=True,
            pictures=None,
            in_use=tmp_path / "model.keras",
        )

    assert (saved.runs, saved.left_out, saved.in_use) == (2, ("bees",), tmp_path / "model.keras")
    assert sorted(one.name for one in (tmp_path / "next.frostline" / RUNS).iterdir()) == ["ants", "roses"]


def _save(runs: Path, destination: Path, control: JobControl | None = None) -> None:
    save_as(
        destination,
        ProjectContents(),
        control or JobControl(),
        runs_folder=runs,
        all_runs=True,
        pictures=None,
        in_use=None,
    )


def _stopped_as_it_copies() -> JobControl:
    def report(event: Event) -> None:
        if isinstance(event, Progress):  # The first one comes for certain; how many follow is a matter of time.
            control.stop_requested.set()

    control = JobControl(report=report)
    return control


def _not_saved(act: Callable[[], None], kind: type[Exception], tmp_path: Path) -> Exception:
    before = _files(tmp_path)
    with pytest.raises(kind) as refused:
        act()
    assert _files(tmp_path) == before
    assert [one.name for one in tmp_path.iterdir()] == ["runs"]
    return refused.value


def test_one_that_is_stopped_leaves_nothing(runs: Path, tmp_path: Path) -> None:
    _not_saved(lambda: _save(runs, tmp_path / "mine.frostline", _stopped_as_it_copies()), Stopped, tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of a file's size there")
def test_a_full_disk_is_a_sentence_and_leaves_nothing(runs: Path, tmp_path: Path) -> None:
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000_000, limit[1]))
    try:
        error = _not_saved(lambda: _save(runs, tmp_path / "mine.frostline"), FrostlineError, tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)

    assert (
        str(error) == f"The project can't be written to {tmp_path / 'mine.frostline'}: files may not be so large there."
    )


def test_nothing_is_written_over_what_is_there(runs: Path, tmp_path: Path) -> None:
    _save(runs, tmp_path / "mine.frostline")
    before = _files(tmp_path)

    with pytest.raises(UnusableInput, match="exists already"):
        _save(runs, tmp_path / "mine.frostline")

    assert _files(tmp_path) == before
    assert (tmp_path / "mine.frostline" / PROJECT_FILE).is_file()
