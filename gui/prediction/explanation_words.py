"""What the window says of an explanation, in sentences: plain functions over `Explained`, no widgets."""

from __future__ import annotations

from core.messages import Explained, Progress
from gui.language.core_sentences import said_by_core
from gui.language.translate import tr

#: With fewer validation images than that the threshold hangs on one or two of them.
_FEW_VALIDATION_IMAGES = 20

#: Thirds of a picture, row by row.
_PLACES = (
    (tr("top left"), tr("top"), tr("top right")),
    (tr("left"), tr("centre"), tr("right")),
    (tr("bottom left"), tr("bottom"), tr("bottom right")),
)


def verdict_in_words(explained: Explained, percentile: float) -> str:
    """Return whether the picture is like what the model was trained on, or why that can't be told."""
    distance, threshold = explained.distance, explained.threshold
    if distance is None or threshold is None:
        return said_by_core(explained.remark)
    within = tr(
        "{percentile:.0f} % of the validation images lie within {threshold:.2f}.",
        percentile=percentile,
        threshold=threshold,
    )
    if explained.is_unlike:
        words = tr(
            "Unlike anything it was trained on: its distance is {distance:.2f}; {within} The bars may mean nothing.",
            distance=distance,
            within=within,
        )
    else:
        words = tr(
            "Like what it was trained on: its distance is {distance:.2f}; {within}", distance=distance, within=within
        )
    if explained.validation_images < _FEW_VALIDATION_IMAGES:
        words += tr(
            " With so few of them ({validation_images}) this is a rough guess.",
            validation_images=explained.validation_images,
        )
    return words


def heat_in_words(explained: Explained) -> str:
    """Return what the heat map shows, and where it is strongest: what screen readers and the caption say."""
    if not any(explained.heat):
        return tr("Nothing in {block} speaks for {class_name}.", block=explained.block, class_name=explained.class_name)
    place = strongest_place(explained.heat, explained.heat_width, explained.heat_height)
    return tr(
        "What speaks for {class_name} in {block}: most at the {place}.",
        class_name=explained.class_name,
        block=explained.block,
        place=place,
    )


def strongest_place(heat: bytes, width: int, height: int) -> str:
    """Return where a map of `width` x `height` bytes is strongest: "top left", "centre", and so on.

    The middle of all its strongest points counts, so that a map of one tone is strongest at the centre.
    """
    largest = max(heat)
    strongest = [divmod(index, width) for index, value in enumerate(heat) if value == largest]
    row = sum(row + 0.5 for row, _ in strongest) / len(strongest) / height
    column = sum(column + 0.5 for _, column in strongest) / len(strongest) / width
    return _PLACES[min(2, int(3 * row))][min(2, int(3 * column))]


def progress_of_explaining(progress: Progress) -> str:
    """Return what the worker is at while an explanation is waited for."""
    return (
        tr("Reading the training images: {done} of {total}…", done=progress.done, total=progress.total)
        if progress.total
        else tr("Looking…")
    )
