"""The two ways in which data sets lie on disk: one folder of classes, or folders train, val and test of classes.

By the names of folders only; what the parts are used for is the caller's concern.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from core.data.listing import is_passed_over

#: What the parts are called, in small letters; the first that is there counts.
_TRAINING, _VALIDATION, _TEST = ("train", "training"), ("val", "valid", "validation"), ("test", "testing")
PART_NAMES = frozenset((*_TRAINING, *_VALIDATION, *_TEST))


@dataclass(frozen=True, kw_only=True)
class DataLayout:
    """Where the classes are to learn from, and those to validate and to test with; None where there are none."""

    folder: Path
    validation_folder: Path | None = None
    test_folder: Path | None = None

    def in_words(self) -> str:
        """Return what is used for what."""
        words = f"{self.folder.name} is used to learn from"
        if self.validation_folder is not None:
            words += f", {self.validation_folder.name} to validate with"
        if self.test_folder is not None:
            words += f"; {self.test_folder.name} is left for `frostline evaluate`"
        return f"{self.folder.parent} has folders for the parts of a data set: {words}."


def find_layout(folder: Path) -> DataLayout:
    """Return the layout of a data folder: that of its parts, or the folder itself where it is one of classes.

    It has parts where its sub-folders are named after them, whatever the case, and the one for training holds at least
    two folders.
    """
    parts = {name.lower(): name for name in _folders_in(folder)}
    training = _first(folder, parts, _TRAINING)
    if training is None or not PART_NAMES.issuperset(parts) or len(_folders_in(training)) < 2:
        return DataLayout(folder=folder)
    validation_folder, test_folder = _first(folder, parts, _VALIDATION), _first(folder, parts, _TEST)
    return DataLayout(folder=training, validation_folder=validation_folder, test_folder=test_folder)


def layout_around(folder: Path) -> DataLayout:
    """Return the layout to which a folder belongs, as the whole or as its part for training."""
    found = find_layout(folder)
    if found.folder == folder and folder.name.lower() in _TRAINING:
        around = find_layout(folder.parent)
        return around if around.folder == folder else found
    return found


def _first(folder: Path, parts: dict[str, str], names: tuple[str, ...]) -> Path | None:
    return next((folder / parts[name] for name in names if name in parts), None)


def _folders_in(folder: Path) -> list[str]:
    """Return the names of the visible sub-folders, sorted; none where it can't be looked into, as the scan will tell.

    The window asks when a folder is dropped: paths of a thousand classes would take it as long as two frames of a film.
    """
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries if not is_passed_over(entry.name) and entry.is_dir())
    except OSError:
        return []
