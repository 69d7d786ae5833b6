"""A training that was broken off, in a window that is gone, is offered and resumed from the Train page."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.messages import Train
from core.training.checkpoint import Checkpoint, write_checkpoint
from core.training.run_lock import in_training
from core.training.run_record import read_run_record, write_run_record
from gui.session import Session
from gui.training.page import TrainPage
from gui.training.run_table import RunTable
from gui.window.message_bar import MessageBar
from gui.worker.workers import Workers


@pytest.fixture
def broken_off(write_finished_run: Callable[..., Path]) -> Path:
    """Write a run of today that was broken off after its second epoch of five."""
    run = write_finished_run("broken off", epochs=5, has_model=False)
    record = read_run_record(run)
    checkpoint = Checkpoint(
        history=record.history[:2],
        best_epoch=2,
        best_score=(0.6, -0.5),
        weights={},
        best_weights={},
        optimizer=[],
        seeds=[],
        patience={},
    )
    write_checkpoint(checkpoint, run)
    created = (datetime.now().astimezone() - timedelta(minutes=5)).isoformat(timespec="seconds")
    write_run_record(dataclasses.replace(record, created=created, history=(), best_epoch=0), run)
    return run


@pytest.fixture
def page(qtbot: QtBot, session: Session, scripted_workers: Workers, broken_off: Path) -> TrainPage:
    made = TrainPage(session=session, workers=scripted_workers)
    qtbot.addWidget(made)
    made.resize(1100, 720)
    made.show()
    return made


def table_of(page: TrainPage) -> RunTable:
    table = page.findChild(RunTable)
    assert table is not None
    return table


def message(page: TrainPage) -> MessageBar:
    return page.findChildren(MessageBar)[0]


def epochs_drawn(page: TrainPage) -> list[float]:
    plot: Any = page.findChild(QWidget, "loss_plot")
    drawn = [list(item.xData) for item in plot.getPlotItem().listDataItems() if item.xData is not None]
    return drawn[0] if drawn else []


def select(page: TrainPage, run: Path) -> None:
    table = table_of(page)
    table.setCurrentIndex(table.model().mapFromSource(table.runs.index(table.runs.row_of(run), 0)))  # type: ignore[attr-defined]


def resume_action(page: TrainPage) -> QAction:
    action = page.findChild(QAction, "resume_run")
    assert action is not None
    return action


def test_a_training_that_was_broken_off_is_offered_and_goes_on_with_its_curves(
    qtbot: QtBot, page: TrainPage, session: Session, broken_off: Path
) -> None:
    qtbot.waitUntil(message(page).isVisible)
    assert "“broken off” was broken off" in message(page).text
    asked: list[object] = []
    session.training_begun.connect(asked.append)

    (button,) = [one for one in message(page).findChildren(QPushButton) if one.text() == "Resume"]
    button.click()

    qtbot.waitUntil(lambda: bool(asked))
    assert session.training is not None
    assert session.training.run == broken_off
    qtbot.waitUntil(lambda: epochs_drawn(page)[:2] == [1, 2])


def test_it_can_be_resumed_from_the_table_unless_somebody_trains_it(
    qtbot: QtBot, page: TrainPage, scripted_workers: Workers, broken_off: Path, write_finished_run: Callable[..., Path]
) -> None:
    other = write_finished_run("finished")
    page._runs.read()
    qtbot.waitUntil(lambda: len(table_of(page).runs.runs) == 2)
    select(page, other)
    assert not resume_action(page).isEnabled()
    with in_training(broken_off):
        page._runs.read()
        qtbot.waitUntil(lambda: any(run.in_training for run in table_of(page).runs.runs))
        select(page, broken_off)
        assert not resume_action(page).isEnabled()
    page._runs.read()
    qtbot.waitUntil(resume_action(page).isEnabled)

    resume_action(page).trigger()

    def requests() -> list[object]:
        return [job.request for job in scripted_workers.trainer.jobs]

    qtbot.waitUntil(lambda: any(isinstance(one, Train) and one.resume for one in requests()))
