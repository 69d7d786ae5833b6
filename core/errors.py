"""What can go wrong for reasons a person can mend, each with a sentence and a remedy.

Every other exception is a fault of the program. The command line and the worker turn the
ones that live here into a `Failure`; nothing here formats, prints or logs.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """How a job failed, as it crosses the pipe and as `--json` prints it.

    kind: a stable word for programs (`weights_unavailable`, `folder_missing`, `crashed`, ...).
    message: one sentence that says what is wrong and with which file.
    hint: one sentence that says what to do about it.
    """

    kind: str
    message: str
    hint: str


class FrostlineError(Exception):
    """A foreseen failure: bad input, a missing file, no network, a full disk."""

    kind = "failed"

    def __init__(self, message: str, *, hint: str, kind: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        if kind is not None:
            self.kind = kind

    def as_failure(self) -> Failure:
        """Return the three words of this error in the form that crosses the pipe."""
        return Failure(kind=self.kind, message=self.message, hint=self.hint)


class UnusableInput(FrostlineError):
    """Something the user named can't be used as it is (exit status 2 on the command line)."""

    kind = "unusable_input"


class WeightsUnavailable(FrostlineError):
    """The ImageNet weights are neither in the cache nor to be had over the network."""

    kind = "weights_unavailable"


class ProcessSpoilt(FrostlineError):
    """The process in which it was raised can't be relied on any more: a worker is replaced by a new one."""


class Stopped(Exception):
    """Raised inside a job when the user asked it to stop; never an error."""
