"""Keeping the standard streams clean: only results on standard output, only words for people on standard error.

Compiled libraries write to the file descriptors without asking Python, and TensorFlow's remarks can't be switched off
(TF_CPP_MIN_LOG_LEVEL does nothing for most of them in 2.21). So the descriptors themselves are laid elsewhere while a
command runs: standard output to standard error, and standard error to the log file.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from typing import TextIO

_OUTPUT, _ERROR = 1, 2


@contextmanager
def results_stream(*, chatter: Path | None) -> Iterator[TextIO]:
    """Give the stream for results, the real standard output; whatever else prints there goes to standard error.

    chatter: the file for what compiled libraries write to standard error; None lets it through. What Python code
    writes to `sys.stderr` reaches the person all the same. Characters that a stream can't show are escaped.
    """
    with ExitStack() as stack:
        # Started without a stream (`2>&-`, a windowed program on Windows), Python has None in its place.
        outside = stack.enter_context(Path(os.devnull).open("w", encoding="utf-8"))
        errors = stack.enter_context(_private_copy(sys.stderr or outside, _ERROR))
        results = stack.enter_context(_private_copy(sys.stdout or outside, _OUTPUT))
        if results is not sys.stdout and results is not outside:
            stack.enter_context(_laid_to(_OUTPUT, errors))
        if chatter is not None and errors is not sys.stderr and errors is not outside:
            log = stack.enter_context(_writable(chatter).open("a", encoding="utf-8"))
            stack.enter_context(_laid_to(_ERROR, log))
        stack.enter_context(redirect_stderr(errors))
        stack.enter_context(redirect_stdout(errors))
        yield results


@contextmanager
def _private_copy(stream: TextIO, descriptor: int) -> Iterator[TextIO]:
    """Give a stream of our own to where `stream` leads; the same stream where a notebook or a test has replaced it."""
    if not _is_on(stream, descriptor):
        yield stream
        return
    stream.flush()
    copy = os.fdopen(os.dup(descriptor), "w", buffering=1, encoding=stream.encoding, errors="backslashreplace")
    try:
        yield copy
    finally:
        with suppress(OSError):
            copy.close()


@contextmanager
def _laid_to(descriptor: int, stream: TextIO) -> Iterator[None]:
    """Let a descriptor lead to where `stream` leads."""
    kept = os.dup(descriptor)
    os.dup2(stream.fileno(), descriptor)
    try:
        yield
    finally:
        os.dup2(kept, descriptor)
        os.close(kept)


def _writable(file: Path) -> Path:
    """Return `file` if it can be written to (a home may be read-only), else the place where words vanish."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8"):
            return file
    except OSError:
        return Path(os.devnull)


def _is_on(stream: TextIO, descriptor: int) -> bool:
    try:
        return stream.fileno() == descriptor
    except (OSError, AttributeError):
        return False
