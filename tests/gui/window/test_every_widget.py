"""A walk through all widgets of all pages and dialogs: a name and a role, reached by Tab, in the order of reading."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QSplitterHandle,
    QTabBar,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.training.specification import TrainingSpecification
from gui.backends.backend_switch import BackendSwitch
from gui.backends.settings_dialog import SettingsDialog
from gui.cluster.cluster_address import ClusterAddress
from gui.cluster.extraction_dialog import ExtractionDialog
from gui.commands.shortcut_list import ShortcutList
from gui.data.name_dialog import NameDialog
from gui.desktop.choices import DesktopChoices
from gui.evaluation.regressions_dialog import RegressionsDialog
from gui.export.exported_tile import ExportedTile
from gui.glossary.glossary_window import GlossaryWindow
from gui.prediction.camera.camera_dialog import CameraDialog
from gui.training.comparison_dialog import ComparisonDialog
from gui.training.learning_rate_dialog import LearningRateDialog
from gui.training.run_notes_dialog import RunNotesDialog
from gui.window.about import AboutDialog
from gui.window.main_window import MainWindow
from gui.window.message_bar import MessageBar
from gui.window.settings import WindowSettings
from gui.window.steps import STEPS
from gui.worker.workers import Workers
from tests.gui.prediction.test_camera import DrawnFrames
from tests.gui.training.test_comparison_with_scratch import transfer

_HOLDERS = (QAbstractSpinBox, QComboBox, QAbstractItemView, QTabBar, QLineEdit)
#: These paint themselves, scroll, or hold a tab bar that has the role; Qt has no better one for them.
_WITHOUT_ROLE = (QAbstractScrollArea, QTabWidget, ExportedTile)
_NO_ROLES = frozenset({QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane})


@pytest.fixture
def window(window_on_screen: MainWindow) -> MainWindow:
    return window_on_screen


def interactive(inside: QWidget) -> list[QWidget]:
    """Return what a person works with: what takes the focus, and all buttons; parts that Qt makes are left out."""
    found = [one for one in inside.findChildren(QWidget) if _takes_part(one) and not _is_part(one)]
    return [one for one in found if not one.objectName().startswith("qt_")]


def _takes_part(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):  # One whose words can be selected with the mouse takes a click too.
        return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return isinstance(widget, QAbstractButton) or widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def _is_part(widget: QWidget) -> bool:
    """Whether it belongs to another widget that has the focus in its place."""
    if isinstance(widget, QScrollBar | QSplitterHandle) or type(widget).__name__ == "QHeaderView":
        return True
    if isinstance(widget, QScrollArea) and widget.focusProxy() is None and type(widget) is QScrollArea:
        return False
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, _HOLDERS):
            return True
        if isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget:
            return True
        parent = parent.parentWidget()
    return False


def called(widget: QWidget) -> str:
    page = widget
    while page.parentWidget() is not None and not page.objectName().startswith("page_"):
        page = page.parentWidget()  # type: ignore[assignment]
    return f"{page.objectName()}: {type(widget).__name__} {widget.objectName()!r}"


def without_name_or_role(inside: QWidget) -> list[str]:
    """Return what a screen reader could not name, or not say what it is."""
    lacking = []
    for widget in interactive(inside):
        face = QAccessible.queryAccessibleInterface(widget)
        if face is None or not face.text(QAccessible.Text.Name).strip():
            lacking.append(f"{called(widget)} has no name")
        elif face.role() in _NO_ROLES and not isinstance(widget, _WITHOUT_ROLE):
            lacking.append(f"{called(widget)} has no role")
    return lacking


def missed_by_tab(inside: QWidget) -> list[str]:
    """Return what Tab can't reach because of its policy; of a group of radio buttons one is enough."""
    return [
        called(one)
        for one in interactive(inside)
        if not one.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(one, QRadioButton)
    ]


def against_the_reading(inside: QWidget) -> list[str]:
    """Return the steps of the Tab key, among what is on show, that go back to the left or up within one group."""
    stops, widget = [], inside.nextInFocusChain()
    while widget is not None and widget is not inside:
        shown = inside.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled()
        if shown and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not _is_part(widget):
            stops.append(widget)
        widget = widget.nextInFocusChain()
    pairs = itertools.pairwise(stops)
    return [f"{called(one)} -> {called(other)}" for one, other in pairs if _goes_back(*_apart(one, other, inside))]


def _apart(one: QWidget, other: QWidget, inside: QWidget) -> tuple[QRect, QRect]:
    """Return the places of the two largest widgets around `one` and `other` that are not the same."""
    ways = [_way_down(one, inside), _way_down(other, inside)]
    depth = next((at for at, (a, b) in enumerate(zip(*ways, strict=False)) if a is not b), -1)
    return _place(ways[0][depth], inside), _place(ways[1][depth], inside)


