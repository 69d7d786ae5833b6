"""The real network's description, made once, and the Train page with a folder that can be trained on."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QSpinBox
from pytestqt.qtbot import QtBot

from core.messages import FolderScan
from core.network.backbone import describe_network
from core.network.description import NetworkDescription
from gui.layers.plan_history import PlanHistory
from gui.session import Session
from gui.training.page import TrainPage
from gui.worker.workers import Workers


@pytest.fixture(scope="session")
def network() -> NetworkDescription:
    """Describe ResNet50 from the real Keras model."""
    return describe_network()


@pytest.fixture
def history(session: Session) -> PlanHistory:
    return PlanHistory(session=session)


@pytest.fixture
def train_page(
    qtbot: QtBot,
    session: Session,
    history: PlanHistory,
    network: NetworkDescription,
    scan: FolderScan,
    scripted_workers: Workers,
) -> TrainPage:
    """Give the page with a network, a folder, random weights and three epochs."""
    made = TrainPage(session=session, workers=scripted_workers, history=history)
    qtbot.addWidget(made)
    made.resize(1100, 720)
    made.show()
    session.set_network(network)
    session.open_folder(scan.folder)
    session.set_scan(scan)
    weights, epochs = made.findChild(QComboBox, "weights_choice"), made.findChild(QSpinBox, "epochs")
    assert weights is not None
    assert epochs is not None
    weights.setCurrentIndex(1)
    epochs.setValue(3)
    return made
