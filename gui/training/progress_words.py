"""Progress and durations in words, as the window shows them under a bar and in tables.

Plain functions over numbers and `Progress` events, without widgets; the pages that show progress share them.
"""

from __future__ import annotations

import math

from core.messages import Progress
from gui.language.translate import local_number, tr

#: What a job is doing, for each stage that `Progress` knows.
STAGE_WORDS = {
    "list": tr("Listing the files"),
    "check": tr("Checking the pictures"),
    "compare": tr("Looking for duplicates"),
    "draw": tr("Drawing the sample pictures"),
    "weights": tr("Getting the weights"),
    "build": tr("Building the network"),
    "extract": tr("Computing features"),
    "fit": tr("Training"),
    "verify": tr("Checking the frozen layers"),
    "save": tr("Saving the model"),
    "try": tr("Trying learning rate"),
    "evaluate": tr("Evaluating"),
    "predict": tr("Predicting"),
    "export": tr("Writing the model"),
    "report": tr("Writing the report"),
    "calibrate": tr("Calibrating"),
}

#: Stages that count bytes rather than things; the window says these in megabytes.
_STAGES_IN_BYTES = frozenset({"weights"})
_MEGABYTE = 1_000_000
_STAGES_WITH_PACE = frozenset({"extract", "evaluate"})


def progress_in_words(progress: Progress, words: str = "", *, with_pace: bool = True) -> str:
    """Return what a bar says: "Computing features 120 of 244, 42 images/s, 3 s left".

    words: what to say in place of the stage and its counts, where a page knows better ones. with_pace: False where the
    images in a second are told elsewhere.
    """
    if not words:
        words = STAGE_WORDS.get(progress.stage, progress.stage.capitalize())
        if progress.total > 1:
            words += " " + _counts(progress)
    if progress.seconds_left is not None and progress.done < progress.total:
        words += _images_per_second(progress) if with_pace else ""
        words += ", " + time_left_in_words(progress.seconds_left)
    return words


def _counts(progress: Progress) -> str:
    if progress.stage in _STAGES_IN_BYTES and progress.total > _MEGABYTE:
        return tr("{done} of {total} MB", done=progress.done // _MEGABYTE, total=progress.total // _MEGABYTE)
    return tr("{done} of {total}", done=progress.done, total=progress.total)


def _images_per_second(progress: Progress) -> str:
    """Return the pace of a stage that computes images, from what it says of the time left; '' of any other."""
    if progress.stage not in _STAGES_WITH_PACE or not progress.seconds_left:
        return ""
    pace = (progress.total - progress.done) / progress.seconds_left
    return tr(", {pace:.1f} images/s", pace=pace) if pace < 10.0 else tr(", {pace:,.0f} images/s", pace=pace)


def time_left_in_words(seconds: float) -> str:
    """Return the time left, rounded up so that it never promises too much: "3 s left", "2 min left"."""
    whole = max(1, math.ceil(seconds))
    if whole < 60:
        return tr("{whole} s left", whole=whole)
    minutes = math.ceil(whole / 60)
    return (
        tr("{minutes} min left", minutes=minutes)
        if minutes < 60
        else tr("{hours_and_minutes} left", hours_and_minutes=_hours_and_minutes(minutes))
    )


def duration_in_words(seconds: float) -> str:
    """Return how long something took: "0.4 s", "12 s", "2 min 5 s", "1 h 4 min"."""
    if seconds < 9.95:
        return local_number(f"{seconds:.1f} s")
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return tr("{whole} min", whole=whole // 60) + (f" {whole % 60} s" if whole % 60 else "")
    return _hours_and_minutes(round(whole / 60))


def percentage(share: float, decimals: int = 1) -> str:
    """Return a share of one as a percentage: "93.4 %". Only a whole one is ever shown as 100 %."""
    step = 10.0**-decimals
    percent = share * 100.0
    if percent < 100.0:
        percent = min(percent, 100.0 - step)
    return local_number(f"{percent:.{decimals}f} %")


def _hours_and_minutes(minutes: int) -> str:
    rest = tr(" {minutes} min", minutes=minutes % 60) if minutes % 60 else ""
    return f"{minutes // 60} h{rest}"
