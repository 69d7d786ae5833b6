"""The sample data set, drawn by the program itself, so that trying it out needs nothing from outside.

Four classes, told apart by shape and texture and not by colour. Which files there are and how they are written is said
here; the drawings are in `core.data.samples`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from core.data.samples.fish import draw_fish
from core.data.samples.leaves import draw_leaf
from core.data.samples.mushrooms import draw_mushroom
from core.data.samples.scene import DrawSubject, draw_scene
from core.data.samples.snowflakes import draw_snowflake
from core.errors import UnusableInput
from core.job_control import JobControl
from core.typed_json import from_json, read_json
from core.whole_files import folder_beside

SAMPLE_CLASSES: dict[str, DrawSubject] = {
    "fish": draw_fish,
    "leaves": draw_leaf,
    "mushrooms": draw_mushroom,
    "snowflakes": draw_snowflake,
}

#: A hidden file in the folder that says which set it holds, and that Frostline drew it.
MARKER_FILE = ".frostline-sample-pictures"
#: What may lie beside the pictures and be lost with them: the marker, and what systems leave behind.
_WORTHLESS = frozenset({MARKER_FILE, ".DS_Store", "Thumbs.db", "desktop.ini"})
#: Change it whenever a drawing changes: sets that an older Frostline drew are then drawn anew.
_DRAWING_VERSION = 1
_JPEG_QUALITY = 90
#: Of a class; a marker that claims more is none of ours.
_MOST_PICTURES = 100_000


@dataclass(frozen=True, kw_only=True)
class _SampleSet:
    """What decides every byte of a set; the marker file holds it."""

    pictures_per_class: int
    seed: int
    edge: int
    version: int = _DRAWING_VERSION

    def files(self) -> Iterator[tuple[str, int, int, str]]:
        """Yield (class name, class index, number, file relative to the folder) of each picture, in order."""
        for number in range(self.pictures_per_class):
            for index, name in enumerate(SAMPLE_CLASSES):
                yield name, index, number, f"{name}/{name}_{number + 1:03d}.jpg"


def draw_sample_pictures(
    folder: Path, control: JobControl, *, pictures_per_class: int = 50, seed: int = 0, edge: int = 256
) -> None:
    """Draw the sample data set: `folder` holds it whole, or stays as it was. Reports `Progress` (stage `draw`).

    edge: of the square pictures, in pixels. The same numbers give the same files, byte for byte. A folder that holds
    this very set already is left alone.

    Raises:
        UnusableInput: the folder holds something that Frostline did not draw, or it can't be written.
        Stopped: `control` says so.

    """
    wanted = _SampleSet(pictures_per_class=pictures_per_class, seed=seed, edge=edge)
    try:
        if _holds(folder, wanted):
            control.progress("draw", 1, 1)
            return
        _refuse_to_replace(folder)
        with folder_beside(folder) as unfinished:
            _draw_into(unfinished, wanted, control)
    except OSError as error:
        raise UnusableInput(
            f"The sample pictures can't be written to {folder} ({error.strerror}).",
            hint="Choose another folder, or make room on the disk.",
        ) from error


def _draw_into(folder: Path, wanted: _SampleSet, control: JobControl) -> None:
    for name in SAMPLE_CLASSES:
        (folder / name).mkdir()
    total = wanted.pictures_per_class * len(SAMPLE_CLASSES)
    for done, (name, index, number, file) in enumerate(wanted.files()):
        control.raise_if_stopped()
        control.progress("draw", done, total)
        # A generator for each picture: a larger set begins with the pictures of a smaller one.
        picture = draw_scene(SAMPLE_CLASSES[name], wanted.edge, np.random.default_rng([wanted.seed, index, number]))
        picture.save(folder / file, format="JPEG", quality=_JPEG_QUALITY)
    (folder / MARKER_FILE).write_text(json.dumps(asdict(wanted)) + "\n", encoding="utf-8")
    control.progress("draw", total, total)


def _holds(folder: Path, wanted: _SampleSet) -> bool:
    return _set_in(folder) == wanted and all((folder / file).is_file() for *_, file in wanted.files())


def _set_in(folder: Path) -> _SampleSet | None:
    """Return the set that the folder's marker names; None where there is no marker that can be read."""
    try:
        present = from_json(_SampleSet, read_json(folder / MARKER_FILE))
    except (OSError, ValueError):
        return None
    return present if 0 <= present.pictures_per_class <= _MOST_PICTURES else None


def _refuse_to_replace(folder: Path) -> None:
    """Raise unless the folder is missing, empty, or holds nothing but sample pictures."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise UnusableInput(f"{folder} is a file: the sample pictures need a folder.", hint="Choose another place.")
    present = _set_in(folder)
    drawn = {file for *_, file in present.files()} if present else set()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in drawn and path.name not in _WORTHLESS:
            raise UnusableInput(
                f"{folder} is not replaced by the sample pictures: it holds {name}, which Frostline did not draw.",
                hint="Choose an empty folder for the sample pictures.",
            )
