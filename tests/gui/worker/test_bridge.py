"""A worker as the window sees it: signals on its thread, in order, once; restarts; an event loop that goes on."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from core.errors import Failure
from core.messages import JobEnded, Nothing, Notice, Outcome, WorkerReady
from gui.worker.bridge import Job, WorkerBridge
from gui.worker.workers import Workers

if TYPE_CHECKING:
    from tests.gui.worker.conftest import Listener, MakeMaker, MakeRequest

#: Milliseconds; long enough for a process to start on a busy machine.
PATIENCE = 60_000


def _wait_for_report(qtbot: QtBot, listener: Listener) -> str:
    qtbot.waitUntil(lambda: "reported" in listener.names, timeout=PATIENCE)
    notice = next(payload for name, payload in listener.told if name == "reported")
    assert isinstance(notice, Notice)
    return notice.message


def test_a_job_tells_its_story_in_order_on_the_windows_thread(
    qtbot: QtBot, bridge: WorkerBridge, compute: MakeRequest, listen: type[Listener]
) -> None:
    # Given a job of three reports
    job = bridge.submit(compute("report 3"))
    listener = listen(job)
    threads: set[int] = set()
    for told in (job.started, job.reported, job.finished, job.ended):
        told.connect(lambda *_: threads.add(threading.get_ident()))

    # When it comes to its end
    with qtbot.waitSignal(job.ended, timeout=PATIENCE):
        assert job.running

    # Then everything was told once, in order, where widgets may be touched
    end = JobEnded(job.number, Outcome.DONE, result=Nothing())
    reports = [("reported", Notice(message=str(number))) for number in range(3)]
    assert listener.told == [("started", None), *reports, ("finished", Nothing()), ("ended", end)]
    assert threads == {threading.get_ident()}
    assert not job.running


def test_a_worker_starts_at_its_first_job_and_says_when_it_is_ready(
    qtbot: QtBot, bridge: WorkerBridge, compute: MakeRequest
) -> None:
    assert bridge.process_id is None

    with qtbot.waitSignal(bridge.ready, timeout=PATIENCE) as ready:
        bridge.submit(compute("nothing"))
        assert bridge.is_starting

    assert ready.args == [WorkerReady(bridge.process_id or 0, backend="", device="")]
    assert not bridge.is_starting


def test_a_stopped_job_says_so_and_is_asked_once(
    qtbot: QtBot, bridge: WorkerBridge, compute: MakeRequest, listen: type[Listener]
) -> None:
    job = bridge.submit(compute("until_stopped"))
    listener = listen(job)
    _wait_for_report(qtbot, listener)

    with qtbot.waitSignal(job.ended, timeout=PATIENCE):
        job.stop()
        job.stop()
        assert job.stopping

    assert listener.names == ["started", "reported", "stopped", "ended"]
    job.stop()
    job.set_paused(True)
    assert not job.paused


def test_a_job_pauses_and_goes_on(
    qtbot: QtBot, bridge: WorkerBridge, compute: MakeRequest, listen: type[Listener]
) -> None:
    job = bridge.submit(compute("while_paused"))
    listener = listen(job)

    job.set_paused(True)
    assert _wait_for_report(qtbot, listener) == "paused"
    with qtbot.waitSignal(job.finished, timeout=PATIENCE):
        job.set_paused(False)


def test_a_failure_is_told_in_words(
    qtbot: QtBot, bridge: WorkerBridge, compute: MakeRequest, listen: type[Listener]
) -> None:
    job = bridge.submit(compute("raise foreseen"))
    listener = listen(job)

    with qtbot.waitSignal(job.ended, timeout=PATIENCE):
        pass

    failure = Failure(kind="unusable_input", message="The file is empty.", hint="Choose another.")
    assert ("failed", failure) in listener.told
    assert listener.names == ["started", "failed", "ended"]


def test_a_killed_worker_is_told_and_replaced_and_works_again(
    qtbot: QtBot, bridge: WorkerBridge, compute: MakeRequest, listen: type[Listener]
) -> None:
    # Given a running job
    job = bridge.submit(compute("until_stopped"))
    listener = listen(job)
    _wait_for_report(qtbot, listener)
    assert bridge.process_id is not None

    # When its worker is killed
    with qtbot.waitSignal(bridge.worker_crashed, timeout=PATIENCE) as crash:
        os.kill(bridge.process_id, signal.SIGKILL)

    # Then the job has failed before, the death is told in a sentence, and the next job is done
    assert listener.names == ["started", "reported", "failed", "ended"]
    assert "SIGKILL" in crash.args[0]
    with qtbot.waitSignal(bridge.submit(compute("nothing")).finished, timeout=PATIENCE):
        pass


def test_a_worker_that_dies_again_and_again_is_given_up_until_a_restart(
    qtbot: QtBot, bridge: WorkerBridge, compute: MakeRequest, listen: type[Listener]
) -> None:
    # Given a worker that was killed twice
    for _ in range(2):
        with qtbot.waitSignal(bridge.worker_crashed, timeout=PATIENCE):
            bridge.submit(compute("die killed"))

    # When it dies once more
    with qtbot.waitSignal(bridge.worker_given_up, timeout=PATIENCE) as told:
        bridge.submit(compute("die killed"))

    # Then it is told, and jobs fail at once instead of waiting for ever
    assert "SIGKILL" in told.args[0]
    assert bridge.is_given_up
    refused = bridge.submit(compute("nothing"))
    with qtbot.waitSignal(refused.failed, timeout=PATIENCE) as failed:
        pass
    assert failed.args[0].kind == "worker_given_up"

    # And a restart mends it
    with qtbot.waitSignal(bridge.ready, timeout=PATIENCE):
        bridge.restart()
    with qtbot.waitSignal(bridge.submit(compute("nothing")).finished, timeout=PATIENCE):
        pass


#: A worker whose start ends in the driver of a graphics card, unless it leaves that alone.
WITH_A_BROKEN_DRIVER = """
import faulthandler, os
if os.environ.get("CUDA_VISIBLE_DEVICES") != "-1":
    faulthandler._sigsegv()
