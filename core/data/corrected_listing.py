"""The classes of a data folder and their files, corrections applied: what scan, training and evaluation all go by.

What lies on disk is `core.data.listing`'s knowledge; what was corrected `core.data.corrections`', what was added
`core.data.collection`'s. By name only: no picture is opened here.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.data.collection import list_collection
from core.data.corrections import Corrections, read_corrections
from core.data.file_names import name_in_class
from core.data.listing import ListedClass, list_class_folders, list_images_quickly, looks_like_image
from core.job_control import JobControl
from core.messages import FileProblem


@dataclass(frozen=True, kw_only=True)
class ClassMembers:
    """The files of a class: names relative to the data folder, with '/', in the order of their names in the class.

    files: those that count. excluded: those that a person left out. problems: files and folders whose names can't be
    used or that can't be looked into.
    """

    name: str
    files: tuple[str, ...]
    excluded: tuple[str, ...] = ()
    problems: tuple[FileProblem, ...] = ()

    @property
    def images_by_name(self) -> int:
        """How many files look like pictures by their names."""
        return sum(looks_like_image(file) for file in self.files)


@dataclass(frozen=True, kw_only=True)
class DataListing:
    """What is in a data folder: its classes, sorted as Keras sorts them, and what was applied to get them.

    inner_classes: whether folders inside class folders are classes themselves. inner_folders: those of them that hold
    pictures, relative to the data folder, whether they are classes or not.
    """

    folder: Path
    classes: tuple[ClassMembers, ...]
    corrections: Corrections
    inner_classes: bool
    inner_folders: tuple[str, ...]

    def class_of_files(self) -> dict[str, str]:
        """Return the class of each file that counts."""
        return {file: one.name for one in self.classes for file in one.files}


def list_corrected(
    folder: Path, control: JobControl, *, inner_classes: bool | None = None, with_progress: bool = False
) -> DataListing:
    """List the classes of `folder` as they count.

    inner_classes: None is what the corrections of the folder say, and no where they say nothing. A flat listing is the
    one of Keras' image_dataset_from_directory. with_progress: report Progress of stage `list`.

    Raises:
        UnusableInput: the folder is missing, is not a folder, or can't be read, or its corrections are damaged.
        Stopped: `control` says so.

    """
    names = list_class_folders(folder)
    corrections = read_corrections(folder)
    inner = bool(corrections.inner_classes) if inner_classes is None else inner_classes
    listed: list[ListedClass] = []
    for done, name in enumerate(names):
        control.raise_if_stopped()
        if with_progress:
            control.progress("list", done, len(names))
        listed.append(list_images_quickly(folder, name, control))
    if with_progress:
        control.progress("list", len(names), len(names))
    return DataListing(
        folder=folder,
        classes=_corrected(folder, listed, list_collection(folder), corrections, inner=inner),
        corrections=corrections,
        inner_classes=inner,
        inner_folders=_inner_folders(listed),
    )


def _class_of_folders(listed: Sequence[ListedClass], *, inner: bool) -> dict[str, str]:
    """Return the class that each folder stands for, by its path relative to the data folder.

    Inner folders have their own names where these are unambiguous, and else their whole paths.
    """
    if not inner:
        return {one.name: one.name for one in listed}
    folders = dict.fromkeys(
        f"{one.name}/{file}".rpartition("/")[0] for one in listed for file in (*one.files, *_nothing_in(one))
    )
    of_name = Counter(folder.rpartition("/")[2] for folder in folders)
    return {folder: last if of_name[last := folder.rpartition("/")[2]] == 1 else folder for folder in folders}


def _nothing_in(listed: ListedClass) -> tuple[str, ...]:
    """Return a file that is not there for a folder without any, which is a class all the same."""
    return () if listed.files else ("",)


def _corrected(
    folder: Path,
    listed: Sequence[ListedClass],
    collected: Mapping[str, Sequence[str]],
    corrections: Corrections,
    *,
    inner: bool,
) -> tuple[ClassMembers, ...]:
    """Return the classes sorted, each file in the class in which it counts."""
    classes = _class_of_folders(listed, inner=inner)
    files: dict[str, list[str]] = {class_name: [] for class_name in classes.values()}
    excluded: dict[str, list[str]] = {}
    mixed: set[str] = set()
    for name, folder_class in _files_with_classes(listed, classes, collected, inner=inner):
        one = corrections.of(name)
        class_name = one.class_name or folder_class
        (excluded if one.excluded else files).setdefault(class_name, []).append(name)
        if one.class_name or folder_class in collected:
            mixed.add(class_name)
    for class_name in mixed:
        for names in (files.get(class_name, []), excluded.get(class_name, [])):
            names.sort(key=lambda name: (name_in_class(name, inner_classes=inner), name))
    problems = _problems_by_class(folder, listed, classes)
    return tuple(
        ClassMembers(
            name=class_name,
            files=tuple(files.get(class_name, ())),
            excluded=tuple(excluded.get(class_name, ())),
            problems=tuple(problems.get(class_name, ())),
        )
        for class_name in sorted({*files, *excluded, *problems})
    )


def _files_with_classes(
    listed: Sequence[ListedClass], classes: Mapping[str, str], collected: Mapping[str, Sequence[str]], *, inner: bool
) -> Iterator[tuple[str, str]]:
    """Yield each file with the class that its place gives it."""
    for one in listed:
        for file in one.files:
            name = f"{one.name}/{file}"
            yield name, classes[name.rpartition("/")[0]] if inner else one.name
    for class_name, names in collected.items():
        for name in names:
            yield name, class_name


def _problems_by_class(
    folder: Path, listed: Sequence[ListedClass], classes: Mapping[str, str]
) -> dict[str, list[FileProblem]]:
    """Return what can't be used by class: that of the innermost folder around it that stands for one."""
    found: dict[str, list[FileProblem]] = {}
    for one in listed:
        for problem in one.problems:
            above = (place.as_posix() for place in problem.file.relative_to(folder).parents)
            class_name = next((classes[place] for place in above if place in classes), one.name)
            found.setdefault(class_name, []).append(dataclasses.replace(problem, class_name=class_name))
    return found


def _inner_folders(listed: Sequence[ListedClass]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            f"{one.name}/{file.rpartition('/')[0]}"
            for one in listed
            for file in one.files
            if "/" in file and looks_like_image(file)
        )
    )
