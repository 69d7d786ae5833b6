"""Which pictures a script is to use so that it sees what its run saw: by the rule of the split, or by name.

A script lists the folder itself and holds out what the seed draws, as the run did. Only where that would give other
pictures than those of `run.json` does it carry names.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import numpy as np

from core.data.split import stratified_split
from core.errors import UnusableInput
from core.training.run_record import RunRecord

#: Beside those of the run's own pictures, so that a script can be used with another folder.
_USUAL_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif", ".tif", ".tiff"})


@dataclass(frozen=True, kw_only=True)
class PicturesOfRun:
    """How a script finds its pictures; names are relative to the data folder, with '/'.

    class_names: None where the folder's sub-folders are the classes. fraction: of each class to hold out by the seed,
    None where `held_out` names them. left_out, validation_left_out: pictures in the folders that the run did not use.
    elsewhere: pictures with their classes that are not called as the folder is, since the user corrected them.
    missing: how many pictures of the run are no longer in the folder.
    """

    suffixes: tuple[str, ...]
    class_names: tuple[str, ...] | None = None
    fraction: float | None = None
    held_out: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    validation_left_out: tuple[str, ...] = ()
    elsewhere: tuple[tuple[str, str], ...] = ()
    missing: int = 0


def pictures_of_run(record: RunRecord) -> PicturesOfRun:
    """Compare what a script would find in the run's folders today with what the run used.

    Raises:
        UnusableInput: classes of validation pictures are not called as their folders are.

    """
    specification = record.specification
    used = (*record.training_files, *record.validation_files)
    suffixes = tuple(sorted(_USUAL_SUFFIXES | {PurePosixPath(name).suffix.lower() for name in used}))
    trained_on = record.training_files if specification.validation_folder is not None else used
    listed = _listed(specification.folder, suffixes, trained_on)
    names = tuple(dict.fromkeys(name.partition("/")[0] for name in listed))
    elsewhere = _elsewhere(record)
    missing = set(trained_on) - set(listed) - {name for name in elsewhere if (specification.folder / name).is_file()}
    left_out = tuple(name for name in listed if name not in set(used))
    validation_left_out: tuple[str, ...] = ()
    fraction: float | None = None
    if specification.validation_folder is not None:
        found = _listed(specification.validation_folder, suffixes, record.validation_files)
        validation_left_out = tuple(
            name
            for name in found
            if name not in set(record.validation_files) and name.partition("/")[0] in record.class_names
        )
    elif record.validation_files and not missing and not elsewhere:
        fraction = _rule_of(record, listed)
    by_name = specification.validation_folder is None and fraction is None
    return PicturesOfRun(
        suffixes=suffixes,
        class_names=None if names == record.class_names else record.class_names,
        fraction=fraction,
        held_out=record.validation_files if by_name else (),
        left_out=left_out,
        validation_left_out=validation_left_out,
        elsewhere=tuple(sorted(elsewhere.items())),
        missing=len(missing),
    )


def _listed(folder: Path, suffixes: tuple[str, ...], otherwise: tuple[str, ...]) -> list[str]:
    """Return what a script will list in `folder`, in its order; `otherwise`, sorted, where the folder is gone."""
    if not folder.is_dir():
        return sorted(otherwise, key=lambda name: name.split("/", 1))
    names = sorted(one.name for one in folder.iterdir() if one.is_dir() and not one.name.startswith("."))
    return [f"{name}/{file}" for name in names for file in _pictures_in(folder / name, suffixes)]


def _pictures_in(folder: Path, suffixes: tuple[str, ...]) -> list[str]:
    names = [file.relative_to(folder) for file in folder.rglob("*") if file.suffix.lower() in suffixes]
    visible = [name for name in names if not any(part.startswith(".") for part in name.parts)]
    return sorted(name.as_posix() for name in visible if (folder / name).is_file())


def _rule_of(record: RunRecord, listed: list[str]) -> float | None:
    """Return the fraction by which the seed holds out what the run held out, of all that is listed; None if none does.

    Pictures that could not be read were listed and drawn too, and only then left out.
    """
    fraction, used = record.specification.validation_split, {*record.training_files, *record.validation_files}
    number_of = {name: number for number, name in enumerate(record.class_names)}
    labels = [number_of.get(name.partition("/")[0], len(number_of)) for name in listed]
    _, held_out = stratified_split(np.asarray(labels, dtype=np.int64), fraction, record.specification.seed)
    drawn = {listed[index] for index in held_out} & used
    return fraction if drawn == set(record.validation_files) else None


def _elsewhere(record: RunRecord) -> dict[str, str]:
    if record.specification.validation_folder is None:
        return {**record.training_classes, **record.validation_classes}
    if record.validation_classes:
        raise UnusableInput(
            "Validation pictures of this run have other classes than their folders are called, and a script takes the "
            "names of the folders for the classes.",
            hint="Export the model in another format, or put the pictures into folders that are named as the classes.",
        )
    return dict(record.training_classes)
