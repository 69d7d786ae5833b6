"""The head of the Layers page: the choice between plan and movement, the slider, and the proof."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QRadioButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from core.messages import EpochFinished
from core.training.specification import TrainingSpecification
from gui.layers.layer_tree import LayerTree
from gui.layers.layer_tree_model import MOVED_ROLE, Column
from gui.layers.map.layer_map import LayerMap
from gui.layers.map.movement import movement_colour
from gui.layers.map.row_item import RowItem
from gui.layers.movement import MovementModel
from gui.layers.page import LayersPage
from gui.session import Session


def find(page: QWidget, kind: type[Any], name: str) -> Any:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def epoch(number: int) -> EpochFinished:
    return EpochFinished(
        epoch=number,
        loss=1.0,
        accuracy=0.5,
        val_loss=None,
        val_accuracy=None,
        learning_rate=1e-3,
        seconds=0.1,
        movement=(("conv5_block3_2_conv", 0.01 * number), ("conv5_block3_3_conv", 0.005), ("predictions", 0.2)),
    )


@pytest.fixture
def trained(qtbot: QtBot, page: LayersPage, session: Session, tmp_path: Path) -> LayersPage:
    """Give the page during a training, three epochs of which are over."""
    page.resize(1200, 800)
    page.show()
    session.begin_training(
        TrainingSpecification(folder=tmp_path, run=tmp_path / "insects", thaw="conv5_block3", epochs=9)
    )
    for number in (1, 2, 3):
        session.finish_epoch(epoch(number))
    model = page.findChild(MovementModel)
    assert model is not None
    with qtbot.waitSignal(model.run_changed):
        pass
    return page


def row(tree: LayerTree, *path: str) -> QModelIndex:
    index: QModelIndex | QPersistentModelIndex = QModelIndex()
    for name in path:
        rows = (tree.model().index(number, 0, index) for number in range(tree.model().rowCount(index)))
        index = next(one for one in rows if one.data() == name)
    assert isinstance(index, QModelIndex)
    return index


def moved_on_map(page: LayersPage, name: str) -> float | None:
    """Return how far a block moved by the colours of the map."""
    items = find(page, LayerMap, "layer_map").map_scene.items()
    block = next(item for item in items if isinstance(item, RowItem) and item.row.node.name == name)
    return block.content.block.moved


def test_freeze_plan_is_shown_first(trained: LayersPage) -> None:
    assert find(trained, QRadioButton, "show_freeze_plan").isChecked()
    assert not find(trained, QSlider, "movement_epoch").isVisible()
    assert find(trained, LayerTree, "layer_tree").isColumnHidden(Column.MOVED)
    assert "Drag the frost line" in find(trained, QLabel, "layers_story").text()


def test_movement_is_shown_with_its_epoch_and_the_proof_to_come(trained: LayersPage) -> None:
    find(trained, QRadioButton, "show_movement").click()
    slider = find(trained, QSlider, "movement_epoch")
    assert slider.isVisible()
    assert (slider.minimum(), slider.maximum(), slider.value()) == (1, 3, 3)
    assert "epoch 3 of “insects”" in find(trained, QLabel, "layers_story").text()
    assert "Furthest: conv5_block3_2_conv, 3 %." in find(trained, QLabel, "layers_story").text()
    assert "when the training is over" in find(trained, QLabel, "movement_proof").text()


def test_slider_moves_tree_and_map_to_another_epoch(trained: LayersPage) -> None:
    find(trained, QRadioButton, "show_movement").click()
    tree = find(trained, LayerTree, "layer_tree")
    layer = row(tree, "conv5", "conv5_block3", "conv5_block3_2_conv")
    assert layer.data(MOVED_ROLE) == pytest.approx(0.03)
    slider = find(trained, QSlider, "movement_epoch")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Left)
    assert layer.data(MOVED_ROLE) == pytest.approx(0.02)
    assert layer.siblingAtColumn(Column.MOVED).data() == "2 %"
    # A block and a stage moved as far as what moved furthest in them; what is frozen did not move.
    assert row(tree, "conv5", "conv5_block3").data(MOVED_ROLE) == pytest.approx(0.02)
    assert row(tree, "conv5").data(MOVED_ROLE) == pytest.approx(0.02)
    assert row(tree, "head").data(MOVED_ROLE) == pytest.approx(0.2)
    assert row(tree, "conv4").data(MOVED_ROLE) is None
    assert row(tree, "conv4").siblingAtColumn(Column.MOVED).data() == ""
    assert moved_on_map(trained, "conv5_block3") == pytest.approx(0.02)
    assert moved_on_map(trained, "head") == pytest.approx(0.2)
    assert moved_on_map(trained, "conv4_block6") is None


def test_movement_goes_on_while_it_is_watched(qtbot: QtBot, trained: LayersPage, session: Session) -> None:
    find(trained, QRadioButton, "show_movement").click()
    slider = find(trained, QSlider, "movement_epoch")
    session.finish_epoch(epoch(4))
    qtbot.waitUntil(lambda: slider.value() == 4)
    assert slider.maximum() == 4


def test_freeze_plan_comes_back(trained: LayersPage) -> None:
    tree = find(trained, LayerTree, "layer_tree")
    width = tree.columnWidth(Column.NAME)
    find(trained, QRadioButton, "show_movement").click()
    assert not tree.isColumnHidden(Column.MOVED)
    find(trained, QRadioButton, "show_freeze_plan").click()
    assert tree.isColumnHidden(Column.MOVED)
    assert tree.columnWidth(Column.NAME) == width
    assert row(tree, "conv5").data(MOVED_ROLE) is None
    assert moved_on_map(trained, "conv5_block3") is None


def test_moved_layer_has_a_square_of_its_colour_in_the_tree(trained: LayersPage) -> None:
    find(trained, QRadioButton, "show_movement").click()
    tree = find(trained, LayerTree, "layer_tree")
    index = row(tree, "conv5", "conv5_block3")
    tree.scrollTo(index)
    assert movement_colour(0.03, on_dark=False).name() in _colours_of_row(tree, index)
    find(trained, QSlider, "movement_epoch").setValue(1)
    assert movement_colour(0.01, on_dark=False).name() in _colours_of_row(tree, index)
    find(trained, QRadioButton, "show_freeze_plan").click()
    assert movement_colour(0.01, on_dark=False).name() not in _colours_of_row(tree, index)


def _colours_of_row(tree: LayerTree, index: QModelIndex) -> set[str]:
    image = tree.viewport().grab(tree.visualRect(index)).toImage()
    return {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}


def test_screen_readers_hear_how_far_a_layer_moved(trained: LayersPage) -> None:
    find(trained, QRadioButton, "show_movement").click()
    tree = find(trained, LayerTree, "layer_tree")
    spoken = row(tree, "conv5", "conv5_block3").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("moved 3 %")
