"""The log file of a worker: where it is, and how it is rotated, opened and written to.

One file for each worker's name. The client opens it and gives it to the process as standard error, so that
what a library, the interpreter or a driver says last is kept too; the worker itself writes through `logging`.
"""

from __future__ import annotations

import faulthandler
import io
import logging
import os
import sys
from pathlib import Path
from typing import Any, BinaryIO

from core.places import log_folder

#: A file that has grown beyond this is put aside when the next worker starts.
LARGEST_LOG_FILE = 2 * 1024**2

#: How many files are kept: the present one, and those put aside with .1, .2 behind their name.
LOG_FILES_KEPT = 3


def log_file(worker_name: str) -> Path:
    """Return the path of the log file of the worker of that name."""
    return log_folder() / f"{worker_name}.log"


def open_log_file(worker_name: str) -> BinaryIO:
    """Open the worker's log file for a new process, at its end; put it aside first when it has grown too large.

    A folder that can't be written to costs the log, not the worker: then what is written goes nowhere.
    """
    file = log_file(worker_name)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _put_aside_when_large(file)
        return file.open("ab", buffering=0)
    except OSError:
        return Path(os.devnull).open("ab", buffering=0)


class ForgivingFile(io.FileIO):
    """A file whose own trouble (a full disk) is nobody's concern: what can't be written to it is lost, without a word.

    Else a library that prints a remark would fail, and the job with it.
    """

    def write(self, content: Any) -> int:
        """Write what can be written; say that everything was."""
        try:
            return super().write(content)
        except OSError:
            return memoryview(content).nbytes


def start_logging(worker_name: str) -> None:
    """Send `logging`, uncaught exceptions and the last words after a native crash to standard error."""
    logging.basicConfig(
        stream=sys.stderr,
        level=logging.INFO,
        format=f"%(asctime)s {worker_name} %(process)d %(levelname)s %(name)s: %(message)s",
        force=True,
    )
    faulthandler.enable(file=sys.stderr)


def _put_aside_when_large(file: Path) -> None:
    if not file.exists() or file.stat().st_size < LARGEST_LOG_FILE:
        return
    aside = [file, *(file.with_name(f"{file.name}.{number}") for number in range(1, LOG_FILES_KEPT))]
    try:
        for older, newer in zip(aside[:0:-1], aside[-2::-1], strict=True):
            if newer.exists():
                newer.replace(older)
    except OSError:  # Another window's worker holds it open, which Windows minds: go on writing to it.
        return
