"""Findings: what holds and what does not, in words that can't be misread."""

from __future__ import annotations

import json

import pytest

from benchmarks.epochs import how_measured, later_epoch, seconds_of_all
from benchmarks.findings import Outcome, Quantity, Table, Unmeasured, short


def outcome(ours: float, reference: float, **options: object) -> Outcome:
    return Outcome(title="Work", ours=Quantity("we", ours), reference=Quantity("they", reference), **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("ours", "options", "ratio", "holds"),
    [
        (1.0, {"bound": 12.0, "is_speed": True}, 24.0, True),
        (4.0, {"bound": 12.0, "is_speed": True}, 6.0, False),
        (6.0, {"bound": 0.25}, 0.25, True),
        (12.0, {"bound": 0.25}, 0.5, False),
        (240.0, {"is_speed": True}, 0.1, True),
    ],
)
def test_outcome_holds_when_the_ratio_keeps_its_bound(
    ours: float, options: dict[str, object], ratio: float, holds: bool
) -> None:
    found = outcome(ours, 24.0, **options)

    assert found.ratio == pytest.approx(ratio)
    assert found.holds is holds
    assert ("DOES NOT HOLD" in found.as_text()) is not holds


def test_outcome_without_a_bound_is_not_judged() -> None:
    assert "no bound" in outcome(1.0, 2.0).as_text()


def test_fields_of_an_outcome_are_plain_json_even_without_a_ratio() -> None:
    fields = json.loads(json.dumps(outcome(1.0, 0.0).as_fields(), allow_nan=False))

    assert fields["ratio"] is None
    assert fields["title"] == "Work"


def test_fault_does_not_hold_but_what_is_not_installed_is_no_fault() -> None:
    assert not Unmeasured("Work", "it broke", fault=True).holds
    assert Unmeasured("Work", "PyTorch is not installed", fault=False).holds


def test_table_gives_its_columns_and_stands_aligned() -> None:
    table = Table(name="t", title="Cost", columns=("images", "s"), lines=((250, 1.25), (20_000, 130.0)))

    assert table.column("s") == [1.25, 130.0]
    assert table.as_text().splitlines()[1:] == ["    images     s", "       250  1.25", "    20,000   130"]


@pytest.mark.parametrize(
    ("value", "text"), [(0.0, "0"), (1.23e-7, "1.2e-07"), (0.1234, "0.123"), (12.345, "12.3"), (1234.5, "1,234")]
)
def test_numbers_are_short(value: float, text: str) -> None:
    assert short(value) == text


def test_naive_epochs_that_were_not_measured_count_at_the_mean_of_the_later_ones() -> None:
    assert seconds_of_all([9.0, 2.0, 4.0], 5) == 9 + 2 + 4 + 2 * 3
    assert seconds_of_all([9.0], 2) == 18
    assert later_epoch([9.0, 2.0, 4.0]) == 2
    assert how_measured(20, 20) == ""
    assert "3 naive epochs" in how_measured(3, 20)
