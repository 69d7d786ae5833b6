"""Where the pictures are that a run of a project learnt from, after the project was moved to another place.

A run notes its data folder with the whole path. Where that is gone, the project knows the folder under its new path,
whoever asks: evaluation, resuming, explanations and exports all read the run's record.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from core.errors import FrostlineError
from core.project.contents import ProjectContents
from core.project.noted_path import find_path
from core.project.project_file import PROJECT_FILE, project_of, read_project


def moved_to(run: Path, folders: tuple[Path, ...]) -> dict[Path, Path]:
    """Return where those of `folders` are now that are gone, as far as the project around the folder `run` knows."""
    gone = [folder for folder in folders if not _is_there(folder)]
    project = project_of(run) if gone else None
    if project is None:
        return {}
    try:
        changed = (project / PROJECT_FILE).stat().st_mtime_ns
        known = _places(_contents(project, changed), project)
    except (FrostlineError, OSError):
        return {}
    return {folder: known[str(folder)] for folder in gone if str(folder) in known}


@lru_cache(maxsize=2)
def _contents(project: Path, _changed: int) -> ProjectContents:
    """Read a project once for all its runs, which are listed together; again after it was written."""
    return read_project(project)


def _places(contents: ProjectContents, project: Path) -> dict[str, Path]:
    """Return where each folder of pictures is now, by all the paths that it has had."""
    found = {noted: find_path(noted, project) for noted in reversed(contents.folders)}
    return {name: place for noted, place in found.items() if place is not None for name in noted.names}


def _is_there(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except (OSError, ValueError):
        return False
