"""The two workers together: routes, what the status bar says, warming, closing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pytestqt.qtbot import QtBot

from core.messages import Request, WarmUp
from gui.worker.routes import ROUTES, TRAINER_PHRASES, Route
from gui.worker.workers import LOADING, PAUSED, STOPPING, Workers

if TYPE_CHECKING:
    from tests.gui.worker.conftest import MakeMaker, MakeRequest

PATIENCE = 60_000


def _finish(qtbot: QtBot, workers: Workers, request: Request) -> None:
    with qtbot.waitSignal(workers.submit(request).ended, timeout=PATIENCE):
        pass


def test_every_request_has_a_route_and_the_trainers_a_phrase() -> None:
    assert set(ROUTES) == set(Request.__subclasses__())
    assert set(TRAINER_PHRASES) == {request for request, route in ROUTES.items() if route is Route.TRAINER}


def test_the_viewer_answers_while_the_trainer_trains(
    qtbot: QtBot, workers: Workers, compute: MakeRequest, files: MakeRequest
) -> None:
    training = workers.submit(compute("until_stopped"))

    scan = workers.submit(files("nothing"))
    with qtbot.waitSignal(scan.finished, timeout=PATIENCE):
        pass

    assert training.running
    assert workers.trainer.process_id != workers.viewer.process_id


def test_the_trainers_readiness_is_told(qtbot: QtBot, workers: Workers, compute: MakeRequest) -> None:
    with qtbot.waitSignal(workers.trainer_ready, timeout=PATIENCE) as ready:
        workers.submit(compute("nothing"))

    assert ready.args[0].process_id == workers.trainer.process_id


def test_what_the_trainer_does_is_told_in_a_phrase(
    qtbot: QtBot, workers: Workers, compute: MakeRequest, files: MakeRequest
) -> None:
    # Given the phrases as they come
    phrases: list[str] = []
    workers.busy_changed.connect(phrases.append)

    def wait_for(phrase: str) -> None:
        qtbot.waitUntil(lambda: phrases[-1:] == [phrase], timeout=PATIENCE)

    # When a job runs, is paused, goes on and is stopped, while the viewer works, too
    job = workers.submit(compute("until_stopped"))
    wait_for("Exporting")
    _finish(qtbot, workers, files("nothing"))
    job.set_paused(True)
    job.set_paused(False)
    job.stop()
    wait_for("")

    # Then each state was told once
    assert phrases == [LOADING, "Exporting", PAUSED, "Exporting", STOPPING, ""]


def test_a_crash_of_either_worker_is_told(
    qtbot: QtBot, workers: Workers, compute: MakeRequest, files: MakeRequest
) -> None:
    for request in (compute("die exit"), files("die exit")):
        with qtbot.waitSignal(workers.worker_crashed, timeout=PATIENCE) as told:
            workers.submit(request)
        assert "exit status 7" in told.args[0]


def test_a_given_up_worker_can_be_restarted_and_the_other_is_left_alone(
    qtbot: QtBot, client_maker: MakeMaker, compute: MakeRequest, files: MakeRequest
) -> None:
    workers = Workers(trainer=client_maker("trainer"), viewer=client_maker("viewer", command=["/no/such/python"]))
    _finish(qtbot, workers, compute("nothing"))
    trainer = workers.trainer.process_id

    with qtbot.waitSignal(workers.worker_given_up, timeout=PATIENCE):
        workers.submit(files("nothing"))
    with qtbot.waitSignal(workers.worker_given_up, timeout=PATIENCE):
        workers.restart()

    assert workers.trainer.process_id == trainer
    workers.close()


def test_the_viewer_is_warmed_once_both_workers_have_time(
    qtbot: QtBot, client_maker: MakeMaker, compute: MakeRequest, files: MakeRequest
) -> None:
    # Given a viewer at work
    workers = Workers(trainer=client_maker("trainer"), viewer=client_maker("viewer"))
    scan = workers.submit(files("until_stopped"))
    workers.submit(compute("nothing"))
    qtbot.waitUntil(lambda: scan.has_started and not workers.trainer.jobs, timeout=PATIENCE)

    # When it is to be warmed
    seen: set[Request] = set()
    workers.viewer.activity_changed.connect(lambda: seen.update(job.request for job in workers.viewer.jobs))
    workers.warm_viewer()
    workers.warm_viewer()
    assert list(workers.viewer.jobs) == [scan]

    # Then that happens when its work is over, and not again
    scan.stop()
    qtbot.waitUntil(lambda: WarmUp() in seen and not workers.viewer.jobs, timeout=PATIENCE)
    workers.warm_viewer()
    assert list(workers.viewer.jobs) == []
    workers.close()


def test_closing_takes_both_workers_along(
    qtbot: QtBot, workers: Workers, compute: MakeRequest, files: MakeRequest
) -> None:
    jobs = [workers.submit(compute("until_stopped")), workers.submit(files("until_stopped"))]
    qtbot.waitUntil(lambda: all(job.has_started for job in jobs), timeout=PATIENCE)

    workers.close()
    workers.close()

    assert (workers.trainer.process_id, workers.viewer.process_id) == (None, None)
    qtbot.waitUntil(lambda: not any(job.running for job in jobs), timeout=PATIENCE)
