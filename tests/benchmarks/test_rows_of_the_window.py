"""Every row about the window runs and finds numbers, with the real window, its real workers and tiny pictures."""

from __future__ import annotations

import pytest

from benchmarks.catalogue import ROWS
from benchmarks.findings import Outcome
from benchmarks.workbench import Workbench

pytestmark = pytest.mark.rows


@pytest.mark.parametrize(
    ("row", "count"), [("first_paint", 1), ("event_loop", 2), ("stop", 4), ("drop", 1), ("large_folder", 3)]
)
def test_row_finds_its_ratios(workbench: Workbench, row: str, count: int) -> None:
    (measure,) = (one.measure for one in ROWS if one.name == row)

    outcomes = list(measure(workbench))

    assert len(outcomes) == count
    for outcome in outcomes:
        assert isinstance(outcome, Outcome), outcome.as_text()
        assert outcome.ours.value > 0
        assert outcome.bound is not None
