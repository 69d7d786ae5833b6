"""The real network's description, made once, and a page over it."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from core.network.backbone import describe_network
from core.network.description import NetworkDescription
from gui.layers.layer_tree_model import LayerTreeModel
from gui.layers.page import LayersPage
from gui.layers.plan_history import PlanHistory
from gui.session import Session
from gui.window.icons import themed_icon
from gui.worker.workers import Workers


@pytest.fixture(scope="session")
def network() -> NetworkDescription:
    """Describe ResNet50 from the real Keras model."""
    return describe_network()


@pytest.fixture
def untested_model(qtbot: QtBot, network: NetworkDescription) -> LayerTreeModel:
    """Give a model without Qt's tester, which looks at the whole tree after every change, for tests of many changes."""
    made = LayerTreeModel(icon=themed_icon)
    made.show_network(network)
    return made


@pytest.fixture
def model(untested_model: LayerTreeModel) -> LayerTreeModel:
    QAbstractItemModelTester(untested_model, QAbstractItemModelTester.FailureReportingMode.Fatal, untested_model)
    return untested_model


@pytest.fixture
def history(session: Session) -> PlanHistory:
    return PlanHistory(session=session)


@pytest.fixture
def page(
    qtbot: QtBot, session: Session, history: PlanHistory, network: NetworkDescription, scripted_workers: Workers
) -> LayersPage:
    made = LayersPage(session=session, history=history, workers=scripted_workers)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    session.set_network(network)
    return made
