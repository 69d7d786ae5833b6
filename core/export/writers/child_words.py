"""What a process that writes an export and the one that started it (`own_process`) have to do with each other.

It tells how far it is with a line on its stdout; frameworks print what they like, so such a line has a beginning of its
own. Its stdin is held open by the other: when that is killed, it ends.
"""

from __future__ import annotations

import os
import threading

_BEGINNING = "@frostline-progress"


def end_with_parent() -> None:
    """End this process, from now on, as soon as the one that started it is gone."""
    held = os.dup(0)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)  # On Windows, whatever looks at a stream that a thread reads from waits for that thread.
    os.close(nothing)
    threading.Thread(target=_end_when_closed, args=(held,), name="parent watch", daemon=True).start()


def _end_when_closed(held: int) -> None:
    while os.read(held, 1):
        pass
    os._exit(1)


def say_progress(stage: str, done: int, total: int) -> None:
    """Tell the process that started this one that `done` of `total` units of `stage` are done."""
    print(_BEGINNING, stage, done, total, flush=True)


def heard_progress(line: str) -> tuple[str, int, int] | None:
    """Return what a line says of progress, None where it is something else."""
    words = line.split()
    if len(words) != 4 or words[0] != _BEGINNING:
        return None
    return words[1], int(words[2]), int(words[3])
