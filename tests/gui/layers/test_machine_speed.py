"""The machine is measured when nobody waits for the trainer, once, and remembered. Workers are real, without Keras."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.messages import Train
from core.network.plan_cost import Calibration
from core.training.specification import TrainingSpecification
from gui.layers.calibration_memory import CalibrationMemory
from gui.layers.machine_speed import MachineSpeed
from gui.layers.speed_state import SpeedState
from gui.worker.workers import Workers

#: How the scripted workers answer: for these sizes they wait to be stopped, and fail.
ENDLESS, FAILING = 32, 64


def training(tmp_path: Path) -> Train:
    run = tmp_path / "finish"
    run.mkdir()
    return Train(specification=TrainingSpecification(folder=tmp_path, run=run, epochs=2, weights="random"))


def in_state(speed: MachineSpeed, state: SpeedState) -> bool:
    return speed.state is state


@pytest.fixture
def speed(qtbot: QtBot, scripted_workers: Workers) -> MachineSpeed:
    return MachineSpeed(workers=scripted_workers)


def test_nothing_is_measured_before_it_is_wanted(qtbot: QtBot, scripted_workers: Workers, speed: MachineSpeed) -> None:
    with qtbot.waitSignal(scripted_workers.trainer_ready):
        scripted_workers.trainer.start()
    assert speed.state is SpeedState.UNKNOWN
    assert not scripted_workers.trainer.jobs


def test_wanted_speed_waits_for_the_trainer_and_is_kept(
    qtbot: QtBot, scripted_workers: Workers, speed: MachineSpeed
) -> None:
    # Given a page that wants it before the trainer was started
    speed.want()
    assert speed.state is SpeedState.WAITING
    # When the trainer is there
    scripted_workers.trainer.start()
    qtbot.waitUntil(lambda: in_state(speed, SpeedState.KNOWN))
    # Then it is measured, and the next session has it without measuring
    assert speed.machine is not None
    assert speed.calibration == CalibrationMemory().recall(speed.machine, 224)
    speed.want()
    assert not scripted_workers.trainer.jobs


def test_next_session_has_the_speed_at_once(qtbot: QtBot, scripted_workers: Workers, speed: MachineSpeed) -> None:
    speed.want()
    scripted_workers.trainer.start()
    qtbot.waitUntil(lambda: in_state(speed, SpeedState.KNOWN))

    later = MachineSpeed(workers=scripted_workers)
    assert later.state is SpeedState.KNOWN
    assert later.calibration == speed.calibration


def test_measuring_again_replaces_what_was_remembered(
    qtbot: QtBot, scripted_workers: Workers, speed: MachineSpeed
) -> None:
    with qtbot.waitSignal(scripted_workers.trainer_ready):
        scripted_workers.trainer.start()
    assert speed.machine is not None
    slow = Calibration(forward_per_second=1.0, backward_per_second=1.0, seconds_for_each_batch=1.0)
    CalibrationMemory().keep(speed.machine, 224, slow)
    again = MachineSpeed(workers=scripted_workers)
    assert again.calibration == slow

    again.measure_again()
    assert again.state is SpeedState.MEASURING
    qtbot.waitUntil(lambda: in_state(again, SpeedState.KNOWN))

    assert again.calibration is not None
    assert again.calibration.forward_per_second == 1e11
    assert CalibrationMemory().recall(speed.machine, 224) == again.calibration


def test_the_speed_of_another_image_size_is_measured_and_both_are_kept(
    qtbot: QtBot, scripted_workers: Workers, speed: MachineSpeed
) -> None:
    speed.want()
    scripted_workers.trainer.start()
    qtbot.waitUntil(lambda: in_state(speed, SpeedState.KNOWN))
    large = speed.calibration

    speed.set_work(96)
    assert speed.state is SpeedState.UNKNOWN
    speed.want()
    qtbot.waitUntil(lambda: in_state(speed, SpeedState.KNOWN))
    speed.set_work(224)

    assert speed.calibration == large
    assert speed.machine is not None
    assert CalibrationMemory().recall(speed.machine, 96) is not None


def test_a_measurement_of_a_size_that_is_wanted_no_more_is_not_taken_for_another(
    qtbot: QtBot, scripted_workers: Workers
) -> None:
    speed = MachineSpeed(workers=scripted_workers, image_size=ENDLESS)
    speed.want()
    scripted_workers.trainer.start()
    qtbot.waitUntil(lambda: in_state(speed, SpeedState.MEASURING))

    speed.set_work(96)
    qtbot.waitUntil(lambda: in_state(speed, SpeedState.KNOWN))

    assert speed.machine is not None
    assert CalibrationMemory().recall(speed.machine, ENDLESS) is None


def test_measuring_gives_way_to_a_training_and_is_taken_up_after_it(
    qtbot: QtBot, scripted_workers: Workers, tmp_path: Path
) -> None:
    # Given a measurement that would go on for ever
    speed = MachineSpeed(workers=scripted_workers, image_size=ENDLESS)
    speed.want()
    scripted_workers.trainer.start()
    qtbot.waitUntil(lambda: in_state(speed, SpeedState.MEASURING))
    # When a training is asked for
    job = scripted_workers.submit(training(tmp_path))
    with qtbot.waitSignal(job.finished):
        pass
    # Then it did not have to wait, and measuring begins anew
    qtbot.waitUntil(lambda: in_state(speed, SpeedState.MEASURING))
    (measuring,) = scripted_workers.trainer.jobs
    measuring.stop()


def test_measuring_waits_while_the_trainer_has_work(qtbot: QtBot, scripted_workers: Workers, tmp_path: Path) -> None:
    job = scripted_workers.submit(training(tmp_path))
    speed = MachineSpeed(workers=scripted_workers)
    states: list[SpeedState] = []
    job.started.connect(lambda: states.append(speed.state))
    job.ended.connect(lambda: states.append(speed.state))
    speed.want()
    qtbot.waitUntil(lambda: in_state(speed, SpeedState.KNOWN))
    assert states == [SpeedState.WAITING, SpeedState.WAITING]


def test_failed_measuring_says_why_and_is_not_tried_again_by_itself(qtbot: QtBot, scripted_workers: Workers) -> None:
    speed = MachineSpeed(workers=scripted_workers, image_size=FAILING)
    speed.want()
    scripted_workers.trainer.start()
    qtbot.waitUntil(lambda: in_state(speed, SpeedState.FAILED))
    assert speed.failure == "The machine can't be measured."
    assert speed.calibration is None

    speed.want()
    assert in_state(speed, SpeedState.FAILED)
    speed.measure_again()
    assert in_state(speed, SpeedState.MEASURING)
    qtbot.waitUntil(lambda: in_state(speed, SpeedState.FAILED))
