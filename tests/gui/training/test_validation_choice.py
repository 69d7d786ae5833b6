"""A data set with folders for its parts is opened as one, and the Train page says and changes what validates."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from gui.evaluation.measured import Measured
from gui.session import Session
from gui.training.page import TrainPage
from gui.training.settings_form import SettingsForm


@pytest.fixture
def outer(tmp_path: Path) -> Path:
    for name in ("train/ants", "train/bees", "val/ants", "test/bees"):
        (tmp_path / "outer" / name).mkdir(parents=True)
    return tmp_path / "outer"


def boxed(page: TrainPage) -> QComboBox:
    found = page.findChild(QComboBox, "validation_folder")
    assert found is not None
    return found


def test_the_outer_folder_brings_its_validation_folder(train_page: TrainPage, session: Session, outer: Path) -> None:
    box, form = boxed(train_page), train_page.findChild(SettingsForm)
    assert form is not None
    assert box.currentText() == "A part of each class"

    session.open_folder(outer)
    assert session.folder == outer / "train"
    assert box.currentText() == "Folder: val"
    assert not form.fields["validation_split"].isEnabled()

    # When a part of each class is preferred, that stays so when the folder is checked again
    box.setCurrentIndex(0)
    box.activated.emit(0)
    session.open_folder(outer / "train")
    assert session.validation_folder is None
    assert box.count() == 2
    assert form.fields["validation_split"].isEnabled()


def test_a_training_is_validated_with_the_folder(
    train_page: TrainPage, session: Session, outer: Path, qtbot: QtBot
) -> None:
    scan = session.scan
    assert scan is not None
    session.open_folder(outer)
    session.set_scan(scan)

    with qtbot.waitSignal(session.training_begun) as begun:
        train_page.start_training()

    assert begun.args is not None
    assert begun.args[0].folder == outer / "train"
    assert begun.args[0].validation_folder == outer / "val"


def test_the_evaluate_page_offers_the_test_folder(qtbot: QtBot, session: Session, outer: Path) -> None:
    measured = Measured(session=session)
    qtbot.addWidget(measured)
    box = measured.findChild(QComboBox, "evaluation_pictures")
    assert box is not None

    session.open_folder(outer)

    assert [box.itemText(row) for row in range(box.count())][1] == "Test folder: test"
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert measured.folder == outer / "test"
