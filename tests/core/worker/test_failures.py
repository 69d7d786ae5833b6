"""What is told of an exception that nobody foresaw: its cause, where that is the memory or the disk."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from core.worker.failures import failure_of_death, failure_of_exception

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
        (OSError(errno.ENOSPC, "No space left on device", "/full/model.keras"), "disk_full"),
        (OSError(errno.EFBIG, "File too large"), "disk_full"),
        (OSError(errno.EROFS, "Read-only file system", "/fixed/run.json"), "cannot_write"),
        (PermissionError(errno.EACCES, "Permission denied", "/secret/1.png"), "cannot_open"),
        (ZeroDivisionError(), "internal"),
    ],
    ids=["memory", "full", "too large", "read-only", "forbidden", "anything else"],
)
def test_the_cause_is_told_and_not_what_came_of_it(first: BaseException, kind: str) -> None:
    for error in (first, on_top_of(first)):
        failure = failure_of_exception(error, LOG)

        assert failure.kind == kind
        assert failure.message.endswith(".")
        assert failure.hint
        name = getattr(first, "filename", None)
        assert name is None or name in failure.message


def test_a_worker_that_finds_no_memory_for_a_library_is_told_as_out_of_memory() -> None:
    failure = failure_of_death(127, LOG)

    assert failure.kind == "crashed"
    assert "memory had run out" in failure.message
    assert "batch size" in failure.hint
