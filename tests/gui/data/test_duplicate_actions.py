"""Putting a group of duplicates right in the Data page: the files stay, the session's scan counts anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core.data.scan import scan_folder
from core.job_control import JobControl
from core.messages import DuplicateGroup
from gui.data.correction_history import CorrectionHistory
from gui.data.duplicate_actions import DuplicateActions
from gui.session import Session


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("ants/a.png", "ants/b.png", "bees/c.png"):
        (tmp_path / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (8, 8), "red").save(tmp_path / "data" / name)
    return tmp_path / "data"


@pytest.fixture
def group(folder: Path) -> DuplicateGroup:
    files = (folder / "ants" / "a.png", folder / "ants" / "b.png", folder / "bees" / "c.png")
    return DuplicateGroup(files=files, class_names=("ants", "ants", "bees"), exact=True)


@pytest.fixture
def corrections(qtbot: QtBot, session: Session, folder: Path) -> Iterator[CorrectionHistory]:
    made = CorrectionHistory(session=session, parent=session)
    session.open_folder(folder)
    session.set_scan(scan_folder(folder, JobControl()))
    yield made
    shiboken6.delete(made)


@pytest.fixture
def actions(qtbot: QtBot, corrections: CorrectionHistory, group: DuplicateGroup) -> DuplicateActions:
    made = DuplicateActions(corrections=corrections)
    qtbot.addWidget(made)
    made.show_group(group)
    made.show()
    return made


def _button(actions: DuplicateActions, name: str) -> QPushButton:
    button = actions.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    return button


def test_all_but_the_first_are_left_out_and_undo_brings_them_back(
    actions: DuplicateActions, corrections: CorrectionHistory
) -> None:
    QTest.mouseClick(_button(actions, "exclude_duplicates"), Qt.MouseButton.LeftButton)
    assert corrections.corrections.excluded == {"ants/b.png", "bees/c.png"}
    corrections.stack.undo()
    assert corrections.corrections.excluded == frozenset()


def test_selected_picture_stays_instead_of_the_first(
    actions: DuplicateActions, corrections: CorrectionHistory, group: DuplicateGroup
) -> None:
    button = _button(actions, "exclude_duplicates")
    actions.show_selected((group.files[2],))
    assert button.text() == "Leave out all but the selected one"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert corrections.corrections.excluded == {"ants/a.png", "ants/b.png"}
    actions.show_selected(group.files)
    assert not button.isEnabled()


def test_group_of_several_classes_can_be_counted_in_one_of_them(
    actions: DuplicateActions, corrections: CorrectionHistory
) -> None:
    choices = _button(actions, "duplicates_class").menu().actions()
    assert [choice.text() for choice in choices] == ["ants", "bees"]
    choices[1].trigger()
    assert dict(corrections.corrections.moved) == {"ants/a.png": "bees", "ants/b.png": "bees"}


def test_group_of_one_class_offers_no_other(actions: DuplicateActions, group: DuplicateGroup) -> None:
    one_class = DuplicateGroup(files=group.files[:2], class_names=("ants", "ants"), exact=True)
    actions.show_group(one_class)
    assert not _button(actions, "duplicates_class").isVisible()
    actions.show_group(None)
    assert not _button(actions, "exclude_duplicates").isEnabled()
