"""What a person corrected about a data folder without touching its files: what is left out, what belongs elsewhere.

Kept in one small file (`sidecar` says where), read and written here. What a correction means for the classes is
`core.data.corrected_listing`'s work.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from core.data.sidecar import elsewhere, inside, locked, remove_elsewhere, write_where_possible
from core.errors import UnusableInput
from core.network.archive_members import is_inside
from core.typed_json import JsonDamaged, from_json, read_json
from core.whole_files import put_aside, write_text

CORRECTIONS_FILE = "corrections.json"
_VERSION = 1
_NESTED = {"inner": True, "flatten": False}
#: A million names.
_MOST_BYTES = 200_000_000


@dataclass(frozen=True)
class FileCorrection:
    """What is corrected about one file. class_name: '' is the class of its folder. kept: its class is not suspected."""

    excluded: bool = False
    class_name: str = ""
    kept: bool = False


@dataclass(frozen=True, kw_only=True)
class Corrections:
    """Corrections of a data folder by file name, relative to it, with '/'.

    excluded: files that are left out. moved: files that count in another class than their folder's. kept: files whose
    class somebody has vouched for, so that it is not suspected again.
    inner_classes: whether folders inside class folders are classes themselves; None: nobody was asked.
    """

    excluded: frozenset[str] = frozenset()
    moved: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    inner_classes: bool | None = None
    kept: frozenset[str] = frozenset()

    def of(self, name: str) -> FileCorrection:
        """Return what is corrected about a file."""
        return FileCorrection(name in self.excluded, self.moved.get(name, ""), name in self.kept)

    def changed(self, changes: Mapping[str, FileCorrection]) -> Corrections:
        """Return these corrections with those of some files replaced."""
        excluded = self.excluded.difference(changes).union(name for name, one in changes.items() if one.excluded)
        moved = {name: one for name, one in self.moved.items() if name not in changes}
        moved |= {name: one.class_name for name, one in changes.items() if one.class_name}
        kept = self.kept.difference(changes).union(name for name, one in changes.items() if one.kept)
        return dataclasses.replace(self, excluded=excluded, moved=moved, kept=kept)

    def __bool__(self) -> bool:
        """Whether anything is corrected."""
        return bool(self.excluded or self.moved or self.kept or self.inner_classes is not None)


def read_corrections(folder: Path) -> Corrections:
    """Return what was corrected about the data folder `folder`; nothing where nothing was noted.

    Raises:
        UnusableInput: the file is damaged, and was put aside under another name; or a newer Frostline wrote it.

    """
    for place in (elsewhere(folder), inside(folder)):
        file = place / CORRECTIONS_FILE
        try:
            return corrections_from_json(file, read_json(file, most_bytes=_MOST_BYTES))
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            if place == elsewhere(folder) and isinstance(error, PermissionError):
                continue  # It is this user's own place: what he can't enter, he has not written.
            raise UnusableInput(
                f"The corrections in {file} can't be read ({error.strerror}).", hint="Make the file readable."
            ) from error
        except (ValueError, KeyError) as error:
            raise _put_aside(file, error) from error
    return Corrections()


def write_corrections(folder: Path, corrections: Corrections) -> None:
    """Keep these corrections of `folder` in place of those before.

    Raises:
        UnusableInput: they can't be kept.

    """
    change_corrections(folder, lambda _before: corrections)


def update_corrections(folder: Path, changes: Mapping[str, FileCorrection]) -> Corrections:
    """Replace the corrections of some files, keep those of all others, and return what holds now.

    Raises:
        UnusableInput: the file is damaged, or they can't be kept.

    """
    return change_corrections(folder, lambda before: before.changed(changes))


def change_corrections(folder: Path, change: Callable[[Corrections], Corrections]) -> Corrections:
    """Read, change and write the corrections of `folder` with no other window in between; return what holds now.

    Raises:
        UnusableInput: the file is damaged, or they can't be kept.

    """
    with locked(folder):
        before = read_corrections(folder)
        after = change(before)
        if after != before:
            written = write_where_possible(folder, lambda place: _write(place, after))
            if written == inside(folder):
                remove_elsewhere(folder, CORRECTIONS_FILE)
        return after


def _write(place: Path, corrections: Corrections) -> Path:
    place.mkdir(parents=True, exist_ok=True)
    text = json.dumps(corrections_as_json(corrections), indent=1, ensure_ascii=False)
    write_text(place / CORRECTIONS_FILE, text + "\n")
    return place


def corrections_as_json(corrections: Corrections) -> dict[str, object]:
    """Return corrections as the file keeps them; `corrections_from_json` reads them."""
    nested = {value: word for word, value in _NESTED.items()}
    return {
        "version": _VERSION,
        "nested": None if corrections.inner_classes is None else nested[corrections.inner_classes],
        "excluded": sorted(corrections.excluded),
        "moved": dict(sorted(corrections.moved.items())),
        "kept": sorted(corrections.kept),
    }


@dataclass(frozen=True, kw_only=True)
class _Written:
    """What the file says, by its keys."""

    version: int
    excluded: tuple[str, ...]
    moved: dict[str, str]
    kept: tuple[str, ...] = ()
    nested: str | None = None


def corrections_from_json(file: Path, data: Any) -> Corrections:
    """Return what JSON says of corrections; `file` is where it stands.

    Raises:
        UnusableInput: a newer Frostline wrote it.
        JsonDamaged, KeyError: it says something else.

    """
    if isinstance(data, dict) and isinstance(data.get("version"), int) and data["version"] > _VERSION:
        raise UnusableInput(f"A newer Frostline wrote the corrections in {file}.", hint="Use the newer Frostline.")
    written = from_json(_Written, data)
    for class_name in written.moved.values():
        if not is_inside(class_name):
            raise JsonDamaged(f"{class_name[:80]!r} can't be the name of a class")
    return Corrections(
        excluded=frozenset(written.excluded),
        moved=written.moved,
        inner_classes=None if written.nested is None else _NESTED[written.nested],
        kept=frozenset(written.kept),
    )


def _put_aside(file: Path, error: Exception) -> UnusableInput:
    """Rename a damaged file, so that nothing writes over it, and return what to tell."""
    try:
        aside = put_aside(file)
    except OSError as refused:
        return UnusableInput(
            f"The corrections in {file} are damaged ({error}), and can't be put aside ({refused.strerror}).",
            hint="Mend the file, or remove it.",
            kind="corrections_damaged",
        )
    return UnusableInput(
        f"The corrections in {file} are damaged ({error}): they are kept as {aside.name}, and no picture is left out "
        "or counted in another class any more.",
        hint="Mend that file and give it its name back, or go on without it.",
        kind="corrections_damaged",
    )
