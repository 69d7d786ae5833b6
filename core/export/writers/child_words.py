"""How a process that writes an export tells how far it is: a line on its stdout, which `own_process` reads.

Frameworks print what they like, so such a line has a beginning of its own.
"""

from __future__ import annotations

_BEGINNING = "@frostline-progress"


def say_progress(stage: str, done: int, total: int) -> None:
    """Tell the process that started this one that `done` of `total` units of `stage` are done."""
    print(_BEGINNING, stage, done, total, flush=True)


def heard_progress(line: str) -> tuple[str, int, int] | None:
    """Return what a line says of progress, None where it is something else."""
    words = line.split()
    if len(words) != 4 or words[0] != _BEGINNING:
        return None
    return words[1], int(words[2]), int(words[3])
