from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.evaluation.page import EvaluatePage
from gui.export.page import ExportPage
from gui.prediction.page import PredictPage
from gui.session import Session
from gui.training.page import TrainPage
from gui.worker.workers import Workers

_NAMES = {
    TrainPage: "page_train epochs batch_size learning_rate start_training pause_training stop_training loss_plot "
    "accuracy_plot training_progress run_table",
    EvaluatePage: "page_evaluate confusion_matrix mistake_gallery",
    PredictPage: "page_predict predict_drop_area prediction_bars",
    ExportPage: "page_export export_format export_button",
}
_INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
)


@pytest.fixture(params=_NAMES, ids=lambda kind: kind.__name__)
def page(qtbot: QtBot, session: Session, scripted_workers: Workers, request: pytest.FixtureRequest) -> QWidget:
    made: QWidget = request.param(session=session, workers=scripted_workers)
    qtbot.addWidget(made)
    made.show()
    return made


def interactive(page: QWidget) -> list[QWidget]:
    """Return the widgets that a person works with; those that Qt makes inside others are left out."""
    found = [widget for kind in _INTERACTIVE for widget in page.findChildren(kind)]
    return [one for one in found if not isinstance(one, QHeaderView) and not _is_inside_another(one)]


def _is_inside_another(widget: QWidget) -> bool:
    """Whether it is the list of a combo box, the line of a spin box, the corner of a table, or an arrow beside tabs."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractSpinBox | QComboBox | QAbstractItemView | QTabBar):
            return True
        parent = parent.parentWidget()
    return False


def test_scripts_find_the_widgets_by_the_names_of_the_design(page: QWidget) -> None:
    for name in _NAMES[type(page)].split():
        found = page if page.objectName() == name else page.findChild(QWidget, name)
        assert found is not None, name


def test_no_name_is_given_twice(page: QWidget) -> None:
    names = [widget.objectName() for widget in interactive(page) if widget.objectName()]

    assert len(names) == len(set(names))


def test_everything_that_a_person_works_with_has_an_accessible_name(page: QWidget) -> None:
    nameless = [
        f"{type(widget).__name__} {widget.objectName()!r}"
        for widget in interactive(page)
        if not widget.accessibleName()
    ]

    assert nameless == []


def test_everything_that_a_person_works_with_can_be_reached_with_the_keyboard(page: QWidget) -> None:
    unreachable = [
        widget.objectName() or type(widget).__name__
        for widget in interactive(page)
        if not isinstance(widget, QProgressBar) and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]

    assert unreachable == []
