"""A project that is open: its folder, what it remembered, and whether it may be written to, with the reason why not.

What is damaged is put aside before anything is written; where that is refused, nothing is written at all.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from core.disk_errors import cannot_write, why_not_written
from core.errors import FrostlineError, UnusableInput
from core.project.contents import ProjectContents
from core.project.project_file import (
    PROJECT_FILE,
    RUNS,
    SUFFIX,
    ContentsDamaged,
    ContentsMissing,
    is_project,
    name_of_project,
    read_project,
    write_project,
)
from core.project.project_lock import LockedByAnother, ProjectLock
from core.whole_files import put_aside, remove_leftovers, write_bytes

_GONE_ON_WITH = "Its runs are there; open the folder of pictures anew."


@dataclass
class OpenProject:
    """A project in use. Whoever opened it closes it.

    contents: as they were read. read_only: why nothing is written to it, as a sentence; '' where it is written to.
    in_use_elsewhere: whether that is since another window has it open.
    remark: what a person should know of how it was found, and `hint` what to do; '' where all is well.
    """

    folder: Path
    contents: ProjectContents
    read_only: str = ""
    remark: str = ""
    hint: str = ""
    lock: ProjectLock | None = None
    in_use_elsewhere: bool = False

    @property
    def name(self) -> str:
        """How the project is called."""
        return name_of_project(self.folder)

    @property
    def runs(self) -> Path:
        """The folder of its runs."""
        return self.folder / RUNS

    def prepare_runs(self) -> None:
        """Make the folder of its runs where it is missing: an archive may leave empty folders out."""
        with suppress(OSError):
            self.runs.mkdir(exist_ok=True)

    def keep_copy(self) -> Path | None:
        """Copy `project.json` beside it before something of it is written over; None where that is not possible."""
        copy, number = self.folder / f"{PROJECT_FILE}.kept", 1
        while copy.exists():
            number += 1
            copy = self.folder / f"{PROJECT_FILE}.kept-{number}"
        try:
            write_bytes(copy, (self.folder / PROJECT_FILE).read_bytes())
        except OSError:
            return None
        return copy

    def close(self) -> None:
        """Let other windows write to it."""
        if self.lock is not None:
            self.lock.release()


def open_project(folder: Path) -> OpenProject:
    """Open a project; of a damaged one its runs, with a remark. One that may not be written to is opened read-only.

    Raises:
        UnusableInput: there is no project, its file can't be read, or a newer Frostline wrote it.

    """
    folder = folder.absolute()
    if not is_project(folder):
        raise UnusableInput(
            f"There is no project in {folder}: expected a folder NAME{SUFFIX} with {PROJECT_FILE} in it.",
            hint="If it was moved, open it where it is now.",
            kind="project_missing",
        )
    lock, read_only, in_use = _lock(folder)
    try:
        if lock is not None:
            remove_leftovers(folder)
        opened = _opened(folder, lock, read_only)
        opened.in_use_elsewhere = in_use
        return opened
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def make_project(folder: Path, contents: ProjectContents | None = None) -> Path:
    """Make a project without runs, and return its folder.

    Raises:
        UnusableInput: there is something of that name.
        FrostlineError: it can't be written.

    """
    folder = folder.absolute()
    refuse_taken(folder)
    try:
        folder.mkdir(parents=True)
        (folder / RUNS).mkdir()
        write_project(folder, contents or ProjectContents())
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise cannot_write("The project", folder, error, then="try again, or choose another place") from error
    except FrostlineError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder


def refuse_taken(folder: Path, *, pictures: Path | None = None) -> None:
    """Raise UnusableInput where something stands in the place of a new project, or where that is among the pictures."""
    if pictures is not None and folder.absolute().is_relative_to(pictures.absolute()):
        raise UnusableInput(
            f"{folder} is in the folder of pictures, where a project would be taken for a class.",
            hint=f"Choose a place beside {pictures}.",
            kind="project_in_pictures",
        )
    if folder.exists() or folder.is_symlink():
        raise UnusableInput(f"{folder} exists already.", hint="Choose another name, or open it.", kind="project_taken")


def _lock(folder: Path) -> tuple[ProjectLock | None, str, bool]:
    """Return the lock, or None, why there is none, and whether another window has it."""
    name = name_of_project(folder)
    try:
        return ProjectLock(folder), "", False
    except LockedByAnother:
        return None, f"“{name}” is open in another window already, which alone writes to it.", True
    except OSError as error:
        return None, f"“{name}” can't be written to: {why_not_written(error)}.", False


def _opened(folder: Path, lock: ProjectLock | None, read_only: str) -> OpenProject:
    try:
        return OpenProject(folder, read_project(folder), read_only, lock=lock)
    except ContentsMissing:
        remark = f"{folder} has no {PROJECT_FILE}: only its runs are known."
        return OpenProject(folder, ProjectContents(), read_only, remark, _GONE_ON_WITH, lock)
    except ContentsDamaged as damage:
        why = damage.message.removesuffix(".")
        if read_only:
            return OpenProject(folder, ProjectContents(), read_only, f"{why}.", _GONE_ON_WITH, lock)
        try:
            aside = put_aside(folder / PROJECT_FILE)
        except OSError as error:
            if lock is not None:
                lock.release()
            read_only = (
                f"{PROJECT_FILE} is damaged and can't be put aside ({error.strerror}): nothing is written to it."
            )
            return OpenProject(folder, ProjectContents(), read_only, f"{why}.", _GONE_ON_WITH)
        return OpenProject(folder, ProjectContents(), "", f"{why}: it is kept as {aside.name}.", _GONE_ON_WITH, lock)
