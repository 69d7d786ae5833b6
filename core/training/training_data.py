"""The images of a training: which files, which class each has, and who is held out for validation.

Files are listed by name only; one that can't be decoded shows itself in extraction and is left out there, by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.data.checked_files import check_files
from core.data.content import dataset_digest, image_digest
from core.data.corrected_listing import ClassMembers, list_corrected
from core.data.decode import ImageUnusable
from core.data.file_names import name_in_class
from core.data.leaks import describe_leaks, find_leaks
from core.data.listing import looks_like_image
from core.data.look_alikes import look_numbers, numbers_of_looks
from core.data.pixel_limit import pixel_limit
from core.data.split import stratified_split
from core.errors import Stopped, UnusableInput
from core.job_control import JobControl
from core.messages import Notice
from core.training.specification import TrainingSpecification

_READING_THREADS = 4
_NAMES_SHOWN = 5


@dataclass(frozen=True)
class LabelledImages:
    """Some images of known classes, index by index.

    names: relative to `folder`, with '/'. labels: int64 (n,). digests: of each file's content. looks: uint8
    (n, LOOK_BYTES), zeros where a picture has none, of images from a store; None: the files themselves are looked at.
    """

    folder: Path
    names: tuple[str, ...]
    labels: np.ndarray
    digests: tuple[str, ...]
    looks: np.ndarray | None = None

    def __len__(self) -> int:
        return len(self.names)

    @property
    def files(self) -> tuple[Path, ...]:
        """The files themselves."""
        return tuple(self.folder / name for name in self.names)

    def select(self, indices: np.ndarray) -> LabelledImages:
        """Return some of the images, in the order of `indices`."""
        return LabelledImages(
            folder=self.folder,
            names=tuple(self.names[index] for index in indices),
            labels=self.labels[indices],
            digests=tuple(self.digests[index] for index in indices),
            looks=None if self.looks is None else self.looks[indices],
        )


@dataclass(frozen=True)
class TrainingData:
    """The classes, in alphabetical order, and the images on both sides of the split."""

    class_names: tuple[str, ...]
    training: LabelledImages
    validation: LabelledImages
    inner_classes: bool = False

    @property
    def digest(self) -> str:
        """A digest of all images by class, name and content, whichever side they are on.

        A folder that was corrected has the digest of one that was put right on disk.
        """
        return dataset_digest(
            (f"{self.class_names[label]}/{name_in_class(name, inner_classes=self.inner_classes)}", digest)
            for images in (self.training, self.validation)
            for name, label, digest in zip(images.names, images.labels, images.digests, strict=True)
        )


def read_training_data(
    specification: TrainingSpecification, control: JobControl, *, split_before: tuple[str, ...] | None = None
) -> TrainingData:
    """List the images of the specification's folder or store and split them; what looks alike stays on one side.

    split_before: names of the images that the same run held out before, which are held out again; None: it is new.
    Reports a Notice about images that look alike: kept together by the split, or on both sides where the user split.

    Raises:
        UnusableInput: fewer than two classes, or a validation folder with other classes.

    """
    inner = specification.inner_classes
    class_names, images = _images_of(specification, control)
    held_out = specification.held_out if split_before is None else split_before
    if specification.validation_folder is not None:
        validation = read_labelled_folder(specification.validation_folder, class_names, control, inner_classes=inner)
        data = TrainingData(class_names, images, validation, inner)
    elif held_out is not None:
        training_side, validation_side = _held_out_again(images, held_out, control)
        data = TrainingData(class_names, images.select(training_side), images.select(validation_side), inner)
    else:
        training_side, validation_side = _split(images, specification, control)
        return TrainingData(class_names, images.select(training_side), images.select(validation_side), inner)
    if split_before is None:
        _tell_of_leaks(data, specification, control)
    return data


def _images_of(specification: TrainingSpecification, control: JobControl) -> tuple[tuple[str, ...], LabelledImages]:
    """Return the classes and all images, from the store where one is given, else from the folder."""
    if specification.store is not None:
        from core.training.store_images import read_store_images  # which takes pyarrow

        class_names, images = read_store_images(specification)
        _refuse_a_single_class(specification.store, class_names)
        return class_names, images
    classes = _list_classes(specification.folder, control, inner_classes=specification.inner_classes)
    class_names = tuple(one.name for one in classes)
    _refuse_a_single_class(specification.folder, class_names)
    return class_names, _read_images(specification.folder, classes, class_names, control)


def _refuse_a_single_class(place: Path, class_names: Sequence[str]) -> None:
    if len(class_names) < 2:
        raise UnusableInput(
            f"{place} has {_counted(len(class_names))} with images: training needs at least two.",
            hint="Put the pictures into sub-folders that are named after their classes.",
        )


def _split(
    images: LabelledImages, specification: TrainingSpecification, control: JobControl
) -> tuple[np.ndarray, np.ndarray]:
    """Return the indices of both sides; images that look alike stay together."""
    groups = None
    if specification.validation_split:
        groups = _looks_of((images,), specification, control)
        _tell_of_look_alikes(groups, control)
    return stratified_split(images.labels, specification.validation_split, specification.seed, groups)


def _tell_of_look_alikes(groups: np.ndarray, control: JobControl) -> None:
    counts = np.unique(groups, return_counts=True)[1]
    alike = int(counts[counts > 1].sum())
    if alike:
        message = f"{alike:,} images are there more than once or look like another one: such images stay together on "
        control.report(Notice(message=message + "one side of the split, so that none is validated that was learnt."))


def _tell_of_leaks(data: TrainingData, specification: TrainingSpecification, control: JobControl) -> None:
    training, validation = data.training, data.validation
    looks = _looks_of((training, validation), specification, control)
    leaks = find_leaks(looks[: len(training)], looks[len(training) :])
    if len(leaks):
        control.report(Notice(message=describe_leaks(leaks, validation.files)))


def _looks_of(parts: Sequence[LabelledImages], specification: TrainingSpecification, control: JobControl) -> np.ndarray:
    """Return a number for each image, int64 (n,): equal ones look alike."""
    digests = [digest for part in parts for digest in part.digests]
    with pixel_limit(specification.pixel_limit):
        if all(part.looks is None for part in parts):
            return look_numbers([file for part in parts for file in part.files], digests, control)
        looks = [
            part.looks if part.looks is not None else check_files(part.files, control).prints.looks for part in parts
        ]
    joined = np.concatenate(looks)
    usable = np.flatnonzero(joined.any(axis=1)).astype(np.int64)
    return numbers_of_looks(digests, joined, usable, control)


def _held_out_again(
    images: LabelledImages, held_out: tuple[str, ...], control: JobControl
) -> tuple[np.ndarray, np.ndarray]:
    """Split as an earlier run did: its validation images stay held out, whatever has joined the others since.

    Returns the indices of the training and of the validation images, int64.
    """
    wanted = frozenset(held_out)
    missing = sorted(wanted - frozenset(images.names))
    if missing:
        few = ", ".join(missing[:_NAMES_SHOWN]) + (", …" if len(missing) > _NAMES_SHOWN else "")
        message = f"{len(missing)} of the {len(wanted)} images to be held out again are no longer there: {few}."
        control.report(Notice(message=message))
    is_held_out = np.asarray([name in wanted for name in images.names], dtype=bool)
    return np.flatnonzero(~is_held_out), np.flatnonzero(is_held_out)


def read_labelled_folder(
    folder: Path, class_names: tuple[str, ...], control: JobControl, *, inner_classes: bool | None = False
) -> LabelledImages:
    """List the images of a folder whose sub-folders are named after (some of) known classes, its corrections applied.

    inner_classes: see `list_corrected`.

    Raises:
        UnusableInput: it has classes that are not among `class_names`.

    """
    classes = _list_classes(folder, control, inner_classes=inner_classes)
    unknown = [one.name for one in classes if one.name not in class_names]
    if unknown:
        raise UnusableInput(
            f"{folder} has classes that were not trained: {', '.join(unknown)}.",
            hint=f"Its sub-folders must be named after the trained classes: {', '.join(class_names)}.",
        )
    return _read_images(folder, classes, class_names, control)


def _list_classes(folder: Path, control: JobControl, *, inner_classes: bool | None) -> tuple[ClassMembers, ...]:
    listing = list_corrected(folder, control, inner_classes=inner_classes)
    return tuple(one for one in listing.classes if one.images_by_name)


def _read_images(
    folder: Path, classes: Sequence[ClassMembers], class_names: tuple[str, ...], control: JobControl
) -> LabelledImages:
    names: list[str] = []
    labels: list[int] = []
    members = {one.name: one for one in classes}
    for label, class_name in enumerate(class_names):
        files = [name for name in members[class_name].files if looks_like_image(name)] if class_name in members else []
        names += files
        labels += [label] * len(files)
    return label_images(folder, names, labels, control)


def label_images(folder: Path, names: Sequence[str], labels: Sequence[int], control: JobControl) -> LabelledImages:
    """Return the images `names` (relative to `folder`, with '/') with their classes, less those that are gone."""
    digests = _digests([folder / name for name in names], control)
    readable = [index for index, digest in enumerate(digests) if digest is not None]
    return LabelledImages(
        folder=folder,
        names=tuple(names[index] for index in readable),
        labels=np.asarray([labels[index] for index in readable], dtype=np.int64),
        digests=tuple(digest for digest in digests if digest is not None),
    )


def _digests(files: Sequence[Path], control: JobControl) -> list[str | None]:
    def digest(file: Path) -> str | None:
        if control.stop_requested.is_set():
            raise Stopped
        try:
            return image_digest(file)
        except ImageUnusable:
            return None  # vanished or unreadable since it was listed

    with ThreadPoolExecutor(_READING_THREADS) as threads:
        return list(threads.map(digest, files))


def _counted(classes: int) -> str:
    return {0: "no classes", 1: "1 class"}.get(classes, f"{classes} classes")
