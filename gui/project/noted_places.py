"""The folders and the run that a project names, as they are noted now; no widgets and no session.

A folder that was moved keeps what it was called before, so that runs that learnt from it find it again; one that is not
found stays noted until another takes its place.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path, PureWindowsPath

from core.project.contents import ProjectContents
from core.project.noted_path import NotedPath, note_path, places_of

#: Of folders that were open before, so many are remembered.
_MOST_EARLIER = 20


@dataclass
class NotedPlaces:
    """What was noted, and from where it is looked for (`base`, None without a project)."""

    base: Path | None = None
    before: ProjectContents = field(default_factory=ProjectContents)
    _found: dict[Path, NotedPath] = field(default_factory=dict)

    def found(self, noted: NotedPath, place: Path) -> None:
        """Take note that the user found again what was noted, at another place."""
        self._found[place] = noted

    def note(self, path: Path) -> NotedPath | None:
        """Return how to remember a path."""
        return note_path(path, self.base, before=self._known(path))

    def earlier(self, pictures: NotedPath | None, validation: NotedPath | None) -> tuple[NotedPath, ...]:
        """Return the folders that are not open any more, the newest first."""
        names = {name for one in (pictures, validation) if one is not None for name in one.names}
        kept = {one.path: one for one in reversed(self.before.folders) if one.path not in names}
        return tuple(reversed(kept.values()))[:_MOST_EARLIER]

    def rebase(self, base: Path | None) -> None:
        """Look from another folder from now on."""
        old, self.base = self.base, base
        contents = self.before
        self.before = replace(
            contents,
            pictures=_renoted(contents.pictures, old, base),
            validation=_renoted(contents.validation, old, base),
            earlier=tuple(one for each in contents.earlier if (one := _renoted(each, old, base)) is not None),
            run=_renoted(contents.run, old, base),
        )

    def _known(self, path: Path) -> NotedPath | None:
        if path in self._found:
            return self._found[path]
        return next((one for one in self._all if path in places_of(one, self.base) or str(path) in one.names), None)

    @property
    def _all(self) -> tuple[NotedPath, ...]:
        run = self.before.run
        return self.before.folders if run is None else (*self.before.folders, run)


def name_of(noted: NotedPath) -> str:
    """Return the last part of a path of whichever system."""
    return PureWindowsPath(noted.path).name or noted.path


def _renoted(noted: NotedPath | None, old: Path | None, new: Path | None) -> NotedPath | None:
    if noted is None:
        return None
    places = places_of(noted, old)
    return note_path(next((one for one in places if one.exists()), places[0]), new, before=noted) if places else noted
