"""The exit statuses of the command line: part of the contract with other people's scripts."""

from __future__ import annotations

from enum import IntEnum


class ExitStatus(IntEnum):
    """How a command ended, as the shell sees it."""

    DONE = 0
    UNUSABLE_INPUT = 2
    FAILED = 3
    INTERRUPTED = 130
