"""The rail: the steps in order, by mouse, by keyboard and for screen readers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.window.step_rail import StepRail
from gui.window.steps import STEPS, step_named


@pytest.fixture
def rail(qtbot: QtBot) -> StepRail:
    made = StepRail()
    qtbot.addWidget(made)
    made.show()
    return made


def test_steps_stand_in_the_order_of_the_work(rail: StepRail) -> None:
    shown = [rail.item(row).text() for row in range(rail.count())]
    assert shown == ["Data", "Layers", "Train", "Evaluate", "Predict", "Export"]


def test_arrow_key_goes_to_the_next_step(rail: StepRail, qtbot: QtBot) -> None:
    rail.choose("data")
    with qtbot.waitSignal(rail.step_chosen) as chosen:
        QTest.keyClick(rail, Qt.Key.Key_Down)
    assert chosen.args == ["layers"]
    assert rail.step == "layers"


def test_done_step_says_so_to_screen_readers(rail: StepRail) -> None:
    rail.set_done("train", True)
    row = [step.name for step in STEPS].index("train")
    assert rail.is_done("train")
    assert rail.item(row).data(Qt.ItemDataRole.AccessibleTextRole) == "Train, done"
    rail.set_done("train", False)
    assert rail.item(row).data(Qt.ItemDataRole.AccessibleTextRole) == "Train"


def test_all_steps_are_seen_without_scrolling_in_the_smallest_window(rail: StepRail) -> None:
    rail.resize(rail.sizeHint().width(), 500)
    last = rail.visualItemRect(rail.item(rail.count() - 1))
    assert last.bottom() <= rail.viewport().height()


def test_unknown_step_is_refused() -> None:
    with pytest.raises(KeyError):
        step_named("deploy")
