"""What the window says of corrections of a data folder; plain functions on numbers and names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gui.language.translate import tr


def exclude_in_words(count: int) -> str:
    """Return 'leave out 3 pictures'."""
    return tr("leave out {pictures}", pictures=_pictures(count))


def include_in_words(count: int) -> str:
    """Return 'include 3 pictures again'."""
    return tr("include {pictures} again", pictures=_pictures(count))


def keep_in_words(count: int) -> str:
    """Return 'keep the class of 3 pictures'."""
    return tr("keep the class of {pictures}", pictures=_pictures(count))


def move_in_words(count: int, class_name: str) -> str:
    """Return 'count 3 pictures as bees'."""
    return tr("count {pictures} as {class_name}", pictures=_pictures(count), class_name=class_name)


def add_in_words(count: int, class_name: str) -> str:
    """Return 'add 3 pictures to bees'."""
    return tr("add {pictures} to {class_name}", pictures=_pictures(count), class_name=class_name)


def trash_in_words(count: int) -> str:
    """Return 'move 3 pictures to the trash'."""
    return tr("move {pictures} to the trash", pictures=_pictures(count))


def rename_in_words(count: int) -> str:
    """Return 'rename 3 pictures'."""
    return tr("rename {pictures}", pictures=_pictures(count))


def not_trashed_in_words(failed: Sequence[tuple[Path, str]]) -> tuple[str, str]:
    """Return which files can't be moved to the trash, and what to do. failed: each with the system's reason."""
    (file, reason), count = failed[0], len(failed)
    why = f" ({reason.rstrip('.')})" if reason and "unknown" not in reason.lower() else ""
    if count == 1:
        message = tr("{file} can't be moved to the trash{why}.", file=file, why=why)
        return message, tr(
            "It stays where it is. Leave it out (Del) so that nothing is learnt from it; on a disk without a trash, "
            "delete it in your file manager."
        )
    message = tr(
        "{count:,} pictures can't be moved to the trash, such as {file}{why}.", count=count, file=file, why=why
    )
    return message, tr(
        "They stay where they are. Leave them out (Del) so that nothing is learnt from them; on a disk without a "
        "trash, delete them in your file manager."
    )


def _pictures(count: int) -> str:
    return tr("1 picture") if count == 1 else tr("{count:,} pictures", count=count)
