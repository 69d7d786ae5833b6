"""The worker's process: takes requests from its standard input, answers on its standard output, dies with its window.

It wires the pipe, the log, the job board and the threads. What a request means is said in `core.worker.answers`;
who starts this process is `core.worker.client`.
"""

from __future__ import annotations

import argparse
import importlib
import io
import logging
import os
import signal
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import Never

from core.messages import ChangePlan, Lane, Pause, Shutdown, Stop, Submit, UndoPlanChange, WorkerReady
from core.worker.failures import failure_of_exception
from core.worker.job_board import Answer, JobBoard
from core.worker.keras_import import describe_keras
from core.worker.log_file import ForgivingFile, log_file, start_logging
from core.worker.memory_shortage import NO_MEMORY_STATUS
from core.worker.pipe import Pipe, pack
from core.worker.stillborn_threads import watch_for_stillborn_threads

DEFAULT_ANSWERS = "core.worker.answers:answer_request"

#: How long running jobs have to end by themselves after a `Shutdown`, in seconds.
SHUTDOWN_GRACE = 1.5

_log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Be a worker until the window is gone or says so. Never returns in practice: the process ends itself."""
    options = _read_arguments(arguments)
    pipe = _take_over_standard_streams()
    start_logging(options.name)
    # Ctrl+C in the terminal is for the parent, which then ends the worker in good order.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    watch_for_stillborn_threads(partial(os._exit, NO_MEMORY_STATUS))
    board = JobBoard(
        answer=_function_named(options.answers), send=partial(_send, pipe), log_file=log_file(options.name)
    )
    for lane in (Lane.FILES, Lane.PICTURES):
        threading.Thread(target=_work, args=(board, lane), name=lane.value, daemon=True).start()
    threading.Thread(target=_take_requests, args=(pipe, board), name="requests", daemon=True).start()
    _send(pipe, _get_ready(name=options.name, preload=options.preload))
    _work(board, Lane.COMPUTE)


def _read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="core.worker", description="The worker's process of Frostline.")
    parser.add_argument("--name", default="worker", help="names the log file")
    parser.add_argument("--preload", action="store_true", help="import Keras at once")
    parser.add_argument("--answers", default=DEFAULT_ANSWERS, help="module:function that answers requests")
    return parser.parse_args(arguments)


def _take_over_standard_streams() -> Pipe:
    """Keep standard input and output for the pipe alone, out of reach of everything that prints or reads.

    The duplicates aren't inherited by children; what they and we print goes to standard error, the log.
    """
    incoming, outgoing = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    log = io.BufferedWriter(ForgivingFile(2, "w", closefd=False))
    sys.stdout = sys.stderr = io.TextIOWrapper(log, encoding="utf-8", errors="backslashreplace", line_buffering=True)
    return Pipe(incoming=os.fdopen(incoming, "rb", buffering=0), outgoing=os.fdopen(outgoing, "wb", buffering=0))


def _function_named(name: str) -> Answer:
    module, _, function = name.partition(":")
    answer: Answer = getattr(importlib.import_module(module), function)
    return answer


def _work(board: JobBoard, lane: Lane) -> Never:
    """Run the jobs of a lane for ever. A lane that can't even tell how a job ended ends the process.

    With no memory left for the last word on a job, nobody else would ever hear of its end.
    """
    try:
        board.work(lane)
    except BaseException as error:
        with suppress(BaseException):
            _log.exception("The lane %s can't go on", lane.value)
        os._exit(_status_of(error))  # The client sees to our children, and tells by the status what happened.
    os._exit(1)


def _get_ready(*, name: str, preload: bool) -> WorkerReady:
    if not preload:
        return WorkerReady(os.getpid(), backend="", device="")
    try:
        backend, device = describe_keras()
    except Exception as error:
        _log.exception("Keras can't be imported")
        failure = failure_of_exception(error, log_file(name))
        return WorkerReady(os.getpid(), backend="", device="", failure=failure)
    return WorkerReady(os.getpid(), backend=backend, device=device)


def _take_requests(pipe: Pipe, board: JobBoard) -> None:
    try:
        while True:
            _take_request(pipe.receive(), board)
    except EOFError:
        _leave_nothing_behind()
    except BaseException as error:  # Without memory for a message it would be deaf, to the end of its window, too.
        with suppress(BaseException):
            _log.exception("The pipe can't be read")
        os._exit(_status_of(error))


def _status_of(error: BaseException) -> int:
    short = isinstance(error, MemoryError) or getattr(error, "kind", "") == "out_of_memory"
    return NO_MEMORY_STATUS if short else 1


def _take_request(message: object, board: JobBoard) -> None:
    match message:
        case Submit(job, request):
            board.submit(job, request)
        case Stop(job):
            board.stop(job)
        case Pause(job, paused):
            board.pause(job, paused)
        case ChangePlan() | UndoPlanChange():
            board.wish(message)
        case Shutdown():
            board.stop_everything()
            board.wait_until_idle(SHUTDOWN_GRACE)
            # The client is there to see to our children; this exit status tells it that all is well.
            os._exit(0)
        case _:
            _log.error("Not a message for a worker: %r", message)


def _send(pipe: Pipe, message: object) -> None:
    packed = pack(message)
    try:
        pipe.send_packed(packed)
    except OSError:
        _leave_nothing_behind()


def _leave_nothing_behind() -> Never:
    """End this process at once, and the children that it may have: the client, who would see to them, is gone."""
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(0)
