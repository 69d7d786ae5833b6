"""Which exports are under way, noted among the user's own data: what a killed one left is found by the next start.

A note is a small file that names a destination, held while the export goes on (`core.unfinished_files`). What is to be
done about an export that was killed is `core.leftovers`' concern.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from core.places import export_journal_folder
from core.unfinished_files import Hold, hold_new_file, remove_if_abandoned

_SUFFIX = ".export"
#: An export to a disk that has not been there for so long is forgotten.
_FORGOTTEN_AFTER_SECONDS = 90 * 24 * 3600.0


@contextmanager
def noted(destination: Path) -> Iterator[None]:
    """Note that something is being exported to `destination`, absolute, until it is done or has failed.

    Where no note can be written, the export does without.
    """
    note = export_journal_folder() / f"{secrets.token_hex(8)}{_SUFFIX}"
    hold = Hold(None)
    with suppress(OSError):
        note.parent.mkdir(parents=True, exist_ok=True)
        hold = hold_new_file(note)
        note.write_bytes(str(destination).encode("utf-8", errors="surrogateescape"))
    try:
        yield
    finally:
        with suppress(OSError):
            note.unlink(missing_ok=True)
        hold.release()


def see_to_killed_exports(clear_up: Callable[[Path], bool]) -> None:
    """Give each destination whose export was killed to `clear_up`, and forget it when that says that it is done."""
    for note in export_journal_folder().glob(f"*{_SUFFIX}"):
        remove_if_abandoned(note, unless=lambda note=note: not _is_done(note, clear_up))  # type: ignore[misc]


def _is_done(note: Path, clear_up: Callable[[Path], bool]) -> bool:
    try:
        text = note.read_bytes().decode("utf-8", errors="surrogateescape")
        destination, age = Path(text), time.time() - note.stat().st_mtime
    except OSError:
        return False
    if not destination.is_absolute() or "\0" in text:  # Killed while the note was written: before anything else was.
        return True
    return clear_up(destination) or age > _FORGOTTEN_AFTER_SECONDS
