"""What a command says, in one of two languages: JSON lines for programs, text for people.

Commands report events and never print. What an event looks like is in `event_json` and `event_text`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol, TextIO

from core.command_line.event_json import event_line, failure_line
from core.command_line.event_text import is_aside, text_of
from core.command_line.progress_display import ProgressDisplay
from core.errors import Failure
from core.messages import BatchFinished, Event, Progress


class Output(Protocol):
    """Where a command reports to."""

    #: Whether nobody reads standard output any more (`frostline train ... | head`).
    reader_gone: bool
    #: Why a line could not be written to standard output (`... > FILE` on a full disk); the job goes on all the same.
    unwritten: OSError | None

    def report(self, event: Event) -> None:
        """Tell of an event."""

    def failed(self, failure: Failure) -> None:
        """Tell that the command failed, and why."""

    def close(self) -> None:
        """Leave the terminal tidy."""


class JsonOutput:
    """One JSON object a line on `results`. Batches are left out: their epoch and the progress say the same."""

    def __init__(self, results: TextIO, *, when_reader_is_gone: Callable[[], None]) -> None:
        self._results = results
        self._when_reader_is_gone = when_reader_is_gone
        self.reader_gone = False
        self.unwritten: OSError | None = None

    def report(self, event: Event) -> None:
        """Print an event."""
        if not isinstance(event, BatchFinished):
            self._print(event_line(event))

    def failed(self, failure: Failure) -> None:
        """Print the event `failed`."""
        self._print(failure_line(failure))

    def close(self) -> None:
        """Do nothing: every line went out when it was printed."""

    def _print(self, line: str) -> None:
        if self.reader_gone:
            return
        try:
            print(line, file=self._results, flush=True)
        except BrokenPipeError:
            self.reader_gone = True
            self._when_reader_is_gone()
        except OSError as error:
            self.unwritten = self.unwritten or error


class TextOutput:
    """Results on `results`; progress, notices and failures on standard error."""

    def __init__(self, results: TextIO, *, when_reader_is_gone: Callable[[], None]) -> None:
        self._results = results
        self._when_reader_is_gone = when_reader_is_gone
        self._progress = ProgressDisplay(sys.stderr)
        self.reader_gone = False
        self.unwritten: OSError | None = None

    def report(self, event: Event) -> None:
        """Show an event, if it says something to a person."""
        if isinstance(event, Progress):
            with suppress(OSError):  # Standard error can't be written to: nothing is left to say that on.
                self._progress.show(event)
            return
        stream = sys.stderr if is_aside(event) else self._results
        for line in text_of(event):
            self._write(line, stream)

    def failed(self, failure: Failure) -> None:
        """Say what went wrong, and what to do about it."""
        self.close()
        for line in filter(None, (failure.message, failure.hint)):
            self._write(line, sys.stderr)

    def close(self) -> None:
        """Take the progress bar away."""
        with suppress(OSError):
            self._progress.close()

    def _write(self, line: str, stream: TextIO) -> None:
        if self.reader_gone:
            return
        try:
            self._progress.write(line, stream)
        except BrokenPipeError:
            self.reader_gone = True
            self._when_reader_is_gone()
        except OSError as error:
            if stream is self._results:
                self.unwritten = self.unwritten or error
