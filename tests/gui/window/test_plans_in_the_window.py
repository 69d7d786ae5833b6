"""Freeze plans through the whole window: menu, dialogs, drops and messages."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from core.network.backbone import describe_network
from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, parse_spec
from core.network.plan_file import read_plan, write_plan
from gui.session import Session
from gui.window.dropped import DroppedPictures, DroppedPlan, read_dropped
from gui.window.main_window import MainWindow
from gui.window.message_bar import Level, MessageBar

Drop = Callable[[MainWindow, QMimeData], bool]
MakeMime = Callable[..., QMimeData]


@pytest.fixture(scope="module")
def network() -> NetworkDescription:
    return describe_network()


@pytest.fixture
def session(window: MainWindow) -> Session:
    found = window.findChild(Session)
    assert found is not None
    return found


@pytest.fixture(autouse=True)
def dialogs_of_qt(qapp: QApplication) -> Iterator[None]:
    """Let Qt draw the file dialogs, as it does on a bare machine, so that they can be typed into."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    yield
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


def answer(dialog: QFileDialog, file: Path) -> None:
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    field.setText(str(file))
    QTest.keyClick(field, Qt.Key.Key_Return)


def message(window: MainWindow) -> MessageBar:
    bar = window.findChild(MessageBar, "message_bar")
    assert bar is not None
    return bar


def test_plans_are_saved_and_opened_from_the_menu(
    qtbot: QtBot, window: MainWindow, session: Session, network: NetworkDescription, tmp_path: Path
) -> None:
    # Given a window whose network is known, and a plan
    save, load = window.actions_by_name["save_plan"], window.actions_by_name["open_plan"]
    assert not save.isEnabled()
    assert not load.isEnabled()
    session.set_network(network)
    plan = FreezePlan(parse_spec("conv5_block3", network))
    session.set_plan(plan)
    # When it is saved
    save.trigger()
    dialog = window.findChild(QFileDialog, "save_plan_dialog")
    assert dialog is not None
    assert dialog.isVisible()
    answer(dialog, tmp_path / "bees")
    # Then it is there and the window says where
    file = tmp_path / "bees.frostplan.json"
    assert read_plan(file, network) == plan
    assert str(file) in message(window).text
    # And when it is opened after a change, it is the plan again, on the Layers page
    session.set_plan(FreezePlan())
    load.trigger()
    dialog = window.findChild(QFileDialog, "open_plan_dialog")
    assert dialog is not None
    answer(dialog, file)
    assert session.plan == plan
    assert window.rail.step == "layers"
    assert window.actions_by_name["undo"].text() == "&Undo open bees"
    window.actions_by_name["undo"].trigger()
    assert session.plan == FreezePlan()


def test_dropped_plan_is_opened(
    window: MainWindow,
    session: Session,
    network: NetworkDescription,
    tmp_path: Path,
    files_as_mime: MakeMime,
    drop: Drop,
) -> None:
    session.set_network(network)
    file = tmp_path / "conv5.frostplan.json"
    write_plan(FreezePlan(parse_spec("conv5", network)), network, file)
    assert drop(window, files_as_mime(file))
    assert session.plan == FreezePlan(parse_spec("conv5", network))
    assert window.rail.step == "layers"


def test_dropped_file_that_is_no_plan_is_answered_in_the_strip(
    window: MainWindow,
    session: Session,
    network: NetworkDescription,
    tmp_path: Path,
    files_as_mime: MakeMime,
    drop: Drop,
) -> None:
    session.set_network(network)
    file = tmp_path / "bad.frostplan.json"
    file.write_text(json.dumps({"frostline_plan": 1, "backbone": "ResNet50", "thaw": "conv9"}))
    assert drop(window, files_as_mime(file))
    assert message(window).level is Level.ERROR
    assert "'conv9' names nothing" in message(window).text
    assert session.plan == FreezePlan()


def test_plan_among_pictures_is_left_to_the_predictions(
    tmp_path: Path, pictures: tuple[Path, ...], files_as_mime: MakeMime
) -> None:
    plan = tmp_path / "conv5.frostplan.json"
    plan.write_text("{}")
    assert read_dropped(files_as_mime(plan)) == DroppedPlan(plan)
    assert read_dropped(files_as_mime(plan, pictures[0])) == DroppedPictures((plan, pictures[0]))
