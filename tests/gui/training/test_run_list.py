from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.messages import EpochFinished, RunSeconds
from core.training.run_lock import in_training
from core.training.run_record import MODEL_FILE, RunRecord, write_run_record
from core.training.specification import TrainingSpecification
from gui.training.run_list import RunListReader, read_runs
from gui.training.run_words import Column, cell, tool_tip

WriteRun = Callable[..., Path]


@pytest.fixture
def runs(tmp_path: Path) -> Path:
    return tmp_path / "runs"


@pytest.fixture
def write_run(runs: Path) -> WriteRun:
    """Return what writes a run of a name and a day; `has_model` as after a training."""

    def write(name: str, day: int = 1, *, parent: Path = runs, has_model: bool = True, thaw: str = "head") -> Path:
        run = parent / name
        history = (
            EpochFinished(
                epoch=1, loss=1.0, accuracy=0.5, val_loss=1.0, val_accuracy=0.5, learning_rate=1e-3, seconds=0.1
            ),
        )
        record = RunRecord(
            specification=TrainingSpecification(folder=Path("/pictures"), run=run, thaw=thaw),
            state="finished" if has_model else "running",
            created=f"2026-03-{day:02d}T12:00:00+01:00",
            class_names=("ants", "bees"),
            trainable_layers=(),
            cut_layer="avg_pool",
            dataset_digest="",
            training_files=(),
            validation_files=(),
            history=history if has_model else (),
            best_epoch=1 if has_model else 0,
            val_accuracy=0.875 if has_model else None,
            seconds=RunSeconds(decode=0.1, extract=0.2, fit=0.3, total=2.5),
        )
        write_run_record(record, run)
        if has_model:
            (run / MODEL_FILE).write_bytes(b"model")
        return run

    return write


def test_the_newest_run_comes_first(runs: Path, write_run: WriteRun) -> None:
    write_run("first", day=1)
    write_run("third", day=3)
    write_run("second", day=2)

    found = read_runs(runs, (), {})

    assert [run.folder.name for run in found] == ["third", "second", "first"]


def test_what_a_run_came_to_is_read_from_its_record(runs: Path, write_run: WriteRun) -> None:
    folder = write_run("one", thaw="conv5")

    (run,) = read_runs(runs, (), {})

    assert run.folder == folder
    assert (run.plan, run.epochs, run.best_epoch, run.val_accuracy, run.seconds) == ("conv5", 1, 1, 0.875, 2.5)
    assert run.has_model


def test_folders_that_are_no_runs_are_passed_over(runs: Path, write_run: WriteRun) -> None:
    write_run("one")
    (runs / "notes").mkdir()
    assert [run.folder.name for run in read_runs(runs, (), {})] == ["one"]


def test_without_a_folder_of_runs_there_are_none(tmp_path: Path) -> None:
    assert read_runs(tmp_path / "nowhere", (), {}) == ()


def test_a_run_that_lies_elsewhere_is_listed_too_and_once(runs: Path, write_run: WriteRun, tmp_path: Path) -> None:
    inside = write_run("inside", day=1)
    elsewhere = write_run("elsewhere", day=2, parent=tmp_path / "other")

    found = read_runs(runs, [elsewhere, inside], {})

    assert [run.folder for run in found] == [elsewhere, inside]


def test_a_run_that_has_not_changed_is_not_read_again(runs: Path, write_run: WriteRun) -> None:
    write_run("one")
    (before,) = read_runs(runs, (), {})
    remembered = dataclasses.replace(before, plan="as remembered")

    (after,) = read_runs(runs, (), {before.folder: remembered})

    assert after is remembered


def test_a_training_under_way_has_no_model_yet(runs: Path, write_run: WriteRun) -> None:
    write_run("one", has_model=False)

    (run,) = read_runs(runs, (), {})

    assert not run.has_model
    assert run.broken_off
    with in_training(run.folder):
        (known,) = read_runs(runs, (), {run.folder: run})
    assert known.in_training
    assert not known.broken_off


def test_the_reader_tells_on_the_windows_thread_and_answers_every_wish(
    qtbot: QtBot, runs: Path, write_run: WriteRun
) -> None:
    write_run("one")
    reader = RunListReader(runs_folder=runs)
    with qtbot.waitSignal(reader.runs_read) as first:
        reader.read()
    assert [run.folder.name for run in first.args[0]] == ["one"]

    write_run("two", day=2)
    told: list[list[str]] = []
    reader.runs_read.connect(lambda found: told.append([run.folder.name for run in found]))
    reader.read()
    reader.read()

    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[-1] == ["two", "one"]


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"[" * 100_000, b'{"specification": {}}', b'{"class_names": "abc"}', b"\xff\xfe{}"]
)
def test_a_damaged_run_is_listed_with_what_is_wrong_and_the_others_stay(
    runs: Path, write_run: WriteRun, content: bytes
) -> None:
    write_run("sound")
    (write_run("damaged") / "run.json").write_bytes(content)

    found = {run.folder.name: run for run in read_runs(runs, (), {})}

    assert found["sound"].damage == ""
    damaged = found["damaged"]
    assert "run.json is damaged" in damaged.damage
    assert not damaged.has_model
    assert cell(damaged, Column.EPOCHS) == "damaged"
    assert tool_tip(damaged, Column.NAME) == damaged.damage


@pytest.mark.parametrize("name", ["../../x.png", "/etc/passwd", "C:\\x.png", "ants/../../x", "nul\0"])
def test_a_run_that_names_files_outside_its_data_folder_is_damaged(runs: Path, write_run: WriteRun, name: str) -> None:
    file = write_run("one") / "run.json"
    content = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**content, "training_files": [name]}), encoding="utf-8")

    (run,) = read_runs(runs, (), {})

    assert "damaged" in run.damage
