"""The movement model: live during a training, from run.json for a run that is chosen, one epoch at a time."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.messages import EpochFinished
from core.network.description import HEAD, NetworkDescription
from core.training.run_record import RunRecord, write_run_record
from core.training.specification import TrainingSpecification
from gui.layers.movement import MovementModel
from gui.session import Session


@pytest.fixture
def movement(qtbot: QtBot, session: Session, network: NetworkDescription) -> MovementModel:
    session.set_network(network)
    return MovementModel(session=session)


@pytest.fixture
def shown(movement: MovementModel) -> list[Any]:
    """Collect what is to be coloured."""
    told: list[Any] = []
    movement.movement_changed.connect(told.append)
    return told


def epoch(number: int) -> EpochFinished:
    return EpochFinished(
        epoch=number,
        loss=1.0,
        accuracy=0.5,
        val_loss=None,
        val_accuracy=None,
        learning_rate=1e-3,
        seconds=0.1,
        movement=(("conv5_block3_2_conv", 0.01 * number), ("predictions", 0.1 * number)),
    )


def values(number: int) -> dict[str, float]:
    return {"conv5_block3_2_conv": 0.01 * number, HEAD: 0.1 * number}


def specification(run: Path) -> TrainingSpecification:
    return TrainingSpecification(folder=run.parent, run=run, thaw="conv5_block3")


def write(run: Path, epochs: int, *, state: str = "finished") -> Path:
    run.mkdir(exist_ok=True)
    record = RunRecord(
        specification=specification(run),
        state=state,
        created="2026-03-01T12:00:00+00:00",
        class_names=("ants", "bees"),
        trainable_layers=("conv5_block3_2_conv",),
        cut_layer="conv5_block2_out",
        dataset_digest="",
        training_files=("a",),
        validation_files=(),
        history=tuple(epoch(number) for number in range(1, epochs + 1)),
        frozen_layers_checked=103,
    )
    write_run_record(record, run)
    return run


def choose(qtbot: QtBot, session: Session, movement: MovementModel, run: Path) -> None:
    session.select_run(run)
    qtbot.waitUntil(lambda: movement.run is not None and movement.run.name == run.name)


def test_nothing_is_coloured_before_anything_was_trained(movement: MovementModel, shown: list[Any]) -> None:
    movement.show(True)
    assert movement.run is None
    assert (movement.epoch, movement.values) == (0, {})
    assert shown == [{}]
    movement.show(False)
    assert shown == [{}, None]


def test_training_is_followed_from_epoch_to_epoch(
    qtbot: QtBot, session: Session, movement: MovementModel, shown: list[Any], tmp_path: Path
) -> None:
    movement.show(True)
    session.begin_training(specification(tmp_path / "live"))
    assert movement.run is not None
    assert movement.run.running
    for number in (1, 2, 3):
        session.finish_epoch(epoch(number))
        assert movement.epoch == number
        qtbot.waitUntil(partial(_is_last, shown, values(number)))


def _is_last(shown: list[Any], expected: dict[str, float]) -> bool:
    return bool(shown[-1] == pytest.approx(expected))


def test_fast_epochs_are_told_together(
    qtbot: QtBot, session: Session, movement: MovementModel, shown: list[Any], tmp_path: Path
) -> None:
    movement.show(True)
    session.begin_training(specification(tmp_path / "live"))
    for number in range(1, 501):
        session.finish_epoch(epoch(number))
    qtbot.waitUntil(lambda: bool(shown[-1]))
    assert shown[-1] == pytest.approx(values(500))
    assert len(shown) < 10


def test_epoch_that_the_user_looks_at_stays_while_the_training_goes_on(
    session: Session, movement: MovementModel, tmp_path: Path
) -> None:
    session.begin_training(specification(tmp_path / "live"))
    for number in (1, 2, 3):
        session.finish_epoch(epoch(number))
    movement.choose_epoch(2)
    session.finish_epoch(epoch(4))
    assert movement.epoch == 2
    assert movement.values == pytest.approx(values(2))
    movement.choose_epoch(4)
    session.finish_epoch(epoch(5))
    assert movement.epoch == 5


def test_training_that_was_cut_off_goes_on_where_it_is_resumed(
    session: Session, movement: MovementModel, tmp_path: Path
) -> None:
    # Given a training that died in its fourth epoch, with a checkpoint after its second
    session.begin_training(specification(tmp_path / "live"))
    for number in (1, 2, 3):
        session.finish_epoch(epoch(number))
    session.end_training(None)
    # When it is resumed
    session.begin_training(specification(tmp_path / "live"))
    for number in (3, 4):
        session.finish_epoch(epoch(number))
    # Then each epoch is there once
    assert movement.run is not None
    assert [one.epoch for one in movement.run.epochs] == [1, 2, 3, 4]
    assert movement.epoch == 4


def test_finished_training_keeps_its_epoch_and_gets_its_proof(
    qtbot: QtBot, session: Session, movement: MovementModel, tmp_path: Path
) -> None:
    # Given a training of which the user looks at the first epoch
    session.begin_training(specification(tmp_path / "live"))
    for number in (1, 2):
        session.finish_epoch(epoch(number))
    movement.choose_epoch(1)
    # When it is over and written
    run = write(tmp_path / "live", epochs=2)
    session.end_training(None)
    choose(qtbot, session, movement, run)
    qtbot.waitUntil(lambda: movement.run is not None and movement.run.checked is not None)
    # Then the digests are told, and the user still looks at the first epoch
    assert movement.run is not None
    assert (movement.run.checked, movement.run.changed, movement.run.running) == (103, 0, False)
    assert movement.epoch == 1


def test_chosen_run_is_read_from_its_record(
    qtbot: QtBot, session: Session, movement: MovementModel, shown: list[Any], tmp_path: Path
) -> None:
    movement.show(True)
    with qtbot.waitSignal(movement.record_read) as read:
        choose(qtbot, session, movement, write(tmp_path / "older", epochs=7))
    assert read.args is not None
    assert len(read.args[0].history) == 7
    assert movement.run is not None
    assert (movement.run.name, movement.run.thaw, movement.epoch) == ("older", "conv5_block3", 7)
    assert shown[-1] == pytest.approx(values(7))
    movement.choose_epoch(3)
    assert shown[-1] == pytest.approx(values(3))
    movement.choose_epoch(8)
    movement.choose_epoch(0)
    assert movement.epoch == 3


def test_run_chosen_during_a_training_stays_until_the_next_begins(
    qtbot: QtBot, session: Session, movement: MovementModel, tmp_path: Path
) -> None:
    session.begin_training(specification(tmp_path / "live"))
    session.finish_epoch(epoch(1))
    choose(qtbot, session, movement, write(tmp_path / "older", epochs=7))
    session.finish_epoch(epoch(2))
    assert movement.run is not None
    assert movement.run.name == "older"
    session.begin_training(specification(tmp_path / "next"))
    assert movement.run.name == "next"
    assert movement.epoch == 0


def test_run_without_a_readable_record_is_named_and_shows_nothing(
    qtbot: QtBot, session: Session, movement: MovementModel, shown: list[Any], tmp_path: Path
) -> None:
    choose(qtbot, session, movement, write(tmp_path / "older", epochs=7))
    movement.show(True)
    choose(qtbot, session, movement, tmp_path / "nowhere")
    assert movement.run is not None
    assert movement.run.name == "nowhere"
    assert shown[-1] == {}


def test_run_that_was_cut_off_has_no_proof(
    qtbot: QtBot, session: Session, movement: MovementModel, tmp_path: Path
) -> None:
    choose(qtbot, session, movement, write(tmp_path / "cut off", epochs=0, state="running"))
    assert movement.run is not None
    assert movement.run.checked is None


def test_model_made_late_shows_the_run_of_the_session(
    qtbot: QtBot, session: Session, network: NetworkDescription, tmp_path: Path
) -> None:
    session.set_network(network)
    session.select_run(write(tmp_path / "older", epochs=2))
    late = MovementModel(session=session)
    qtbot.waitUntil(lambda: late.run is not None)
    assert late.epoch == 2
