"""Which processes of the program are alive: those that a fault test started, with a home of their own."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from tests.faults.amount import amount

#: Long enough on a busy machine, in full on a very busy one: what is waited for is there much sooner.
PATIENCE_SECONDS = float(amount(120, 600))


def processes_of(home: Path) -> dict[int, str]:
    """Return the number and the command of every living process but this one with FROSTLINE_HOME=`home`."""
    mark = f"FROSTLINE_HOME={home}".encode()
    found: dict[int, str] = {}
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit() or int(folder.name) == os.getpid():
            continue
        try:
            if mark in (folder / "environ").read_bytes().split(b"\0"):
                found[int(folder.name)] = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:  # It ended meanwhile, or is another user's; a dead one that waits for its parent has none.
            continue
    return found


def wait_until_none_is_left(home: Path, *, but: int | None = None) -> None:
    """Wait until every process of `home` has ended by itself, all but that of one number."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while left := {number: command for number, command in processes_of(home).items() if number != but}:
        assert time.monotonic() < deadline, f"still there: {left}"
        time.sleep(0.02)


def kill_all_of(home: Path) -> None:
    """End whatever a failed test has left."""
    for number in processes_of(home):
        try:
            os.kill(number, signal.SIGKILL)
        except ProcessLookupError:
            continue
