"""What the window says of corrections of a data folder; plain functions on numbers and names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def exclude_in_words(count: int) -> str:
    """Return 'leave out 3 pictures'."""
    return f"leave out {_pictures(count)}"


def include_in_words(count: int) -> str:
    """Return 'include 3 pictures again'."""
    return f"include {_pictures(count)} again"


def keep_in_words(count: int) -> str:
    """Return 'keep the class of 3 pictures'."""
    return f"keep the class of {_pictures(count)}"


def move_in_words(count: int, class_name: str) -> str:
    """Return 'count 3 pictures as bees'."""
    return f"count {_pictures(count)} as {class_name}"


def add_in_words(count: int, class_name: str) -> str:
    """Return 'add 3 pictures to bees'."""
    return f"add {_pictures(count)} to {class_name}"


def trash_in_words(count: int) -> str:
    """Return 'move 3 pictures to the trash'."""
    return f"move {_pictures(count)} to the trash"


def rename_in_words(count: int) -> str:
    """Return 'rename 3 pictures'."""
    return f"rename {_pictures(count)}"


def not_trashed_in_words(failed: Sequence[tuple[Path, str]]) -> tuple[str, str]:
    """Return which files can't be moved to the trash, and what to do. failed: each with the system's reason."""
    (file, reason), count = failed[0], len(failed)
    why = f" ({reason.rstrip('.')})" if reason and "unknown" not in reason.lower() else ""
    if count == 1:
        message = f"{file} can't be moved to the trash{why}."
        hint = "It stays where it is. Leave it out (Del) so that nothing is learnt from it; on a disk without a trash, "
        return message, hint + "delete it in your file manager."
    message = f"{count:,} pictures can't be moved to the trash, such as {file}{why}."
    hint = "They stay where they are. Leave them out (Del) so that nothing is learnt from them; on a disk without a "
    return message, hint + "trash, delete them in your file manager."


def _pictures(count: int) -> str:
    return "1 picture" if count == 1 else f"{count:,} pictures"
