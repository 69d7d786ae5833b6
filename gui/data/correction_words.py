"""What the Edit menu says of corrections of a data folder; plain functions on numbers and names."""

from __future__ import annotations


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


def _pictures(count: int) -> str:
    return "1 picture" if count == 1 else f"{count:,} pictures"
