"""Progress and durations in words, as the window shows them under a bar and in tables.

Plain functions over numbers and `Progress` events, without widgets; the pages that show progress share them.
"""

from __future__ import annotations

import math

from core.messages import Progress

#: What a job is doing, for each stage that `Progress` knows.
STAGE_WORDS = {
    "list": "Listing the files",
    "check": "Checking the pictures",
    "compare": "Looking for duplicates",
    "draw": "Drawing the sample pictures",
    "weights": "Getting the weights",
    "build": "Building the network",
    "extract": "Computing features",
    "fit": "Training",
    "verify": "Checking the frozen layers",
    "save": "Saving the model",
    "try": "Trying learning rate",
    "evaluate": "Evaluating",
    "predict": "Predicting",
    "export": "Writing the model",
    "report": "Writing the report",
    "calibrate": "Calibrating",
}

#: Stages that count bytes rather than things; the window says these in megabytes.
_STAGES_IN_BYTES = frozenset({"weights"})
_MEGABYTE = 1_000_000
_STAGES_WITH_PACE = frozenset({"extract", "evaluate"})


def progress_in_words(progress: Progress, words: str = "") -> str:
    """Return what a bar says: "Computing features 120 of 244, 42 images/s, 3 s left".

    words: what to say in place of the stage and its counts, where a page knows better ones.
    """
    if not words:
        words = STAGE_WORDS.get(progress.stage, progress.stage.capitalize())
        if progress.total > 1:
            words += " " + _counts(progress)
    if progress.seconds_left is not None and progress.done < progress.total:
        words += _images_per_second(progress)
        words += ", " + time_left_in_words(progress.seconds_left)
    return words


def _counts(progress: Progress) -> str:
    if progress.stage in _STAGES_IN_BYTES and progress.total > _MEGABYTE:
        return f"{progress.done // _MEGABYTE} of {progress.total // _MEGABYTE} MB"
    return f"{progress.done} of {progress.total}"


def _images_per_second(progress: Progress) -> str:
    """Return the pace of a stage that computes images, from what it says of the time left; '' of any other."""
    if progress.stage not in _STAGES_WITH_PACE or not progress.seconds_left:
        return ""
    pace = (progress.total - progress.done) / progress.seconds_left
    return f", {pace:.1f} images/s" if pace < 10.0 else f", {pace:,.0f} images/s"


def time_left_in_words(seconds: float) -> str:
    """Return the time left, rounded up so that it never promises too much: "3 s left", "2 min left"."""
    whole = max(1, math.ceil(seconds))
    if whole < 60:
        return f"{whole} s left"
    minutes = math.ceil(whole / 60)
    return f"{minutes} min left" if minutes < 60 else f"{_hours_and_minutes(minutes)} left"


def duration_in_words(seconds: float) -> str:
    """Return how long something took: "0.4 s", "12 s", "2 min 5 s", "1 h 4 min"."""
    if seconds < 9.95:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min" + (f" {whole % 60} s" if whole % 60 else "")
    return _hours_and_minutes(round(whole / 60))


def percentage(share: float, decimals: int = 1) -> str:
    """Return a share of one as a percentage: "93.4 %". Only a whole one is ever shown as 100 %."""
    step = 10.0**-decimals
    percent = share * 100.0
    if percent < 100.0:
        percent = min(percent, 100.0 - step)
    return f"{percent:.{decimals}f} %"


def _hours_and_minutes(minutes: int) -> str:
    rest = f" {minutes % 60} min" if minutes % 60 else ""
    return f"{minutes // 60} h{rest}"
