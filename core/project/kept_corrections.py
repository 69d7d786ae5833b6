"""The corrections that a project remembers, against those that its folder of pictures has now.

Corrections live with the pictures, where scan, training and the command line all find them; a project keeps a copy, so
that a folder which came without them gets them back. Neither is ever overwritten with less.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from core.data.corrections import Corrections, change_corrections, read_corrections, write_corrections


class Standing(Enum):
    """How what is kept stands to what the folder has."""

    COVERED = "the folder has all of it"
    GIVEN_BACK = "the folder had none: it has it again"
    DIFFERENT = "the folder has others: nothing was changed"


def give_back(folder: Path, kept: Corrections) -> Standing:
    """Write what is kept where the folder has no corrections at all; return how the two stand.

    Raises:
        UnusableInput: the folder's corrections can't be read or written.

    """
    now = read_corrections(folder)
    if covers(now, kept):
        return Standing.COVERED
    if now:
        return Standing.DIFFERENT
    write_corrections(folder, kept)
    return Standing.GIVEN_BACK


def merge(folder: Path, kept: Corrections) -> Corrections:
    """Add what is kept to what the folder has, and return both; where they contradict, what is kept holds.

    Raises:
        UnusableInput: the folder's corrections can't be read or written.

    """
    return change_corrections(folder, lambda now: joined(now, kept))


def joined(now: Corrections, kept: Corrections) -> Corrections:
    """Return both; where they contradict, what is kept holds."""
    return Corrections(
        excluded=now.excluded | kept.excluded,
        moved={**now.moved, **kept.moved},
        inner_classes=now.inner_classes if kept.inner_classes is None else kept.inner_classes,
        kept=now.kept | kept.kept,
    )


def covers(now: Corrections, kept: Corrections) -> bool:
    """Whether nothing of what is kept is missing now."""
    return (
        kept.excluded <= now.excluded
        and kept.kept <= now.kept
        and dict(kept.moved).items() <= dict(now.moved).items()
        and kept.inner_classes in (None, now.inner_classes)
    )
