"""What the other pages hear of a training through the session: its begin, every epoch, its end, and then the run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.messages import FolderScan, RunFinished
from gui.session import Session
from gui.training.page import TrainPage
from gui.training.settings_form import SettingsForm
from gui.worker.workers import Workers


@pytest.fixture
def page(qtbot: QtBot, session: Session, scripted_workers: Workers, scan: FolderScan) -> TrainPage:
    made = TrainPage(session=session, workers=scripted_workers)
    qtbot.addWidget(made)
    session.open_folder(scan.folder)
    session.set_scan(scan)
    return made


@pytest.fixture
def heard(session: Session) -> list[tuple[str, Any]]:
    told: list[tuple[str, Any]] = []
    session.training_begun.connect(lambda specification: told.append(("begun", specification)))
    session.epoch_finished.connect(lambda epoch: told.append(("epoch", epoch.epoch)))
    session.training_ended.connect(lambda result: told.append(("ended", result)))
    session.run_selected.connect(lambda run: told.append(("run", run)))
    return told


def _train(page: TrainPage, run_name: str) -> None:
    form = page.findChild(SettingsForm)
    assert isinstance(form, SettingsForm)
    form.name_run(run_name)
    form.show_values(epochs=3, weights="random")
    page.start_training()


def test_a_training_is_told_from_its_begin_to_its_run(
    qtbot: QtBot, page: TrainPage, session: Session, heard: list[tuple[str, Any]]
) -> None:
    _train(page, "finish")
    assert session.training is not None
    assert heard == [("begun", session.training)]

    qtbot.waitUntil(lambda: "ended" in [what for what, _ in heard[-2:-1]])

    assert [what for what, _ in heard] == ["begun", "epoch", "run", "epoch", "epoch", "ended", "run"]
    assert [number for what, number in heard if what == "epoch"] == [1, 2, 3]
    result = dict(heard)["ended"]
    assert isinstance(result, RunFinished)
    assert result.run == dict(heard)["run"] == session.run
    assert session.training is None


def test_the_model_in_use_stays_so_while_another_is_trained(
    qtbot: QtBot, page: TrainPage, session: Session, heard: list[tuple[str, Any]]
) -> None:
    session.select_run(Path("/runs/good"))

    _train(page, "finish")
    qtbot.waitUntil(lambda: "ended" in [what for what, _ in heard[-2:-1]])

    assert [what for what, _ in heard] == ["run", "begun", "epoch", "epoch", "epoch", "ended", "run"]


def test_a_training_that_fails_ends_without_a_result(
    qtbot: QtBot, page: TrainPage, session: Session, heard: list[tuple[str, Any]]
) -> None:
    with qtbot.waitSignal(session.training_ended):
        _train(page, "no pictures")

    assert heard[-1] == ("ended", None)
    assert session.training is None
    assert session.run is None
