"""What the soak writes: a line of readings for each round (readings.csv), and at the end what grew (summary.md)."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from benchmarks.soak.bounds import LEAST_ROUNDS, WARM_UP_ROUNDS, Series, Verdict, judge, replaced
from benchmarks.soak.readings import Reading
from core.whole_files import write_text

READINGS, SUMMARY = "readings.csv", "summary.md"


class Report:
    """The readings of all rounds, in a file from the first one on, so that a soak that dies leaves them."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / READINGS
        self._series: dict[tuple[str, str], list[float]] = defaultdict(list)
        self._rounds = 0
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def series(self) -> Series:
        """The readings so far."""
        return self._series

    @property
    def rounds(self) -> int:
        """How many rounds were read."""
        return self._rounds

    def add(self, seconds: float, readings: Sequence[Reading]) -> None:
        """Take the readings of one round, which took so many seconds."""
        for reading in readings:
            self._series[reading.whom, reading.what].append(reading.value)
        with self._file.open("a", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            if not self._rounds:
                writer.writerow(["round", "seconds", *(f"{reading.whom}: {reading.what}" for reading in readings)])
            writer.writerow([self._rounds, f"{seconds:.1f}", *(f"{reading.value:.6g}" for reading in readings)])
        self._rounds += 1

    def line(self) -> str:
        """Return the last round in a line."""
        megabytes = (f"{whom} {values[-1]:.0f} MB" for (whom, what), values in self._series.items() if what == "MB")
        return f"round {self._rounds}: {', '.join(megabytes)}"


def summarize(report: Report, circumstances: str, trouble: str) -> tuple[str, bool]:
    """Return the summary as a page, and whether all bounds hold. trouble: what ended the soak early, '' for nothing."""
    verdicts = judge(report.series)
    crashed = replaced(report.series)
    lines = [f"{circumstances} The first {WARM_UP_ROUNDS} rounds are not judged.", ""]
    if report.rounds < WARM_UP_ROUNDS + LEAST_ROUNDS:
        lines += [f"{report.rounds} rounds are too few to judge what grows.", ""]
    lines += [
        "| of | what | first | last | grown in 100 rounds | at most | |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    lines += [_line(verdict) for verdict in verdicts]
    lines += ["", *(f"The {whom} was replaced: it crashed." for whom in crashed), *([trouble] if trouble else [])]
    return "\n".join(lines).rstrip() + "\n", not trouble and not crashed and all(one.holds for one in verdicts)


def write_summary(folder: Path, text: str) -> None:
    """Write the page."""
    write_text(folder / SUMMARY, text)


def _line(verdict: Verdict) -> str:
    bound = verdict.bound
    grown = "not known" if verdict.grown is None else f"{verdict.grown:+,.1f}"
    holds = "" if verdict.grown is None else "holds" if verdict.holds else "**DOES NOT HOLD**"
    first, last = f"{verdict.first:,.0f}", f"{verdict.last:,.0f}"
    return f"| {bound.whom} | {bound.what} | {first} | {last} | {grown} | {bound.in_100_rounds:,.0f} | {holds} |"
