"""The pictures that an export is compared on, and those that its whole numbers are calibrated with.

They come from the run's own data: the held-out images, spread over all classes, then the training images. Where none
are left, seeded random ones are drawn. The check starts from files, so every picture is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from core.data.decode import ImageUnusable, decode_image
from core.data.opened_picture import opened_picture
from core.data.pixel_limit import pixel_limit
from core.errors import UnusableInput
from core.evaluation.images import images_to_evaluate
from core.job_control import JobControl
from core.prediction.trained_model import TrainedModel

#: So many pictures are compared; where accuracy is measured, so many of known class; so many calibrate whole numbers.
COMPARED, MEASURED, CALIBRATING = 32, 128, 100
_DRAWN = 8
#: The modes that Pillow's own conversion brings to RGB as the resize rule says; deep grey is `core.data.colour`'s.
_PLAIN_MODES = frozenset({"1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr"})
_PLAIN_BYTES_MODES = frozenset({"L", "LA", "P", "RGB", "RGBA"})
_ORIENTATION_TAG = 0x0112


@dataclass(frozen=True)
class ComparedPicture:
    """A picture as a file and as the network sees it: uint8 (s, s, 3). label: its class, None where unknown.

    file: the user's own, or the square itself as PNG where the user's can't be read by Pillow's plain conversion.
    file_for_bytes: the same for TensorFlow's decoders, which know fewer kinds and don't turn pictures upright.
    """

    file: Path
    file_for_bytes: Path
    pixels: np.ndarray
    label: int | None


def pictures_to_compare(trained: TrainedModel, count: int, folder: Path, control: JobControl) -> list[ComparedPicture]:
    """Return up to `count` pictures of the run's data; what has to be written for them goes into `folder`."""
    with pixel_limit(trained.allowed_pixels(None)):
        return _found(trained, count, folder, control) or _drawn(trained.image_size, folder)


def _found(trained: TrainedModel, count: int, folder: Path, control: JobControl) -> list[ComparedPicture]:
    found: list[ComparedPicture] = []
    for file, label, is_held_out in _candidates(trained, count, control):
        # Training images make up what is missing for a comparison, but say little of how well a model does.
        if len(found) >= (count if is_held_out else min(count, COMPARED)):
            break
        control.raise_if_stopped()
        try:
            pixels = decode_image(file, trained.image_size)
        except ImageUnusable:
            continue  # moved or changed since the training: others will do
        square = folder / f"{len(found)}.png"
        plain, plain_for_bytes = _how_plain(file)
        if not (plain and plain_for_bytes):
            Image.fromarray(pixels).save(square)
        found.append(ComparedPicture(file if plain else square, file if plain_for_bytes else square, pixels, label))
    return found


def have_changed(pictures: Sequence[ComparedPicture], trained: TrainedModel) -> bool:
    """Whether a file of these pictures is gone or shows something else than it did when they were chosen."""
    with pixel_limit(trained.allowed_pixels(None)):
        return any(_has_changed(one, trained.image_size) for one in pictures)


def _has_changed(picture: ComparedPicture, image_size: int) -> bool:
    try:
        return any(
            not np.array_equal(decode_image(file, image_size), picture.pixels)
            for file in {picture.file, picture.file_for_bytes}
        )
    except ImageUnusable:
        return True


def pictures_to_calibrate(trained: TrainedModel, control: JobControl) -> np.ndarray:
    """Return up to `CALIBRATING` of the training images, uint8 (n, s, s, 3).

    Raises:
        UnusableInput: none are left.

    """
    found = []
    with pixel_limit(trained.allowed_pixels(None)):
        for file, _ in _training_files(trained, CALIBRATING):
            control.raise_if_stopped()
            try:
                found.append(decode_image(file, trained.image_size))
            except ImageUnusable:
                continue
    if not found:
        raise UnusableInput(
            "Weights of 8 bits are calibrated with the pictures of the training, and none of these can be found.",
            hint="Put the data folder back in its place, or export in float16.",
        )
    return np.stack(found)


def _candidates(trained: TrainedModel, count: int, control: JobControl) -> Iterator[tuple[Path, int | None, bool]]:
    """Yield files, their classes, and whether they were held out; held-out ones first, spread over all classes."""
    try:
        held_out = images_to_evaluate(trained, None, JobControl(stop_requested=control.stop_requested))
    except UnusableInput:  # none were held out, or they are gone
        pass
    else:
        files = held_out.files
        for index in _spread(len(held_out), count):
            yield files[index], int(held_out.labels[index]), True
    number_of = {name: number for number, name in enumerate(trained.class_names)}
    for file, class_name in _training_files(trained, count):
        yield file, number_of.get(class_name), False


def _training_files(trained: TrainedModel, count: int) -> list[tuple[Path, str]]:
    """Return up to `count` of the training images with their classes, spread over all of them."""
    record = trained.record
    if record is None:
        return []
    names = [record.training_files[index] for index in _spread(len(record.training_files), count)]
    return [(record.specification.folder / name, record.training_class_of(name)) for name in names]


def _spread(total: int, count: int) -> Sequence[int]:
    """Return `count` indices spread evenly over `total`, all of them where there are fewer."""
    return range(total) if total <= count else [number * total // count for number in range(count)]


def _how_plain(file: Path) -> tuple[bool, bool]:
    """Tell whether Pillow's plain conversion, and whether TensorFlow's decoders, read a file as Frostline does."""
    with opened_picture(file) as picture:
        # Pillow itself refuses pictures of twice its limit, whatever Frostline was told to allow.
        small = picture.width * picture.height <= (Image.MAX_IMAGE_PIXELS or 0)
        plain = small and picture.mode in _PLAIN_MODES
        picture.load()
        upright = picture.getexif().get(_ORIENTATION_TAG, 1) == 1
        known = picture.format in ("JPEG", "PNG") and picture.mode in _PLAIN_BYTES_MODES
    return plain, plain and known and upright


def _drawn(image_size: int, folder: Path) -> list[ComparedPicture]:
    generator = np.random.default_rng(0)
    drawn = []
    for number in range(_DRAWN):
        pixels = generator.integers(0, 256, (image_size, image_size, 3), dtype=np.uint8)
        file = folder / f"{number}.png"
        Image.fromarray(pixels).save(file)
        drawn.append(ComparedPicture(file, file, pixels, None))
    return drawn
