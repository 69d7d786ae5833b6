"""Making a project of work that is under way: its runs are copied, so that none is lost.

The whole comes into place at once, or not at all. Which runs belong to the work is decided here;
what the project remembers, the window says.
"""

from __future__ import annotations

import dataclasses
import shutil
from dataclasses import dataclass
from pathlib import Path

from core.disk_errors import cannot_write
from core.errors import UnusableInput
from core.job_control import JobControl
from core.project.contents import ProjectContents
from core.project.noted_path import note_path
from core.project.open_project import refuse_taken
from core.project.project_file import RUNS, write_project
from core.project.project_lock import LOCK_FILE as PROJECT_LOCK_FILE
from core.training.run_lock import LOCK_FILE, is_in_training
from core.training.run_record import RECORD_FILE, read_run_record
from core.whole_files import folder_beside, is_leftover

_CHUNK_BYTES = 4_000_000


@dataclass(frozen=True, kw_only=True)
class SavedAs:
    """What came of it. in_use: where the run, or the model file, is that was in use. left_out: runs in training."""

    runs: int
    in_use: Path | None
    left_out: tuple[str, ...]


def save_as(
    destination: Path,
    contents: ProjectContents,
    control: JobControl,
    *,
    runs_folder: Path,
    all_runs: bool,
    pictures: Path | None,
    in_use: Path | None,
) -> SavedAs:
    """Make the project `destination` of copies of runs. Progress is told as stage `save`, in bytes.

    all_runs: of `runs_folder`; otherwise those that learnt from `pictures`. in_use: a run that is copied wherever it
    lies; a model file stays where it is. Runs that are in training are left out.

    Raises:
        UnusableInput: there is something of that name.
        FrostlineError: it can't be written.
        Stopped: the user thought better of it.

    """
    refuse_taken(destination)
    chosen = _runs_to_copy(runs_folder, pictures, in_use, every=all_runs)
    copied = [run for run in chosen if not is_in_training(run)]
    places = _names(copied)
    used = destination / RUNS / places[in_use] if in_use in places else in_use
    try:
        with folder_beside(destination) as unfinished:
            (unfinished / RUNS).mkdir()
            _copy({run: unfinished / RUNS / name for run, name in places.items()}, control)
            noted = None if used is None else note_path(used, destination)
            write_project(unfinished, dataclasses.replace(contents, run=noted))
            refuse_taken(destination)  # Somebody may have made it meanwhile.
    except OSError as error:
        raise cannot_write("The project", destination, error, then="save it again, or choose another place") from error
    return SavedAs(runs=len(copied), in_use=used, left_out=tuple(run.name for run in chosen if run not in places))


def _runs_to_copy(runs_folder: Path, pictures: Path | None, in_use: Path | None, *, every: bool) -> list[Path]:
    found = [run for run in _runs_in(runs_folder) if every or (pictures is not None and _learnt_from(run, pictures))]
    if in_use is not None and in_use not in found and (in_use / RECORD_FILE).is_file():
        found.append(in_use)
    return found


def _runs_in(folder: Path) -> list[Path]:
    try:
        return sorted(one for one in folder.iterdir() if (one / RECORD_FILE).is_file() and not one.name.startswith("."))
    except OSError:
        return []


def _learnt_from(run: Path, pictures: Path) -> bool:
    try:
        return read_run_record(run).specification.folder == pictures
    except (UnusableInput, OSError):
        return False


def _names(runs: list[Path]) -> dict[Path, str]:
    """Return what each run is called in the project: as it is, or with a number where two have one name."""
    names: dict[Path, str] = {}
    taken: set[str] = set()
    for run in runs:
        name, number = run.name, 1
        while name.casefold() in taken:
            number += 1
            name = f"{run.name} {number}"
        taken.add(name.casefold())
        names[run] = name
    return names


def _copy(places: dict[Path, Path], control: JobControl) -> None:
    files = [(file, place / file.relative_to(run)) for run, place in places.items() for file in _files_of(run)]
    total, done = sum(_size(file) for file, _ in files), 0
    control.progress("save", 0, total)
    for place in places.values():
        place.mkdir()
    for file, copy in files:
        copy.parent.mkdir(parents=True, exist_ok=True)
        with file.open("rb") as source, copy.open("wb") as target:
            while chunk := source.read(_CHUNK_BYTES):
                control.raise_if_stopped()
                target.write(chunk)
                done += len(chunk)
                control.progress("save", min(done, total), total)
        shutil.copystat(file, copy)


def _files_of(run: Path) -> list[Path]:
    """Return the files of a run but those in the making and the locks; links to elsewhere are not followed."""
    found = []
    for file in sorted(run.rglob("*")):
        inside = file.relative_to(run).parts
        is_ours = not any(is_leftover(part) for part in inside) and file.name not in (LOCK_FILE, PROJECT_LOCK_FILE)
        if is_ours and file.is_file() and not file.is_symlink():
            found.append(file)
    return found


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
