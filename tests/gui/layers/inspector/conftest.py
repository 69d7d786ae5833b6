"""Workers in real processes that look into layers without Keras, a folder to choose pictures from, an inspector."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.messages import ClassCount, FolderScan
from core.network.description import NetworkDescription
from core.worker.client import WorkerClient
from core.worker.launch import worker_command
from gui.layers.inspector.histogram_view import HistogramView
from gui.layers.inspector.inspector import LayerInspector
from gui.layers.selection import LayerSelection
from gui.session import Session
from gui.worker.bridge import ClientMaker
from gui.worker.workers import Workers

Find = Callable[..., Any]

#: Where the answering function notes its looks.
LOOKS_FILE = "looks.txt"


@pytest.fixture
def looking_workers(qtbot: QtBot) -> Iterator[Workers]:
    def maker(name: str) -> ClientMaker:
        command = worker_command(name=name, answers="inspection_answers:answer")
        return partial(WorkerClient, name=name, command=command, environment={"PYTHONPATH": str(Path(__file__).parent)})

    made = Workers(trainer=maker("trainer"), viewer=maker("viewer"))
    yield made
    made.close()


@pytest.fixture
def insects(tmp_path: Path) -> FolderScan:
    """Give the scan of a folder with a class of three pictures, one of none, and one of two."""
    counts = {"ants": 3, "bees": 0, "wasps": 2}
    return FolderScan(
        folder=tmp_path / "insects",
        classes=tuple(ClassCount(class_name=name, images=count) for name, count in counts.items()),
        problems=(),
        files=tuple(tuple(f"{name}/{name}_{number}.jpg" for number in range(count)) for name, count in counts.items()),
    )


@pytest.fixture
def selection() -> LayerSelection:
    return LayerSelection()


@pytest.fixture
def inspector(
    qtbot: QtBot, session: Session, selection: LayerSelection, looking_workers: Workers, network: NetworkDescription
) -> LayerInspector:
    made = LayerInspector(session=session, workers=looking_workers, selection=selection)
    qtbot.addWidget(made)
    made.resize(300, 700)
    made.show()
    session.set_network(network)
    return made


@pytest.fixture
def part(inspector: LayerInspector) -> Find:
    """Return what finds a part of the inspector by its kind and name."""

    def find(kind: type[QWidget], name: str) -> QWidget:
        found = inspector.findChild(kind, name)
        assert found is not None, name
        return found

    return find


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

        qtbot.waitUntil(is_shown, timeout=20_000)

    return wait


@pytest.fixture
def looks() -> Callable[[], list[str]]:
    """Return what tells the layers that were looked into, in order, as the answering function noted them."""

    def read() -> list[str]:
        file = Path(os.environ["FROSTLINE_HOME"]) / LOOKS_FILE
        return file.read_text().split() if file.exists() else []

    return read
