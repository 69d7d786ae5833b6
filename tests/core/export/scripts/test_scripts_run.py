"""The scripts are run as a stranger would run them: in a process of their own that knows nothing of Frostline."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import keras
import pytest

from core.errors import FrostlineError, UnusableInput
from core.export.export import export_run
from core.job_control import JobControl
from core.training.run_record import read_run_record
from core.training.specification import TrainingSpecification
from core.training.train import train

HAS_TORCHVISION = importlib.util.find_spec("torchvision") is not None


def run_alone(script: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # -P keeps the folder of the test off the search path.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [sys.executable, "-P", script.name, *arguments]
    return subprocess.run(command, cwd=script.parent, env=environment, capture_output=True, text=True, check=False)


def digests_in(printed: str) -> tuple[str, str]:
    found = re.search(r"Digest of \d+ frozen \w+: (\w+) before, (\w+) after", printed)
    assert found, printed
    return found[1], found[2]


def test_the_keras_script_does_what_the_run_did(dark_and_light: Path, tmp_path: Path) -> None:
    # Given a run of two epochs with several batches each, whose order shows in the figures
    specification = TrainingSpecification(
        folder=dark_and_light,
        run=tmp_path / "run",
        weights="random",
        image_size=32,
        epochs=2,
        batch_size=4,
        learning_rate=0.001,
        validation_split=0.25,
    )
    train(specification, JobControl())
    exported = export_run(specification.run, "script-keras", tmp_path / "mine", JobControl())

    # When its script is run
    done = run_alone(exported.destination)

    # Then nothing frozen has changed, and the figures are the run's
    assert done.returncode == 0, done.stderr
    assert exported.destination == tmp_path / "mine.py"
    assert exported.size_bytes == exported.destination.stat().st_size
    before, after = digests_in(done.stdout)
    assert before == after
    assert "No frozen parameter has changed." in done.stdout
    found = [
        {name: float(value) for name, value in re.findall(r"(\w+): (\d+\.\d+(?:e[+-]\d+)?)", line)}
        for line in done.stdout.splitlines()
        if " - loss: " in line
    ]
    if keras.config.backend() != "tensorflow":
        return  # a run draws random weights as TensorFlow does, on every backend; a script can't
    history = read_run_record(specification.run).history
    assert [one["loss"] for one in found] == pytest.approx([epoch.loss for epoch in history], rel=5e-3, abs=1e-3)
    expected = [epoch.val_loss for epoch in history]
    assert [one["val_loss"] for one in found] == pytest.approx(expected, rel=5e-3, abs=1e-3)


def test_the_pytorch_script_trains_or_says_what_to_install(trained_run: Path, tmp_path: Path) -> None:
    exported = export_run(trained_run, "script-pytorch", tmp_path / "mine.py", JobControl())

    done = run_alone(exported.destination, "--epochs", "1")

    if HAS_TORCHVISION:
        assert done.returncode == 0, done.stderr
        before, after = digests_in(done.stdout)
        assert before == after
    else:
        assert done.returncode == 1
        assert "needs PyTorch and torchvision" in done.stderr
        assert "pip install torch torchvision" in done.stderr


def test_a_script_of_the_users_own_is_left_alone(trained_run: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.py"
    mine.write_text("print('my own')\n", encoding="utf-8")

    with pytest.raises(UnusableInput, match="left alone"):
        export_run(trained_run, "script-keras", mine, JobControl())

    assert mine.read_text(encoding="utf-8") == "print('my own')\n"


def test_an_earlier_script_is_replaced(trained_run: Path, tmp_path: Path) -> None:
    export_run(trained_run, "script-pytorch", tmp_path / "mine.py", JobControl())

    again = export_run(trained_run, "script-keras", tmp_path / "mine.py", JobControl())

    assert "import keras" in again.destination.read_text(encoding="utf-8")


def test_a_model_without_its_run_has_no_script(tmp_path: Path) -> None:
    (tmp_path / "alone.keras").write_bytes(b"")

    with pytest.raises(UnusableInput, match="without the record of its run"):
        export_run(tmp_path / "alone.keras", "script-keras", tmp_path / "mine.py", JobControl())


def test_a_place_that_can_not_be_written_to_is_named(trained_run: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    with pytest.raises(FrostlineError, match="can't be written") as caught:
        export_run(trained_run, "script-keras", tmp_path / "file" / "mine.py", JobControl())

    assert caught.value.kind == "cannot_write"
