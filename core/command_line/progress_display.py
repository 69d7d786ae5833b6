"""Progress for people: a bar on a terminal, now and then a plain line anywhere else (a log, a pipe)."""

from __future__ import annotations

import os
import time
from typing import TextIO

from tqdm import tqdm

from core.messages import Progress

#: What the stages of a job are called on the screen.
STAGE_TITLES = {
    "list": "Listing files",
    "check": "Checking files",
    "compare": "Looking for duplicates",
    "draw": "Drawing sample pictures",
    "weights": "Getting the weights",
    "build": "Building the network",
    "extract": "Computing features",
    "try": "Trying learning rates",
    "fit": "Training",
    "verify": "Verifying",
    "save": "Saving",
    "evaluate": "Evaluating",
    "predict": "Predicting",
    "export": "Exporting",
    "report": "Writing the report",
    "calibrate": "Calibrating",
}
_SECONDS_BETWEEN_LINES = 10.0
#: Totals from here on are bytes or the like: they are shown with a unit prefix.
_LARGE_TOTAL = 1_000_000
_STAGES_WITH_PACE = frozenset({"extract", "evaluate"})


class _Bar(tqdm):  # type: ignore[misc]
    """A progress bar without tqdm's watching thread: our progress comes regularly."""

    monitor_interval = 0


class ProgressDisplay:
    """Shows one stage at a time on `stream`, and lets other lines through without spoiling the bar."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.shows_a_bar = _can_show_a_bar(stream)
        self._bar: _Bar | None = None
        self._stage = ""
        self._last_line = 0.0

    def show(self, progress: Progress) -> None:
        """Show how far a stage is."""
        if self.shows_a_bar:
            self._show_bar(progress)
        else:
            self._show_line(progress)

    def write(self, line: str, stream: TextIO) -> None:
        """Write a line to `stream`, above the bar if there is one."""
        with _Bar.external_write_mode(file=stream):
            print(line, file=stream, flush=True)

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def _show_bar(self, progress: Progress) -> None:
        if self._bar is None or progress.stage != self._stage:
            self.close()
            self._stage = progress.stage
            self._bar = _bar(progress, self._stream)
        self._bar.total = progress.total or None
        self._bar.n = progress.done
        self._bar.refresh()

    def _show_line(self, progress: Progress) -> None:
        complete = 0 < progress.total <= progress.done
        now = time.monotonic()
        if progress.stage != self._stage:
            self._stage, self._last_line = progress.stage, now
            due = complete
        else:
            due = complete or now - self._last_line >= _SECONDS_BETWEEN_LINES
        if due:
            self._last_line = now
            print(plain_line(progress), file=self._stream, flush=True)


def plain_line(progress: Progress) -> str:
    """Return progress as a line of text: `Training: 4 of 20, about 12 s left`."""
    if not progress.total:
        return f"{_title(progress)}: {progress.done:,}"
    pace = left = ""
    if progress.seconds_left:
        left = f", about {progress.seconds_left:,.0f} s left"
        if progress.stage in _STAGES_WITH_PACE:
            pace = f", {(progress.total - progress.done) / progress.seconds_left:,.1f} images/s"
    return f"{_title(progress)}: {progress.done:,} of {progress.total:,}{pace}{left}"


def _title(progress: Progress) -> str:
    return STAGE_TITLES.get(progress.stage, progress.stage)


def _bar(progress: Progress, stream: TextIO) -> _Bar:
    return _Bar(
        desc=_title(progress),
        total=progress.total or None,
        initial=progress.done,
        file=stream,
        leave=False,
        dynamic_ncols=True,
        unit=" images" if progress.stage in _STAGES_WITH_PACE else "",
        unit_scale=progress.total >= _LARGE_TOTAL,
    )


def _can_show_a_bar(stream: TextIO) -> bool:
    """Tell whether `stream` is a terminal with a size; one without (some containers' ones) would show nothing."""
    try:
        return stream.isatty() and 0 not in os.get_terminal_size(stream.fileno())
    except OSError:
        return stream.isatty()
