"""Every row about the window runs and finds numbers, with the real window, its real workers and tiny pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from benchmarks.findings import Finding, Outcome
from benchmarks.rows import drop, event_loop, first_paint, large_folder, stop
from benchmarks.workbench import Workbench


@pytest.mark.parametrize(
    ("measure", "count"),
    [
        (first_paint.measure, 1),
        (event_loop.measure, 2),
        (stop.measure, 4),
        (drop.measure, 1),
        (large_folder.measure, 2),
    ],
)
def test_row_finds_its_ratios(
    workbench: Workbench, measure: Callable[[Workbench], Iterator[Finding]], count: int
) -> None:
    outcomes = list(measure(workbench))

    assert len(outcomes) == count
    for outcome in outcomes:
        assert isinstance(outcome, Outcome), outcome.as_text()
        assert outcome.ours.value > 0
        assert outcome.bound is not None
