"""What is told of an exception that nobody foresaw: its cause, where that is the memory or the disk."""

from __future__ import annotations

import errno
import signal
from pathlib import Path

import pytest

from core.messages import Export, Predict, ScanFolder, Train
from core.worker.failures import failure_of_death, failure_of_exception
from core.worker.memory_shortage import NO_MEMORY_STATUS

LOG = Path("/somewhere/worker.log")


def on_top_of(first: BaseException) -> BaseException:
    """Return the error of a library that stumbled over what `first` had left, as Keras does when it saves a model."""
    try:
        try:
            raise first
        finally:
            raise ValueError("I/O operation on closed file.")
    except ValueError as error:
        return error


@pytest.mark.parametrize(
    ("first", "kind"),
    [
        (MemoryError(), "out_of_memory"),
        (RuntimeError("can't start new thread"), "out_of_memory"),
        (ImportError("libtensorflow_cc.so.2: failed to map segment from shared object"), "out_of_memory"),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), "out_of_memory"),
        (OSError(errno.ENOSPC, "No space left on device", "/full/model.keras"), "disk_full"),
        (OSError(errno.EFBIG, "File too large"), "disk_full"),
        (OSError(errno.EROFS, "Read-only file system", "/fixed/run.json"), "cannot_write"),
        (PermissionError(errno.EACCES, "Permission denied", "/secret/1.png"), "cannot_open"),
        (ZeroDivisionError(), "internal"),
    ],
    ids=["memory", "threads", "libraries", "system", "full", "too large", "read-only", "forbidden", "anything else"],
)
def test_the_cause_is_told_and_not_what_came_of_it(first: BaseException, kind: str) -> None:
    for error in (first, on_top_of(first)):
        failure = failure_of_exception(error, LOG)

        assert failure.kind == kind
        assert failure.message.endswith(".")
        assert failure.hint
        name = getattr(first, "filename", None)
        assert name is None or name in failure.message


@pytest.mark.parametrize(
    "exit_code", [-signal.SIGKILL, 127, NO_MEMORY_STATUS], ids=["killed", "no library", "by itself"]
)
def test_a_worker_that_had_no_memory_is_told_with_what_helps_its_job(exit_code: int) -> None:
    failures = {kind: failure_of_death(exit_code, LOG, kind) for kind in (Train, ScanFolder, Export, Predict)}

    assert {one.kind for one in failures.values()} == {"crashed"}
    assert all("run out of memory" in one.message or "memory had run out" in one.message for one in failures.values())
    assert all("lose other programs" in one.hint for one in failures.values())
    assert [kind for kind, one in failures.items() if "batch size" in one.hint] == [Train]
    assert "export again" in failures[Export].hint
    assert "check the folder again" in failures[ScanFolder].hint