from core.worker.process import main
main(["--name", "tested", "--answers", "controllable_answers:answer"])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals that tell of a fault")
def test_workers_that_a_driver_ends_at_their_start_go_on_without_graphics_cards(
    qtbot: QtBot, client_maker: MakeMaker, compute: MakeRequest, files: MakeRequest
) -> None:
    # Given a trainer that dies while it starts
    command = [sys.executable, "-c", WITH_A_BROKEN_DRIVER]
    workers = Workers(trainer=client_maker("trainer", command=command), viewer=client_maker("viewer"))
    try:
        with qtbot.waitSignal(workers.submit(files("nothing")).finished, timeout=PATIENCE):
            pass

        # When it is given a job
        with qtbot.waitSignal(workers.worker_crashed, timeout=PATIENCE) as crash:
            workers.submit(compute("nothing"))

        # Then what happened and what comes of it is told, once, and both workers compute on the CPU from now on
        assert "SIGSEGV" in crash.args[0]
        assert crash.args[0].endswith("the next one does without graphics cards, on the CPU.")
        for bridge, words in ((workers.trainer, compute), (workers.viewer, files)):
            said = bridge.submit(words("say card"))
            with qtbot.waitSignal(said.reported, timeout=PATIENCE) as report:
                pass
            assert report.args[0].message == "-1"
    finally:
        workers.close()


def test_a_worker_that_cannot_be_started_is_given_up_at_once(
    qtbot: QtBot, client_maker: MakeMaker, compute: MakeRequest
) -> None:
    bridge = WorkerBridge(make_client=client_maker(command=["/no/such/python"]))

    with qtbot.waitSignal(bridge.worker_given_up, timeout=PATIENCE):
        job = bridge.submit(compute("nothing"))

    assert not job.running
    bridge.close()


