"""A project on disk: a folder NAME.frostline with `project.json` and `runs/` in it. Reading and writing of its file.

What the file says is `core.project.contents`' knowledge; who may write to the folder `core.project.open_project`'s.
"""

from __future__ import annotations

import json
from pathlib import Path

from core.data.file_names import SIDECAR
from core.disk_errors import cannot_write
from core.errors import FrostlineError, UnusableInput
from core.project.contents import MARK, VERSION, ProjectContents, contents_as_json, contents_from_json
from core.typed_json import JsonDamaged, read_json
from core.whole_files import write_text

#: The ending of a project's folder.
SUFFIX = ".frostline"
PROJECT_FILE, RUNS = "project.json", "runs"
#: Corrections of a million pictures.
_MOST_BYTES = 300_000_000
#: The mark stands at the beginning of the file.
_MARK_WITHIN_BYTES = 200


class ContentsDamaged(UnusableInput):
    """The file is there, but isn't what it should be; the message says why, without what becomes of it."""

    kind = "project_damaged"


class ContentsMissing(UnusableInput):
    """There is no such file."""

    kind = "project_missing"


def is_project(folder: Path) -> bool:
    """Whether a folder is a project, as far as its name and what lies in it say; a damaged one is one too."""
    try:
        if not folder.is_dir():
            return False
        if folder.name.endswith(SUFFIX) and folder.name != SIDECAR:
            return (folder / PROJECT_FILE).is_file() or (folder / RUNS).is_dir()
        return f'"{MARK}"' in _beginning(folder / PROJECT_FILE)  # Somebody gave it another name.
    except OSError:
        return False


def project_of(run: Path) -> Path | None:
    """Return the project in whose folder of runs this run lies; None where it lies elsewhere."""
    place = run.absolute().parent
    return place.parent if place.name == RUNS and is_project(place.parent) else None


def name_of_project(folder: Path) -> str:
    """Return how a project is called: as its folder, without the ending."""
    return folder.name.removesuffix(SUFFIX) or folder.name


def with_suffix_of_project(chosen: Path) -> Path:
    """Return `chosen` with the ending of a project."""
    return chosen if chosen.name.endswith(SUFFIX) else chosen.with_name(chosen.name + SUFFIX)


def read_project(folder: Path) -> ProjectContents:
    """Return what `project.json` of a project says.

    Raises:
        ContentsMissing: there is none.
        ContentsDamaged: it isn't one.
        UnusableInput: it can't be read, or a newer Frostline wrote it.

    """
    return read_contents(folder / PROJECT_FILE)


def write_project(folder: Path, contents: ProjectContents) -> None:
    """Write `project.json`, whole or not at all.

    Raises:
        FrostlineError: it can't be written, or the folder is gone.

    """
    write_contents(folder / PROJECT_FILE, contents, "The project")


def read_contents(file: Path) -> ProjectContents:
    """Return what a file of contents says; raises as `read_project`."""
    try:
        data = read_json(file, most_bytes=_MOST_BYTES)
        if isinstance(data, dict) and isinstance(data.get(MARK), int) and data[MARK] > VERSION:
            raise UnusableInput(
                f"A newer Frostline wrote {file}.", hint="Open it with the newer Frostline.", kind="project_newer"
            )
        return contents_from_json(file, data)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ContentsMissing(f"There is no {file}.", hint="Choose the folder of a project.") from error
    except OSError as error:
        raise UnusableInput(
            f"{file} can't be read ({error.strerror}).", hint="See that the disk is there and the file is readable."
        ) from error
    except JsonDamaged as why:
        raise _damaged(file, str(why)) from why
    except (ValueError, KeyError) as why:
        raise _damaged(file, f"it says {why}") from why


def write_contents(file: Path, contents: ProjectContents, what: str) -> None:
    """Write a file of contents, whole or not at all; its folder must be there. `what` is how a person is told of it.

    Raises:
        FrostlineError: it can't be written.

    """
    text = json.dumps(contents_as_json(contents), indent=2, ensure_ascii=False) + "\n"
    if not file.parent.is_dir():  # Which writing would make anew.
        raise FrostlineError(
            f"{what} can't be written to {file.parent}: the folder is gone.",
            hint="If it was moved, open it where it is now; or save it as another project.",
            kind="project_gone",
        )
    try:
        write_text(file, text)
    except OSError as error:
        raise cannot_write(what, file, error, then="change something or close the window to have it saved") from error
    except UnicodeEncodeError as error:
        raise UnusableInput(
            f"{what} can't be written to {file}: a name in it can't be written down.", hint="Rename that file."
        ) from error


def _damaged(file: Path, why: str) -> ContentsDamaged:
    return ContentsDamaged(f"{file} is damaged: {why}.", hint="Mend the file, or go on without what it said.")


def _beginning(file: Path) -> str:
    with file.open("rb") as opened:
        return opened.read(_MARK_WITHIN_BYTES).decode("utf-8", errors="replace")
