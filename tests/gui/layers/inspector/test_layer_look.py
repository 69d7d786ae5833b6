"""One look at a time: what was wished before is never told, not even when its answer was on its way already."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.messages import InspectLayer, JobEnded, LayerInspected, Outcome
from gui.layers.inspector.layer_look import LayerLook
from gui.worker.workers import Workers

_MILLISECONDS = 20_000
ENDLESS = Path("/runs/endless")


@pytest.fixture
def look(qtbot: QtBot, looking_workers: Workers) -> LayerLook:
    return LayerLook(workers=looking_workers)


def test_what_was_found_is_told(look: LayerLook, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.found, timeout=_MILLISECONDS) as found:
        look.look(InspectLayer(layer="conv1_conv"))

    assert found.args is not None
    assert found.args[0].layer == "conv1_conv"
    qtbot.waitUntil(lambda: not look.is_under_way, timeout=_MILLISECONDS)


def test_a_wish_rests_before_it_is_sent(look: LayerLook, looking_workers: Workers, qtbot: QtBot) -> None:
    look.look(InspectLayer(layer="conv1_conv", run=ENDLESS))
    assert looking_workers.viewer.jobs == ()
    assert look.is_under_way

    qtbot.waitUntil(lambda: len(looking_workers.viewer.jobs) == 1)


def test_answer_that_comes_too_late_is_not_told(look: LayerLook, looking_workers: Workers, qtbot: QtBot) -> None:
    # Given a look under way
    look.look(InspectLayer(layer="conv1_conv", run=ENDLESS))
    qtbot.waitUntil(lambda: bool(looking_workers.viewer.jobs))
    job = looking_workers.viewer.jobs[0]
    # When another one is wished, and then the answer to the first one comes out of the pipe
    look.look(InspectLayer(layer="conv1_bn"))
    late = LayerInspected(layer="conv1_conv", source="", configuration=(), histograms=())
    with qtbot.assertNotEmitted(look.found):
        job.take(JobEnded(job.number, Outcome.DONE, result=late))
    # Then only the second one is told
    with qtbot.waitSignal(look.found, timeout=_MILLISECONDS) as found:
        pass
    assert found.args is not None
    assert found.args[0].layer == "conv1_bn"


def test_given_up_look_tells_nothing(look: LayerLook, looking_workers: Workers, qtbot: QtBot) -> None:
    look.look(InspectLayer(layer="conv1_conv", run=ENDLESS))
    qtbot.waitUntil(lambda: bool(looking_workers.viewer.jobs))

    with qtbot.assertNotEmitted(look.found), qtbot.assertNotEmitted(look.failed):
        look.give_up()
        qtbot.waitUntil(lambda: not looking_workers.viewer.jobs, timeout=_MILLISECONDS)

    assert not look.is_under_way


def test_failure_is_told(look: LayerLook, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.failed, timeout=_MILLISECONDS) as failed:
        look.look(InspectLayer(layer="conv1_conv", run=Path("/runs/damaged")))

    assert failed.args is not None
    assert failed.args[0].message == "/runs/damaged is damaged."


def test_workers_that_are_closed_end_the_look(look: LayerLook, looking_workers: Workers, qtbot: QtBot) -> None:
    looking_workers.close()

    look.look(InspectLayer(layer="conv1_conv"))

    qtbot.waitUntil(lambda: not look.is_under_way)
