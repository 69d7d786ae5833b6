"""A training that is killed goes on from its checkpoint, and ends exactly as an undisturbed one."""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import UnusableInput
from core.job_control import JobControl
from core.training.checkpoint import CHECKPOINT_FOLDER, read_checkpoint
from core.training.run_record import read_run_record, write_run_record
from core.training.specification import TrainingSpecification
from core.training.train import resume, train
from tests.core.small_resnet import LAST_CONVOLUTION
from tests.core.training.model_weights import assert_same_weights

pytestmark = pytest.mark.usefixtures("small_resnet50")
ROOT = Path(__file__).parents[3]

#: A program that trains and kills itself, as the out-of-memory killer would, when an event of `name` says `moment`.
KILLED = """
import os, pickle, signal, sys
from core.quick_keras import importing_keras

with importing_keras():
    from core.training.train import train
from core.job_control import JobControl
from tests.core.small_resnet import resnet50_being_small

specification, name, moment = pickle.load(sys.stdin.buffer)

def report(event):
    if event.name == name and getattr(event, "epoch", getattr(event, "stage", None)) == moment:
        os.kill(os.getpid(), signal.SIGKILL)

with resnet50_being_small():
    train(specification, JobControl(report=report))
"""


TrainUntilKilled = Callable[[TrainingSpecification, str, object], None]


@pytest.fixture(scope="module")
def train_until_killed(tmp_path_factory: pytest.TempPathFactory) -> TrainUntilKilled:
    """Return what gives a specification the run of a training that was killed at a moment; each is killed once."""
    killed: dict[tuple[str, str, object], Path] = {}

    def train_it(specification: TrainingSpecification, name: str, moment: object) -> None:
        once = (specification.thaw, name, moment)
        if once not in killed:
            killed[once] = tmp_path_factory.mktemp("killed") / "run"
            _train_until_killed(replace(specification, run=killed[once]), name, moment)
        shutil.copytree(killed[once], specification.run)

    return train_it


def _train_until_killed(specification: TrainingSpecification, name: str, moment: object) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        input=pickle.dumps((specification, name, moment)),
        capture_output=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()[-2000:]


@pytest.fixture
def specification(stripes: Path, tmp_path: Path) -> TrainingSpecification:
    """Everything that a checkpoint must keep plays a part: dropout, an optimizer with state, early stopping."""
    return TrainingSpecification(
        folder=stripes,
        run=tmp_path / "run",
        weights="random",
        image_size=32,
        epochs=5,
        batch_size=8,
        hidden=8,
        dropout=0.4,
        early_stopping=4,
        seed=3,
    )


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[TrainingSpecification], Path]:
    """Return what does a training to its end, once for each choice of layers, and gives its run; tests only read it."""
    done: dict[str, Path] = {}

    def trained(specification: TrainingSpecification) -> Path:
        if specification.thaw not in done:
            done[specification.thaw] = run = tmp_path_factory.mktemp("undisturbed") / "run"
            train(replace(specification, run=run), JobControl())
        return done[specification.thaw]

    return trained


@pytest.mark.parametrize(
    ("name", "moment", "thaw"),
    [("epoch", 4, LAST_CONVOLUTION), ("progress", "extract", "head"), ("progress", "save", "head")],
)
def test_a_killed_training_ends_as_an_undisturbed_one(
    request: pytest.FixtureRequest,
    specification: TrainingSpecification,
    train_until_killed: TrainUntilKilled,
    undisturbed: Callable[[TrainingSpecification], Path],
    name: str,
    moment: object,
    thaw: str,
) -> None:
    if moment != "extract":
        request.getfixturevalue("with_kept_features")
    specification = replace(specification, thaw=thaw)
    train_until_killed(specification, name, moment)
    finished = resume(specification.run, JobControl())

    whole, resumed = read_run_record(undisturbed(specification)), read_run_record(specification.run)
    assert finished.epochs == len(whole.history)
    assert [epoch.loss for epoch in resumed.history] == [epoch.loss for epoch in whole.history]
    assert resumed.best_epoch == whole.best_epoch
    assert_same_weights(undisturbed(specification), specification.run)
    assert not (specification.run / CHECKPOINT_FOLDER).exists()
    assert finished.frozen_layers_changed == 0


def test_a_run_with_a_checkpoint_is_never_overwritten_nor_resumed_from_what_is_not_its_own(
    specification: TrainingSpecification, train_until_killed: TrainUntilKilled
) -> None:
    train_until_killed(specification, "progress", "save")
    record = read_run_record(specification.run)
    state = specification.run / CHECKPOINT_FOLDER / "state.npz"

    with pytest.raises(UnusableInput) as refusal:
        train(specification, JobControl())
    assert "resume" in refusal.value.hint
    assert read_checkpoint(specification.run) is not None
    state.write_bytes(state.read_bytes()[:-200])
    with pytest.raises(UnusableInput, match="damaged"):
        resume(specification.run, JobControl())
    write_run_record(replace(record, dataset_digest="another"), specification.run)
    with pytest.raises(UnusableInput, match="not those with which"):
        resume(specification.run, JobControl())

    assert state.exists()


def test_a_finished_run_is_not_resumed(own_run: Path) -> None:
    with pytest.raises(UnusableInput, match="nothing to resume"):
        resume(own_run, JobControl())
