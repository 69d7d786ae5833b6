from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from gui.training.run_list import RunSummary
from gui.training.run_table import RunTable
from gui.training.run_table_model import RunTableModel
from gui.training.run_words import Column


def run(name: str, *, day: int = 1, accuracy: float | None = 0.9, has_model: bool = True) -> RunSummary:
    return RunSummary(
        folder=Path("/runs") / name,
        modified=day,
        plan="conv4_block6,conv5",
        epochs=20,
        best_epoch=12,
        val_accuracy=accuracy,
        seconds=92.0,
        device="CPU",
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
    return [model.index(row, column).data() for column in Column if column not in (Column.COMPARE, Column.DATE)]


def click(
    qtbot: QtBot,
    table: RunTable,
    row: int,
    column: Column,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
) -> None:
    cell = table.visualRect(table.model().index(row, column))
    qtbot.mouseClick(table.viewport(), button, pos=cell.center())


def tick(qtbot: QtBot, table: RunTable, row: int) -> None:
    """Click on the box of a row, where the style draws it."""
    index = table.model().index(row, Column.COMPARE)
    option = QStyleOptionViewItem()
    table.initViewItemOption(option)
    option.rect = table.visualRect(index)
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    box = table.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, table)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())


def test_a_run_is_described_in_words(table: RunTable) -> None:
    table.runs.show_runs([run("one")])

    assert words(table.runs, 0) == ["one", "conv4_block6 + 1", "12 of 20", "90.0 %", "1 min 32 s", "CPU"]


def test_a_run_without_validation_has_a_dash(table: RunTable) -> None:
    table.runs.show_runs([run("one", accuracy=None)])

    assert table.runs.index(0, Column.ACCURACY).data() == "–"


def test_a_run_of_another_network_than_the_usual_one_names_it(table: RunTable) -> None:
    table.runs.show_runs([dataclasses.replace(run("one"), plan="head", backbone="ConvNeXtTiny")])
    index = table.runs.index(0, Column.PLAN)
    assert index.data() == "head, ConvNeXtTiny"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "ConvNeXtTiny, thawed: head"


def test_a_long_plan_is_cut_short_and_whole_in_its_tip(table: RunTable) -> None:
    table.runs.show_runs([dataclasses.replace(run("one"), plan="conv3,conv4,conv5,conv2")])

    index = table.runs.index(0, Column.PLAN)
    assert index.data() == "conv3 + 3"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "ResNet50, thawed: conv3, conv4, conv5, conv2"


def test_the_notes_of_a_run_are_in_its_tip(table: RunTable) -> None:
    table.runs.show_runs([dataclasses.replace(run("one"), notes="with more pictures\n")])

    tip = table.runs.index(0, Column.NAME).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == f"{Path('/runs/one')}\n\nwith more pictures"


def test_a_run_without_a_model_says_so_and_is_not_announced(qtbot: QtBot, table: RunTable) -> None:
    table.runs.show_runs([run("one", has_model=False)])
    assert table.runs.index(0, Column.EPOCHS).data() == "broken off"
    table.runs.show_runs([dataclasses.replace(run("one", has_model=False), in_training=True)])
    assert table.runs.index(0, Column.EPOCHS).data() == "no model yet"

    with qtbot.assertNotEmitted(table.run_chosen):
        click(qtbot, table, 0, Column.PLAN)

    selected = table.selected_run
    assert selected is not None
    assert selected.folder == Path("/runs/one")


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


# ---------------------------------------------------------------------- ticks


def test_a_tick_compares_a_run_without_choosing_it(qtbot: QtBot, table: RunTable) -> None:
    table.runs.show_runs([run("old", day=1), run("new", day=2)])
    table.show_run(Path("/runs/new"))

    with qtbot.assertNotEmitted(table.run_chosen), qtbot.waitSignal(table.runs.compared_changed) as changed:
        tick(qtbot, table, 1)

    assert changed.args == [(Path("/runs/old"),)]
    selected = table.selected_run
    assert selected is not None
    assert selected.folder.name == "new"


def test_runs_are_compared_in_the_order_in_which_they_were_ticked(qtbot: QtBot, table: RunTable) -> None:
    table.runs.show_runs([run("old", day=1), run("new", day=2)])

    tick(qtbot, table, 1)
    tick(qtbot, table, 0)
    assert list(table.runs.compared) == [Path("/runs/old"), Path("/runs/new")]

    tick(qtbot, table, 1)
    assert list(table.runs.compared) == [Path("/runs/new")]


def test_a_run_that_vanished_is_not_compared_any_more(qtbot: QtBot, table: RunTable) -> None:
    table.runs.show_runs([run("old", day=1), run("new", day=2)])
    table.runs.compare([Path("/runs/old"), Path("/runs/new")])

    with qtbot.waitSignal(table.runs.compared_changed) as changed:
        table.runs.show_runs([run("new", day=2)])

    assert changed.args == [(Path("/runs/new"),)]


def test_a_renamed_run_keeps_its_tick(table: RunTable) -> None:
    table.runs.show_runs([run("old")])
    table.runs.compare([Path("/runs/old")])

    table.runs.follow_renamed(Path("/runs/old"), Path("/runs/better"))
    table.runs.show_runs([run("better")])

    assert table.runs.compared == (Path("/runs/better"),)


def test_a_run_without_epochs_has_nothing_to_compare(table: RunTable) -> None:
    table.runs.show_runs([dataclasses.replace(run("one", has_model=False), epochs=0)])

    index = table.runs.index(0, Column.COMPARE)
    assert index.data(Qt.ItemDataRole.CheckStateRole) is None
    assert not index.flags() & Qt.ItemFlag.ItemIsUserCheckable


# ---------------------------------------------------------------------- names and menus


def test_a_name_that_is_written_is_wished_for_and_not_yet_shown(qtbot: QtBot, table: RunTable) -> None:
    table.runs.show_runs([run("one")])
    table.show_run(Path("/runs/one"))

    table.rename_selected()
    editor = table.findChild(QLineEdit, "new_run_name")
    assert editor is not None
    assert editor.accessibleName() == "New name for one"
    editor.selectAll()
    qtbot.keyClicks(editor, "better")
    with qtbot.waitSignal(table.runs.rename_wanted) as wanted:
        qtbot.keyClick(editor, Qt.Key.Key_Return)

    assert wanted.args == [Path("/runs/one"), "better"]
    assert names(table) == ["one"]


def test_a_right_click_selects_a_run_for_its_menu_without_choosing_it(qtbot: QtBot, table: RunTable) -> None:
    table.runs.show_runs([run("old", day=1), run("new", day=2)])
    table.show_run(Path("/runs/new"))

    with qtbot.assertNotEmitted(table.run_chosen):
        click(qtbot, table, 1, Column.PLAN, Qt.MouseButton.RightButton)

    selected = table.selected_run
    assert selected is not None
    assert selected.folder.name == "old"

    # And the selection stays when the table is read anew
    table.show_run(Path("/runs/new"))
    assert table.selected_run == selected
