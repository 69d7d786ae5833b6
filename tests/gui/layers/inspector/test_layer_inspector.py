"""The inspector with a real worker that answers without Keras: what is shown for which selection, and when."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListView, QProgressBar, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from core.messages import FolderScan
from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, parse_spec
from core.network.plan_file import SUFFIX
from gui.layers.inspector.histogram_view import HistogramView
from gui.layers.inspector.inspector import LayerInspector
from gui.layers.inspector.small_pictures_model import PICTURE_ROLE
from gui.layers.inspector.term_list import TermList
from gui.layers.selection import LayerSelection
from gui.session import Session
from gui.worker.workers import Workers

#: Where the answering function notes its looks.
LOOKS_FILE = "looks.txt"
_MILLISECONDS = 20_000
Find = Callable[..., Any]


@pytest.fixture
def select(selection: LayerSelection) -> Callable[..., None]:
    return lambda *names: selection.select(frozenset(names))


@pytest.fixture
def wait_for(qtbot: QtBot, part: Find) -> Callable[[str], None]:
    """Return what waits until the weights of a layer are on show, by the length of its name (see the answers)."""

    def wait(layer: str) -> None:
        def is_shown() -> bool:
            histogram = part(HistogramView, "weight_histogram").histogram
            return histogram is not None and histogram.edges[-1] == len(layer)

        qtbot.waitUntil(is_shown, timeout=_MILLISECONDS)

    return wait


def looks() -> list[str]:
    """Return the layers that were looked into, in order."""
    file = Path(os.environ["FROSTLINE_HOME"]) / LOOKS_FILE
    return file.read_text().split() if file.exists() else []


def facts(part: Find) -> dict[str, str]:
    return {fact.term: fact.value for fact in part(TermList, "inspected_facts").facts}


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


# --------------------------------------------------------------------------- what is selected


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


# --------------------------------------------------------------------------- whose weights


def test_run_has_the_say_and_another_run_is_looked_into_anew(
    inspector: LayerInspector, session: Session, select: Callable[..., None], qtbot: QtBot, part: Find
) -> None:
    source = part(QLabel, "inspected_source")
    session.select_run(Path("/runs/first"))
    select("conv1_conv")
    qtbot.waitUntil(lambda: source.text() == "Seen with trained weights of first", timeout=_MILLISECONDS)

    session.select_run(Path("/runs/second"))

    qtbot.waitUntil(lambda: source.text() == "Seen with trained weights of second", timeout=_MILLISECONDS)


def test_same_run_trained_again_is_looked_into_again(
    inspector: LayerInspector,
    session: Session,
    select: Callable[..., None],
    wait_for: Callable[[str], None],
    qtbot: QtBot,
) -> None:
    session.select_run(Path("/runs/first"))
    select("conv1_conv")
    wait_for("conv1_conv")

    session.select_run(Path("/runs/first"))

    qtbot.waitUntil(lambda: looks() == ["conv1_conv"] * 2, timeout=_MILLISECONDS)


def test_new_head_has_nothing_to_show_before_a_training(
    inspector: LayerInspector,
    session: Session,
    select: Callable[..., None],
    part: Find,
    wait_for: Callable[[str], None],
) -> None:
    select("head")
    assert "gets its weights when a training starts" in part(QLabel, "inspection_note").text()
    assert not part(HistogramView, "weight_histogram").isVisible()

    session.select_run(Path("/runs/first"))
    wait_for("head")

    assert part(HistogramView, "weight_histogram").histogram.weight == "predictions: kernel"
    assert not part(QListView, "activation_grid").isVisible()


def test_failure_is_said_in_a_quiet_line_and_can_be_tried_again(
    inspector: LayerInspector,
    session: Session,
    select: Callable[..., None],
    qtbot: QtBot,
    part: Find,
    wait_for: Callable[[str], None],
) -> None:
    session.select_run(Path("/runs/damaged"))
    select("conv1_conv")
    problem = part(QLabel, "inspection_problem")
    qtbot.waitUntil(problem.isVisible, timeout=_MILLISECONDS)
    assert problem.text() == "/runs/damaged is damaged. Train again."
    assert not part(HistogramView, "weight_histogram").isVisible()

    QTest.mouseClick(part(QPushButton, "retry_inspection"), Qt.MouseButton.LeftButton)
    assert not problem.isVisible()
    qtbot.waitUntil(lambda: looks() == ["conv1_conv"] * 2, timeout=_MILLISECONDS)
    session.select_run(Path("/runs/whole"))
    wait_for("conv1_conv")

    assert not problem.isVisible()


def test_worker_that_dies_is_told_and_the_next_look_succeeds(
    inspector: LayerInspector,
    session: Session,
    looking_workers: Workers,
    select: Callable[..., None],
    qtbot: QtBot,
    part: Find,
    wait_for: Callable[[str], None],
) -> None:
    session.select_run(Path("/runs/endless"))
    select("conv1_conv")
    qtbot.waitUntil(lambda: looks() == ["conv1_conv"], timeout=_MILLISECONDS)

    assert looking_workers.viewer.process_id is not None
    os.kill(looking_workers.viewer.process_id, 9)
    qtbot.waitUntil(part(QLabel, "inspection_problem").isVisible, timeout=_MILLISECONDS)
    session.select_run(Path("/runs/whole"))

    wait_for("conv1_conv")


# --------------------------------------------------------------------------- the latest wish alone


def test_newer_selection_stops_the_older_look(
    inspector: LayerInspector,
    session: Session,
    looking_workers: Workers,
    select: Callable[..., None],
    wait_for: Callable[[str], None],
    qtbot: QtBot,
) -> None:
    session.select_run(Path("/runs/endless"))
    select("conv1_conv")
    qtbot.waitUntil(lambda: looks() == ["conv1_conv"], timeout=_MILLISECONDS)
    endless = looking_workers.viewer.jobs[-1]

    with qtbot.waitSignal(endless.stopped, timeout=_MILLISECONDS):
        select("conv2_block1_1_conv", "conv1_conv")

    session.select_run(Path("/runs/whole"))
    select("conv2_block1_1_conv")
    wait_for("conv2_block1_1_conv")


def test_walking_through_thirty_layers_leaves_only_the_last_and_does_not_hold_up_the_window(
    inspector: LayerInspector,
    session: Session,
    insects: FolderScan,
    network: NetworkDescription,
    selection: LayerSelection,
    wait_for: Callable[[str], None],
    part: Find,
) -> None:
    session.set_scan(insects)
    selection.select(frozenset({"conv1_conv"}))
    wait_for("conv1_conv")
    with_weights = [layer.name for layer in network.layers if layer.parameters and layer.block][:29]
    walk = [*with_weights, "conv5_block3_3_conv"]
    seconds = []

    for name in walk:
        # The time that this thread computes, however busy the machine is otherwise.
        began = time.thread_time()
        selection.select(frozenset({name}))
        QApplication.processEvents()
        seconds.append(time.thread_time() - began)
        histogram = part(HistogramView, "weight_histogram").histogram
        assert histogram is None or part(QLabel, "inspected_layer").text() == name
    wait_for(walk[-1])

    assert len(walk) == 30
    assert statistics.median(seconds) < 0.016
    assert max(seconds) < 0.05
    assert looks()[-1] == walk[-1]
    assert len(looks()) <= 4
    assert part(QLabel, "inspected_layer").text() == walk[-1]


def test_nothing_is_looked_into_while_the_inspector_is_out_of_sight(
    inspector: LayerInspector, select: Callable[..., None], wait_for: Callable[[str], None], qtbot: QtBot
) -> None:
    select("conv1_conv")
    wait_for("conv1_conv")
    inspector.hide()
    select("conv2_block1_1_conv")
    select("conv2_block1_2_conv")
    qtbot.waitUntil(lambda: not inspector.isVisible())

    inspector.show()
    wait_for("conv2_block1_2_conv")

    assert looks() == ["conv1_conv", "conv2_block1_2_conv"]


def test_long_look_shows_a_bar_that_a_short_one_does_not(
    inspector: LayerInspector,
    session: Session,
    select: Callable[..., None],
    wait_for: Callable[[str], None],
    part: Find,
    qtbot: QtBot,
) -> None:
    bar = part(QProgressBar, "layer_inspection_progress")
    session.select_run(Path("/runs/endless"))
    select("conv1_conv")
    assert not bar.isVisible()
    qtbot.waitUntil(bar.isVisible)

    session.select_run(Path("/runs/whole"))
    wait_for("conv1_conv")

    assert not bar.isVisible()


# --------------------------------------------------------------------------- pictures


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
