"""The Layers page: every way to freeze and thaw ends in the session's plan, and can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QProgressBar, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from core.messages import FolderScan
from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, format_spec, parse_spec
from gui.layers.layer_tree import LayerTree
from gui.layers.page import LayersPage
from gui.layers.plan_history import PlanHistory
from gui.layers.presets import presets
from gui.session import Session
from gui.worker.workers import Workers


def _tree(page: LayersPage) -> LayerTree:
    tree = page.findChild(LayerTree, "layer_tree")
    assert tree is not None
    return tree


def _preset(page: LayersPage) -> QComboBox:
    combo = page.findChild(QComboBox, "freeze_preset")
    assert combo is not None
    return combo


def _spec(page: LayersPage) -> QLineEdit:
    field = page.findChild(QLineEdit, "freeze_spec")
    assert field is not None
    return field


def _label(page: LayersPage, name: str) -> QLabel:
    label = page.findChild(QLabel, name)
    assert label is not None
    return label


def _index(tree: LayerTree, *path: str) -> QModelIndex:
    index = QModelIndex()
    for name in path:
        rows = range(tree.model().rowCount(index))
        index = next(
            tree.model().index(row, 0, index) for row in rows if tree.model().index(row, 0, index).data() == name
        )
    return index


def _select(tree: LayerTree, *indexes: QModelIndex) -> None:
    tree.clearSelection()
    for index in indexes:
        tree.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        )


def _type(page: LayersPage, text: str) -> None:
    _spec(page).setText(text)
    QTest.keyClick(_spec(page), Qt.Key.Key_Return)


def test_page_waits_calmly_until_the_network_is_described(
    qtbot: QtBot, session: Session, history: PlanHistory, network: NetworkDescription, scripted_workers: Workers
) -> None:
    page = LayersPage(session=session, history=history, workers=scripted_workers)
    qtbot.addWidget(page)
    page.show()
    bar = page.findChild(QProgressBar, "network_loading")
    assert bar is not None
    assert bar.isVisible()
    assert not _tree(page).isVisible()
    session.set_network(network)
    assert _tree(page).isVisible()
    assert not bar.isVisible()


@pytest.mark.parametrize("row", range(4))
def test_preset_thaws_what_it_says(page: LayersPage, session: Session, network: NetworkDescription, row: int) -> None:
    preset = presets(network)[row]
    _preset(page).setCurrentIndex(row)
    _preset(page).activated.emit(row)
    assert session.plan.thawed == parse_spec(preset.spec, network)
    assert _spec(page).text() == preset.spec
    assert _preset(page).currentText() == preset.title


def test_choice_that_is_no_preset_is_called_custom(page: LayersPage, session: Session, history: PlanHistory) -> None:
    history.change(FreezePlan(frozenset({"conv5_block3_3_conv"})), "thaw")
    assert _preset(page).currentText() == "Custom"
    assert _spec(page).text() == "conv5_block3_3_conv"


def test_custom_asks_for_the_layers(page: LayersPage, session: Session, qtbot: QtBot) -> None:
    page.show()
    _preset(page).setCurrentIndex(_preset(page).count() - 1)
    _preset(page).activated.emit(_preset(page).count() - 1)
    assert session.plan == FreezePlan()
    assert _spec(page).selectedText() == "head"


def test_typed_layers_are_thawed_and_written_in_the_shortest_way(
    page: LayersPage, session: Session, network: NetworkDescription
) -> None:
    _type(page, " conv5_block3 , conv5_block2,conv5_block1, conv4 ")
    assert session.plan.thawed == parse_spec("conv4+", network)
    assert _spec(page).text() == "conv4+"


def test_typed_nonsense_is_answered_beside_the_field_and_changes_nothing(page: LayersPage, session: Session) -> None:
    _type(page, "conv5,conv9")
    assert session.plan == FreezePlan()
    error = _label(page, "freeze_spec_error")
    assert "'conv9' names nothing" in error.text()
    assert not error.isHidden()
    assert _spec(page).text() == "conv5,conv9"
    _type(page, "conv5")
    assert error.isHidden()


def test_space_toggles_the_selected_rows(page: LayersPage, session: Session, network: NetworkDescription) -> None:
    tree = _tree(page)
    _select(tree, _index(tree, "conv5"))
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert session.plan.thawed == parse_spec("conv5", network)
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert session.plan.thawed == frozenset()


def test_letters_freeze_and_thaw_a_selection_of_several_rows(
    page: LayersPage, session: Session, network: NetworkDescription, qtbot: QtBot
) -> None:
    page.show()
    page.activateWindow()
    tree = _tree(page)
    tree.setFocus()
    qtbot.waitUntil(tree.hasFocus)
    _select(tree, _index(tree, "conv5", "conv5_block3"), _index(tree, "conv4", "conv4_block6"))
    QTest.keyClick(tree, Qt.Key.Key_T)
    assert session.plan.thawed == parse_spec("conv5_block3,conv4_block6", network)
    _select(tree, _index(tree, "conv4"))
    QTest.keyClick(tree, Qt.Key.Key_F)
    assert session.plan.thawed == parse_spec("conv5_block3", network)


def test_click_on_a_box_thaws_the_block(
    page: LayersPage, session: Session, network: NetworkDescription, qtbot: QtBot
) -> None:
    page.show()
    tree = _tree(page)
    index = _index(tree, "conv5", "conv5_block3")
    tree.scrollTo(index)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, _box(tree, index))
    assert session.plan.thawed == parse_spec("conv5_block3", network)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, _box(tree, index))
    assert session.plan.thawed == frozenset()


def _box(tree: LayerTree, index: QModelIndex) -> QPoint:
    option = QStyleOptionViewItem()
    option.initFrom(tree)
    option.rect = tree.visualRect(index)
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    element = QStyle.SubElement.SE_ItemViewItemCheckIndicator
    return tree.style().subElementRect(element, option, tree).center()


def test_partly_thawed_stage_is_thawed_whole_by_its_box(
    page: LayersPage, session: Session, history: PlanHistory, network: NetworkDescription
) -> None:
    history.change(FreezePlan(parse_spec("conv5_block3", network)), "thaw")
    tree = _tree(page)
    _select(tree, _index(tree, "conv5"))
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert session.plan.thawed == parse_spec("conv5", network)


def test_head_and_layers_without_weights_can_not_be_changed(page: LayersPage, session: Session) -> None:
    tree = _tree(page)
    _select(tree, _index(tree, "head"), _index(tree, "pooling"))
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert session.plan == FreezePlan()


def test_every_change_can_be_undone_and_done_again(
    page: LayersPage, session: Session, history: PlanHistory, network: NetworkDescription
) -> None:
    # Given three changes of three kinds
    _type(page, "conv5")
    tree = _tree(page)
    _select(tree, _index(tree, "conv4", "conv4_block6"))
    QTest.keyClick(tree, Qt.Key.Key_Space)
    switch = page.findChild(QCheckBox, "thaw_batch_norm")
    assert switch is not None
    switch.click()
    last = session.plan
    assert last == FreezePlan(parse_spec("conv5,conv4_block6", network), thaw_batch_norm=True)
    assert [history.text(number) for number in range(history.count())] == [
        "thaw conv5",
        "thaw conv4_block6",
        "thaw BatchNorm",
    ]
    # When they are undone
    history.undo()
    assert not switch.isChecked()
    history.undo()
    assert _spec(page).text() == "conv5"
    history.undo()
    # Then nothing is thawed, and redo brings all back
    assert session.plan == FreezePlan()
    for _ in range(3):
        history.redo()
    assert session.plan == last
    assert switch.isChecked()


def test_change_that_changes_nothing_leaves_no_entry(page: LayersPage, history: PlanHistory) -> None:
    _type(page, "head")
    _preset(page).activated.emit(0)
    assert history.count() == 0


def test_totals_tell_what_batch_norm_does(page: LayersPage, session: Session, network: NetworkDescription) -> None:
    total = sum(layer.parameters for layer in network.layers)
    _type(page, "all")

    def number(name: str) -> int:
        return int(_label(page, name).text().replace(",", ""))

    kept = sum(layer.parameters for layer in network.layers if layer.is_batch_norm)
    assert number("frozen_parameters") - kept == total - number("trainable_parameters") - kept
    with_switch_off = number("trainable_parameters")
    switch = page.findChild(QCheckBox, "thaw_batch_norm")
    assert switch is not None
    switch.click()
    gamma_and_beta = sum(layer.trainable_parameters for layer in network.layers if layer.is_batch_norm)
    assert number("trainable_parameters") == with_switch_off + gamma_and_beta


def test_frost_line_is_told_in_words(page: LayersPage) -> None:
    assert "avg_pool" in _label(page, "frost_line").text()
    _type(page, "conv5")
    assert "Everything up to conv4_block6_out is computed once" in _label(page, "frost_line").text()
    _type(page, "all")
    assert "whole network is computed" in _label(page, "frost_line").text()


def test_head_counts_the_classes_of_the_open_folder(page: LayersPage, session: Session, scan: FolderScan) -> None:
    session.set_scan(scan)
    head = _index(_tree(page), "head")
    assert head.siblingAtColumn(2).data() == "2 classes"


def test_page_made_late_shows_what_the_session_has(
    qtbot: QtBot,
    session: Session,
    history: PlanHistory,
    network: NetworkDescription,
    scan: FolderScan,
    scripted_workers: Workers,
) -> None:
    session.set_network(network)
    session.set_scan(scan)
    plan = FreezePlan(parse_spec("conv3_block2", network), thaw_batch_norm=True)
    session.set_plan(plan)
    page = LayersPage(session=session, history=history, workers=scripted_workers)
    qtbot.addWidget(page)
    assert _spec(page).text() == format_spec(plan.thawed, network)
    assert _index(_tree(page), "head").siblingAtColumn(2).data() == "2 classes"
