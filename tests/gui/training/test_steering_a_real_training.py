"""A real training in a real worker, thawed on its way, taken back, stopped and extended from the Train page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from core.messages import ClassCount, FolderScan
from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, parse_spec
from core.training.run_record import read_run_record
from gui.layers.plan_history import PlanHistory
from gui.session import Session
from gui.training.page import TrainPage
from gui.training.settings_form import SettingsForm
from gui.worker.workers import Workers

pytestmark = pytest.mark.usefixtures("small_resnet50_in_processes")


@pytest.fixture
def insects(tmp_path: Path) -> FolderScan:
    """Draw eight noisy pictures in each of two classes."""
    folder = tmp_path / "insects"
    for number in range(16):
        place = folder / ("ants", "bees")[number % 2]
        place.mkdir(parents=True, exist_ok=True)
        noise = np.random.default_rng(number).integers(0, 255, (40, 40, 3), np.uint8)
        Image.fromarray(noise).save(place / f"{number}.png")
    classes = tuple(ClassCount(class_name=name, images=8) for name in ("ants", "bees"))
    return FolderScan(folder=folder, classes=classes, problems=(), files=((), ()))


def find(page: QWidget, kind: type[Any], name: str) -> Any:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def test_a_training_is_thawed_on_its_way_taken_back_and_extended(
    qtbot: QtBot,
    session: Session,
    history: PlanHistory,
    network: NetworkDescription,
    real_workers: Workers,
    insects: FolderScan,
) -> None:
    # Given a training of the head alone that is under way
    page = TrainPage(session=session, workers=real_workers, history=history)
    qtbot.addWidget(page)
    page.show()
    session.set_network(network)
    session.open_folder(insects.folder)
    session.set_scan(insects)
    form, sentence = page.findChild(SettingsForm), find(page, QLabel, "plan_change_sentence")
    assert form is not None
    accept, undo = find(page, QPushButton, "accept_plan"), find(page, QPushButton, "undo_plan_change")
    form.show_values(epochs=1000, image_size=32, batch_size=4, weights="random")
    epochs: list[int] = []
    session.epoch_finished.connect(lambda epoch: epochs.append(epoch.epoch))
    page.start_training()
    qtbot.waitUntil(lambda: len(epochs) >= 2, timeout=120_000)
    # When a block is thawed
    history.change(FreezePlan(parse_spec("conv5_block2", network)), "thaw conv5_block2")
    accept.click()
    qtbot.waitUntil(undo.isVisible, timeout=60_000)
    # Then it learns at a tenth of the rate
    assert "conv5_block2 learns, at a learning rate of 0.0001" in sentence.text()
    changed_at = int(undo.text().rsplit(" ", 1)[1]) + 1
    qtbot.waitUntil(lambda: epochs[-1] > changed_at, timeout=60_000)
    # And when that is taken back, the epochs are gone over again with the head alone
    undo.click()
    qtbot.waitUntil(lambda: session.plan == FreezePlan(), timeout=60_000)
    gone_over: list[int] = []
    session.epoch_finished.connect(lambda epoch: gone_over.append(epoch.epoch))
    qtbot.waitUntil(lambda: len(gone_over) >= 2, timeout=60_000)
    assert gone_over[:2] == [changed_at, changed_at + 1]
    with qtbot.waitSignal(session.training_ended, timeout=60_000):
        find(page, QPushButton, "stop_training").click()
    assert session.run is not None
    stopped = read_run_record(session.run)
    assert [phase.thaw for phase in stopped.phases] == ["head"]
    assert [epoch.epoch for epoch in stopped.history] == list(range(1, len(stopped.history) + 1))
    # And the run goes on from there
    extend = find(page, QPushButton, "extend_training")
    qtbot.waitUntil(extend.isEnabled)
    find(page, QSpinBox, "more_epochs").setValue(2)
    with qtbot.waitSignal(session.training_ended, timeout=120_000):
        extend.click()
    extended = read_run_record(session.run)
    assert len(extended.history) == len(stopped.history) + 2
    assert extended.history[: len(stopped.history)] == stopped.history
    assert extended.phases[-1].reason == "extended"