def _way_down(widget: QWidget, inside: QWidget) -> list[QWidget]:
    way = [widget]
    while way[0] is not inside and (parent := way[0].parentWidget()) is not None:
        way.insert(0, parent)
    return way


def _place(widget: QWidget, inside: QWidget) -> QRect:
    return QRect(widget.mapTo(inside, QPoint(0, 0)), widget.size())


def _goes_back(first: QRect, then: QRect) -> bool:
    beside = then.top() < first.bottom() and first.top() < then.bottom()
    over = then.left() < first.right() and first.left() < then.right()
    return (beside and then.right() <= first.left()) or (over and then.bottom() <= first.top())


def doubled_names(inside: QWidget) -> list[str]:
    names = [one.objectName() for one in interactive(inside)]
    return [name for name, count in Counter(names).items() if name and not name.startswith("qt_") and count > 1]


def test_all_of_the_window_has_a_name_and_a_role_and_is_reached_by_tab(window: MainWindow) -> None:
    assert without_name_or_role(window) == []
    assert missed_by_tab(window) == []


def test_names_for_scripts_are_used_once_on_each_page(window: MainWindow) -> None:
    doubled = {step.name: doubled_names(window.page(step.name)) for step in STEPS}
    assert doubled == {step.name: [] for step in STEPS}


def test_tab_goes_in_the_order_of_reading(window: MainWindow) -> None:
    back = []
    for step in STEPS:
        window.show_step(step.name)
        back += against_the_reading(window.page(step.name))
    assert back == []


def settings_dialog(parent: QWidget, workers: Workers) -> QDialog:
    settings = WindowSettings()
    switch, desktop = BackendSwitch(workers=workers, settings=settings), DesktopChoices(settings=settings)
    return SettingsDialog(
        workers=workers, switch=switch, desktop=desktop, cluster=ClusterAddress(settings=settings), parent=parent
    )


_DIALOGS: dict[str, Callable[[QWidget, Workers], QDialog]] = {
    "about": lambda parent, _: AboutDialog(parent=parent),
    "glossary": lambda parent, _: GlossaryWindow(parent=parent),
    "notes": lambda parent, _: RunNotesDialog(run=Path("run"), notes="", parent=parent),
    "name": lambda parent, _: NameDialog(title="Name", label="A name", name="", why_not=lambda _: "", parent=parent),
    "settings": settings_dialog,
    "camera": lambda parent, _: CameraDialog(source=DrawnFrames(), parent=parent),
    "no camera": lambda parent, _: CameraDialog(source=DrawnFrames(()), parent=parent),
    "regressions": lambda parent, workers: RegressionsDialog(
        run=Path("/runs/new"), earlier=[Path("/runs/good")], workers=workers, parent=parent
    ),
    "no regressions": lambda parent, workers: RegressionsDialog(
        run=Path("/runs/new"), earlier=[], workers=workers, parent=parent
    ),
    "comparison": lambda parent, _: ComparisonDialog(name="ants " * 20, record=transfer(), seconds=700, parent=parent),
    "learning rate": lambda parent, workers: LearningRateDialog(
        specification=TrainingSpecification(folder=Path("insects"), run=Path("search")), workers=workers, parent=parent
    ),
    "cluster": lambda parent, workers: ExtractionDialog(
        specification=TrainingSpecification(folder=Path("/photos/insects"), run=Path("run")),
        cut="avg_pool",
        address="10.0.0.2:6379",
        workers=workers,
        parent=parent,
    ),
    "shortcuts": lambda parent, _: ShortcutList(commands=(), parent=parent),
}


def _is_nameless(widget: QWidget) -> bool:
    """Whether scripts can't find it; what shuts a message is made by each message bar, and there may be several."""
    return not widget.objectName() and not isinstance(widget.parentWidget(), MessageBar)


def clipped(inside: QWidget) -> list[str]:
    """Return the words on show that have no room, now that the dialog is as small as it can be made."""
    labels = [one for one in inside.findChildren(QLabel) if one.isVisible() and one.text() and one.wordWrap()]
    return [one.text() for one in labels if one.height() < one.heightForWidth(one.width())]


@pytest.mark.parametrize("name", _DIALOGS)
def test_all_of_the_dialogs_have_names_and_roles_and_are_reached_by_tab(
    qtbot: QtBot, scripted_workers: Workers, name: str
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    dialog = _DIALOGS[name](owner, scripted_workers)
    dialog.show()

    # Once while an answer may be on its way, and once when nothing is.
    for _ in range(2):
        assert without_name_or_role(dialog) == []
        assert missed_by_tab(dialog) == []
        assert against_the_reading(dialog) == []
        assert doubled_names(dialog) == []
        assert [called(one) for one in interactive(dialog) if _is_nameless(one)] == []
        qtbot.waitUntil(lambda: not (scripted_workers.trainer.jobs or scripted_workers.viewer.jobs))

    dialog.resize(1, 1)
    qtbot.waitUntil(lambda: clipped(dialog) == [])
    dialog.close()
