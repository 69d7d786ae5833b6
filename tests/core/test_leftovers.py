"""What the next start makes of what dead processes left: in runs, in exports, in the store, beside a data folder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core.data.scan import scan_folder
from core.job_control import JobControl
from core.leftovers import see_to_leftovers
from core.places import export_journal_folder, feature_store_folder, runs_folder
from core.training.checkpoint import CHECKPOINT_FOLDER
from core.training.run_lock import LOCK_FILE, is_in_training
from core.training.run_record import RunRecord, write_run_record
from core.training.specification import TrainingSpecification

ROOT = Path(__file__).parents[2]
LEFTOVER = ".model.keras.0123abcd.part.keras"

#: Begins an export to argv[1] and is killed before anything of it is in place.
KILLED_EXPORT = """
import os, signal, sys
from pathlib import Path
from core.export.journal import noted
from core.export.staging import staging_folder
from core.whole_files import file_beside
destination = Path(sys.argv[1])
with noted(destination), staging_folder(destination), file_beside(destination.with_name("README.md")):
    os.kill(os.getpid(), signal.SIGKILL)
"""
#: Trains the run argv[1] until it is killed.
TRAINING = """
import sys, threading
from pathlib import Path
from core.training.run_lock import in_training
with in_training(Path(sys.argv[1])):
    print("there", flush=True)
    threading.Event().wait()
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


def started(program: str, place: Path) -> subprocess.Popen[bytes]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen([sys.executable, "-c", program, str(place)], env=environment, stdout=subprocess.PIPE)


def run_with(state: str, name: str) -> Path:
    """Make a run with a checkpoint and a model that was never finished."""
    run = runs_folder() / name
    record = RunRecord(
        specification=TrainingSpecification(folder=Path("/pictures"), run=run),
        state=state,
        created="2026-01-31T17:05:09+01:00",
        class_names=("a", "b"),
        trainable_layers=(),
        cut_layer="avg_pool",
        dataset_digest="",
        training_files=(),
        validation_files=(),
    )
    (run / CHECKPOINT_FOLDER).mkdir(parents=True)
    (run / CHECKPOINT_FOLDER / "state.npz").touch()
    (run / LEFTOVER).touch()
    write_run_record(record, run)
    return run


def all_names(folder: Path) -> set[str]:
    return {one.relative_to(folder).as_posix() for one in folder.rglob("*")}


def test_a_run_keeps_what_its_training_can_go_on_from_and_nothing_else(frostline_home: Path) -> None:
    broken_off, finished = run_with("running", "broken off"), run_with("finished", "finished")
    empty = runs_folder() / "never begun"
    (empty / "sub").mkdir(parents=True)
    (empty / "sub").rmdir()
    (empty / LOCK_FILE).touch()
    (empty / ".run.json.0123abcd.part.json").touch()
    about_to_begin = runs_folder() / "about to begin"
    about_to_begin.mkdir()

    see_to_leftovers(JobControl())

    assert all_names(broken_off) == {"run.json", CHECKPOINT_FOLDER, f"{CHECKPOINT_FOLDER}/state.npz"}
    assert all_names(finished) == {"run.json"}
    assert not empty.exists()
    assert about_to_begin.is_dir()
    os.utime(about_to_begin, (0, 0))
    see_to_leftovers(JobControl())
    assert not about_to_begin.exists()


def test_a_run_in_training_is_left_alone_until_its_process_is_gone(frostline_home: Path) -> None:
    run = run_with("running", "in training")
    trainer = started(TRAINING, run)
    assert trainer.stdout is not None
    try:
        assert trainer.stdout.readline() == b"there\n"
        see_to_leftovers(JobControl())
        assert is_in_training(run)
        assert (run / LEFTOVER).exists()
    finally:
        trainer.kill()
        trainer.communicate()

    assert not is_in_training(run)
    see_to_leftovers(JobControl())
    assert not (run / LEFTOVER).exists()


def test_a_killed_export_leaves_nothing_after_the_next_start(frostline_home: Path, tmp_path: Path) -> None:
    mine = tmp_path / "exports" / "mine.txt"
    mine.parent.mkdir()
    mine.touch()
    export = started(KILLED_EXPORT, tmp_path / "exports" / "a.onnx")
    export.communicate()
    assert export.returncode == -signal.SIGKILL
    assert len(all_names(mine.parent)) > 2

    see_to_leftovers(JobControl())

    assert all_names(mine.parent) == {"mine.txt"}
    assert not all_names(export_journal_folder())


def test_what_was_never_finished_beside_a_data_folder_goes_with_the_next_scan(tmp_path: Path) -> None:
    left = [tmp_path / ".frostline" / ".corrections.json.0123abcd.part.json"]
    left.append(tmp_path / ".frostline" / "collection" / "a" / ".0.jpg.0123abcd.part.jpg")
    for file in left:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()

    scan_folder(tmp_path, JobControl())

    assert not any(file.exists() for file in left)


def test_portions_of_rows_that_were_never_finished_go(frostline_home: Path) -> None:
    left = feature_store_folder() / "recipe" / "0.unfinished"
    left.parent.mkdir(parents=True)
    left.touch()

    see_to_leftovers(JobControl())

    assert not left.exists()