def test_a_job_that_must_be_ended_by_force_costs_no_crash(
    qtbot: QtBot, client_maker: MakeMaker, compute: MakeRequest, listen: type[Listener]
) -> None:
    # Given a job that doesn't listen
    bridge = WorkerBridge(make_client=client_maker(stop_grace=0.2))
    crashes: list[str] = []
    bridge.worker_crashed.connect(crashes.append)
    job = bridge.submit(compute("ignore_stop"))
    _wait_for_report(qtbot, listen(job))

    # When it is stopped, which takes force
    with qtbot.waitSignals([job.failed, bridge.ready], timeout=PATIENCE):
        job.stop()

    # Then a fresh worker is there, and nobody was alarmed
    with qtbot.waitSignal(bridge.submit(compute("nothing")).finished, timeout=PATIENCE):
        pass
    assert crashes == []
    bridge.close()


def test_a_job_is_stopped_when_its_owner_dies(
    qtbot: QtBot, bridge: WorkerBridge, compute: MakeRequest, listen: type[Listener]
) -> None:
    owner = QObject()
    job = bridge.submit(compute("until_stopped"), parent=owner)
    _wait_for_report(qtbot, listen(job))
    behind = bridge.submit(compute("nothing"))

    with qtbot.waitSignal(behind.finished, timeout=PATIENCE):
        owner.deleteLater()


def test_a_job_needs_neither_owner_nor_reference(qtbot: QtBot, bridge: WorkerBridge, compute: MakeRequest) -> None:
    ends: list[JobEnded] = []

    bridge.submit(compute("nothing")).ended.connect(ends.append)

    qtbot.waitUntil(lambda: len(ends) == 1, timeout=PATIENCE)
    assert bridge.jobs == ()


def test_an_owner_does_not_keep_the_jobs_that_have_ended(
    qtbot: QtBot, bridge: WorkerBridge, compute: MakeRequest
) -> None:
    owner = QObject()
    job = bridge.submit(compute("nothing"), parent=owner)

    qtbot.waitUntil(lambda: not bridge.jobs, timeout=PATIENCE)

    assert owner.findChildren(Job) == []
    assert not job.running


def test_closing_ends_every_job_once(
    qtbot: QtBot, bridge: WorkerBridge, compute: MakeRequest, listen: type[Listener]
) -> None:
    running, waiting = bridge.submit(compute("until_stopped")), bridge.submit(compute("nothing"))
    listeners = [listen(running), listen(waiting)]
    _wait_for_report(qtbot, listeners[0])

    bridge.close()
    late = bridge.submit(compute("nothing"))
    listeners.append(listen(late))

    qtbot.waitUntil(lambda: all("ended" in listener.names for listener in listeners), timeout=PATIENCE)
    assert [listener.names[-2:] for listener in listeners] == [["stopped", "ended"]] * 3
    assert bridge.process_id is None
    assert bridge.jobs == ()


def test_a_deleted_bridge_leaves_no_worker(qtbot: QtBot, client_maker: MakeMaker, compute: MakeRequest) -> None:
    owner = QObject()
    bridge = WorkerBridge(make_client=client_maker(), parent=owner)
    bridge.submit(compute("until_stopped"))
    client = bridge._client

    with qtbot.waitSignal(bridge.destroyed):
        owner.deleteLater()

    assert client.process_id is None


def test_the_event_loop_goes_on_while_workers_start_report_and_die(
    qtbot: QtBot, bridge: WorkerBridge, compute: MakeRequest
) -> None:
    # Given a clock that should tick every 5 ms
    ticks = [time.perf_counter()]
    clock = QTimer()
    clock.timeout.connect(lambda: ticks.append(time.perf_counter()))
    clock.start(5)

    # When a worker starts, reports a great deal, dies and is replaced
    with qtbot.waitSignal(bridge.submit(compute("report 500")).finished, timeout=PATIENCE):
        pass
    with qtbot.waitSignal(bridge.worker_crashed, timeout=PATIENCE):
        bridge.submit(compute("die killed"))
    with qtbot.waitSignal(bridge.submit(compute("nothing")).finished, timeout=PATIENCE):
        pass

    # Then nearly every tick came in time, on a machine that has other work: what blocks would show in many of them
    pauses = sorted(after - before for before, after in pairwise(ticks))
    assert pauses[int(len(pauses) * 0.9)] < 0.1
