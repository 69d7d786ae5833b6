"""The whole window: the names that scripts use, what is dropped, what is pressed, what it tells screen readers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, Qt, QUrl
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.messages import FolderScan
from core.network.freeze_plan import FreezePlan
from gui.data.page import DataPage
from gui.layers.plan_history import PlanHistory
from gui.prediction.page import PredictPage
from gui.session import Session
from gui.window.main_window import MainWindow
from gui.window.message_bar import Level, MessageBar
from gui.window.settings import WindowSettings
from gui.window.steps import STEPS

Drop = Callable[[MainWindow, QMimeData], bool]
MakeMime = Callable[..., QMimeData]

_CONTRACT = (
    "step_rail",
    "page_data",
    "page_layers",
    "page_train",
    "page_evaluate",
    "page_predict",
    "page_export",
    "choose_folder",
    "class_table",
    "problem_table",
    "layer_tree",
    "freeze_preset",
    "epochs",
    "batch_size",
    "learning_rate",
    "start_training",
    "pause_training",
    "stop_training",
    "loss_plot",
    "accuracy_plot",
    "training_progress",
    "run_table",
    "confusion_matrix",
    "mistake_gallery",
    "predict_drop_area",
    "prediction_bars",
    "export_format",
    "export_button",
    "device_label",
    "try_sample_pictures",
    "freeze_spec",
    "thaw_batch_norm",
)


def _session(window: MainWindow) -> Session:
    session = window.findChild(Session)
    assert session is not None
    return session


def test_widgets_are_found_by_their_names(window: MainWindow) -> None:
    found = {name: len(window.findChildren(QWidget, name)) for name in _CONTRACT}

    assert found == dict.fromkeys(_CONTRACT, 1)


def test_every_widget_that_can_be_used_has_an_accessible_name(window: MainWindow) -> None:
    kinds = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit)
    nameless = [
        f"{type(widget).__name__} {widget.objectName()} in {_page_of(widget)}"
        for kind in kinds
        for widget in window.findChildren(kind)
        if not _is_a_part(widget) and not (widget.accessibleName() or _own_text(widget))
    ]
    assert nameless == []


def _is_a_part(widget: QWidget) -> bool:
    """Return whether Qt made this widget as a part of another one that has the name."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, (QAbstractSpinBox, QComboBox, QTableView)):
            return True
        parent = parent.parentWidget()
    return isinstance(widget, QHeaderView) or widget.objectName().startswith("qt_")


def _own_text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def _page_of(widget: QWidget) -> str:
    while widget is not None and not widget.objectName().startswith("page_"):
        widget = widget.parentWidget()  # type: ignore[assignment]
    return widget.objectName() if widget is not None else "the window"


@pytest.mark.parametrize("step", [step.name for step in STEPS])
def test_tab_key_reaches_every_control_of_a_page(window: MainWindow, step: str) -> None:
    window.show_step(step)
    page = window.page(step)
    reachable: set[QWidget] = set()
    widget: QWidget | None = page
    while widget is not None and widget not in reachable:
        reachable.add(widget)
        widget = widget.nextInFocusChain()
    buttons = [one for one in page.findChildren(QAbstractButton) if not _is_a_part(one)]
    controls: list[QWidget] = [*buttons, *page.findChildren(QComboBox)]
    unreached = [
        one.objectName() or one.text() if isinstance(one, QAbstractButton) else one.objectName()
        for one in controls
        if one not in reachable
    ]
    assert unreached == []


def test_number_keys_go_to_the_steps(window: MainWindow) -> None:
    for step in STEPS:
        window.actions_by_name[f"go_to_{step.name}"].trigger()
        assert window.rail.step == step.name
        assert window.page(step.name).isVisibleTo(window)


def test_dropped_folder_opens_as_data(
    window: MainWindow, drop: Drop, files_as_mime: MakeMime, tmp_path: Path, qtbot: QtBot
) -> None:
    window.show_step("export")
    with qtbot.waitSignal(_session(window).folder_opened) as opened:
        assert drop(window, files_as_mime(tmp_path))
    assert opened.args == [tmp_path]
    assert window.rail.step == "data"
    assert WindowSettings().recent_folders == (tmp_path,)


def test_dropped_picture_goes_to_the_predict_page(
    window: MainWindow, drop: Drop, files_as_mime: MakeMime, pictures: tuple[Path, ...]
) -> None:
    window.show_step("data")
    assert drop(window, files_as_mime(*pictures))
    assert window.rail.step == "predict"
    assert isinstance(window.page("predict"), PredictPage)


def test_dropped_address_is_answered_with_a_sentence(window: MainWindow, drop: Drop) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/cat.jpg")])
    assert drop(window, mime)
    bar = window.findChild(MessageBar, "message_bar")
    assert bar is not None
    assert "network" in bar.text
    assert window.rail.step == "data"


def test_dropped_text_is_refused(window: MainWindow, drop: Drop) -> None:
    mime = QMimeData()
    mime.setText("hello")
    assert not drop(window, mime)


def test_text_fields_let_dropped_files_through(window: MainWindow) -> None:
    assert [field.objectName() for field in window.findChildren(QLineEdit) if field.acceptDrops()] == []


def test_undo_and_redo_are_in_the_menu_with_the_change_by_name(window: MainWindow) -> None:
    history, session = window.findChild(PlanHistory), _session(window)
    window.show_step("layers")
    undo, redo = window.actions_by_name["undo"], window.actions_by_name["redo"]
    assert history is not None
    assert not undo.isEnabled()
    history.change(FreezePlan(frozenset({"conv5_block3_3_conv"})), "thaw conv5_block3_3_conv")
    assert undo.text() == "&Undo thaw conv5_block3_3_conv"
    undo.trigger()
    assert session.plan == FreezePlan()
    assert not undo.isEnabled()
    redo.trigger()
    assert session.plan == FreezePlan(frozenset({"conv5_block3_3_conv"}))


def test_data_is_marked_as_done_only_when_it_can_be_trained_on(window: MainWindow, scan: FolderScan) -> None:
    session = _session(window)
    session.set_scan(scan)
    assert window.rail.is_done("data")
    session.set_scan(FolderScan(folder=scan.folder, classes=(), problems=(), files=(), obstacles=("Nothing there.",)))
    assert not window.rail.is_done("data")


def test_window_comes_back_where_it_was(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(900, 651)
    window.close()
    again = MainWindow(page_makers={}, settings=WindowSettings())
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (900, 651)


def test_message_is_shown_above_the_page(window: MainWindow) -> None:
    window.show_message(Level.WARNING, "Something happened.", "It is mended.")
    bar = window.findChild(MessageBar, "message_bar")
    assert bar is not None
    assert bar.text == "Something happened. It is mended."


def test_pages_are_made_one_by_one_after_the_window(qtbot: QtBot) -> None:
    made: list[str] = []

    def maker(name: str) -> Callable[[], QWidget]:
        return lambda: (made.append(name), QWidget())[1]  # type: ignore[func-returns-value]

    window = MainWindow(page_makers={step.name: maker(step.name) for step in STEPS}, settings=WindowSettings())
    qtbot.addWidget(window)
    window.show_step("data")
    assert made == ["data"]
    window.make_pages_when_idle()
    qtbot.waitUntil(lambda: len(made) == len(STEPS))
    assert made == [step.name for step in STEPS]


def test_status_bar_is_told_what_is_not_known_yet(window: MainWindow) -> None:
    device = window.findChild(QObject, "device_label")
    assert device is not None
    assert isinstance(window.page("data"), DataPage)
    assert window.focusPolicy() == Qt.FocusPolicy.NoFocus
