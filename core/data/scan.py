"""The scan of a data folder: list its classes, then decode every file once to find those that can't be used.

What is a member of which class is `core.data.corrected_listing`'s work, what stands in the way of training
`core.data.obstacles`'.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from core.data.corrected_listing import ClassMembers, list_corrected
from core.data.decode import ImageUnusable
from core.data.decoder_pool import decode_in_order
from core.data.listing import list_loose_files, looks_like_image
from core.data.obstacles import find_obstacles
from core.data.opened_picture import PictureTooLarge
from core.data.packed_names import PackedNames
from core.data.pixel_limit import pixel_limit
from core.job_control import JobControl
from core.messages import ClassCount, ClassesListed, FileProblem, FolderScan, Notice

#: Edge to which the check decodes. Small, since all data are read and decoded anyhow and JPEG is faster at 1/8.
CHECK_SIZE = 8


def scan_folder(
    folder: Path, control: JobControl, *, pixels: int | None = None, inner_classes: bool | None = None
) -> FolderScan:
    """List the classes of `folder` and check each file by decoding it.

    pixels: how many a picture may have, None: as many as usual (`core.data.pixel_limit`).
    inner_classes: see `list_corrected`.

    Reports `Progress` (stages `list` and `check`), `ClassesListed` in between, each `FileProblem` as it is found, and a
    `Notice` about images outside of any class. Whatever is wrong inside the folder ends up in the result's problems and
    obstacles. Files that a person left out are not checked.

    Raises:
        UnusableInput: the folder is missing, is not a folder, or can't be read, or its corrections are damaged.
        Stopped: `control` says so.

    """
    listing = list_corrected(folder, control, inner_classes=inner_classes, with_progress=True)
    listed = listing.classes
    control.report(ClassesListed(classes=tuple(_count_by_name(one) for one in listed)))
    with pixel_limit(pixels):
        checked = _check(folder, listed, control)
    loose_files = list_loose_files(folder)
    if listed:
        _report_loose_images(folder, loose_files, control)
    counts = tuple(
        ClassCount(class_name=one.name, images=len(one.files), problems=len(one.problems), excluded=len(one.excluded))
        for one in checked
    )
    return FolderScan(
        folder=folder,
        classes=counts,
        problems=tuple(problem for one in checked for problem in one.problems),
        files=tuple(PackedNames(one.files) for one in checked),
        obstacles=find_obstacles(folder, listed, counts, loose_files),
        excluded=tuple(PackedNames(one.excluded) for one in checked),
        inner_classes=listing.inner_classes,
        inner_folders=len(listing.inner_folders),
        inner_example=next(iter(listing.inner_folders), ""),
    )


def _count_by_name(listed: ClassMembers) -> ClassCount:
    return ClassCount(class_name=listed.name, images=listed.images_by_name, excluded=len(listed.excluded))


def _check(folder: Path, listed: Sequence[ClassMembers], control: JobControl) -> tuple[ClassMembers, ...]:
    """Return the classes with only those files that can be decoded; the others join the problems."""
    sources = [folder / file for one in listed for file in one.files]
    class_names = [one.name for one in listed for _ in one.files]
    problems: dict[Path, FileProblem] = {}
    for one in listed:
        for problem in one.problems:
            control.report(problem)
    control.progress("check", 0, len(sources))
    with closing(decode_in_order(sources, CHECK_SIZE)) as decoded:
        for index, pixels in decoded:
            control.raise_if_stopped()
            if isinstance(pixels, ImageUnusable):
                problem = problems[sources[index]] = _problem(sources[index], class_names[index], pixels)
                control.report(problem)
            control.progress("check", index + 1, len(sources))
    return tuple(_without_unusable(folder, one, problems) for one in listed)


def _problem(file: Path, class_name: str, error: ImageUnusable) -> FileProblem:
    if isinstance(error, PictureTooLarge):
        kind, pixels = error.kind, error.pixels
        return FileProblem(file=file, class_name=class_name, reason=error.reason, kind=kind, pixels=pixels)
    return FileProblem(file=file, class_name=class_name, reason=error.reason)


def _without_unusable(folder: Path, listed: ClassMembers, problems: Mapping[Path, FileProblem]) -> ClassMembers:
    paths = {file: folder / file for file in listed.files}
    found = tuple(problems[path] for path in paths.values() if path in problems)
    usable = tuple(file for file, path in paths.items() if path not in problems)
    return dataclasses.replace(listed, files=usable, problems=(*listed.problems, *found))


def _report_loose_images(folder: Path, loose_files: Sequence[str], control: JobControl) -> None:
    images = sum(looks_like_image(name) for name in loose_files)
    if images:
        number = "1 image lies" if images == 1 else f"{images} images lie"
        control.report(Notice(message=f"{number} directly in {folder}, outside of any class, and will not be used."))
