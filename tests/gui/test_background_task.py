"""A function on another thread: its answer comes, the last of several wishes counts, and nothing is kept of it."""

from __future__ import annotations

import gc
import weakref

import pytest
from pytestqt.qtbot import QtBot

from gui.background_task import BackgroundTask


class Load:
    """Something that a function was given."""


@pytest.fixture
def task(qtbot: QtBot) -> BackgroundTask:
    return BackgroundTask()


def test_of_wishes_that_come_meanwhile_only_the_last_is_answered(task: BackgroundTask, qtbot: QtBot) -> None:
    answers: list[object] = []
    task.finished.connect(answers.append)

    for number in range(5):
        task.start(lambda number=number: number)  # type: ignore[misc]
    qtbot.waitUntil(lambda: not task.running)

    assert answers == [4]


def test_nothing_is_kept_of_what_was_given_to_calls_that_are_over(task: BackgroundTask, qtbot: QtBot) -> None:
    given: list[weakref.ref[Load]] = []
    for _ in range(200):
        load = Load()
        given.append(weakref.ref(load))
        with qtbot.waitSignal(task.finished):
            task.start(lambda load=load: load is not None)  # type: ignore[misc]
    del load

    def kept() -> int:
        gc.collect()
        return sum(one() is not None for one in given)

    # The last call, or two, may not have been let go of yet.
    qtbot.waitUntil(lambda: kept() <= 2)
