"""Whose weights the inspector looks into, and that the latest wish alone is answered."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from core.messages import FolderScan
from core.network.description import NetworkDescription
from gui.layers.inspector.histogram_view import HistogramView
from gui.layers.inspector.inspector import LayerInspector
from gui.layers.selection import LayerSelection
from gui.session import Session
from gui.worker.workers import Workers

_MILLISECONDS = 20_000
Find = Callable[..., Any]


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
    looks: Callable[[], list[str]],
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
    looks: Callable[[], list[str]],
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
    looks: Callable[[], list[str]],
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


def test_newer_selection_stops_the_older_look(
    looks: Callable[[], list[str]],
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
    looks: Callable[[], list[str]],
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
    looks: Callable[[], list[str]],
    inspector: LayerInspector,
    select: Callable[..., None],
    wait_for: Callable[[str], None],
    qtbot: QtBot,
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
