"""The inspector with the real worker, real Keras, and ResNet50 at a small image size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication, QLabel, QListView
from pytestqt.qtbot import QtBot

from core.messages import ClassCount, FolderScan
from core.network.backbone import build_backbone, describe_network
from core.network.description import NetworkDescription
from core.network.head import attach_head
from gui.layers.inspector.histogram_view import HistogramView
from gui.layers.inspector.inspector import LayerInspector
from gui.layers.inspector.small_pictures_model import PICTURE_ROLE
from gui.layers.selection import LayerSelection
from gui.session import Session
from gui.worker.workers import Workers

_SIZE = 32
#: A worker that imports Keras for the first time, on a busy machine.
_MILLISECONDS = 120_000


@pytest.fixture(scope="module")
def small_network() -> NetworkDescription:
    return describe_network(_SIZE)


@pytest.fixture(scope="module")
def workers(qapp: QApplication) -> Iterator[Workers]:
    made = Workers()
    yield made
    made.close()


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("trained") / "insects.keras"
    attach_head(build_backbone(_SIZE, seed=3), 4).save(file)
    return file


@pytest.fixture
def inspector(
    qtbot: QtBot, session: Session, workers: Workers, selection: LayerSelection, small_network: NetworkDescription
) -> LayerInspector:
    made = LayerInspector(session=session, workers=workers, selection=selection)
    qtbot.addWidget(made)
    made.resize(300, 700)
    made.show()
    session.set_network(small_network)
    return made


@pytest.fixture
def noise(tmp_path: Path) -> FolderScan:
    """Give the scan of a folder with one picture."""
    folder = tmp_path / "pictures"
    (folder / "noise").mkdir(parents=True)
    pixels = np.random.default_rng(0).integers(0, 256, (40, 50, 3)).astype(np.uint8)
    Image.fromarray(pixels).save(folder / "noise" / "noise.png")
    classes = (ClassCount(class_name="noise", images=1),)
    return FolderScan(folder=folder, classes=classes, problems=(), files=(("noise/noise.png",),))


def _text(inspector: LayerInspector, name: str) -> str:
    label = inspector.findChild(QLabel, name)
    assert label is not None
    return label.text()


def _histogram_is_shown(inspector: LayerInspector) -> bool:
    view = inspector.findChild(HistogramView, "weight_histogram")
    return view is not None and view.histogram is not None


def _numbers(inspector: LayerInspector, grid: str) -> list[int]:
    view = inspector.findChild(QListView, grid)
    assert view is not None
    pictures = [view.model().index(row, 0).data(PICTURE_ROLE) for row in range(view.model().rowCount())]
    return [picture.number for picture in pictures if picture is not None]


def test_stem_is_seen_with_its_weights_filters_and_activations(
    inspector: LayerInspector, session: Session, selection: LayerSelection, noise: FolderScan, qtbot: QtBot
) -> None:
    session.set_scan(noise)

    selection.select(frozenset({"conv1_conv"}))
    qtbot.waitUntil(lambda: _histogram_is_shown(inspector), timeout=_MILLISECONDS)

    assert _text(inspector, "inspected_source").startswith("Seen with random weights (the ImageNet weights are not")
    assert "9,408 values" in _text(inspector, "weight_spread")
    assert sorted(_numbers(inspector, "filter_grid")) == list(range(64))
    assert len(_numbers(inspector, "activation_grid")) == 16
    assert "16 of 64 channels" in _text(inspector, "activation_words")


def test_walk_through_thirty_layers_ends_at_the_last(
    inspector: LayerInspector,
    session: Session,
    selection: LayerSelection,
    small_network: NetworkDescription,
    noise: FolderScan,
    qtbot: QtBot,
) -> None:
    session.set_scan(noise)
    names = [layer.name for layer in small_network.layers if layer.parameters and layer.block][-30:]

    for name in names:
        selection.select(frozenset({name}))
        QApplication.processEvents()
    qtbot.waitUntil(lambda: _histogram_is_shown(inspector), timeout=_MILLISECONDS)

    assert _text(inspector, "inspected_layer") == names[-1] == "conv5_block3_3_bn"
    assert "2,048 values" in _text(inspector, "weight_spread")
    assert "16 of 2,048 channels" in _text(inspector, "activation_words")


def test_trained_model_shows_its_own_weights_and_its_head(
    inspector: LayerInspector, session: Session, selection: LayerSelection, trained: Path, qtbot: QtBot
) -> None:
    session.select_run(trained)

    selection.select(frozenset({"head"}))
    qtbot.waitUntil(lambda: _histogram_is_shown(inspector), timeout=_MILLISECONDS)

    assert _text(inspector, "inspected_source") == "Seen with trained weights of insects.keras"
    assert "8,192 values" in _text(inspector, "weight_spread")
