"""A real training in a real worker: what the Layers page shows, live and afterwards, is what run.json says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QLabel, QRadioButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from core.messages import ClassCount, FolderScan
from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, parse_spec
from core.training.run_record import read_run_record
from gui.layers.layer_tree import LayerTree
from gui.layers.layer_tree_model import MOVED_ROLE, NODE_ROLE
from gui.layers.measured_epoch import typical_seconds
from gui.layers.page import LayersPage
from gui.session import Session
from gui.training.page import TrainPage
from gui.training.settings_form import SettingsForm
from gui.worker.workers import Workers

EPOCHS = 3


@pytest.fixture
def insects(tmp_path: Path) -> FolderScan:
    """Draw six noisy pictures in each of two classes."""
    folder = tmp_path / "insects"
    for number in range(12):
        place = folder / ("ants", "bees")[number % 2]
        place.mkdir(parents=True, exist_ok=True)
        noise = np.random.default_rng(number).integers(0, 255, (40, 40, 3), np.uint8)
        Image.fromarray(noise // (1 + number % 2)).save(place / f"{number}.png")
    classes = tuple(ClassCount(class_name=name, images=6) for name in ("ants", "bees"))
    return FolderScan(folder=folder, classes=classes, problems=(), files=((), ()))


def find(page: QWidget, kind: type[Any], name: str) -> Any:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def moved_layers(tree: LayerTree, parent: QModelIndex | None = None) -> dict[str, float]:
    """Return what the rows of single layers say that these moved."""
    found: dict[str, float] = {}
    above = parent or QModelIndex()
    for number in range(tree.model().rowCount(above)):
        index = tree.model().index(number, 0, above)
        if tree.model().rowCount(index):
            found |= moved_layers(tree, index)
        elif index.data(MOVED_ROLE) is not None:
            found[index.data(NODE_ROLE).name] = index.data(MOVED_ROLE)
    return found


def start(train: TrainPage) -> None:
    form = train.findChild(SettingsForm)
    assert form is not None
    form.show_values(epochs=EPOCHS, image_size=32, batch_size=4, weights="random")
    train.start_training()


def test_page_shows_what_the_run_says(
    qtbot: QtBot,
    session: Session,
    history: Any,
    network: NetworkDescription,
    real_workers: Workers,
    insects: FolderScan,
) -> None:
    # Given the Layers page on its movement, and a plan that thaws one block
    train = TrainPage(session=session, workers=real_workers)
    page = LayersPage(session=session, history=history, workers=real_workers)
    qtbot.addWidget(train)
    qtbot.addWidget(page)
    session.set_network(network)
    session.open_folder(insects.folder)
    session.set_scan(insects)
    session.set_plan(FreezePlan(parse_spec("conv5_block3", network)))
    page.show()
    find(page, QRadioButton, "show_movement").click()
    slider, tree = find(page, QSlider, "movement_epoch"), find(page, LayerTree, "layer_tree")
    live: list[dict[str, float]] = []
    session.epoch_finished.connect(lambda epoch: live.append(dict(epoch.movement)))
    # When it is trained for real
    proof = find(page, QLabel, "movement_proof")
    start(train)
    qtbot.waitUntil(lambda: "bit-identical" in proof.text(), timeout=180_000)
    # Then the slider has its epochs, and tree and words say of each what run.json says
    assert session.run is not None
    record = read_run_record(session.run)
    assert [dict(epoch.movement) for epoch in record.history] == live
    assert (slider.minimum(), slider.maximum()) == (1, EPOCHS)
    for number, epoch in enumerate(record.history, start=1):
        slider.setValue(number)
        movement = dict(epoch.movement)
        expected = {name: change for name, change in movement.items() if name.startswith("conv5_block3")}
        assert len(expected) == 3
        assert moved_layers(tree) == expected | {"head": movement["predictions"]}
        furthest = max(expected, key=lambda name: expected[name])
        assert f"epoch {number} of" in find(page, QLabel, "layers_story").text()
        assert furthest in find(page, QLabel, "layers_story").text()
    assert set(expected) == set(record.trainable_layers)
    checked = record.frozen_layers_checked
    assert (
        proof.text()
        == f"{checked} of {checked} frozen layers bit-identical"
        == "103 of 103 frozen layers bit-identical"
    )
    # And the measured time of this plan stands beside its estimate
    measured = find(page, QLabel, "epoch_measured").text()
    assert float(measured.split()[0]) == pytest.approx(typical_seconds(record.history), rel=0.06, abs=0.01)
    assert measured.endswith(" s")
