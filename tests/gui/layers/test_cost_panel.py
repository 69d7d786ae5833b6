"""The cost panel follows plan, folder, machine and runs, and never shows an estimate as a measurement."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from core.messages import ClassCount, EpochFinished, FolderScan
from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, parse_spec, trainable_layers
from core.network.plan_cost import epoch_seconds, plan_cost
from core.training.run_record import RunRecord
from core.training.specification import TrainingSpecification
from gui.layers.cost_panel import CostPanel
from gui.layers.cost_words import estimate_in_words
from gui.layers.machine_speed import MachineSpeed
from gui.layers.plan_times import PlanTimes
from gui.layers.speed_state import SpeedState
from gui.session import Session
from gui.worker.workers import Workers


@pytest.fixture
def speed(qtbot: QtBot, scripted_workers: Workers) -> MachineSpeed:
    return MachineSpeed(workers=scripted_workers)


@pytest.fixture
def times() -> PlanTimes:
    return PlanTimes()


@pytest.fixture
def panel(
    qtbot: QtBot, session: Session, speed: MachineSpeed, times: PlanTimes, network: NetworkDescription
) -> CostPanel:
    made = CostPanel(session=session, speed=speed, times=times)
    qtbot.addWidget(made)
    session.set_network(network)
    return made


@pytest.fixture
def insects() -> FolderScan:
    classes = (ClassCount(class_name="ants", images=100), ClassCount(class_name="bees", images=100))
    return FolderScan(folder=Path("/pictures/insects"), classes=classes, problems=(), files=((), ()))


def said(panel: CostPanel, name: str) -> str:
    label = panel.findChild(QLabel, name)
    assert label is not None, name
    return label.text().replace("\N{NON-BREAKING HYPHEN}", "-")


def measure(qtbot: QtBot, workers: Workers, speed: MachineSpeed) -> None:
    speed.want()
    workers.trainer.start()
    qtbot.waitUntil(lambda: speed.state is SpeedState.KNOWN)


def test_without_a_folder_the_cost_is_that_of_a_thousand_images(panel: CostPanel) -> None:
    assert said(panel, "epoch_work") == "Hardly any instead of 3.9 trillion multiply-adds"
    assert said(panel, "store_size") == "8.2 MB for 1,000 images"
    assert "For each 1,000 images" in said(panel, "cost_basis")


def test_with_a_folder_the_cost_is_that_of_its_images(panel: CostPanel, session: Session, insects: FolderScan) -> None:
    session.set_scan(insects)
    assert said(panel, "store_size") == "1.6 MB for 200 images"
    assert said(panel, "cost_basis").startswith("For 160 images and 40 held out")


def test_cost_follows_the_plan(
    panel: CostPanel, session: Session, network: NetworkDescription, insects: FolderScan
) -> None:
    session.set_scan(insects)
    session.set_plan(FreezePlan(parse_spec("conv5", network)))
    work = said(panel, "epoch_work")
    assert work.endswith("trillion multiply-adds")
    less, more = (float(word) for word in work.split() if word[0].isdigit())
    cost = plan_cost(network, session.plan, 160, held_out=40)
    assert less == pytest.approx(cost.epoch_with_store / 1e12, abs=0.06)
    assert more == pytest.approx(cost.epoch_without_store / 1e12, abs=0.06)
    assert said(panel, "store_size") == "160.6 MB for 200 images"


def test_nothing_is_stored_when_nothing_below_the_first_layer_is_frozen(
    panel: CostPanel, session: Session, network: NetworkDescription
) -> None:
    session.set_plan(FreezePlan(parse_spec("all", network)))
    assert said(panel, "store_size") == "none: nothing to keep"
    assert "instead of" not in said(panel, "epoch_work")


def test_times_are_estimated_once_the_machine_was_measured(
    qtbot: QtBot,
    panel: CostPanel,
    session: Session,
    network: NetworkDescription,
    speed: MachineSpeed,
    scripted_workers: Workers,
    insects: FolderScan,
) -> None:
    # Given a plan and a folder on a machine that nobody measured
    session.set_scan(insects)
    session.set_plan(FreezePlan(parse_spec("conv5_block3", network)))
    assert said(panel, "epoch_estimate") == "–"
    assert said(panel, "extraction_estimate") == "–"
    # When it is measured
    measure(qtbot, scripted_workers, speed)
    # Then times are those of the calibration, and called estimates
    calibration = speed.calibration
    assert calibration is not None
    seconds = epoch_seconds(plan_cost(network, session.plan, 160, held_out=40), calibration, 5, held_out_batches=2)
    assert said(panel, "epoch_estimate") == estimate_in_words(seconds)
    assert said(panel, "extraction_estimate").endswith(", once")
    assert "Estimated from a short measurement of this machine" in said(panel, "cost_basis")


def test_button_measures_again(qtbot: QtBot, panel: CostPanel, speed: MachineSpeed, scripted_workers: Workers) -> None:
    measure(qtbot, scripted_workers, speed)
    button = panel.findChild(QToolButton, "measure_again")
    assert button is not None
    assert button.isEnabled()

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert speed.state is SpeedState.MEASURING
    assert not button.isEnabled()
    assert "is being measured" in said(panel, "cost_basis")
    qtbot.waitUntil(button.isEnabled)


def test_measured_time_stands_beside_the_estimate_of_its_own_plan_only(
    panel: CostPanel,
    session: Session,
    times: PlanTimes,
    network: NetworkDescription,
    tmp_path: Path,
    insects: FolderScan,
) -> None:
    session.set_scan(insects)
    plan = FreezePlan(parse_spec("conv5_block3", network))
    session.set_plan(plan)
    assert said(panel, "epoch_measured") == "not trained yet"

    times.add(_record(tmp_path / "insects", plan, network, images=160))
    assert said(panel, "epoch_measured") == "0.05 s"
    session.set_plan(FreezePlan())
    assert said(panel, "epoch_measured") == "not trained yet"
    session.set_plan(plan)
    times.add(_record(tmp_path / "fewer", plan, network, images=80))
    assert said(panel, "epoch_measured") == "0.05 s for 80 images"


def _record(run: Path, plan: FreezePlan, network: NetworkDescription, images: int) -> RunRecord:
    epoch = EpochFinished(
        epoch=1, loss=1.0, accuracy=0.5, val_loss=None, val_accuracy=None, learning_rate=1e-3, seconds=0.051
    )
    return RunRecord(
        specification=TrainingSpecification(folder=run.parent, run=run),
        state="finished",
        created="2026-03-01T12:00:00+00:00",
        class_names=("ants", "bees"),
        trainable_layers=tuple(trainable_layers(plan, network)),
        cut_layer="conv5_block2_out",
        dataset_digest="",
        training_files=tuple(str(number) for number in range(images)),
        validation_files=(),
        history=(epoch, epoch),
    )
