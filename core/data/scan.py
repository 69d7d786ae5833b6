"""The scan of a data folder: list its classes, check every file, and tell what is in the way, doubtful or double.

What is a member of which class is `core.data.corrected_listing`'s work, the check of the files that of
`core.data.checked_files`, what stands in the way of training that of `core.data.obstacles`, what a user should know
besides that of `core.data.cautions`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.data.cautions import MOST_GROUPS_TOLD, count_cautions, duplicate_cautions, misnamed_cautions
from core.data.checked_files import CheckedFiles, check_files
from core.data.checked_picture import CheckedPicture
from core.data.corrected_listing import ClassMembers, list_corrected
from core.data.duplicates import duplicate_groups, find_likeness
from core.data.listing import list_loose_files, looks_like_image
from core.data.obstacles import find_obstacles
from core.data.packed_names import PackedNames
from core.data.paths_in import PathsIn
from core.data.pixel_limit import pixel_limit
from core.data.sidecar import clear_up_sidecar
from core.job_control import JobControl
from core.messages import Caution, ClassCount, ClassesListed, DuplicateGroup, FileProblem, FolderScan, Notice


@dataclass(frozen=True)
class _Found:
    """The files of all classes, one after another: names relative to the folder, classes, and what the check found."""

    files: PathsIn
    names: tuple[str, ...]
    class_names: tuple[str, ...]
    checked: CheckedFiles

    def problem(self, index: int) -> FileProblem | None:
        refused = self.checked.refused.get(index)
        return None if refused is None else _problem(self.files[index], self.class_names[index], refused)


def scan_folder(
    folder: Path, control: JobControl, *, pixels: int | None = None, inner_classes: bool | None = None
) -> FolderScan:
    """List the classes of `folder` and check each file by decoding it, unless it is known and has not changed.

    pixels: how many a picture may have, None: as many as usual (`core.data.pixel_limit`).
    inner_classes: see `list_corrected`.

    Reports `Progress` (stages `list`, `check` and for large folders `compare`), `ClassesListed` in between, each
    `FileProblem` as it is found, and a `Notice` about images outside of any class. Whatever is wrong inside the folder
    ends up in the result's problems, obstacles and cautions. Files that a person left out are not checked.

    Raises:
        UnusableInput: the folder is missing, is not a folder, or can't be read, or its corrections are damaged.
        Stopped: `control` says so.

    """
    clear_up_sidecar(folder)
    listing = list_corrected(folder, control, inner_classes=inner_classes, with_progress=True)
    listed = listing.classes
    control.report(ClassesListed(classes=tuple(_count_by_name(one) for one in listed)))
    with pixel_limit(pixels):
        found = _check(folder, listed, control)
    usable = tuple(_usable(listed, found))
    duplicates, all_alike = _duplicates(folder, found, control)
    loose_files = list_loose_files(folder)
    if listed:
        _report_loose_images(folder, loose_files, control)
    counts = tuple(
        ClassCount(class_name=one.name, images=len(one.files), problems=len(one.problems), excluded=len(one.excluded))
        for one in usable
    )
    return FolderScan(
        folder=folder,
        classes=counts,
        problems=tuple(problem for one in usable for problem in one.problems),
        files=tuple(PackedNames(one.files) for one in usable),
        obstacles=find_obstacles(folder, counts, [one.files for one in listed], loose_files),
        excluded=tuple(PackedNames(one.excluded) for one in usable),
        inner_classes=listing.inner_classes,
        inner_folders=len(listing.inner_folders),
        inner_example=next(iter(listing.inner_folders), ""),
        duplicates=duplicates[:MOST_GROUPS_TOLD],
        cautions=(*count_cautions(counts), *_cautions_of_files(folder, found, duplicates, all_alike)),
    )


def _count_by_name(listed: ClassMembers) -> ClassCount:
    return ClassCount(class_name=listed.name, images=listed.images_by_name, excluded=len(listed.excluded))


def _check(folder: Path, listed: Sequence[ClassMembers], control: JobControl) -> _Found:
    names = tuple(file for one in listed for file in one.files)
    files = PathsIn(folder, names)
    class_names = tuple(one.name for one in listed for _ in one.files)
    for one in listed:
        for problem in one.problems:
            control.report(problem)

    def tell(index: int, refused: CheckedPicture) -> None:
        control.report(_problem(files[index], class_names[index], refused))

    checked = check_files(files, control, tell)
    passed_over = {index: _passed_over(checked.format_of(index)) for index in _not_called_pictures(names, checked)}
    for index, refused in passed_over.items():
        tell(index, refused)
    return _Found(files, names, class_names, dataclasses.replace(checked, refused=checked.refused | passed_over))


def _not_called_pictures(names: Sequence[str], checked: CheckedFiles) -> Iterator[int]:
    return (index for index in checked.usable.tolist() if not looks_like_image(names[index]))


def _passed_over(image_format: str) -> CheckedPicture:
    """Return the refusal of a picture that no training would look at, since training goes by the names first."""
    return CheckedPicture(
        reason=f"It is a picture ({image_format}), but its name ends otherwise: rename it to train on it."
    )


def _problem(file: Path, class_name: str, refused: CheckedPicture) -> FileProblem:
    return FileProblem(
        file=file, class_name=class_name, reason=refused.reason, kind=refused.kind, pixels=refused.pixels
    )


def _usable(listed: Sequence[ClassMembers], found: _Found) -> Iterator[ClassMembers]:
    """Yield the classes with only those files that can be used; the others join the problems."""
    start = 0
    for one in listed:
        problems = [found.problem(start + index) for index in range(len(one.files))]
        start += len(one.files)
        yield dataclasses.replace(
            one,
            files=tuple(file for file, problem in zip(one.files, problems, strict=True) if problem is None),
            problems=(*one.problems, *(problem for problem in problems if problem is not None)),
        )


def _duplicates(folder: Path, found: _Found, control: JobControl) -> tuple[tuple[DuplicateGroup, ...], bool]:
    """Return the files that are there more than once, and whether so many look alike that only copies are told."""
    usable = found.checked.usable
    likeness = find_likeness(found.checked.prints.select(usable), control)
    names = [found.names[index] for index in usable]
    class_names = [found.class_names[index] for index in usable]
    return duplicate_groups(likeness, folder, names, class_names), likeness.all_alike


def _cautions_of_files(
    folder: Path, found: _Found, duplicates: Sequence[DuplicateGroup], all_alike: bool
) -> Iterator[Caution]:
    formats = ((found.names[index], found.checked.format_of(index)) for index in found.checked.usable.tolist())
    yield from misnamed_cautions(folder, formats)
    yield from duplicate_cautions(duplicates, all_alike=all_alike)


def _report_loose_images(folder: Path, loose_files: Sequence[str], control: JobControl) -> None:
    images = sum(looks_like_image(name) for name in loose_files)
    if images:
        number = "1 image lies" if images == 1 else f"{images} images lie"
        control.report(Notice(message=f"{number} directly in {folder}, outside of any class, and will not be used."))
