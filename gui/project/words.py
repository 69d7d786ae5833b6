"""What the window says of projects; plain functions."""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path

from core.data.corrections import Corrections
from core.messages import ProjectSaved
from core.project.noted_path import NotedPath
from core.project.open_project import OpenProject
from core.project.project_file import SUFFIX, name_of_project
from gui.project.noted_places import name_of

PROGRAM = "Frostline"
NAMES_SHOWN = 3


def title_of(project: OpenProject | None, folder: Path | None) -> str:
    """Return the title of a window: the project, else the open folder, and the program."""
    if project is not None:
        return f"{project.name}{' (read-only)' if project.read_only else ''} – {PROGRAM}"
    return PROGRAM if folder is None else f"{folder.name or folder} – {PROGRAM}"


def missing_in_words(noted: NotedPath) -> tuple[str, str]:
    """Return a sentence and a hint about pictures that are not found."""
    return (
        f"The folder of pictures “{name_of(noted)}” is not at {noted.path} any more.",
        "Find it to train and to evaluate; the runs can be used and exported without it.",
    )


def different_in_words(kept: Corrections) -> tuple[str, str]:
    """Return a sentence and a hint about corrections that the folder of pictures has otherwise."""
    parts = []
    if kept.excluded:
        parts.append(f"{_pictures(len(kept.excluded))} left out")
    if kept.moved:
        parts.append(f"{_pictures(len(kept.moved))} counted in another class")
    if kept.kept:
        parts.append(f"{_pictures(len(kept.kept))} kept in its class")
    noted = f" It has {' and '.join(parts)}." if parts else ""
    return (
        f"The pictures are corrected otherwise than this project remembers.{noted}",
        "Use both, or go by what is noted with the pictures.",
    )


def saved_in_words(saved: ProjectSaved) -> tuple[str, str]:
    """Return a sentence and a hint about a project that was saved."""
    runs = {0: "which has no runs yet", 1: "with a copy of the run"}.get(
        saved.runs, f"with copies of {saved.runs} runs"
    )
    sentence = f"Saved as the project “{name_of_project(saved.project)}”, {runs}. From now on all is kept there."
    if not saved.left_out:
        return sentence, f"{saved.project}"
    shown = ", ".join(saved.left_out[:NAMES_SHOWN]) + (", …" if len(saved.left_out) > NAMES_SHOWN else "")
    return sentence, f"Not copied, since they are in training: {shown}."


def free_name(folder: Path, name: str) -> Path:
    """Return where a new project of that name may be in a folder: with a number where there is one already."""
    names = chain([name], (f"{name} {number}" for number in count(2)))
    return next(place for one in names if not (place := folder / f"{one}{SUFFIX}").exists())


def gone_in_words(project: Path) -> tuple[str, str]:
    """Return a sentence and a hint about the project that was open last and isn't there."""
    return (
        f"The project “{name_of_project(project)}” is not at {project} any more.",
        "Open it where it is now, plug its drive in, or begin anew.",
    )


def _pictures(count: int) -> str:
    return "1 picture" if count == 1 else f"{count:,} pictures"
