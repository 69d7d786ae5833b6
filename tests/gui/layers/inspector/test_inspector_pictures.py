"""Pictures in the inspector: chosen from the folder, dropped, broken; and what the keyboard reaches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListView, QProgressBar, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from core.messages import FolderScan
from core.network.plan_file import SUFFIX
from gui.layers.inspector.histogram_view import HistogramView
from gui.layers.inspector.inspector import LayerInspector
from gui.layers.inspector.small_pictures_model import PICTURE_ROLE
from gui.session import Session

_MILLISECONDS = 20_000
Find = Callable[..., Any]


def mime_of(*files: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return mime


def drag(inspector: LayerInspector, mime: QMimeData) -> bool:
    """Drag mime data over the inspector and let go if that is allowed; return whether it was."""
    middle, action = inspector.rect().center(), Qt.DropAction.CopyAction
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(middle, action, mime, button, keys)
    QApplication.sendEvent(inspector, entering)
    if entering.isAccepted():
        QApplication.sendEvent(inspector, QDropEvent(QPointF(middle), action, mime, button, keys))
    return entering.isAccepted()


def test_without_a_picture_one_is_invited(
    inspector: LayerInspector, select: Callable[..., None], wait_for: Callable[[str], None], part: Find
) -> None:
    select("conv1_conv")
    wait_for("conv1_conv")

    assert not part(QListView, "activation_grid").isVisible()
    words = [label.text() for label in inspector.findChildren(QLabel) if label.isVisible()]
    assert any(one.startswith("Drop a picture here") for one in words)


def test_next_picture_asks_for_its_activations_and_leaves_the_weights_on_show(
    inspector: LayerInspector,
    session: Session,
    insects: FolderScan,
    select: Callable[..., None],
    wait_for: Callable[[str], None],
    part: Find,
    qtbot: QtBot,
) -> None:
    session.set_scan(insects)
    select("conv1_conv")
    wait_for("conv1_conv")
    channels = part(QListView, "activation_grid").model()

    QTest.mouseClick(part(QToolButton, "next_picture"), Qt.MouseButton.LeftButton)

    assert part(QLabel, "inspected_picture").text() == "ants_1.jpg"
    assert part(HistogramView, "weight_histogram").histogram is not None
    assert channels.index(0, 0).data(PICTURE_ROLE) is None
    qtbot.waitUntil(lambda: channels.index(0, 0).data(PICTURE_ROLE) is not None, timeout=_MILLISECONDS)


def test_class_is_chosen_from_a_list(
    inspector: LayerInspector,
    session: Session,
    insects: FolderScan,
    select: Callable[..., None],
    wait_for: Callable[[str], None],
    part: Find,
) -> None:
    session.set_scan(insects)
    select("conv1_conv")
    wait_for("conv1_conv")
    classes = part(QComboBox, "inspected_class")

    classes.setFocus()
    QTest.keyClick(classes, Qt.Key.Key_Down)

    assert classes.currentText() == "wasps"
    assert part(QLabel, "inspected_picture").text() == "wasps_0.jpg"


def test_picture_that_is_broken_is_told_beside_the_weights(
    inspector: LayerInspector,
    session: Session,
    insects: FolderScan,
    select: Callable[..., None],
    wait_for: Callable[[str], None],
    part: Find,
) -> None:
    session.set_scan(replace(insects, files=(("broken.jpg", "whole.jpg"), (), ())))
    select("conv1_conv")
    wait_for("conv1_conv")

    assert part(QLabel, "picture_problem").text() == "The picture can't be used: it is broken."
    assert part(QToolButton, "next_picture").isVisible()
    assert part(HistogramView, "weight_histogram").isVisible()


def test_dropped_picture_is_shown_to_the_layer(
    inspector: LayerInspector,
    select: Callable[..., None],
    wait_for: Callable[[str], None],
    part: Find,
    pictures: tuple[Path, ...],
    qtbot: QtBot,
) -> None:
    select("conv1_conv")
    wait_for("conv1_conv")

    assert drag(inspector, mime_of(*pictures))

    assert part(QLabel, "inspected_picture").text() == "0.png"
    channels = part(QListView, "activation_grid").model()
    qtbot.waitUntil(lambda: channels.index(0, 0).data(PICTURE_ROLE) is not None, timeout=_MILLISECONDS)


def test_dropped_folder_and_freeze_plan_are_left_to_the_window(inspector: LayerInspector, tmp_path: Path) -> None:
    plan = tmp_path / f"conv5{SUFFIX}"
    plan.touch()

    assert not drag(inspector, mime_of(tmp_path))
    assert not drag(inspector, mime_of(plan))


def test_dropped_address_is_refused_in_a_sentence_that_goes_away_again(
    inspector: LayerInspector, select: Callable[..., None], part: Find, pictures: tuple[Path, ...]
) -> None:
    select("conv1_conv")
    address = QMimeData()
    address.setUrls([QUrl("https://example.org/ant.jpg")])

    drag(inspector, address)
    assert "fetches nothing from the network" in part(QLabel, "drop_refusal").text()
    drag(inspector, mime_of(pictures[0]))

    assert not part(QLabel, "drop_refusal").isVisible()


def test_everything_that_a_person_works_with_is_named_and_reached_with_the_keyboard(
    inspector: LayerInspector,
    session: Session,
    insects: FolderScan,
    select: Callable[..., None],
    wait_for: Callable[[str], None],
) -> None:
    session.set_scan(insects)
    select("conv1_conv")
    wait_for("conv1_conv")
    kinds = (QComboBox, QToolButton, QPushButton, QListView, QProgressBar)
    found = [one for kind in kinds for one in inspector.findChildren(kind)]
    lists_of_boxes = [combo.view() for combo in inspector.findChildren(QComboBox)]
    own = [one for one in found if one not in lists_of_boxes]

    assert [type(one).__name__ for one in own if not one.accessibleName()] == []
    reachable = [one for one in own if not isinstance(one, QProgressBar)]
    assert [one.objectName() for one in reachable if not one.focusPolicy() & Qt.FocusPolicy.TabFocus] == []
