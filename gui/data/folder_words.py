"""What the Data page says of a folder, in words; plain functions, so that they are tested without a window."""

from __future__ import annotations

from collections.abc import Sequence

from core.counted import counted
from core.messages import ClassCount, Progress


def totals_in_words(classes: Sequence[ClassCount]) -> str:
    """Return how much there is: '4 classes, 200 images, 3 files that can't be used, 12 left out'."""
    images = sum(one.images for one in classes)
    problems = sum(one.problems for one in classes)
    parts = [counted(len(classes), "class", "classes"), counted(images, "image", "images")]
    if problems:
        parts.append(counted(problems, "file", "files") + " that can't be used")
    left_out = sum(one.excluded for one in classes)
    if left_out:
        parts.append(f"{left_out:,} left out")
    return ", ".join(parts)


def inner_folders_in_words(count: int, example: str) -> str:
    """Return that folders inside class folders hold pictures, with one of them."""
    if count == 1:
        return f"The folder {example} inside a class folder holds pictures."
    return f"{count:,} folders inside the class folders hold pictures, such as {example}."


def progress_in_words(progress: Progress) -> str:
    """Return what is being done to the folder, with how far and how long still."""
    verb = {"list": "Listing the classes", "check": "Checking the pictures", "draw": "Drawing the sample pictures"}
    words = verb.get(progress.stage, "Working")
    if progress.total:
        words += f": {progress.done:,} of {progress.total:,}"
    if progress.seconds_left is not None and progress.seconds_left >= 3:
        words += f", {_seconds(progress.seconds_left)} left"
    return words


def _seconds(seconds: float) -> str:
    return f"about {seconds:.0f} s" if seconds < 90 else f"about {seconds / 60:.0f} min"
