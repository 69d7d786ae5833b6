"""What makes a data folder as a whole unfit for training, each in a sentence that says what to do.

Plain rules over names and numbers, so that a window can ask them after each correction; single files that can't be
used are not obstacles.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from core.data.file_names import name_in_class
from core.data.listing import looks_like_image
from core.messages import ClassCount

_LAYOUT = "expected is a sub-folder for each class with that class's images inside, such as cats/ and dogs/"
#: Names of the parts of a data set. Sub-folders of these names are not classes when the classes lie inside them.
_PART_NAMES = frozenset({"train", "training", "val", "valid", "validation", "test", "testing", "eval", "holdout"})


def find_obstacles(
    folder: Path, counts: Sequence[ClassCount], files: Sequence[Sequence[str]], loose_files: Sequence[str]
) -> tuple[str, ...]:
    """Return the sentences about the folder that make training impossible; none where there is nothing in the way.

    files: the names of the files of each class, in the order of `counts`, relative to the folder.
    loose_files: names of the files directly inside the folder.
    """
    if not counts:
        return (_no_classes(folder, loose_files),)
    if not any(count.images for count in counts):
        return (f"None of the class folders in {folder} has an image that can be used.",)
    names = [count.class_name for count in counts]
    if len(counts) == 1:
        return (_one_class(folder, names[0], files[0]),)
    if _are_parts(names, files):
        return (
            f"The folders {_listed(names)} are parts of a data set, not classes: "
            f"choose one of them, such as {folder / names[0]}.",
        )
    return tuple(_empty_class(count) for count in counts if count.images == 0)


def _no_classes(folder: Path, loose_files: Sequence[str]) -> str:
    images = sum(looks_like_image(name) for name in loose_files)
    if images:
        return f"The images ({images}) lie directly in {folder}: {_LAYOUT}."
    return f"{folder} holds no class folders: {_LAYOUT}."


def _one_class(folder: Path, name: str, files: Sequence[str]) -> str:
    if len(_sub_folders(files)) > 1:
        return f"{folder} holds the single folder '{name}': choose {folder / name}, which holds the classes."
    return f"There is only one class, '{name}': at least two are needed to tell apart."


def _empty_class(count: ClassCount) -> str:
    if count.excluded:
        return f"Every image of the class '{count.class_name}' that can be used is left out: include some again."
    return f"The class '{count.class_name}' has no image that can be used: add images to it, or remove its folder."


def _are_parts(names: Sequence[str], files: Sequence[Sequence[str]]) -> bool:
    pairs = zip(names, files, strict=True)
    return all(name.lower() in _PART_NAMES and len(_sub_folders(of_it)) > 1 for name, of_it in pairs)


def _sub_folders(names: Sequence[str]) -> set[str]:
    """Return the sub-folders of a class folder with these files, or none where it has images of its own."""
    files = [name_in_class(name) for name in names]
    tops = {file.split("/", 1)[0] for file in files if "/" in file}
    return set() if any("/" not in file and looks_like_image(file) for file in files) else tops


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1]
