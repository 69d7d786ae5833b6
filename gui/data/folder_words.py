"""What the Data page says of a folder, in words; plain functions, so that they are tested without a window."""

from __future__ import annotations

from collections.abc import Sequence

from core.messages import ClassCount, Progress
from gui.language.translate import counted, tr


def totals_in_words(classes: Sequence[ClassCount]) -> str:
    """Return how much there is: '4 classes, 200 images, 3 files that can't be used, 12 left out'."""
    images = sum(one.images for one in classes)
    problems = sum(one.problems for one in classes)
    parts = [counted(len(classes), "1 class", "{count:,} classes"), counted(images, "1 image", "{count:,} images")]
    if problems:
        parts.append(counted(problems, "1 file that can't be used", "{count:,} files that can't be used"))
    left_out = sum(one.excluded for one in classes)
    if left_out:
        parts.append(tr("{left_out:,} left out", left_out=left_out))
    return ", ".join(parts)


def inner_folders_in_words(count: int, example: str) -> str:
    """Return that folders inside class folders hold pictures, with one of them."""
    if count == 1:
        return tr("The folder {example} inside a class folder holds pictures.", example=example)
    return tr(
        "{count:,} folders inside the class folders hold pictures, such as {example}.", count=count, example=example
    )


def progress_in_words(progress: Progress) -> str:
    """Return what is being done to the folder, with how far and how long still."""
    verb = {
        "list": tr("Listing the classes"),
        "check": tr("Checking the pictures"),
        "draw": tr("Drawing the sample pictures"),
    }
    words = verb.get(progress.stage, tr("Working"))
    if progress.total:
        words += tr(": {done:,} of {total:,}", done=progress.done, total=progress.total)
    if progress.seconds_left is not None and progress.seconds_left >= 3:
        words += tr(", {seconds} left", seconds=_seconds(progress.seconds_left))
    return words


def _seconds(seconds: float) -> str:
    return (
        tr("about {seconds:.0f} s", seconds=seconds)
        if seconds < 90
        else tr("about {seconds:.0f} min", seconds=seconds / 60)
    )
