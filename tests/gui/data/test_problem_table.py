"""The table of files that can't be used as a model."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from core.messages import FileProblem
from gui.data.problem_table_model import PROBLEM_ROLE, Column, ProblemTableModel

_FOLDER = Path("/pictures")
_INSIDE = FileProblem(file=_FOLDER / "bees" / "more" / "a.jpg", class_name="bees", reason="The file is empty.")
_OUTSIDE = FileProblem(file=Path("/elsewhere/b.jpg"), class_name="bees", reason="It is a link to nothing.")


@pytest.fixture
def model(qtbot: QtBot) -> ProblemTableModel:
    made = ProblemTableModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show_problems(_FOLDER, (_INSIDE, _OUTSIDE))
    return made


def test_files_are_named_within_the_folder_with_the_reason(model: ProblemTableModel) -> None:
    assert model.index(0, Column.FILE).data() == "bees/more/a.jpg"
    assert model.index(0, Column.REASON).data() == "The file is empty."
    assert model.index(0, Column.FILE).data(PROBLEM_ROLE) == _INSIDE


def test_file_outside_of_the_folder_is_named_whole(model: ProblemTableModel) -> None:
    assert model.index(1, Column.FILE).data() == str(_OUTSIDE.file)


def test_tool_tip_has_what_may_be_cut(model: ProblemTableModel) -> None:
    tip = model.index(0, Column.REASON).data(Qt.ItemDataRole.ToolTipRole)
    assert str(_INSIDE.file) in tip
    assert _INSIDE.reason in tip


def test_other_folder_replaces_the_rows(model: ProblemTableModel) -> None:
    model.show_problems(_FOLDER, ())
    assert model.rowCount() == 0
