"""A run is trained by one process at a time; its lock leaves nothing behind, and neither does an earlier log of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from filelock import FileLock

from core.errors import UnusableInput
from core.messages import EpochFinished
from core.training.run_leftovers import clear_up_run
from core.training.run_lock import LOCK_FILE, in_training, is_in_training
from core.training.tensorboard_log import write_tensorboard_log


def test_who_comes_second_is_told_and_the_lock_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.training.run_lock._PATIENCE_SECONDS", 0.1)
    (tmp_path / "run.json").touch()

    with FileLock(tmp_path / LOCK_FILE, thread_local=False):
        assert is_in_training(tmp_path)
        with pytest.raises(UnusableInput, match="another window") as refused, in_training(tmp_path):
            raise AssertionError
    with in_training(tmp_path):
        assert is_in_training(tmp_path)

    assert refused.value.kind == "run_in_use"
    assert not is_in_training(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["run.json"]


def test_the_folder_of_a_run_that_came_to_nothing_goes_with_its_lock(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()

    with in_training(tmp_path / "run"):
        pass

    assert not (tmp_path / "run").exists()


def test_what_keras_wrote_beside_a_model_goes_and_what_looks_like_it_stays(tmp_path: Path) -> None:
    for name in ("tmp0a1b2c3d", "tmp of mine", "tmpfile.txt", "notes.txt"):
        (tmp_path / name).touch()

    clear_up_run(tmp_path)

    assert {one.name for one in tmp_path.iterdir()} == {"tmp of mine", "tmpfile.txt", "notes.txt"}


def test_a_log_that_is_written_again_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    """TensorBoard would show both, one over the other."""
    epoch = EpochFinished(
        epoch=1, loss=1.0, accuracy=0.5, val_loss=None, val_accuracy=None, learning_rate=1e-3, seconds=0.1
    )
    earlier = tmp_path / "train" / "events.out.tfevents.1.frostline"
    earlier.parent.mkdir()
    earlier.touch()

    write_tensorboard_log([epoch], tmp_path)

    (log,) = earlier.parent.iterdir()
    assert log != earlier
