"""The log file of the command line: what a person is not shown, tracebacks above all."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path

from core import places

_LARGEST_BYTES, _OLDER_FILES = 1_000_000, 3


def log_file() -> Path:
    """Return the path of the log file."""
    return places.log_folder() / "command_line.log"


@contextmanager
def logging_to_file(*, to_the_person_too: bool) -> Iterator[None]:
    """Write log records and Python's warnings to the log file; `to_the_person_too`: to standard error as well.

    Where no log file can be written (a read-only home), the command works without one.
    """
    handlers = _file_handlers() + ([logging.StreamHandler()] if to_the_person_too else [])
    root = logging.getLogger()
    previous_level = root.level
    root.setLevel(logging.INFO)
    if not to_the_person_too:
        # TensorFlow's logger has a handler of its own that writes to standard error.
        logging.getLogger("tensorflow").setLevel(logging.ERROR)
    for handler in handlers:
        handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"))
        root.addHandler(handler)
    logging.captureWarnings(True)
    try:
        yield
    finally:
        logging.captureWarnings(False)
        root.setLevel(previous_level)
        for handler in handlers:
            root.removeHandler(handler)
            handler.close()


class _QuietFileHandler(RotatingFileHandler):
    """A log file whose own trouble (a full disk) is nobody's concern while a job runs."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """Drop the record."""


def _file_handlers() -> list[logging.Handler]:
    try:
        file: Path = log_file()
        file.parent.mkdir(parents=True, exist_ok=True)
        return [_QuietFileHandler(file, maxBytes=_LARGEST_BYTES, backupCount=_OLDER_FILES, encoding="utf-8")]
    except OSError:
        return []
