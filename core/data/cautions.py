"""What a user should know of a data folder before training, although it forbids nothing.

Plain rules over what a scan found, each a sentence with what to do. What forbids training is `core.data.obstacles`'.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from core.messages import Caution, ClassCount, DuplicateGroup

#: From that many times as many images in one class as in another on, the rare one is easily never predicted.
STRONG_IMBALANCE = 5
#: A caution names at most so many files, and a scan so many groups of duplicates; sentences have the number of all.
MOST_FILES_NAMED, MOST_GROUPS_TOLD = 100, 2000

#: Kinds that follow from the numbers of images alone.
COUNTED = frozenset({"one_image", "imbalance"})
#: Formats that share their files' names.
_FAMILIES = {"MPO": "JPEG", "DIB": "BMP"}


def count_cautions(counts: Sequence[ClassCount]) -> Iterator[Caution]:
    """Yield what the numbers of usable images tell: classes with one image, and strong imbalance."""
    for one in counts:
        if one.images == 1:
            yield Caution(
                kind="one_image",
                message=f"The class '{one.class_name}' has a single image: none is left to validate with.",
                hint="Add images to it, or remove its folder.",
                class_name=one.class_name,
            )
    filled = [one for one in counts if one.images]
    if not filled:
        return
    largest, smallest = max(filled, key=lambda one: one.images), min(filled, key=lambda one: one.images)
    if largest.images >= STRONG_IMBALANCE * smallest.images and len(filled) > 1:
        yield Caution(
            kind="imbalance",
            message=f"The classes are of very different sizes: '{largest.class_name}' has {_images(largest.images)}, "
            f"'{smallest.class_name}' {smallest.images:,}.",
            hint="Train with class weights (--class-weights), so that rare classes count as much as frequent ones.",
            class_name=smallest.class_name,
        )


def misnamed_cautions(folder: Path, formats: Iterable[tuple[str, str]]) -> Iterator[Caution]:
    """Yield the caution about files whose content is of another format than their names say.

    formats: names of usable files, relative to `folder`, with Pillow's name of what each is.
    """
    misnamed = [(name, image_format) for name, image_format in formats if is_misnamed(name, image_format)]
    if misnamed:
        first, image_format = folder / misnamed[0][0], misnamed[0][1]
        files = "1 file has" if len(misnamed) == 1 else f"{len(misnamed):,} files have"
        such_as = "" if len(misnamed) == 1 else "such as "
        yield Caution(
            kind="misnamed",
            message=f"{files} a name of another format than the content: {such_as}{first}, which is "
            f"{_family(image_format)}.",
            hint="Frostline goes by the content; rename them if other programs stumble over them.",
            files=tuple(folder / name for name, _ in misnamed[:MOST_FILES_NAMED]),
            remarks=tuple(f"is {_family(one)}" for _, one in misnamed[:MOST_FILES_NAMED]),
        )


def duplicate_cautions(duplicates: Sequence[DuplicateGroup], *, all_alike: bool) -> Iterator[Caution]:
    """Yield what the duplicates tell: the same picture in several classes, or looks that could not be compared."""
    across = [group for group in duplicates if len(set(group.class_names)) > 1]
    if across:
        number = "1 picture is" if len(across) == 1 else f"{len(across):,} pictures are"
        first = across[0]
        other = next(index for index, name in enumerate(first.class_names) if name != first.class_names[0])
        yield Caution(
            kind="across_classes",
            message=f"{number} in more than one class, such as {first.files[0]} and {first.files[other]}.",
            hint="Decide for one class, and take the picture out of the others.",
            files=tuple(islice((file for group in across for file in group.files), MOST_FILES_NAMED)),
        )
    if len(duplicates) > MOST_GROUPS_TOLD:
        yield Caution(
            kind="many_duplicates",
            message=f"There are {len(duplicates):,} groups of duplicates; the first {MOST_GROUPS_TOLD:,} are listed.",
            hint="Clear these up, and scan the folder again for the others.",
        )
    if all_alike:
        yield Caution(
            kind="all_alike",
            message="So many of the images look alike that near duplicates can't be told; only exact copies are named.",
            hint="Frames of one film belong on one side of the split: hold out a folder of your own.",
        )


def is_misnamed(name: str, image_format: str) -> bool:
    """Whether a file's suffix is that of another format of pictures than its content, Pillow's `image_format`."""
    from PIL import Image  # Here, since the window counts anew and has no other use for Pillow.

    _, dot, suffix = name.rpartition(".")
    named = Image.registered_extensions().get(f".{suffix.lower()}") if dot else None
    return named is not None and _family(named) != _family(image_format)


def _family(image_format: str) -> str:
    return _FAMILIES.get(image_format, image_format)


def _images(number: int) -> str:
    return f"{number:,} {'image' if number == 1 else 'images'}"
