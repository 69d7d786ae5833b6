"""From the address in the settings to a training that takes its features from the cluster's store."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from core.messages import ExtractToStore, FeaturesExtracted, FolderScan, NodesAtWork, Train
from core.network.description import FEATURES_LAYER, NetworkDescription
from core.network.freeze_plan import FreezePlan, parse_spec
from core.training.specification import TrainingSpecification
from gui.cluster.cluster_address import ClusterAddress
from gui.cluster.cluster_row import ClusterRow
from gui.cluster.cluster_words import nodes_in_words, proposed_store, result_in_words
from gui.cluster.extraction_dialog import ExtractionDialog
from gui.session import Session
from gui.training.page import TrainPage
from gui.window.message_bar import MessageBar
from gui.window.settings import WindowSettings
from gui.worker.workers import Workers
from tests.gui.training.conftest import network, ready_to_train  # noqa: F401  (network is a fixture)


def find(inside: Any, kind: type[Any], name: str) -> Any:
    found = inside.findChild(kind, name)
    assert found is not None, name
    return found


@pytest.fixture
def address(frostline_home: Path) -> ClusterAddress:
    made = ClusterAddress(settings=WindowSettings())
    made.set_text("10.0.0.2:6379")
    return made


@pytest.fixture
def page(
    qtbot: QtBot,
    session: Session,
    scan: FolderScan,
    scripted_workers: Workers,
    address: ClusterAddress,
    network: NetworkDescription,  # noqa: F811
) -> TrainPage:
    made = TrainPage(session=session, workers=scripted_workers, cluster=address)
    return ready_to_train(qtbot, made, session, network, scan)


def press(qtbot: QtBot, inside: Any, name: str) -> None:
    button = find(inside, QPushButton, name)
    qtbot.waitUntil(lambda: button.isEnabled() and button.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def opened(qtbot: QtBot, page: TrainPage) -> ExtractionDialog:
    press(qtbot, page, "extract_on_cluster")
    dialog: ExtractionDialog = find(page, ExtractionDialog, "cluster_dialog")
    return dialog


def test_without_an_address_nothing_is_seen_of_clusters(qtbot: QtBot, page: TrainPage, address: ClusterAddress) -> None:
    row = page.findChild(ClusterRow)
    assert row is not None
    assert row.isVisible()

    address.set_text("  ")

    assert not row.isVisible()


def test_features_are_extracted_and_trained_from(qtbot: QtBot, page: TrainPage, scripted_workers: Workers) -> None:
    # Given a cluster and an open folder, when it is asked to extract
    dialog = opened(qtbot, page)
    assert "10.0.0.2:6379" in " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert not dialog.isModal()
    press(qtbot, dialog, "start_extraction")
    qtbot.waitUntil(lambda: not dialog.working)
    # Then it says who has computed what
    assert find(dialog, QLabel, "cluster_nodes").text() == "2 nodes, 4 workers, 120 images/s"
    assert find(dialog, QProgressBar, "cluster_progress").format() == (
        "244 images: 200 computed, 40 were there; 4 can't be used"
    )
    # And the next training takes its features from there
    store = Path(find(dialog, QLineEdit, "cluster_store").text())
    press(qtbot, dialog, "train_from_store")
    assert find(page, QLabel, "store_in_use").text() == f"Features from {store}"
    assert started(qtbot, page, scripted_workers).store == store


def started(qtbot: QtBot, page: TrainPage, workers: Workers) -> TrainingSpecification:
    """Start a training and return its specification when it is over."""
    seen: list[Any] = []
    workers.submitted.connect(lambda job: seen.append(job.request))
    press(qtbot, page, "start_training")
    (request,) = [one for one in seen if isinstance(one, Train)]
    qtbot.waitUntil(lambda: not workers.trainer.jobs)
    return request.specification


def test_what_is_asked_of_the_cluster_are_the_settings_and_the_frost_line(
    qtbot: QtBot, page: TrainPage, session: Session, scripted_workers: Workers
) -> None:
    assert session.network is not None
    session.set_plan(FreezePlan(parse_spec("conv5", session.network)))
    dialog = opened(qtbot, page)
    find(dialog, QLineEdit, "cluster_store").setText("/shared/until stopped")
    press(qtbot, dialog, "start_extraction")

    (job,) = scripted_workers.trainer.jobs
    request = job.request
    assert isinstance(request, ExtractToStore)
    assert (request.cut, request.cluster) == ("conv4_block6_out", "10.0.0.2:6379")
    assert request.store == Path("/shared/until stopped")
    assert (request.specification.weights, request.specification.folder) == ("random", session.folder)
    dialog.close()


def test_a_stop_says_that_what_is_computed_is_kept(qtbot: QtBot, page: TrainPage) -> None:
    dialog = opened(qtbot, page)
    find(dialog, QLineEdit, "cluster_store").setText("/shared/until stopped")
    press(qtbot, dialog, "start_extraction")
    qtbot.waitUntil(lambda: "120 of 244" in find(dialog, QProgressBar, "cluster_progress").format())
    press(qtbot, dialog, "stop_extraction")
    qtbot.waitUntil(lambda: not dialog.working)

    assert "what is computed is kept" in find(dialog, QProgressBar, "cluster_progress").format()
    assert not find(dialog, QPushButton, "train_from_store").isEnabled()


def test_a_cluster_that_does_not_answer_is_told(qtbot: QtBot, page: TrainPage, address: ClusterAddress) -> None:
    address.set_text("gone:6379")
    dialog = opened(qtbot, page)
    press(qtbot, dialog, "start_extraction")
    qtbot.waitUntil(lambda: not dialog.working)

    message = dialog.findChild(MessageBar)
    assert message is not None
    assert message.text == "No cluster answers at gone:6379. Start one with `ray start --head`."


@pytest.mark.parametrize("news", ["forget", "scan"])
def test_the_store_is_let_go_by_the_user_and_when_the_folder_is_read_anew(
    qtbot: QtBot, page: TrainPage, session: Session, scan: FolderScan, scripted_workers: Workers, news: str
) -> None:
    row = page.findChild(ClusterRow)
    assert row is not None
    row.train_from(Path("/shared/store"))
    if news == "scan":
        session.set_scan(scan)
    else:
        press(qtbot, page, "compute_here")

    assert not find(page, QLabel, "store_in_use").isVisible()
    assert started(qtbot, page, scripted_workers).store is None


def test_where_nothing_is_frozen_there_is_nothing_to_extract(page: TrainPage, session: Session) -> None:
    assert session.network is not None
    session.set_plan(FreezePlan(parse_spec("all", session.network)))

    button = find(page, QPushButton, "extract_on_cluster")
    assert not button.isEnabled()
    assert "nothing can be computed ahead" in button.toolTip()


def test_words_of_one_and_of_many() -> None:
    assert nodes_in_words(NodesAtWork(nodes=("a",), workers=1, images_per_second=0.0)) == "1 node, 1 worker"
    one = FeaturesExtracted(
        store="s", images=1, images_extracted=1, images_reused=0, copies=0, problems=0, nodes=(), seconds=1.0
    )
    assert result_in_words(one) == "1 image: 1 computed, 0 were there"


def test_a_store_is_proposed_beside_the_pictures_and_named_by_how_it_is_made() -> None:
    specification = TrainingSpecification(folder=Path("/photos/insects"), run=Path("run"), image_size=96)

    store = proposed_store(specification, FEATURES_LAYER)

    assert store == Path(f"/photos/insects features/ResNet50 {FEATURES_LAYER} 96")
