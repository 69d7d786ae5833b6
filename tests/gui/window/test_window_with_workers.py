"""The window with its real workers: data open, the network is described, a killed worker is replaced.

One window serves all steps, since the worker imports Keras once for it; the steps are those of a person.
"""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView, QPushButton, QTableView, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from core.network.freeze_plan import parse_spec
from gui.app import create_window
from gui.session import Session
from gui.window.main_window import MainWindow
from gui.window.message_bar import MessageBar
from gui.worker.workers import Workers

_KERAS_MILLISECONDS = 150_000
_FILES_MILLISECONDS = 60_000


@pytest.fixture
def insects(tmp_path: Path) -> Path:
    """Give a folder of two classes, three pictures each, and a file that can't be used."""
    for name, colour in (("ants", (120, 40, 20)), ("bees", (220, 180, 30))):
        (tmp_path / "insects" / name).mkdir(parents=True)
        for number in range(3):
            Image.new("RGB", (64 + number, 48), colour).save(tmp_path / "insects" / name / f"{name}_{number}.jpg")
    (tmp_path / "insects" / "bees" / "broken.jpg").write_bytes(b"no picture")
    return tmp_path / "insects"


def _is_alive(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return True


def _widget(window: MainWindow, kind: type[QWidget], name: str) -> QWidget:
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def test_folder_is_opened_layers_are_frozen_and_a_killed_worker_is_replaced(qtbot: QtBot, insects: Path) -> None:
    # Given a window that was opened with a folder
    window = create_window(insects)
    qtbot.addWidget(window)
    session, workers = window.findChild(Session), window.findChild(Workers)
    assert session is not None
    assert workers is not None
    assert workers.trainer.process_id is None, "a worker started before the first paint"
    window.show()

    # Then its classes, its unusable file and its thumbnails appear
    classes, problems = _widget(window, QTableView, "class_table"), _widget(window, QTableView, "problem_table")
    strip = _widget(window, QListView, "thumbnail_strip")
    assert isinstance(classes, QTableView)
    assert isinstance(problems, QTableView)
    assert isinstance(strip, QListView)
    qtbot.waitUntil(lambda: session.scan is not None, timeout=_FILES_MILLISECONDS)
    rows = [[classes.model().index(row, column).data() for column in range(4)] for row in range(2)]
    assert rows == [["ants", "3", "–", "50%"], ["bees", "3", "1", "50%"]]
    assert problems.model().index(0, 0).data() == "bees/broken.jpg"
    assert window.rail.is_done("data")
    first = strip.model().index(0, 0)
    qtbot.waitUntil(
        lambda: isinstance(first.data(Qt.ItemDataRole.DecorationRole), QPixmap), timeout=_FILES_MILLISECONDS
    )

    # And the network, as soon as Keras is there
    qtbot.waitUntil(lambda: session.network is not None, timeout=_KERAS_MILLISECONDS)
    device = _widget(window, QLabel, "device_label")
    assert isinstance(device, QLabel)
    assert device.text() not in ("", "Device: not known yet")
    tree = _widget(window, QTreeView, "layer_tree")
    assert isinstance(tree, QTreeView)
    network = session.network
    assert network is not None

    # When conv5 is selected in the tree and the space bar pressed
    QTest.mouseClick(_widget(window, QPushButton, "go_to_layers"), Qt.MouseButton.LeftButton)
    assert window.rail.step == "layers"
    names = [tree.model().index(row, 0).data() for row in range(tree.model().rowCount())]
    tree.setCurrentIndex(tree.model().index(names.index("conv5"), 0))
    QTest.keyClick(tree, Qt.Key.Key_Space)

    # Then it is thawed
    assert session.plan.thawed == parse_spec("conv5", network)

    # When the worker is killed
    process_id = workers.trainer.process_id
    assert process_id is not None
    with qtbot.waitSignal(workers.worker_crashed, timeout=_FILES_MILLISECONDS):
        os.kill(process_id, signal.SIGKILL)

    # Then the window says so, keeps what it had, and a new worker gets ready
    bar = window.findChild(MessageBar, "message_bar")
    assert bar is not None
    assert not bar.isHidden()
    assert session.plan.thawed == parse_spec("conv5", network)
    qtbot.waitSignal(workers.trainer_ready, timeout=_KERAS_MILLISECONDS).wait()
    assert workers.trainer.process_id not in (None, process_id)

    # And no worker outlives the window
    left = [one for one in (workers.trainer.process_id, workers.viewer.process_id) if one is not None]
    window.close()
    qtbot.waitUntil(lambda: not any(_is_alive(one) for one in left), timeout=10_000)
