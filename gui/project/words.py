"""What the window says of projects; plain functions."""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path

from core.data.corrections import Corrections
from core.messages import ProjectSaved
from core.project.noted_path import NotedPath
from core.project.open_project import OpenProject
from core.project.project_file import SUFFIX, name_of_project
from gui.language.translate import tr
from gui.project.noted_places import name_of

PROGRAM = "Frostline"
NAMES_SHOWN = 3


def title_of(project: OpenProject | None, folder: Path | None) -> str:
    """Return the title of a window: the project, else the open folder, and the program."""
    if project is not None:
        name = tr("{name} (read-only)", name=project.name) if project.read_only else project.name
        return f"{name} – {PROGRAM}"
    return PROGRAM if folder is None else f"{folder.name or folder} – {PROGRAM}"


def missing_in_words(noted: NotedPath) -> tuple[str, str]:
    """Return a sentence and a hint about pictures that are not found."""
    return (
        tr("The folder of pictures “{name_of}” is not at {path} any more.", name_of=name_of(noted), path=noted.path),
        tr("Find it to train and to evaluate; the runs can be used and exported without it."),
    )


def different_in_words(kept: Corrections) -> tuple[str, str]:
    """Return a sentence and a hint about corrections that the folder of pictures has otherwise."""
    parts = []
    if kept.excluded:
        parts.append(tr("{pictures} left out", pictures=_pictures(len(kept.excluded))))
    if kept.moved:
        parts.append(tr("{pictures} counted in another class", pictures=_pictures(len(kept.moved))))
    if kept.kept:
        parts.append(tr("{pictures} kept in its class", pictures=_pictures(len(kept.kept))))
    noted = tr(" It has {parts}.", parts=tr(" and ").join(parts)) if parts else ""
    return (
        tr("The pictures are corrected otherwise than this project remembers.{noted}", noted=noted),
        tr("Use both, or go by what is noted with the pictures."),
    )


def saved_in_words(saved: ProjectSaved) -> tuple[str, str]:
    """Return a sentence and a hint about a project that was saved."""
    runs = {0: tr("which has no runs yet"), 1: tr("with a copy of the run")}.get(
        saved.runs, tr("with copies of {runs} runs", runs=saved.runs)
    )
    sentence = tr(
        "Saved as the project “{name_of_project}”, {runs}. From now on all is kept there.",
        name_of_project=name_of_project(saved.project),
        runs=runs,
    )
    if not saved.left_out:
        return sentence, f"{saved.project}"
    shown = ", ".join(saved.left_out[:NAMES_SHOWN]) + (", …" if len(saved.left_out) > NAMES_SHOWN else "")
    return sentence, tr("Not copied, since they are in training: {shown}.", shown=shown)


def free_name(folder: Path, name: str) -> Path:
    """Return where a new project of that name may be in a folder: with a number where there is one already."""
    names = chain([name], (f"{name} {number}" for number in count(2)))
    return next(place for one in names if not (place := folder / f"{one}{SUFFIX}").exists())


def gone_in_words(project: Path) -> tuple[str, str]:
    """Return a sentence and a hint about the project that was open last and isn't there."""
    return (
        tr(
            "The project “{name_of_project}” is not at {project} any more.",
            name_of_project=name_of_project(project),
            project=project,
        ),
        tr("Open it where it is now, plug its drive in, or begin anew."),
    )


def _pictures(count: int) -> str:
    return tr("1 picture") if count == 1 else tr("{count:,} pictures", count=count)
