"""A stopped run gets what pictures are compared with when nobody waits for the trainer."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.messages import DescribeMachine
from core.training.run_record import MODEL_FILE, RunRecord, write_run_record
from core.training.specification import TrainingSpecification
from gui.prediction.reference_keeper import ReferenceKeeper
from gui.session import Session
from gui.training.selected_run import SelectedRun
from gui.worker.workers import Workers


@pytest.fixture
def keeper(qtbot: QtBot, session: Session, scripted_workers: Workers) -> ReferenceKeeper:
    with qtbot.waitSignal(scripted_workers.trainer_ready):
        scripted_workers.trainer.start()
    return ReferenceKeeper(session=session, workers=scripted_workers, rest_milliseconds=0, parent=session)


def run_in(folder: Path, state: str, name: str = "run") -> Path:
    run = folder / name
    run.mkdir()
    record = RunRecord(
        specification=TrainingSpecification(folder=folder, run=run, thaw="conv5"),
        state="stopped",
        created="2026-03-01T12:00:00+00:00",
        class_names=("ants", "bees"),
        trainable_layers=(),
        cut_layer="conv4_block6_out",
        dataset_digest="",
        training_files=(),
        validation_files=(),
    )
    write_run_record(dataclasses.replace(record, state=state), run)
    (run / MODEL_FILE).write_bytes(b"model")
    return run


def asked(run: Path) -> int:
    file = run / "asked.txt"
    return len(file.read_text().splitlines()) if file.exists() else 0


def test_a_stopped_run_is_asked_for_once(
    qtbot: QtBot, session: Session, scripted_workers: Workers, keeper: ReferenceKeeper, tmp_path: Path
) -> None:
    run = run_in(tmp_path, "stopped")

    session.select_run(run)
    qtbot.waitUntil(lambda: asked(run) == 1 and not scripted_workers.trainer.jobs)

    with qtbot.waitSignal(keeper.findChildren(SelectedRun)[0].changed):
        session.select_run(run)
    qtbot.wait(20)
    assert asked(run) == 1


def test_a_finished_run_is_not(
    qtbot: QtBot, session: Session, scripted_workers: Workers, keeper: ReferenceKeeper, tmp_path: Path
) -> None:
    run = run_in(tmp_path, "finished")

    with qtbot.waitSignal(keeper.findChildren(SelectedRun)[0].changed):
        session.select_run(run)
    qtbot.waitUntil(lambda: keeper.findChildren(SelectedRun)[0].record is not None)
    qtbot.wait(20)

    assert asked(run) == 0


def test_it_gives_way_to_what_is_asked_of_the_trainer_and_goes_on_afterwards(
    qtbot: QtBot, session: Session, scripted_workers: Workers, keeper: ReferenceKeeper, tmp_path: Path
) -> None:
    run = run_in(tmp_path, "stopped", "endless")
    session.select_run(run)
    qtbot.waitUntil(lambda: asked(run) == 1)

    job = scripted_workers.submit(DescribeMachine())
    with qtbot.waitSignal(job.ended):
        pass

    qtbot.waitUntil(lambda: asked(run) == 2)
