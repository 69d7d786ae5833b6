"""Two windows, which are two sets of processes, on one run, one store, one data folder and one set of settings."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.data.corrections import read_corrections
from core.messages import EpochFinished, Outcome, Train
from core.training.run_lock import is_in_training
from gui.window.settings import WindowSettings
from tests.faults.amount import amount
from tests.faults.conftest import Place, Undisturbed
from tests.faults.whole import damaged_files, leftovers
from tests.faults.worker import ROOT, Worker, assert_done

#: Leaves out the files argv[2:] of the data folder argv[1] from the training, one after another.
CORRECT = """
import sys
from pathlib import Path
from core.data.corrections import FileCorrection, update_corrections
for name in sys.argv[2:]:
    update_corrections(Path(sys.argv[1]), {name: FileCorrection(excluded=True)})
"""
#: Remembers the folders argv[2:] in the settings file argv[1], as a window does that opens them.
REMEMBER = """
import sys
from pathlib import Path
from gui.window.settings import WindowSettings
settings = WindowSettings(Path(sys.argv[1]))
print("there", flush=True)
sys.stdin.readline()
for name in sys.argv[2:]:
    settings.keep_folder(Path(name))
"""


@pytest.fixture(scope="module")
def other_trainer(place: Place) -> Iterator[Worker]:
    """Give the trainer of another window on the same home."""
    made = Worker(home=place.home, name="other trainer", preload=True)
    yield made
    made.close()


def started(program: str, *arguments: object) -> subprocess.Popen[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


#: In short `tests/core/training/test_run_lock.py` alone, without Keras.
in_full_only = pytest.mark.skipif(not amount(0, 1), reason="in full only")


@in_full_only
def test_two_trainings_of_the_same_pictures_write_the_same_rows_at_once(
    place: Place, trainer: Worker, other_trainer: Worker, undisturbed: Undisturbed
) -> None:
    # Given two windows that have nothing in the store yet
    for file in place.store.rglob("*.index"):
        file.unlink()

    # When both train the same pictures at once
    jobs = [
        (worker, worker.submit(Train(specification=place.specification(name))))
        for worker, name in ((trainer, "first"), (other_trainer, "second"))
    ]
    for worker, job in jobs:
        assert_done(worker.end_of(job))

    # Then both come to what one alone does, and every row is there
    for name in ("first", "second"):
        undisturbed.assert_same(place.runs / name, place.store)
    assert damaged_files(*place.all) == []
    assert leftovers(*place.all) == []


@in_full_only
def test_a_run_is_trained_by_one_of_two_windows_and_the_other_is_told(
    place: Place, trainer: Worker, other_trainer: Worker, undisturbed: Undisturbed
) -> None:
    # Given a window that trains a run
    specification = place.specification("one run")
    job = trainer.submit(Train(specification=specification))
    trainer.wait_for_event(job, lambda event: isinstance(event, EpochFinished))
    trainer.client.pause(job, True)
    assert is_in_training(specification.run)

    # When another begins, resumes or extends the same
    refused = [
        other_trainer.do(Train(specification=specification)),
        other_trainer.do(Train(specification=specification, resume=True)),
        other_trainer.do(Train(specification=specification, more_epochs=2)),
    ]

    # Then it is told who has it, and the first one ends as if nothing had been
    for end in refused:
        assert end.outcome is Outcome.FAILED
        assert end.failure is not None
        assert end.failure.kind == "run_in_use"
        assert "another window" in end.failure.message
    trainer.client.pause(job, False)
    assert_done(trainer.end_of(job))
    undisturbed.assert_same(specification.run, place.store)
    assert not is_in_training(specification.run)
    assert leftovers(*place.all) == []


def test_corrections_of_two_windows_are_all_kept(tmp_path: Path) -> None:
    names = [[f"a/{letter}{number}.png" for number in range(12)] for letter in "xy"]
    windows = [started(CORRECT, tmp_path, *some) for some in names]
    for window in windows:
        window.communicate()
        assert window.returncode == 0

    assert read_corrections(tmp_path).excluded == {*names[0], *names[1]}
    assert leftovers(tmp_path) == []


def test_folders_that_two_windows_open_are_all_remembered(tmp_path: Path) -> None:
    file = tmp_path / "window.ini"
    folders = [[f"/{letter}{number}" for number in range(5)] for letter in "xy"]
    windows = [started(REMEMBER, file, *some) for some in folders]
    for window in windows:
        assert window.stdout is not None
        assert window.stdout.readline() == "there\n"
    for window in windows:
        window.communicate("go\n")
        assert window.returncode == 0

    assert {str(one) for one in WindowSettings(file).remembered_folders} == {*folders[0], *folders[1]}
