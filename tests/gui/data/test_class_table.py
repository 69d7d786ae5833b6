"""The table of classes as a model."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractItemModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from core.messages import ClassCount
from gui.data.class_table_model import CLASS_ROLE, SHARE_ROLE, ClassTableModel, Column

_CLASSES = (
    ClassCount(class_name="ants", images=30),
    ClassCount(class_name="Bees", images=9, problems=2),
    ClassCount(class_name="cats", images=1),
)


@pytest.fixture
def model(qtbot: QtBot) -> ClassTableModel:
    made = ClassTableModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show_classes(_CLASSES)
    return made


def _texts(model: QAbstractItemModel, row: int) -> list[object]:
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_rows_say_how_many_images_and_problems_a_class_has(model: ClassTableModel) -> None:
    assert _texts(model, 0) == ["ants", "30", "–", "75%"]
    assert _texts(model, 1) == ["Bees", "9", "2", "22%"]
    assert model.index(1, 0).data(CLASS_ROLE) == _CLASSES[1]
    assert model.index(0, Column.SHARE).data(SHARE_ROLE) == pytest.approx(0.75)


def test_folder_without_images_has_no_shares(model: ClassTableModel) -> None:
    model.show_classes((ClassCount(class_name="empty", images=0),))
    assert _texts(model, 0) == ["empty", "0", "–", "0%"]


def test_new_numbers_of_the_same_classes_keep_the_rows(model: ClassTableModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_classes((*_CLASSES[:2], ClassCount(class_name="cats", images=0, problems=1)))
    assert _texts(model, 2)[1:3] == ["0", "1"]


def test_other_classes_replace_the_rows(model: ClassTableModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.modelReset):
        model.show_classes(_CLASSES[:1])
    assert model.rowCount() == 1


def test_columns_sort_by_number_and_names_without_regard_to_case(model: ClassTableModel) -> None:
    def names() -> list[object]:
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    ants = QPersistentModelIndex(model.index(0, Column.NAME))
    model.sort(Column.IMAGES)
    assert names() == ["cats", "Bees", "ants"]
    assert (ants.row(), model.row_of("ants"), model.row_of("dogs")) == (2, 2, -1)
    # The order holds for new numbers and other classes
    model.show_classes([*_CLASSES[:2], ClassCount(class_name="cats", images=10)])
    assert names() == ["Bees", "cats", "ants"]
    assert ants.data() == "ants"
    model.show_classes([*_CLASSES, ClassCount(class_name="dogs", images=0)])
    assert names() == ["dogs", "cats", "Bees", "ants"]
    model.sort(Column.NAME, Qt.SortOrder.DescendingOrder)
    assert names() == ["dogs", "cats", "Bees", "ants"]
    model.sort(Column.NAME)
    assert names() == ["ants", "Bees", "cats", "dogs"]


def test_headers_name_and_explain_each_column(model: ClassTableModel) -> None:
    for column in Column:
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            assert model.headerData(column, Qt.Orientation.Horizontal, role)
