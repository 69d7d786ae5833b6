from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gui.training.run_list import RunSummary
from gui.training.run_table import RunTable
from gui.training.run_table_model import Column, RunTableModel


def run(name: str, *, day: int = 1, accuracy: float | None = 0.9, has_model: bool = True) -> RunSummary:
    return RunSummary(
        folder=Path("/runs") / name,
        modified=day,
        plan="conv4_block6,conv5",
        epochs=20,
        best_epoch=12,
        val_accuracy=accuracy,
        seconds=92.0,
        created=datetime(2026, 3, day, 12, tzinfo=UTC),
        state="finished" if has_model else "running",
        has_model=has_model,
    )


@pytest.fixture
def table(qtbot: QtBot) -> RunTable:
    made = RunTable()
    qtbot.addWidget(made)
    QAbstractItemModelTester(made.runs, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    QAbstractItemModelTester(made.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.resize(900, 300)
    made.show()
    return made


def names(table: RunTable) -> list[str]:
    model = table.model()
    return [model.index(row, Column.NAME).data() for row in range(model.rowCount())]


def words(model: RunTableModel, row: int) -> list[str]:
    return [model.index(row, column).data() for column in Column if column is not Column.DATE]


def test_a_run_is_described_in_words(table: RunTable) -> None:
    table.runs.show_runs([run("one")])

    assert words(table.runs, 0) == ["one", "conv4_block6, conv5", "12 of 20", "90.0 %", "1 min 32 s"]


def test_a_run_without_validation_has_a_dash(table: RunTable) -> None:
    table.runs.show_runs([run("one", accuracy=None)])

    assert table.runs.index(0, Column.ACCURACY).data() == "–"


def test_a_run_without_a_model_says_so_and_can_not_be_chosen(table: RunTable) -> None:
    table.runs.show_runs([run("one", has_model=False)])

    index = table.runs.index(0, Column.NAME)
    assert table.runs.index(0, Column.EPOCHS).data() == "no model yet"
    assert not index.flags() & Qt.ItemFlag.ItemIsSelectable


def test_numbers_are_sorted_as_numbers(table: RunTable) -> None:
    table.runs.show_runs([run("low", accuracy=0.095), run("high", accuracy=0.9), run("none", accuracy=None)])

    table.sortByColumn(Column.ACCURACY, Qt.SortOrder.DescendingOrder)

    assert names(table) == ["high", "low", "none"]


def test_the_newest_run_is_on_top(table: RunTable) -> None:
    table.runs.show_runs([run("old", day=1), run("new", day=2)])

    assert names(table) == ["new", "old"]


def test_a_click_on_a_run_announces_it(qtbot: QtBot, table: RunTable) -> None:
    table.runs.show_runs([run("old", day=1), run("new", day=2)])
    cell = table.visualRect(table.model().index(1, Column.PLAN))

    with qtbot.waitSignal(table.run_chosen) as chosen:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())

    assert chosen.args == [Path("/runs/old")]


def test_showing_the_run_in_use_announces_nothing(qtbot: QtBot, table: RunTable) -> None:
    table.runs.show_runs([run("old", day=1), run("new", day=2)])

    with qtbot.assertNotEmitted(table.run_chosen):
        table.show_run(Path("/runs/old"))

    assert table.currentIndex().siblingAtColumn(Column.NAME).data() == "old"


def test_the_choice_stays_when_runs_come_and_go(qtbot: QtBot, table: RunTable) -> None:
    table.runs.show_runs([run("old", day=1), run("new", day=2)])
    table.show_run(Path("/runs/old"))

    with qtbot.assertNotEmitted(table.run_chosen):
        table.runs.show_runs([run("newest", day=3), run("old", day=1)])

    assert table.selectionModel().selectedRows(Column.NAME)[0].data() == "old"


def test_only_rows_that_changed_are_announced(qtbot: QtBot, table: RunTable) -> None:
    before = [run("one", has_model=False), run("two")]
    table.runs.show_runs(before)

    with qtbot.waitSignal(table.runs.dataChanged) as changed:
        table.runs.show_runs([dataclasses.replace(before[0], has_model=True), before[1]])

    assert changed.args[0].row() == changed.args[1].row() == 0
