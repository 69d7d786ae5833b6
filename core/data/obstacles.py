"""What makes a data folder as a whole unfit for training, each in a sentence that says what to do.

Plain rules over what a scan found; single files that can't be used are not obstacles.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from core.data.corrected_listing import ClassMembers
from core.data.file_names import name_in_class
from core.data.listing import looks_like_image
from core.messages import ClassCount

_LAYOUT = "expected is a sub-folder for each class with that class's images inside, such as cats/ and dogs/"
#: Names of the parts of a data set. Sub-folders of these names are not classes when the classes lie inside them.
_PART_NAMES = frozenset({"train", "training", "val", "valid", "validation", "test", "testing", "eval", "holdout"})


def find_obstacles(
    folder: Path, listed: Sequence[ClassMembers], counts: Sequence[ClassCount], loose_files: Sequence[str]
) -> tuple[str, ...]:
    """Return the sentences about the folder that make training impossible; none where there is nothing in the way.

    listed and counts: the classes before and after the check of their files, in the same order.
    loose_files: names of the files directly inside the folder.
    """
    if not listed:
        return (_no_classes(folder, loose_files),)
    if not any(count.images for count in counts):
        return (f"None of the class folders in {folder} has an image that can be used.",)
    if len(listed) == 1:
        return (_one_class(folder, listed[0]),)
    if _are_parts(listed):
        first = listed[0].name
        return (
            f"The folders {_names([one.name for one in listed])} are parts of a data set, not classes: "
            f"choose one of them, such as {folder / first}.",
        )
    return tuple(_empty_class(count) for count in counts if count.images == 0)


def _no_classes(folder: Path, loose_files: Sequence[str]) -> str:
    images = sum(looks_like_image(name) for name in loose_files)
    if images:
        return f"The images ({images}) lie directly in {folder}: {_LAYOUT}."
    return f"{folder} holds no class folders: {_LAYOUT}."


def _one_class(folder: Path, only: ClassMembers) -> str:
    inner = _sub_folders(only)
    if len(inner) > 1:
        return f"{folder} holds the single folder '{only.name}': choose {folder / only.name}, which holds the classes."
    return f"There is only one class, '{only.name}': at least two are needed to tell apart."


def _empty_class(count: ClassCount) -> str:
    if count.excluded:
        return f"Every image of the class '{count.class_name}' that can be used is left out: include some again."
    return f"The class '{count.class_name}' has no image that can be used: add images to it, or remove its folder."


def _are_parts(listed: Sequence[ClassMembers]) -> bool:
    return all(one.name.lower() in _PART_NAMES and len(_sub_folders(one)) > 1 for one in listed)


def _sub_folders(listed: ClassMembers) -> set[str]:
    """Return the sub-folders of a class folder, or none where it has images of its own."""
    files = [name_in_class(file) for file in listed.files]
    tops = {file.split("/", 1)[0] for file in files if "/" in file}
    return set() if any("/" not in file and looks_like_image(file) for file in files) else tops


def _names(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1]
