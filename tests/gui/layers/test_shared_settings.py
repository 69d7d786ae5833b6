"""The settings of the next training, as far as the Layers page follows them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.messages import ClassCount, FolderScan
from core.network.backbone import describe_network
from gui.layers.cost_panel import CostPanel
from gui.layers.machine_speed import MachineSpeed
from gui.layers.plan_times import PlanTimes
from gui.layers.workload import workload_of
from gui.session import Session
from gui.shared_settings import SharedSettings
from gui.worker.workers import Workers


def scan_of(images: int, folder: object) -> FolderScan:
    classes = (ClassCount(class_name="ants", images=images), ClassCount(class_name="bees", images=images))
    return FolderScan(folder=folder, classes=classes, problems=(), files=((), ()))  # type: ignore[arg-type]


def said(panel: CostPanel, name: str) -> str:
    label = panel.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def test_an_epoch_goes_through_what_the_settings_say() -> None:
    settings = SharedSettings(image_size=96, batch_size=8, validation_split=0.5)

    workload = workload_of(scan_of(20, None), settings)

    assert (workload.training, workload.held_out) == (20, 20)
    assert (workload.batches, workload.image_size) == (3, 96)


def test_the_session_tells_of_settings_only_when_they_change(qtbot: QtBot, session: Session) -> None:
    settings = replace(session.settings, batch_size=8)

    with qtbot.waitSignal(session.settings_changed):
        session.set_settings(settings)
    with qtbot.assertNotEmitted(session.settings_changed):
        session.set_settings(replace(settings))


def test_the_cost_of_a_plan_follows_the_image_size(qtbot: QtBot, session: Session, scripted_workers: Workers) -> None:
    panel = CostPanel(session=session, speed=MachineSpeed(workers=scripted_workers), times=PlanTimes())
    qtbot.addWidget(panel)
    session.set_network(describe_network(224))
    large = said(panel, "epoch_work")

    session.set_settings(replace(session.settings, image_size=64))
    session.set_network(describe_network(64))

    assert said(panel, "epoch_work") != large
    assert "64 pixels wide" in said(panel, "cost_basis")
