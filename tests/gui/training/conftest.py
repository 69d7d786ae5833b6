"""The real network's description, the Train page ready to train, and runs on the disk without a training."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.messages import EpochFinished, FolderScan, RunSeconds
from core.network.backbone import describe_network
from core.network.description import NetworkDescription
from core.places import runs_folder
from core.training.run_record import MODEL_FILE, RunRecord, write_run_record
from core.training.specification import TrainingSpecification
from gui.layers.plan_history import PlanHistory
from gui.session import Session
from gui.training.page import TrainPage
from gui.training.settings_form import SettingsForm
from gui.worker.workers import Workers

WriteFinishedRun = Callable[..., Path]


@pytest.fixture(scope="session")
def network() -> NetworkDescription:
    """Describe ResNet50 from the real Keras model."""
    return describe_network()


@pytest.fixture
def history(session: Session) -> PlanHistory:
    return PlanHistory(session=session)


def ready_to_train(
    qtbot: QtBot, made: TrainPage, session: Session, network: NetworkDescription, scan: FolderScan
) -> TrainPage:
    """Show a page, and give it a network, a folder, random weights and three epochs."""
    qtbot.addWidget(made)
    made.resize(1100, 720)
    made.show()
    session.set_network(network)
    session.open_folder(scan.folder)
    session.set_scan(scan)
    form = made.findChild(SettingsForm)
    assert form is not None
    form.show_values(weights="random", epochs=3)
    return made


@pytest.fixture
def train_page(
    qtbot: QtBot,
    session: Session,
    history: PlanHistory,
    network: NetworkDescription,
    scan: FolderScan,
    scripted_workers: Workers,
) -> TrainPage:
    """Give the page with a network, a folder, random weights and three epochs."""
    made = TrainPage(session=session, workers=scripted_workers, history=history)
    return ready_to_train(qtbot, made, session, network, scan)


@pytest.fixture
def write_finished_run(frostline_home: Path) -> WriteFinishedRun:
    """Return what writes a run of a name into the folder of runs, with epochs of 0.5 s after 2 s of features."""

    def write(name: str, *, epochs: int = 3, device: str = "CPU", has_model: bool = True) -> Path:
        run = runs_folder() / name
        record = RunRecord(
            specification=TrainingSpecification(folder=Path("/pictures"), run=run, thaw="conv5", epochs=epochs),
            state="finished" if has_model else "running",
            created="2026-03-01T12:00:00+01:00",
            class_names=("ants", "bees"),
            trainable_layers=(),
            cut_layer="conv4_block6_out",
            dataset_digest="",
            training_files=(),
            validation_files=(),
            history=tuple(
                EpochFinished(
                    epoch=number,
                    loss=1.0 / number,
                    accuracy=1.0 - 0.5 / number,
                    val_loss=1.1 / number,
                    val_accuracy=0.9 - 0.5 / number,
                    learning_rate=1e-3,
                    seconds=0.5,
                )
                for number in range(1, epochs + 1)
            ),
            best_epoch=epochs,
            val_accuracy=0.9 - 0.5 / epochs,
            device=device,
            seconds=RunSeconds(decode=0.5, extract=1.5, fit=1.5, total=4.0),
            frozen_layers_checked=106,
        )
        write_run_record(record, run)
        if has_model:
            (run / MODEL_FILE).write_bytes(b"model")
        return run

    return write
