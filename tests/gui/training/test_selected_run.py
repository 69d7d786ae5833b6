"""The record of the run in use, as it is read and read anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from core.training.run_record import MODEL_FILE
from gui.session import Session
from gui.training.selected_run import SelectedRun

WriteFinishedRun = Callable[..., Path]


def reading(qtbot: QtBot, session: Session, run: Path) -> SelectedRun:
    """Return the run in use once its record is read."""
    selected = SelectedRun(session=session)
    session.select_run(run)
    qtbot.waitUntil(lambda: selected.record is not None)
    return selected


def test_a_run_that_is_announced_again_keeps_its_record_while_it_is_read_anew(
    qtbot: QtBot, session: Session, write_finished_run: WriteFinishedRun
) -> None:
    run = write_finished_run("ants", epochs=3)
    selected = reading(qtbot, session, run)
    write_finished_run("ants", epochs=5)
    known: list[int] = []
    selected.changed.connect(lambda: known.append(0 if selected.record is None else len(selected.record.history)))

    with qtbot.waitSignal(selected.changed):
        session.select_run(run)
        assert selected.record is not None

    assert known == [5]


def test_another_run_has_no_record_until_it_is_read(
    qtbot: QtBot, session: Session, write_finished_run: WriteFinishedRun
) -> None:
    selected = reading(qtbot, session, write_finished_run("ants", epochs=3))

    session.select_run(write_finished_run("bees", epochs=5))

    assert selected.record is None
    qtbot.waitUntil(lambda: selected.record is not None and len(selected.record.history) == 5)


def test_a_run_that_lost_its_model_has_no_record_any_more(
    qtbot: QtBot, session: Session, write_finished_run: WriteFinishedRun
) -> None:
    run = write_finished_run("ants")
    selected = reading(qtbot, session, run)
    (run / MODEL_FILE).unlink()

    with qtbot.waitSignal(selected.changed):
        session.select_run(run)

    assert selected.record is None
