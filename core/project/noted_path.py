"""A folder or file as a project remembers it, so that it is found again when both were moved together.

It is looked for beside the project first, then where it was when the project was last written. What lies there is not
known here.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

#: Of the places that a folder had on other machines, so many are remembered.
_MOST_FORMER = 20


@dataclass(frozen=True, kw_only=True)
class NotedPath:
    """A place on disk.

    path: absolute, as it was on the machine that wrote it. beside: relative to the project's folder, with '/', where it
    lies inside it or beside it; '' where it lies elsewhere. formerly: what `path` was before, the newest first.
    """

    path: str
    beside: str = ""
    formerly: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All absolute paths that it has had."""
        return (self.path, *self.formerly)


def note_path(path: Path, project: Path | None, *, before: NotedPath | None = None) -> NotedPath | None:
    """Return how to remember `path`; None where its name can't be written down.

    project: the folder from which it is looked for; None: there is none. before: how the same thing was remembered.
    """
    absolute = str(_absolute(path))
    try:
        absolute.encode("utf-8")
    except UnicodeEncodeError:
        return None
    formerly = () if before is None else tuple(dict.fromkeys(one for one in before.names if one != absolute))
    return NotedPath(
        path=absolute,
        beside="" if project is None else _beside(Path(absolute), _absolute(project)),
        formerly=formerly[:_MOST_FORMER],
    )


def find_path(noted: NotedPath, project: Path | None) -> Path | None:
    """Return where the thing is now, or None where it is not found."""
    return next((place for place in places_of(noted, project) if _is_there(place)), None)


def places_of(noted: NotedPath, project: Path | None) -> tuple[Path, ...]:
    """Return where the thing is looked for, in this order. A relative place never leads beyond the project's own."""
    places = []
    if project is not None and _stays_near(noted.beside):
        places.append(_absolute(project / noted.beside))
    if Path(noted.path).is_absolute():  # One of Windows is none here.
        places.append(Path(noted.path))
    return tuple(places)


def _absolute(path: Path) -> Path:
    """Return a path without '..' as it is written: links stay, since they may be how the two are kept together."""
    return Path(os.path.normpath(path.absolute()))


def _beside(path: Path, project: Path) -> str:
    if path.is_relative_to(project):
        return path.relative_to(project).as_posix()
    around = project.parent
    if around != around.parent and path.is_relative_to(around) and path != around:
        return f"../{path.relative_to(around).as_posix()}"
    return ""


def _stays_near(beside: str) -> bool:
    parts = PurePosixPath(beside).parts
    return bool(parts) and not PurePosixPath(beside).is_absolute() and ".." not in parts[1:] and parts != ("..",)


def _is_there(place: Path) -> bool:
    try:
        return place.exists()
    except (OSError, ValueError):
        return False
