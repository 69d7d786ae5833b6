from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, parse_spec
from gui.layers.plan_history import PlanHistory
from gui.session import Session
from gui.training.page import TrainPage


def find(page: QWidget, kind: type[Any], name: str) -> Any:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def sentence(page: TrainPage) -> str:
    return str(find(page, QLabel, "plan_change_sentence").text())


def click(qtbot: QtBot, page: TrainPage, name: str) -> None:
    button = find(page, QPushButton, name)
    assert button.isVisible(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def epochs_drawn(page: TrainPage) -> int:
    """Return up to which epoch the accuracy is drawn."""
    items: list[Any] = find(page, QWidget, "accuracy_plot").getPlotItem().listDataItems()
    return max(
        (int(max(item.getData()[0])) for item in items if item.getData()[0] is not None and len(item.getData()[0])),
        default=0,
    )


@pytest.fixture
def bar(train_page: TrainPage) -> QWidget:
    found: QWidget = find(train_page, QWidget, "plan_change_bar")
    return found


@pytest.fixture
def begin(qtbot: QtBot, train_page: TrainPage, session: Session) -> Callable[[str], None]:
    """Give a function that starts a training of three epochs and returns when these are over."""

    def start(name: str) -> None:
        find(train_page, QLineEdit, "run_name").setText(name)
        with qtbot.waitSignals([session.epoch_finished] * 3):
            click(qtbot, train_page, "start_training")

    return start


@pytest.fixture
def thaw(history: PlanHistory, network: NetworkDescription) -> Callable[[str], None]:
    """Give a function that changes the plan as the Layers page does."""
    return lambda spec: history.change(FreezePlan(parse_spec(spec, network)), f"thaw {spec}")


def stop(qtbot: QtBot, page: TrainPage, session: Session) -> None:
    with qtbot.waitSignal(session.run_selected):
        click(qtbot, page, "stop_training")


def test_a_plan_that_differs_is_offered_to_the_training(
    qtbot: QtBot,
    train_page: TrainPage,
    session: Session,
    bar: QWidget,
    begin: Callable[[str], None],
    thaw: Callable[[str], None],
) -> None:
    thaw("conv5")
    before_training = bar.isVisible()
    thaw("head")
    begin("until stopped")

    thaw("conv5")

    assert not before_training
    assert bar.isVisible()
    assert sentence(train_page).startswith("The plan was changed: conv5 would join")
    click(qtbot, train_page, "pause_training")
    assert bar.isVisible()
    stop(qtbot, train_page, session)
    assert not bar.isVisible()


def test_keeping_the_old_plan_puts_the_one_of_the_session_back_and_can_be_undone(
    qtbot: QtBot,
    train_page: TrainPage,
    session: Session,
    history: PlanHistory,
    network: NetworkDescription,
    bar: QWidget,
    begin: Callable[[str], None],
    thaw: Callable[[str], None],
) -> None:
    begin("until stopped")
    thaw("conv5")

    click(qtbot, train_page, "keep_plan")

    assert session.plan == FreezePlan()
    assert not bar.isVisible()
    history.undo()
    assert session.plan.thawed == parse_spec("conv5", network)
    stop(qtbot, train_page, session)


def test_a_new_plan_comes_true_is_marked_and_can_be_taken_back(
    qtbot: QtBot,
    train_page: TrainPage,
    session: Session,
    bar: QWidget,
    begin: Callable[[str], None],
    thaw: Callable[[str], None],
) -> None:
    begin("steered")
    thaw("conv5")

    with qtbot.waitSignal(session.epoch_finished):
        click(qtbot, train_page, "accept_plan")
    assert sentence(train_page) == "Since epoch 4 conv5 learns, at a learning rate of 0.0001."
    undo = find(train_page, QPushButton, "undo_plan_change")
    assert undo.text() == "Undo: back to epoch 3"
    assert undo.accessibleName() == undo.text()

    with qtbot.waitSignal(session.epoch_finished) as repeated:
        click(qtbot, train_page, "undo_plan_change")

    assert repeated.args[0].epoch == 4
    assert session.plan == FreezePlan()
    assert not bar.isVisible()
    stop(qtbot, train_page, session)
    qtbot.waitUntil(lambda: epochs_drawn(train_page) == 4)


def test_a_wish_that_has_not_come_true_yet_can_be_taken_back(
    qtbot: QtBot,
    train_page: TrainPage,
    session: Session,
    bar: QWidget,
    begin: Callable[[str], None],
    thaw: Callable[[str], None],
) -> None:
    begin("until stopped")  # It grants nothing.
    thaw("conv5")
    click(qtbot, train_page, "accept_plan")
    promised = sentence(train_page)

    click(qtbot, train_page, "take_plan_back")

    assert promised == "When this epoch is over, conv5 joins, at a learning rate of 0.0001."
    assert not bar.isVisible()
    assert session.plan == FreezePlan()
    stop(qtbot, train_page, session)


def test_the_bar_goes_with_a_training_that_is_cut_off(
    qtbot: QtBot, train_page: TrainPage, session: Session, bar: QWidget, thaw: Callable[[str], None]
) -> None:
    find(train_page, QLineEdit, "run_name").setText("die")
    with qtbot.waitSignal(session.training_ended, timeout=10_000):
        click(qtbot, train_page, "start_training")
        thaw("conv5")
        assert bar.isVisible()

    assert not bar.isVisible()


def test_what_to_do_is_read_out(
    qtbot: QtBot,
    train_page: TrainPage,
    session: Session,
    bar: QWidget,
    begin: Callable[[str], None],
    thaw: Callable[[str], None],
) -> None:
    begin("until stopped")

    thaw("conv5")

    assert bar.accessibleName() == sentence(train_page)
    stop(qtbot, train_page, session)
