from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.training.turning_row import TurningRow


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def row(window: QWidget) -> TurningRow:
    """Give a row of two parts that are at least 100 wide, in a window that may be narrower."""
    made = TurningRow(spacing=12, parent=window)
    for words in ("one", "other"):
        part = QPushButton(words)
        part.setMinimumWidth(100)
        made.add_part(part)
    made.resize(300, 60)
    window.show()
    return made


def test_parts_stand_side_by_side_where_there_is_room_and_else_one_under_the_other(row: TurningRow) -> None:
    at_first = row.is_turned

    row.resize(211, 60)
    too_narrow = row.is_turned
    row.resize(212, 60)

    assert (at_first, too_narrow, row.is_turned) == (False, True, False)


def test_it_can_be_as_narrow_as_its_widest_part(row: TurningRow) -> None:
    assert row.minimumSizeHint().width() == 100


def test_a_hidden_part_takes_no_room(qtbot: QtBot, row: TurningRow) -> None:
    row.resize(150, 60)
    before = row.is_turned

    row.findChildren(QPushButton)[1].hide()

    assert before
    qtbot.waitUntil(lambda: not row.is_turned)
