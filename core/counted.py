"""A number with its noun, as sentences of the command line and of the window say it."""

from __future__ import annotations


def counted(number: int, one: str, many: str = "") -> str:
    """Return `1 file`, `1,200 files`. many: the plural where it is not `one` with an s."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
