from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QCheckBox, QRadioButton, QTableView
from pytestqt.qtbot import QtBot

from core.messages import Evaluation
from gui.evaluation.class_order import order_by_confusion
from gui.evaluation.confusion_matrix import ConfusionMatrix
from gui.evaluation.confusion_model import RATE_ROLE, RIGHT_ROLE, ConfusionModel, share_of_row
from gui.evaluation.heat_map_delegate import heat, readable_on
from gui.window.theme import contrast_ratio

EVALUATION = Evaluation(
    model=Path("run"),
    folder=Path("/pictures"),
    split="validation",
    images=11,
    loss=0.3,
    accuracy=0.8,
    class_names=("ants", "bees", "wasps"),
    confusion=((3, 1, 0), (0, 7, 0), (0, 0, 0)),
    classes=(),
    mistakes=(),
)


@pytest.fixture
def matrix(qtbot: QtBot) -> ConfusionMatrix:
    made = ConfusionMatrix()
    qtbot.addWidget(made)
    QAbstractItemModelTester(made.matrix, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.resize(500, 300)
    made.show()
    made.show_evaluation(EVALUATION)
    return made


def cells(model: ConfusionModel) -> list[list[str]]:
    return [[model.index(row, column).data() for column in range(3)] for row in range(3)]


def table(matrix: ConfusionMatrix) -> QTableView:
    found = matrix.findChild(QTableView, "confusion_matrix")
    assert found is not None
    return found


def test_counts_are_shown_with_the_classes_at_both_sides(matrix: ConfusionMatrix) -> None:
    model = matrix.matrix

    assert cells(model) == [["3", "1", "0"], ["0", "7", "0"], ["0", "0", "0"]]
    assert [model.headerData(section, Qt.Orientation.Horizontal) for section in range(3)] == ["ants", "bees", "wasps"]
    assert model.headerData(1, Qt.Orientation.Vertical) == "bees"


def test_rates_are_shares_of_the_true_class(qtbot: QtBot, matrix: ConfusionMatrix) -> None:
    rates = next(button for button in matrix.findChildren(QRadioButton) if button.text() == "Rates")

    qtbot.mouseClick(rates, Qt.MouseButton.LeftButton)

    assert cells(matrix.matrix)[:2] == [["75 %", "25 %", "0 %"], ["0 %", "100 %", "0 %"]]


def test_a_class_without_pictures_has_no_shares() -> None:
    assert share_of_row(0, 0) == 0.0


def test_enter_on_a_cell_leads_to_its_pictures(qtbot: QtBot, matrix: ConfusionMatrix) -> None:
    table(matrix).setCurrentIndex(table(matrix).model().index(0, 1))

    with qtbot.waitSignal(matrix.cell_entered):
        qtbot.keyClick(table(matrix), Qt.Key.Key_Return)


def test_what_is_confused_most_can_come_first(qtbot: QtBot, matrix: ConfusionMatrix) -> None:
    order = matrix.findChild(QCheckBox, "confusion_order")
    assert order is not None
    matrix.show_evaluation(replace(EVALUATION, confusion=((5, 0, 0), (0, 5, 2), (0, 1, 9))))

    order.click()
    with qtbot.waitSignal(matrix.cell_chosen) as chosen:
        table(matrix).setCurrentIndex(table(matrix).model().index(0, 1))

    assert matrix.matrix.class_names == ("bees", "wasps", "ants")
    assert cells(matrix.matrix)[0] == ["5", "2", "0"]
    assert chosen.args == ["bees", "wasps"]


def test_classes_that_are_confused_stand_together() -> None:
    counts = [[9, 0, 0, 3], [0, 9, 1, 0], [0, 0, 9, 0], [2, 0, 0, 9]]

    assert order_by_confusion(counts) == (0, 3, 1, 2)
    assert order_by_confusion([[4, 0], [0, 4]]) == (0, 1)


def test_a_thousand_classes_do_not_keep_the_window_waiting(qtbot: QtBot) -> None:
    # Given a thousand classes, each confused with five others
    rows = [[0] * 1000 for _ in range(1000)]
    for number, row in enumerate(rows):
        row[number] = 40
        for step in range(1, 6):
            row[(number + 7 * step) % 1000] = step
    names = tuple(f"class {number:04}" for number in range(1000))
    many = replace(EVALUATION, class_names=names, confusion=tuple(map(tuple, rows)))
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    matrix.show()

    started = time.process_time()
    matrix.show_evaluation(many)
    matrix.grab()
    seconds = time.process_time() - started

    assert matrix.matrix.rowCount() == 1000
    assert matrix.findChild(QCheckBox, "confusion_order").isChecked()  # type: ignore[union-attr]
    assert seconds < 0.5  # It takes a tenth of that on a quiet machine.


def test_a_cell_is_read_as_a_sentence(matrix: ConfusionMatrix) -> None:
    words = matrix.matrix.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)

    assert words == "1 of 4 pictures of ants were called bees (25.0 %)"


def test_a_click_on_a_cell_tells_its_classes(qtbot: QtBot, matrix: ConfusionMatrix) -> None:
    view = table(matrix)
    cell = view.visualRect(view.model().index(0, 1))

    with qtbot.waitSignal(matrix.cell_chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())

    assert chosen.args == ["ants", "bees"]


def test_the_choice_can_be_taken_back(qtbot: QtBot, matrix: ConfusionMatrix) -> None:
    table(matrix).setCurrentIndex(table(matrix).model().index(0, 1))

    with qtbot.waitSignal(matrix.cell_chosen) as chosen:
        matrix.clear_choice()

    assert chosen.args == ["", ""]


def test_nothing_is_left_of_an_evaluation_that_is_taken_away(matrix: ConfusionMatrix) -> None:
    matrix.show_evaluation(None)

    assert matrix.matrix.rowCount() == 0


def test_right_answers_are_told_from_wrong_ones(matrix: ConfusionMatrix) -> None:
    model = matrix.matrix

    assert model.index(1, 1).data(RIGHT_ROLE) is True
    assert model.index(0, 1).data(RIGHT_ROLE) is False
    assert model.index(0, 1).data(RATE_ROLE) == 0.25


def dark() -> QPalette:
    palette = QPalette(QColor("#353535"), QColor("#2b2b2b"))
    palette.setColor(QPalette.ColorRole.Base, QColor("#1e1e1e"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#f0f0f0"))
    return palette


@pytest.mark.parametrize("right", [True, False])
@pytest.mark.parametrize("rate", [0.0, 0.05, 0.3, 0.5, 0.7, 1.0])
@pytest.mark.parametrize("is_dark", [True, False])
def test_numbers_are_readable_on_every_ground(qapp: object, is_dark: bool, rate: float, right: bool) -> None:
    palette = dark() if is_dark else QGuiApplication.palette()

    ground = heat(palette, rate, right=right)

    assert contrast_ratio(readable_on(ground, palette), ground) >= 4.0
