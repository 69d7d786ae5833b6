"""How exceptions and deaths become a `Failure`: a sentence and a remedy, never a traceback.

The traceback of an unforeseen exception is in the log, which the hint names.
"""

from __future__ import annotations

import signal
from pathlib import Path

from core.disk_errors import failure_of_disk
from core.errors import Failure, FrostlineError
from core.messages import Request
from core.worker.memory_shortage import (
    NO_MEMORY_STATUS,
    how_to_need_less,
    is_for_want_of_memory,
    with_those_before,
)

_WHAT_A_SIGNAL_MEANS = {
    "SIGKILL": "most likely by the system, which had run out of memory",
    "SIGSEGV": "after a fault in native code, often of a driver",
    "SIGBUS": "after a fault in native code, or on a full disk",
    "SIGABRT": "by native code that gave up",
    "SIGILL": "by an instruction that this processor doesn't have",
    "SIGFPE": "by an arithmetic fault in native code",
    "SIGTERM": "by the system or another program",
}

#: How native code dies that is at fault itself.
_NATIVE_FAULTS = frozenset({"SIGSEGV", "SIGBUS", "SIGABRT"})

#: With it the system's loader ends a process for which it can't load a library; one is loaded whenever it is needed.
_NO_LIBRARY = 127


def failure_of_exception(error: BaseException, log_file: Path, request: type[Request] | None = None) -> Failure:
    """Return what to tell of an exception that ended a job. request: of which kind, where it is one of the window's.

    Kinds: that of a `FrostlineError`; `out_of_memory`; those of `failure_of_disk`; `internal` for everything else.
    """
    if isinstance(error, FrostlineError):
        return error.as_failure()
    if is_for_want_of_memory(error):
        message = "There was not enough memory for this job."
        return Failure(kind="out_of_memory", message=message, hint=how_to_need_less(request))
    # Libraries stumble over what an error has left, and raise another one on top of it.
    for one in with_those_before(error):
        disk = failure_of_disk(one) if isinstance(one, OSError) else None
        if disk is not None:
            return disk
    return Failure(
        kind="internal",
        message=f"Something unforeseen went wrong ({_first_line(error)}).",
        hint=f"What exactly happened is in the log file {log_file}.",
    )


def failure_of_death(exit_code: int | None, log_file: Path, request: type[Request] | None = None) -> Failure:
    """Return what to tell of a job that a dead worker leaves behind (kind `crashed`). request: the job's kind."""
    out_of_memory = signal_name(exit_code) == "SIGKILL" or exit_code in (_NO_LIBRARY, NO_MEMORY_STATUS)
    again = f"Try again. The last words of the worker are in {log_file}."
    hint = how_to_need_less(request) if out_of_memory else again
    return Failure(kind="crashed", message=describe_death(exit_code), hint=hint)


def describe_death(exit_code: int | None) -> str:
    """Return a sentence on how the worker's process died. None: it could not be started."""
    if exit_code is None:
        return "The worker could not be started."
    name = signal_name(exit_code)
    if exit_code == _NO_LIBRARY:
        return "The worker ended by itself: a library could not be loaded, most likely because memory had run out."
    if exit_code == NO_MEMORY_STATUS:
        return "The worker ended by itself: memory had run out, so that it could not go on."
    if not name:
        return f"The worker ended by itself with exit status {exit_code}."
    meaning = _WHAT_A_SIGNAL_MEANS.get(name)
    return f"The worker was ended by the signal {name}{', ' + meaning if meaning else ''}."


def is_native_fault(exit_code: int | None) -> bool:
    """Whether a process died of a fault in native code, as of a driver."""
    return signal_name(exit_code) in _NATIVE_FAULTS


def signal_name(exit_code: int | None) -> str:
    """Return the name of the signal behind an exit code of `subprocess`; '' when there was none."""
    if exit_code is None or exit_code >= 0:
        return ""
    try:
        return signal.Signals(-exit_code).name
    except ValueError:
        return f"number {-exit_code}"


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return f"{type(error).__name__}: {lines[0][:200]}" if lines else type(error).__name__
