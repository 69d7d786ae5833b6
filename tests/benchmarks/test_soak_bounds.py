"""What the soak says of growth: of readings that grow, that stay, that jump once, and of a worker that was replaced."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest

from benchmarks.soak.bounds import BOUNDS, LEAST_ROUNDS, WARM_UP_ROUNDS, judge, slope
from benchmarks.soak.readings import Reading
from benchmarks.soak.report import READINGS, Report, summarize

ROUNDS = WARM_UP_ROUNDS + 2 * LEAST_ROUNDS


def steady(number: int) -> dict[tuple[str, str], float]:
    """Return the readings of a round in which nothing has grown since the first ones."""
    values = {(bound.whom, bound.what): 100.0 for bound in BOUNDS}
    if number < WARM_UP_ROUNDS:
        values["window", "MB"] = 10.0 * number
    return values | {("trainer", "process"): 11.0, ("viewer", "process"): 12.0}


def soaked(folder: Path, **changes: float) -> Report:
    """Return a report of steady rounds. changes: by how much 'whom: what' grows in each of them."""
    report = Report(folder)
    for number in range(ROUNDS):
        grown = {name: change * number for name, change in changes.items()}
        values = {f"{whom}: {what}": value for (whom, what), value in steady(number).items()}
        values = {name: value + grown.get(name, 0.0) for name, value in values.items()}
        report.add(1.0, [Reading(*_parts(name), value) for name, value in values.items()])
    return report


def _parts(name: str) -> tuple[str, str]:
    whom, _, what = name.partition(": ")
    return whom, what


def test_what_is_loaded_in_the_first_rounds_is_not_growth(tmp_path: Path) -> None:
    text, holds = summarize(soaked(tmp_path), "Here.", "")

    assert holds
    assert "DOES NOT HOLD" not in text
    assert text.count("| holds |") == len(BOUNDS)


@pytest.mark.parametrize(
    ("what", "a_round"),
    [
        ("window: MB", 0.3),
        ("trainer: threads", 0.2),
        ("viewer: file handles", 1.0),
        ("program: processes", 0.5),
        ("program: temporary files", 0.1),
    ],
)
def test_what_is_lost_in_every_round_breaks_its_bound_and_no_other(tmp_path: Path, what: str, a_round: float) -> None:
    text, holds = summarize(soaked(tmp_path, **{what: a_round}), "Here.", "")

    assert not holds
    (broken,) = (line for line in text.splitlines() if "DOES NOT HOLD" in line)
    assert broken.startswith(f"| {what.replace(': ', ' | ')} |")
    assert f"{100 * a_round:+.1f}" in broken


def test_a_single_large_reading_is_no_growth() -> None:
    chance = random.Random(0)
    values = [500 + chance.uniform(-3, 3) for _ in range(40)]
    values[-1] = 900

    assert slope(values) == pytest.approx(0, abs=0.1)


def test_too_few_rounds_are_told_rather_than_judged(tmp_path: Path) -> None:
    report = Report(tmp_path)
    report.add(1.0, [Reading(whom, what, value) for (whom, what), value in steady(0).items()])

    assert all(verdict.grown is None for verdict in judge(report.series))
    assert "too few to judge" in summarize(report, "Here.", "")[0]


def test_a_worker_that_was_replaced_is_a_crash(tmp_path: Path) -> None:
    text, holds = summarize(soaked(tmp_path, **{"viewer: process": 1.0}), "Here.", "")

    assert not holds
    assert "The viewer was replaced: it crashed." in text


def test_every_round_is_in_the_file_at_once(tmp_path: Path) -> None:
    soaked(tmp_path)

    lines = list(csv.DictReader((tmp_path / READINGS).read_text().splitlines()))
    assert [line["round"] for line in lines] == [str(number) for number in range(ROUNDS)]
    assert float(lines[-1]["window: MB"]) == 100.0


def test_a_user_who_did_not_get_on_is_told_and_fails(tmp_path: Path) -> None:
    text, holds = summarize(soaked(tmp_path), "Here.", "Round 3 came to no end.")

    assert not holds
    assert text.endswith("Round 3 came to no end.\n")
