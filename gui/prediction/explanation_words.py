"""What the window says of an explanation, in sentences: plain functions over `Explained`, no widgets."""

from __future__ import annotations

from core.messages import Explained, Progress

#: With fewer validation images than that the threshold hangs on one or two of them.
_FEW_VALIDATION_IMAGES = 20

_ROWS, _COLUMNS = ("top", "middle", "bottom"), ("left", "centre", "right")


def verdict_in_words(explained: Explained, percentile: float) -> str:
    """Return whether the picture is like what the model was trained on, or why that can't be told."""
    distance, threshold = explained.distance, explained.threshold
    if distance is None or threshold is None:
        return explained.remark
    within = f"{percentile:.0f} % of the validation images lie within {threshold:.2f}."
    if explained.is_unlike:
        words = (
            f"Unlike anything it was trained on: its distance is {distance:.2f}; {within} The bars may mean nothing."
        )
    else:
        words = f"Like what it was trained on: its distance is {distance:.2f}; {within}"
    if explained.validation_images < _FEW_VALIDATION_IMAGES:
        words += f" With so few of them ({explained.validation_images}) this is a rough guess."
    return words


def heat_in_words(explained: Explained) -> str:
    """Return what the heat map shows, and where it is strongest: what screen readers and the caption say."""
    if not any(explained.heat):
        return f"Nothing in {explained.block} speaks for {explained.class_name}."
    place = strongest_place(explained.heat, explained.heat_width, explained.heat_height)
    return f"What speaks for {explained.class_name} in {explained.block}: most at the {place}."


def strongest_place(heat: bytes, width: int, height: int) -> str:
    """Return where a map of `width` x `height` bytes is strongest: "top left", "centre", and so on.

    The middle of all its strongest points counts, so that a map of one tone is strongest at the centre.
    """
    largest = max(heat)
    strongest = [divmod(index, width) for index, value in enumerate(heat) if value == largest]
    row = sum(row + 0.5 for row, _ in strongest) / len(strongest) / height
    column = sum(column + 0.5 for _, column in strongest) / len(strongest) / width
    words = (_ROWS[min(2, int(3 * row))], _COLUMNS[min(2, int(3 * column))])
    return {("middle", "centre"): "centre", ("middle", "left"): "left", ("middle", "right"): "right"}.get(
        words, " ".join(words).replace(" centre", "")
    )


def progress_of_explaining(progress: Progress) -> str:
    """Return what the worker is at while an explanation is waited for."""
    return f"Reading the training images: {progress.done} of {progress.total}…" if progress.total else "Looking…"
