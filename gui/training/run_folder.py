"""What a user does to the folder of a run: notes, another name, the trash. Plain functions; a run is never deleted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFile

from core.errors import FrostlineError, UnusableInput
from core.whole_files import write_text
from gui.language.translate import tr
from gui.training.obstacles import why_not_run_name

NOTES_FILE = "notes.txt"

#: Windows keeps these names for itself, with any ending.
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
)
#: Bytes of a name that every file system takes.
_LONGEST_NAME = 255


def read_notes(run: Path) -> str:
    """Return the notes of the run in the folder `run`, '' without any.

    Raises:
        FrostlineError: there are some, but they can't be read.

    """
    file = run / NOTES_FILE
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise FrostlineError(
            tr("The notes in {file} can't be read: {strerror}.", file=file, strerror=error.strerror or error),
            hint=tr("See who may read this file."),
        ) from error


def write_notes(run: Path, text: str) -> None:
    """Write the notes of the run in the folder `run`, whole; no text removes the file.

    Raises:
        FrostlineError: they can't be written, or the run is gone.

    """
    file = run / NOTES_FILE
    try:
        if not run.is_dir():
            raise FileNotFoundError(tr("{run} is gone", run=run))
        if text.strip():
            write_text(file, text)
        else:
            file.unlink(missing_ok=True)
    except OSError as error:
        raise FrostlineError(
            tr("The notes can't be written to {file}: {strerror}.", file=file, strerror=error.strerror or error),
            hint=tr("Copy them to another place before you close this window."),
            kind="cannot_write",
        ) from error


def rename_run(run: Path, name: str) -> Path:
    """Give the folder of a run another name, and return where it is now.

    Raises:
        UnusableInput: the name can't be a folder's, or is taken.
        FrostlineError: the folder can't be renamed.

    """
    name = name.strip()
    why_not = why_not_rename(name)
    if why_not:
        raise UnusableInput(why_not, hint=tr("Choose another name."))
    renamed = run.with_name(name)
    if renamed == run:
        return run
    if _is_taken(renamed, run):
        raise UnusableInput(
            tr("There is a “{name}” in {parent} already.", name=name, parent=run.parent),
            hint=tr("Choose another name."),
        )
    try:
        run.rename(renamed)
    except OSError as error:
        raise FrostlineError(
            tr("{run} can't be renamed: {strerror}.", run=run, strerror=error.strerror or error),
            hint=tr("Close other programs that use the folder, and see that you may write there."),
        ) from error
    return renamed


def why_not_rename(name: str) -> str:
    """Return what is wrong with a new name for a run, or '' when nothing is."""
    if not name:
        return tr("The name of the run is empty.")
    why_not = why_not_run_name(name)
    if why_not:
        return why_not
    if name.startswith("."):
        return tr("The name of the run can't begin with a dot: such folders are hidden.")
    if name.endswith(".") or name.partition(".")[0].rstrip().casefold() in _RESERVED:
        return tr("“{name}” can't be the name of a folder on Windows.", name=name)
    if len(name.encode()) > _LONGEST_NAME:
        return tr("The name of the run is too long for a folder.")
    return ""


def _is_taken(renamed: Path, run: Path) -> bool:
    """Whether something else has that name; on some file systems a name in other letters is the same folder."""
    try:
        return renamed.exists() and not renamed.samefile(run)
    except OSError:
        return True


def move_to_trash(run: Path) -> None:
    """Move the folder of a run to the trash of the desktop.

    Raises:
        FrostlineError: there is no trash for it, or the folder can't be moved; then it is still where it was.

    """
    trashed = QFile(str(run))
    if not run.is_dir():
        raise FrostlineError(tr("{run} is gone already.", run=run), hint=tr("The list of runs follows in a moment."))
    if not trashed.moveToTrash():
        raise FrostlineError(
            tr(
                "“{name}” could not be moved to the trash: {errorstring}.",
                name=run.name,
                errorstring=trashed.errorString(),
            ),
            hint=tr(
                "There may be no trash for this disk. The run stays; to delete it for good, delete {run} yourself.",
                run=run,
            ),
        )
