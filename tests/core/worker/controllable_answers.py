"""An answering function for workers under test: the word in the request says how the job behaves.

`Export.format` is the word of a COMPUTE job, `PrepareWeights.weights` that of a FILES job.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from core.errors import UnusableInput
from core.job_control import JobControl
from core.messages import Event, Export, MakeThumbnails, Nothing, Notice, PrepareWeights, Request


def answer(request: Request, control: JobControl) -> Event:
    match request:
        case Export(format=word) | PrepareWeights(weights=word):
            verb, _, rest = word.partition(" ")
        case MakeThumbnails():
            verb, rest = "thread", ""
        case _:
            verb, rest = "nothing", ""
    return _BEHAVIOURS[verb](rest, control) or Nothing()


def _nothing(_rest: str, _control: JobControl) -> None:
    return None


def _report(rest: str, control: JobControl) -> None:
    for number in range(int(rest)):
        control.report(Notice(message=str(number)))


def _say(rest: str, control: JobControl) -> None:
    saying: dict[str, Callable[[], object]] = {
        "pid": os.getpid,
        "folder": Path.cwd,
        "thread": lambda: threading.current_thread().name,
        "modules": lambda: " ".join(sorted(sys.modules)),
        "variable": lambda: os.environ.get("FROSTLINE_TEST_VARIABLE"),
        "card": lambda: os.environ.get("CUDA_VISIBLE_DEVICES"),
        "input": lambda: repr(sys.stdin.read()),
    }
    control.report(Notice(message=str(saying[rest]())))


def _thread(_rest: str, control: JobControl) -> None:
    _say("thread", control)


def _until_stopped(_rest: str, control: JobControl) -> None:
    control.report(Notice(message="started"))
    control.stop_requested.wait()
    control.raise_if_stopped()


def _wait(rest: str, control: JobControl) -> None:
    control.stop_requested.wait(float(rest))


def _finish_when_stopped(_rest: str, control: JobControl) -> Event:
    control.report(Notice(message="started"))
    control.stop_requested.wait()
    return Notice(message="kept")


def _while_paused(_rest: str, control: JobControl) -> None:
    while not control.paused.is_set():
        control.raise_if_stopped()
        control.stop_requested.wait(0.005)
    control.report(Notice(message="paused"))
    control.wait_while_paused()


def _tell_a_wish(_rest: str, control: JobControl) -> None:
    while control.wishes.empty():
        control.raise_if_stopped()
        control.stop_requested.wait(0.005)
    control.report(Notice(message=repr(control.wishes.get())))


def _ignore_stop(_rest: str, control: JobControl) -> None:
    control.report(Notice(message="started"))
    threading.Event().wait()


def _ignore_everything(rest: str, control: JobControl) -> None:
    # The COMPUTE lane is the main thread, where alone the answer to a signal may be changed.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    _ignore_stop(rest, control)


def _raise(rest: str, _control: JobControl) -> None:
    errors: dict[str, BaseException] = {
        "internal": ZeroDivisionError("division by zero\nsecond line"),
        "foreseen": UnusableInput("The file is empty.", hint="Choose another."),
        "memory": MemoryError(),
        "disk": OSError(28, "No space left on device", "/somewhere/features"),
        "exit": SystemExit(3),
    }
    raise errors[rest]


def _unpicklable(_rest: str, _control: JobControl) -> Event:
    return Notice(message=lambda: "")  # type: ignore[arg-type]


def _print(_rest: str, control: JobControl) -> None:
    print("printed by a library, with an arrow →")
    os.write(1, b"written by native code\n")
    subprocess.run([sys.executable, "-c", "print('printed by a child')"], check=True)
    control.report(Notice(message="after the noise"))


def _child(_rest: str, control: JobControl) -> None:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    control.report(Notice(message=str(child.pid)))
    child.wait()


def _die(rest: str, control: JobControl) -> None:
    control.report(Notice(message="last words"))
    deaths: dict[str, Callable[[], object]] = {
        "killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
        "segfault": faulthandler._sigsegv,  # type: ignore[attr-defined]
        "exit": lambda: os._exit(7),
        "noise": _corrupt_the_pipe,
    }
    deaths[rest]()


def _corrupt_the_pipe() -> None:
    for descriptor in range(3, 20):
        try:
            os.write(descriptor, b"\xff" * 64)
        except OSError:
            continue
    threading.Event().wait()


_BEHAVIOURS: dict[str, Callable[[str, JobControl], Event | None]] = {
    "nothing": _nothing,
    "report": _report,
    "say": _say,
    "thread": _thread,
    "until_stopped": _until_stopped,
    "wait": _wait,
    "finish_when_stopped": _finish_when_stopped,
    "while_paused": _while_paused,
    "tell_a_wish": _tell_a_wish,
    "ignore_stop": _ignore_stop,
    "ignore_everything": _ignore_everything,
    "raise": _raise,
    "unpicklable": _unpicklable,
    "print": _print,
    "child": _child,
    "die": _die,
}
