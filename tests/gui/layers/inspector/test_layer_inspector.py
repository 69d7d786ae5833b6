"""The inspector with a real worker that answers without Keras: what is shown for which selection."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QListView
from pytestqt.qtbot import QtBot

from core.messages import FolderScan
from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, parse_spec
from gui.layers.inspector.histogram_view import HistogramView
from gui.layers.inspector.inspector import LayerInspector
from gui.layers.inspector.small_pictures_model import PICTURE_ROLE
from gui.layers.inspector.term_list import TermList
from gui.layers.selection import LayerSelection
from gui.session import Session

_MILLISECONDS = 20_000
Find = Callable[..., Any]


def facts(part: Find) -> dict[str, str]:
    return {fact.term: fact.value for fact in part(TermList, "inspected_facts").facts}


def test_nothing_selected_teaches_what_to_do(inspector: LayerInspector, part: Find) -> None:
    words = [label.text() for label in inspector.findChildren(QLabel) if label.isVisible()]

    assert any("Select one to see its weights" in one for one in words)
    assert not part(QLabel, "inspected_layer").isVisible()


def test_facts_are_there_before_the_worker_answers(
    inspector: LayerInspector, session: Session, select: Callable[..., None], part: Find
) -> None:
    session.select_run(Path("/runs/endless"))

    select("conv3_block2_1_conv")

    assert part(QLabel, "inspected_layer").text() == "conv3_block2_1_conv"
    assert facts(part)["Parameters"] == "65,664"
    assert part(HistogramView, "weight_histogram").histogram is None


def test_found_layer_is_shown_whole(
    inspector: LayerInspector,
    session: Session,
    insects: FolderScan,
    select: Callable[..., None],
    wait_for: Callable[[str], None],
    part: Find,
) -> None:
    session.set_scan(insects)

    select("conv2_block1_1_conv")
    wait_for("conv2_block1_1_conv")

    assert part(QLabel, "inspected_source").text() == "Seen with ImageNet weights"
    assert "40 values" in part(QLabel, "weight_spread").text()
    grid = part(QListView, "activation_grid")
    assert grid.isVisible()
    assert grid.model().rowCount() == 16
    assert part(QLabel, "activation_words").text().startswith("16 of 64 channels, the strongest first.")
    assert not part(QListView, "filter_grid").isVisible()
    configuration = [label.text() for label in inspector.findChildren(QLabel) if label.isVisible()]
    assert "3 × 3" in configuration


def test_stem_shows_its_filters(
    inspector: LayerInspector, select: Callable[..., None], wait_for: Callable[[str], None], part: Find
) -> None:
    select("conv1_conv")
    grid = part(QListView, "filter_grid")
    assert grid.isVisible()
    assert [grid.model().index(row, 0).data(PICTURE_ROLE) for row in range(64)] == [None] * 64

    wait_for("conv1_conv")

    assert [grid.model().index(row, 0).data() for row in range(64)] == [str(number) for number in range(64)]


def test_nothing_jumps_when_the_answer_comes(
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
    grids = [part(QListView, name) for name in ("filter_grid", "activation_grid")]
    inspector.grab()
    before = [grid.mapTo(inspector, grid.pos()) for grid in grids]

    # The run is another one, so all is waited for again.
    session.select_run(Path("/runs/endless"))
    inspector.grab()

    assert grids[0].model().index(0, 0).data(PICTURE_ROLE) is None
    assert [grid.mapTo(inspector, grid.pos()) for grid in grids] == before


def test_vector_is_shown_as_bars(
    inspector: LayerInspector, session: Session, insects: FolderScan, select: Callable[..., None], part: Find,
    qtbot: QtBot,
) -> None:  # fmt: skip
    session.set_scan(insects)

    select("avg_pool")
    bars = part(QListView, "activation_bars")
    qtbot.waitUntil(lambda: bars.model().index(0, 0).data() == "0", timeout=_MILLISECONDS)

    assert bars.isVisible()
    assert not part(QListView, "activation_grid").isVisible()
    assert "16 of 2,048 channels" in part(QLabel, "activation_words").text()


def test_chosen_weight_stays_chosen_from_layer_to_layer(
    inspector: LayerInspector, select: Callable[..., None], wait_for: Callable[[str], None], part: Find, qtbot: QtBot
) -> None:
    select("conv1_bn")
    wait_for("conv1_bn")
    choice = part(QComboBox, "inspected_weight")
    assert [choice.itemData(row) for row in range(choice.count())] == [
        "gamma",
        "beta",
        "moving mean",
        "moving variance",
    ]
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_End)
    choice.activated.emit(choice.currentIndex())
    assert part(HistogramView, "weight_histogram").histogram.weight == "moving variance"

    select("conv5_block3_1_bn")
    qtbot.waitUntil(lambda: part(HistogramView, "weight_histogram").histogram is not None, timeout=_MILLISECONDS)

    assert part(HistogramView, "weight_histogram").histogram.weight == "moving variance"


@pytest.mark.parametrize(
    ("names", "heading"), [("conv3_block2", "conv3_block2"), ("conv3", "conv3"), ("conv1_conv conv5", "conv1_conv")]
)
def test_groups_are_summed_up_and_not_looked_into(
    inspector: LayerInspector,
    network: NetworkDescription,
    selection: LayerSelection,
    part: Find,
    names: str,
    heading: str,
) -> None:
    parts = names.split()
    chosen = frozenset(layer.name for layer in network.layers if {layer.stage, layer.block, layer.name} & set(parts))

    selection.select(chosen)

    total = sum(layer.parameters for layer in network.layers if layer.name in chosen)
    assert facts(part)["Parameters"] == f"{total:,}"
    assert "single layer" in part(QLabel, "inspection_note").text()
    assert not part(HistogramView, "weight_histogram").isVisible()
    assert (part(QLabel, "inspected_layer").text() == heading) is (len(parts) == 1)


def test_plan_changes_the_state_and_the_colour_at_once(
    looks: Callable[[], list[str]],
    inspector: LayerInspector,
    session: Session,
    network: NetworkDescription,
    select: Callable[..., None],
    wait_for: Callable[[str], None],
    part: Find,
) -> None:
    select("conv5_block3_2_conv")
    wait_for("conv5_block3_2_conv")
    frozen = part(HistogramView, "weight_histogram").grab().toImage()

    session.set_plan(FreezePlan(parse_spec("conv5", network)))

    assert facts(part)["State"] == "Trainable"
    assert part(HistogramView, "weight_histogram").grab().toImage() != frozen
    assert looks() == ["conv5_block3_2_conv"]


def test_named_layers_can_be_followed_with_the_keyboard(
    inspector: LayerInspector, select: Callable[..., None], selection: LayerSelection, part: Find
) -> None:
    select("conv2_block1_add")
    inspector.activateWindow()
    terms = part(TermList, "inspected_facts")
    label = next(one for one in terms.findChildren(QLabel) if "conv2_block1_out" in one.text())
    label.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(label, Qt.Key.Key_Tab)
    QTest.keyClick(label, Qt.Key.Key_Return)

    assert selection.names == {"conv2_block1_out"}
