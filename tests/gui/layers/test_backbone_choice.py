"""Another network is chosen on the Layers page: nothing of it is thawed, and undo brings the old one back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from core.network.backbones import NAMES
from core.network.freeze_plan import FreezePlan
from gui.layers.backbone_choice import BackboneChoice
from gui.layers.plan_history import PlanHistory
from gui.session import Session
from gui.training.settings_form import SettingsForm

THAWED = FreezePlan(frozenset({"conv5_block3_2_conv"}))


@pytest.fixture
def history(session: Session) -> PlanHistory:
    return PlanHistory(session=session, parent=session)


@pytest.fixture
def title(session: Session, history: PlanHistory, qtbot: QtBot) -> BackboneChoice:
    widget = BackboneChoice(session=session, history=history)
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def choice(title: BackboneChoice) -> QComboBox:
    found = title.findChild(QComboBox, "backbone")
    assert isinstance(found, QComboBox)
    return found


def choose(choice: QComboBox, name: str) -> None:
    choice.setCurrentText(name)
    choice.activated.emit(choice.currentIndex())


def test_all_networks_are_offered_each_with_what_it_is_good_for(choice: QComboBox) -> None:
    assert tuple(choice.itemText(row) for row in range(choice.count())) == NAMES
    choose(choice, "MobileNetV3Large")
    assert "telephones" in choice.toolTip()


def test_given_thawed_layers_when_another_network_is_chosen_then_nothing_of_it_is_thawed(
    choice: QComboBox, session: Session
) -> None:
    session.set_plan(THAWED)

    choose(choice, "ConvNeXtTiny")

    assert session.backbone == "ConvNeXtTiny"
    assert session.plan == FreezePlan()


def test_given_a_chosen_network_when_that_is_undone_then_network_and_plan_are_back(
    choice: QComboBox, session: Session, history: PlanHistory
) -> None:
    session.set_plan(THAWED)
    choose(choice, "ConvNeXtTiny")

    history.undo()

    assert (session.backbone, session.plan, choice.currentText()) == ("ResNet50", THAWED, "ResNet50")
    history.redo()
    assert (session.backbone, choice.currentText()) == ("ConvNeXtTiny", "ConvNeXtTiny")


def test_given_the_network_in_use_when_it_is_chosen_again_then_there_is_nothing_to_undo(
    choice: QComboBox, history: PlanHistory
) -> None:
    choose(choice, "ResNet50")

    assert not history.canUndo()


def test_a_training_is_asked_for_with_the_chosen_network(qtbot: QtBot) -> None:
    form = SettingsForm()
    qtbot.addWidget(form)

    specification = form.specification(
        folder=Path("ants"), run=Path("run"), thaw="head", thaw_batch_norm=False, backbone="ResNet101"
    )

    assert specification.backbone == "ResNet101"
